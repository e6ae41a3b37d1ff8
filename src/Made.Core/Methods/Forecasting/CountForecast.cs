using MathNet.Numerics.Statistics;

namespace Made.Core.Methods.Forecasting;

/// <summary>
/// Forecasts of small counts, below about 10 a month: the mean of the last values, with quantiles of a count in place of normal limits.
/// <para>Mean m of the last three seasons (all, where fewer); phi = max(1, variance/m); limits are the 10%, 90%, 2.5% and 97.5% quantiles of a negative binomial with mean m and variance phi m,
/// of a Poisson where phi is 1. Whole numbers, never below 0.</para>
/// <para>Units: events. Edges: no event at all forecasts 0 to 0, which says that nothing is known rather than that nothing will come; gaps and what is no count are refused.
/// A season or a trend in so few events is not told from noise and not modelled.</para>
/// <para>Source: Kolassa 2016, Int. J. Forecasting 32, 788-803, on count forecasts by their distribution. Worked example: docs/methods/count-forecast.md.</para>
/// </summary>
public static class CountForecast
{
    /// <summary>A mean below this is forecast as a count.</summary>
    public const double Below = 10;

    /// <summary>Seasons the mean is taken over.</summary>
    public const int Seasons = 3;

    /// <summary>Whether the last values are so few that they are to be forecast as counts.</summary>
    public static bool Applies(IReadOnlyList<double> counts, int frequency) => Recent(counts, frequency).Mean() < Below;

    /// <summary>Forecasts a series of counts.</summary>
    /// <param name="counts">Counts in order of time.</param>
    /// <param name="frequency">Points in a season.</param>
    /// <param name="ahead">Steps to forecast.</param>
    public static Outcome<Forecast> Of(IReadOnlyList<double> counts, int frequency, int ahead)
    {
        if (Values.Fault(counts, frequency, ahead, "a forecast of counts", 2) is { } fault)
            return fault;
        for (var i = 0; i < counts.Count; i++)
            if (counts[i] < 0)
                return Problems.Negative(i + 1, counts[i]);
        var recent = Recent(counts, frequency);
        var mean = recent.Mean();
        var dispersion = mean > 0 ? Math.Max(1, recent.Variance() / mean) : 1;
        var likely = Between(mean, dispersion, Forecast.UpperOfLikely);
        var wide = Between(mean, dispersion, Forecast.UpperOfWide);
        return new Forecast(dispersion > 1 ? "Negative binomial count" : "Poisson count", [.. Enumerable.Range(1, ahead).Select(h => new ForecastPoint(h, mean, likely, wide))]);
    }

    private static Interval Between(double mean, double dispersion, double upper) =>
        new(CountQuantile.Of(mean, dispersion, 1 - upper), CountQuantile.Of(mean, dispersion, upper));

    private static double[] Recent(IReadOnlyList<double> counts, int frequency) => [.. counts.TakeLast((int)Math.Min(counts.Count, (long)Seasons * frequency))];
}
