using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Made.Core.Methods.Forecasting;

/// <summary>
/// The plain forecasts every other one has to beat.
/// <para>Seasonal naive, f(n+h) = y(n+h-pk), the last value of the same season; naive, the last value; drift, the last value plus h times the mean step b; mean, the mean of all.
/// Errors: naive and seasonal naive sqrt(mean e^2 x steps), steps = ceil(h/p); drift sqrt(s^2 h + h^2 s^2/(n - 1)), s^2 = sum (step - b)^2/(n - 2);
/// mean s sqrt(1 + 1/n) with Student's t on n - 1 degrees of freedom. Intervals 80% and 95%.</para>
/// <para>Units: those of the values. Edges: a constant series has intervals of no width; gaps are refused; limits of counts may fall below 0: see the page on forecasts of counts.</para>
/// <para>Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., 5.2 and 5.5. Worked example: docs/methods/plain-forecasts.md.</para>
/// </summary>
public static class SimpleForecasts
{
    /// <summary>The last value of the same season.</summary>
    public static Outcome<Forecast> SeasonalNaive(IReadOnlyList<double> values, int frequency, int ahead) => Repeat("Seasonal naive", values, frequency, ahead);

    /// <summary>The last value.</summary>
    public static Outcome<Forecast> Naive(IReadOnlyList<double> values, int ahead) => Repeat("Naive", values, 1, ahead);

    /// <summary>The last value and the mean step.</summary>
    public static Outcome<Forecast> Drift(IReadOnlyList<double> values, int ahead)
    {
        if (Values.Fault(values, 1, ahead, "drift", 3) is { } fault)
            return fault;
        var steps = values.Skip(1).Zip(values, (y, before) => y - before).ToArray();
        var (drift, variance) = (steps.Mean(), steps.Variance());
        return Forecast.Normal("Drift", Enumerable.Range(1, ahead).Select(h => (values[^1] + (h * drift), Math.Sqrt((variance * h) + (h * h * variance / steps.Length)))));
    }

    /// <summary>The mean of all values.</summary>
    public static Outcome<Forecast> Mean(IReadOnlyList<double> values, int ahead)
    {
        if (Values.Fault(values, 1, ahead, "the mean", 2) is { } fault)
            return fault;
        var error = values.StandardDeviation() * Math.Sqrt(1 + (1.0 / values.Count));
        return Forecast.Around("Mean", Enumerable.Repeat((values.Mean(), error), ahead), T(Forecast.UpperOfLikely), T(Forecast.UpperOfWide));

        double T(double p) => StudentT.InvCDF(0, 1, values.Count - 1, p);
    }

    private static Outcome<Forecast> Repeat(string method, IReadOnlyList<double> values, int lag, int ahead)
    {
        if (Values.Fault(values, lag, ahead, method, lag + 1L) is { } fault)
            return fault;
        var square = values.Skip(lag).Zip(values, (y, before) => (y - before) * (y - before)).Average();
        return Forecast.Normal(method, Enumerable.Range(0, ahead).Select(h => (values[values.Count - lag + (h % lag)], Math.Sqrt(square * ((h / lag) + 1)))));
    }
}
