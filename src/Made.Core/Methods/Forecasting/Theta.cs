using Made.Core.Methods.Seasonality;
using MathNet.Numerics;
using MathNet.Numerics.Statistics;

namespace Made.Core.Methods.Forecasting;

/// <summary>
/// The theta method: simple exponential smoothing with half the slope of a straight line through the series.
/// <para>f(n+h) = level(n) + (b/2)(h - 1 + (1 - (1 - alpha)^n)/alpha); alpha and the first level make the one-step squared errors small. A series is taken to be seasonal where the autocorrelation
/// at one season is above 1.645 sqrt((1 + 2 sum of the squares of the earlier ones)/n) in size; it is then divided by its classical season first, and multiplied again.
/// Error: s sqrt(1 + (h - 1) alpha^2), on the scale without season, as the reference has it.</para>
/// <para>Units: those of the values. Edges: more than two seasons are needed for a season to be looked for; a season that all but vanishes somewhere is not used; gaps are refused.</para>
/// <para>Source: Assimakopoulos and Nikolopoulos 2000, Int. J. Forecasting 16, 521-530; Hyndman and Billah 2003, Int. J. Forecasting 19, 287-290. Worked example: docs/methods/theta.md.</para>
/// </summary>
public static class Theta
{
    private const double OneSided = 1.6448536269514722;
    private const double Vanishing = 1e-4;

    /// <summary>Forecasts a series.</summary>
    /// <param name="values">Values in order of time.</param>
    /// <param name="frequency">Points in a season.</param>
    /// <param name="ahead">Steps to forecast.</param>
    public static Outcome<Forecast> Of(IReadOnlyList<double> values, int frequency, int ahead)
    {
        if (Values.Fault(values, frequency, ahead, "theta", 4) is { } fault)
            return fault;
        var season = Season(values, frequency);
        var adjusted = values.Select((y, i) => y / season[i % season.Length]).ToArray();
        var level = new EtsModel(EtsPart.Additive, EtsPart.None, EtsPart.None);
        if (!EtsFit.Of(adjusted, 1, ahead, level, EtsCriterion.SquaredError).Succeeded(out var smoothed, out var problem))
            return problem;
        var (n, alpha) = (values.Count, smoothed.Parameters.Alpha);
        var drift = Fit.Line([.. Enumerable.Range(0, n).Select(i => (double)i)], adjusted).B / 2;
        return Forecast.Normal("Theta", smoothed.Forecast.Points.Select(p => (
            (p.Mean + (drift * (p.Ahead - 1 + ((1 - Math.Pow(1 - alpha, n)) / alpha)))) * season[(n + p.Ahead - 1) % season.Length],
            Math.Sqrt(smoothed.Variance * (1 + ((p.Ahead - 1) * alpha * alpha))))));
    }

    private static double[] Season(IReadOnlyList<double> values, int period)
    {
        double[] none = [1];
        if (period == 1 || values.Count <= 2L * period || !IsSeasonal(values, period))
            return none;
        var season = ClassicalSeason.Of(values, period, multiplies: true);
        return season.All(s => Math.Abs(s) >= Vanishing) ? season : none;
    }

    private static bool IsSeasonal(IReadOnlyList<double> values, int period)
    {
        var mean = values.Mean();
        var away = values.Select(y => y - mean).ToArray();
        var correlations = Enumerable.Range(1, period).Select(k => away.Skip(k).Zip(away, (a, b) => a * b).Sum() / away.Sum(a => a * a)).ToArray();
        var error = Math.Sqrt((1 + (2 * correlations.SkipLast(1).Sum(r => r * r))) / values.Count);
        return Math.Abs(correlations[^1]) / error > OneSided;
    }
}
