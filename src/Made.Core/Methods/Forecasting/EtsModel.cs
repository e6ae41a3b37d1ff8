namespace Made.Core.Methods.Forecasting;

/// <summary>How a part of the model joins the others.</summary>
public enum EtsPart
{
    /// <summary>The part is not there.</summary>
    None,

    /// <summary>Added.</summary>
    Additive,

    /// <summary>Added, and fading as it goes on; trends only.</summary>
    Damped,

    /// <summary>Multiplied.</summary>
    Multiplicative,
}

/// <summary>An exponential smoothing model: error, trend and season.</summary>
/// <param name="Error">Additive or multiplicative.</param>
/// <param name="Trend">None, additive or damped.</param>
/// <param name="Season">None, additive or multiplicative.</param>
public sealed record EtsModel(EtsPart Error, EtsPart Trend, EtsPart Season)
{
    /// <summary>Whether there is a trend.</summary>
    public bool HasTrend => Trend != EtsPart.None;

    /// <summary>Whether there is a season.</summary>
    public bool HasSeason => Season != EtsPart.None;

    /// <summary>Whether errors are relative.</summary>
    public bool IsRelative => Error == EtsPart.Multiplicative;

    /// <summary>"ETS(A,Ad,N)".</summary>
    public string Name => $"ETS({Letter(Error)},{Letter(Trend)},{Letter(Season)})";

    /// <summary>Parameters and starting values that a fit has to find: the smoothing ones, level, slope, and all seasonal ones but the last.</summary>
    public long ParametersFor(int frequency) => 2L + (HasTrend ? 2 : 0) + (Trend == EtsPart.Damped ? 1 : 0) + (HasSeason ? frequency : 0);

    /// <summary>Reads "ANN", "MAdM" or "A,A,A", in or out of ETS(...).</summary>
    public static Outcome<EtsModel> Parse(string text)
    {
        var letters = text.Replace("ETS", "", StringComparison.Ordinal).Replace("Ad", "D", StringComparison.Ordinal).Where(char.IsLetter).ToArray();
        if (letters.Length != 3)
            return Problems.UnknownModel(text);
        var parts = letters.Select(l => l switch { 'N' => EtsPart.None, 'A' => EtsPart.Additive, 'D' => EtsPart.Damped, 'M' => EtsPart.Multiplicative, _ => (EtsPart)(-1) }).ToArray();
        var known = parts[0] is EtsPart.Additive or EtsPart.Multiplicative
            && parts[1] is EtsPart.None or EtsPart.Additive or EtsPart.Damped
            && parts[2] is EtsPart.None or EtsPart.Additive or EtsPart.Multiplicative
            && (parts[0], parts[2]) != (EtsPart.Additive, EtsPart.Multiplicative);
        return known ? new EtsModel(parts[0], parts[1], parts[2]) : Problems.UnknownModel(text);
    }

    private static string Letter(EtsPart part) => part switch { EtsPart.None => "N", EtsPart.Additive => "A", EtsPart.Damped => "Ad", _ => "M" };
}

/// <summary>Smoothing parameters and the state before the first value.</summary>
public sealed record EtsParameters
{
    /// <summary>Weight of the newest error in the level, 0 to 1.</summary>
    public required double Alpha { get; init; }

    /// <summary>Weight of the newest error in the slope, 0 to alpha.</summary>
    public double Beta { get; init; }

    /// <summary>Weight of the newest error in the season, 0 to 1 - alpha.</summary>
    public double Gamma { get; init; }

    /// <summary>How much of the slope is left after each step; 1 where it does not fade.</summary>
    public double Phi { get; init; } = 1;

    /// <summary>Level before the first value.</summary>
    public required double Level { get; init; }

    /// <summary>Slope before the first value.</summary>
    public double Slope { get; init; }

    /// <summary>Seasonal values, the one for the point before the first value first and the one for the first value last; empty without a season.</summary>
    public IReadOnlyList<double> Seasonal { get; init; } = [];

    /// <summary>All seasonal values from all but the last: they sum to 0, or to their number where they multiply.</summary>
    public static IReadOnlyList<double> Completed(ReadOnlySpan<double> allButLast, EtsPart season)
    {
        var all = new double[allButLast.Length + 1];
        allButLast.CopyTo(all);
        var sum = 0.0;
        foreach (var value in allButLast)
            sum += value;
        all[^1] = (season == EtsPart.Multiplicative ? all.Length : 0) - sum;
        return all;
    }
}
