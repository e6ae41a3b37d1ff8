using Made.Core.Methods.Seasonality;
using MathNet.Numerics;
using MathNet.Numerics.LinearRegression;

namespace Made.Core.Methods.Forecasting;

/// <summary>Where the search for parameters begins: cautious smoothing, and the level, slope and season of the first two years.</summary>
internal static class EtsStart
{
    /// <summary>Bounds of all smoothing parameters.</summary>
    public const double Least = 1e-4;

    /// <summary>Bounds of all smoothing parameters.</summary>
    public const double Most = 0.9999;

    /// <summary>Bounds of the damping.</summary>
    public const double LeastPhi = 0.8;

    /// <summary>Bounds of the damping.</summary>
    public const double MostPhi = 0.98;

    private const double LeastFactor = 0.01;

    public static EtsParameters Of(IReadOnlyList<double> values, int frequency, EtsModel model)
    {
        var period = model.HasSeason ? frequency : 1;
        var alpha = Least + (0.2 * (Most - Least) / period);
        var season = model.HasSeason ? Season(values, frequency, model.Season == EtsPart.Multiplicative) : [];
        var adjusted = values.Select((y, i) => model.Season switch
        {
            EtsPart.Additive => y - season[i],
            EtsPart.Multiplicative => y / Math.Max(season[i], LeastFactor),
            _ => y,
        }).Take(Math.Max(10, 2 * period)).ToArray();
        var (level, slope) = model.HasTrend ? Line(adjusted) : (adjusted.Average(), 0);
        if (model.HasTrend && Math.Abs(level + slope) < 1e-8)
            (level, slope) = (level * 1.001, slope * 0.999);
        return new()
        {
            Alpha = alpha,
            Beta = model.HasTrend ? Least + (0.1 * (alpha - Least)) : 0,
            Gamma = model.HasSeason ? Least + (0.05 * (Math.Min(Most, 1 - alpha) - Least)) : 0,
            Phi = model.Trend == EtsPart.Damped ? LeastPhi + (0.99 * (MostPhi - LeastPhi)) : 1,
            Level = level,
            Slope = slope,
            Seasonal = model.HasSeason ? EtsParameters.Completed(Newest(season, frequency, model), model.Season) : [],
        };
    }

    /// <summary>The season of every point: classical from three years on, one wave below.</summary>
    private static double[] Season(IReadOnlyList<double> values, int period, bool multiplies)
    {
        if (values.Count >= 3 * period)
        {
            var figure = ClassicalSeason.Of(values, period, multiplies);
            return [.. values.Select((_, i) => figure[i % period])];
        }
        var rows = values.Select((_, i) => new[] { 1.0, i + 1, Math.Sin(2 * Math.PI * (i + 1) / period), Math.Cos(2 * Math.PI * (i + 1) / period) }).ToArray();
        var line = MultipleRegression.QR(rows, [.. values]);
        return [.. values.Select((y, i) => multiplies ? y / (line[0] + (line[1] * (i + 1))) : y - line[0] - (line[1] * (i + 1)))];
    }

    /// <summary>All seasonal values but the one for the first point, newest first.</summary>
    private static double[] Newest(double[] season, int period, EtsModel model)
    {
        var newest = season[1..period].Reverse().ToArray();
        if (model.Season != EtsPart.Multiplicative)
            return newest;
        newest = [.. newest.Select(s => Math.Max(s, LeastFactor))];
        var sum = newest.Sum();
        return sum > period ? [.. newest.Select(s => s / (sum + (LeastFactor * newest.Length)))] : newest;
    }

    private static (double Level, double Slope) Line(double[] values) =>
        Fit.Line([.. Enumerable.Range(1, values.Length).Select(i => (double)i)], values);
}
