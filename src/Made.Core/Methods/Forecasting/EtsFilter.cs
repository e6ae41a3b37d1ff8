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
        seasonal = [.. parameters.Seasonal.Reverse()];
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
        for (var i = 0; i < values.Count; i++)
            filter.Step(values[i], model, parameters);
        return filter;
    }

    /// <summary>-2 log likelihood, less what does not depend on the parameters: n ln(sum e^2), plus 2 sum ln|f| where errors are relative.</summary>
    public double Deviance(int values, bool relative) => (values * Math.Log(Squares)) + (relative ? 2 * Logarithms : 0);

    private void Step(double y, EtsModel model, EtsParameters parameters)
    {
        var slope = parameters.Phi * Slope;
        var q = model.HasTrend ? Level + slope : Level;
        var season = model.HasSeason ? seasonal[oldest] : 0;
        var forecast = model.Season switch { EtsPart.Additive => q + season, EtsPart.Multiplicative => q * season, _ => q };
        var error = y - forecast;
        Differences += error * error;
        if (model.IsRelative)
        {
            Squares += error / forecast * (error / forecast);
            Logarithms += Math.Log(Math.Abs(forecast));
        }
        else
        {
            Squares += error * error;
        }
        var adjusted = model.Season switch { EtsPart.Additive => y - season, EtsPart.Multiplicative => Ratio(y, season), _ => y };
        Level = q + (parameters.Alpha * (adjusted - q));
        if (model.HasTrend)
            Slope = slope + (parameters.Beta * (adjusted - q));
        if (!model.HasSeason)
            return;
        seasonal[oldest] += parameters.Gamma * ((model.Season == EtsPart.Additive ? y - q : Ratio(y, q)) - season);
        oldest = oldest + 1 == seasonal.Length ? 0 : oldest + 1;
    }

    /// <summary>Nothing to divide by counts as a very large ratio, so that a fit turns away from it.</summary>
    private static double Ratio(double y, double by) => Math.Abs(by) < Nothing ? 1 / Nothing : y / by;
}
