namespace Made.Core.Methods.Forecasting;

/// <summary>
/// The recursions of exponential smoothing over a series.
/// <para>With q = level + phi slope and s the season p points ago, the one-step forecast is q, q + s or q s. Then, with d = (y less season) - q: level = q + alpha d,
/// slope = phi slope + beta d, season = s + gamma (y - q - s), or y/q in place of y - q. Error y - f, or (y - f)/f where it is relative.</para>
/// </summary>
internal sealed class EtsFilter
{
    private const double Nothing = 1e-10;

    private readonly double[] seasonal;
    private int oldest;

    private EtsFilter(EtsParameters parameters)
    {
        Level = parameters.Level;
        Slope = parameters.Slope;
        var count = parameters.Seasonal.Count;
        seasonal = new double[count];
        for (var i = 0; i < count; i++)
            seasonal[i] = parameters.Seasonal[count - 1 - i];
    }

    /// <summary>Level after the last value.</summary>
    public double Level { get; private set; }

    /// <summary>Slope after the last value.</summary>
    public double Slope { get; private set; }

    /// <summary>Sum of squared errors.</summary>
    public double Squares { get; private set; }

    /// <summary>Sum of squared one-step differences, in the unit of the values.</summary>
    public double Differences { get; private set; }

    /// <summary>Sum of the logarithms of the one-step forecasts' sizes, where errors are relative; a fit asks for it a hundred thousand times, so it is not made for nothing.</summary>
    public double Logarithms { get; private set; }

    /// <summary>Seasonal values for the next points, the nearest first.</summary>
    public IReadOnlyList<double> Next => [.. seasonal.Skip(oldest), .. seasonal.Take(oldest)];

    public static EtsFilter Over(IReadOnlyList<double> values, EtsModel model, EtsParameters parameters)
    {
        var filter = new EtsFilter(parameters);
        filter.Run(values as double[] ?? [.. values], model, parameters);
        return filter;
    }

    /// <summary>-2 log likelihood, less what does not depend on the parameters: n ln(sum e^2), plus 2 sum ln|f| where errors are relative.</summary>
    public double Deviance(int values, bool relative) => (values * Math.Log(Squares)) + (relative ? 2 * Logarithms : 0);

    /// <summary>Everything stands in locals: a back-test takes some ten million steps while a person waits.</summary>
    private void Run(ReadOnlySpan<double> values, EtsModel model, EtsParameters parameters)
    {
        var (hasTrend, relative, adds, multiplies) = (model.HasTrend, model.IsRelative, model.Season == EtsPart.Additive, model.Season == EtsPart.Multiplicative);
        var (alpha, beta, gamma, phi) = (parameters.Alpha, parameters.Beta, parameters.Gamma, parameters.Phi);
        var (level, slope, squares, differences, logarithms, at) = (Level, Slope, 0.0, 0.0, 0.0, 0);
        var seasons = seasonal.AsSpan();
        foreach (var y in values)
        {
            var faded = phi * slope;
            var q = hasTrend ? level + faded : level;
            var season = adds || multiplies ? seasons[at] : 0;
            var forecast = adds ? q + season : multiplies ? q * season : q;
            var error = y - forecast;
            differences += error * error;
            if (relative)
            {
                squares += error / forecast * (error / forecast);
                logarithms += Math.Log(Math.Abs(forecast));
            }
            else
            {
                squares += error * error;
            }
            var apart = (adds ? y - season : multiplies ? Ratio(y, season) : y) - q;
            level = q + (alpha * apart);
            if (hasTrend)
                slope = faded + (beta * apart);
            if (!adds && !multiplies)
                continue;
            seasons[at] += gamma * ((adds ? y - q : Ratio(y, q)) - season);
            at = at + 1 == seasons.Length ? 0 : at + 1;
        }
        (Level, Slope, Squares, Differences, Logarithms, oldest) = (level, slope, squares, differences, logarithms, at);
    }

    /// <summary>Nothing to divide by counts as a very large ratio, so that a fit turns away from it.</summary>
    private static double Ratio(double y, double by) => Math.Abs(by) < Nothing ? 1 / Nothing : y / by;
}
