using MathNet.Numerics.Statistics;

namespace Made.Core.Methods.Seasonality;

/// <summary>
/// Seasonal and trend decomposition by local regression: value = seasonal + trend + remainder.
/// <para>Inner round: take the trend off; smooth each calendar month's values across the years (span s seasons, degree 0), one season added at either end; take off its low-pass filter (moving
/// averages of p, p and 3 points, then local regression of degree 1 over the next odd number from p); the rest is the season; smooth value less season (degree 1, span the next odd number from
/// 1.5 p/(1 - 1.5/s)) for the trend. Two rounds. Robust: fifteen times one round, with bisquare weights of |remainder| over 6 medians from the second on.
/// Every tenth part of a span (rounded up) is computed, straight lines between. Periodic: s = 10 n + 1, and the season replaced by its mean over the years.</para>
/// <para>Units: those of the values. Shapes: three parts as long as the series. Edges: more than two whole seasons are needed; gaps are refused; a step change leaks into the trend on both sides:
/// decompose each stretch by itself. Additive: where the swing grows with the level take logarithms first.</para>
/// <para>Source: Cleveland, Cleveland, McRae and Terpenning 1990, J. Official Statist. 6, 3-73; settings as R's stl. Worked example: docs/methods/stl.md.</para>
/// </summary>
public static class Stl
{
    private const int RobustRounds = 15;
    private const int ShortestSpan = 3;

    /// <summary>Decomposes a series.</summary>
    /// <param name="values">Values in order of time, the first in any part of the season.</param>
    /// <param name="options">Period, seasonal span, robustness.</param>
    public static Outcome<Decomposition> Decompose(IReadOnlyList<double> values, StlOptions options)
    {
        if (options.Period < 2)
            return Problems.NoPeriod(options.Period);
        if (options.SeasonalSpan != StlOptions.Periodic && options.SeasonalSpan < ShortestSpan)
            return Problems.NoSpan(options.SeasonalSpan);
        if (values.Count <= 2L * options.Period)
            return Problems.TooShort(values.Count, options.Period);
        for (var i = 0; i < values.Count; i++)
            if (!double.IsFinite(values[i]))
                return Problems.Gap(i + 1);
        double[] y = [.. values];
        var rounds = new StlRounds(y, options.Period, Span(options, y.Length));
        if (options.Robust)
            for (var round = 0; round <= RobustRounds; round++)
                rounds.Run(round == 0 ? [] : Robustness(y, rounds));
        else
            for (var round = 0; round < 2; round++)
                rounds.Run([]);
        var seasonal = options.SeasonalSpan == StlOptions.Periodic ? Repeated(rounds.Seasonal, options.Period) : rounds.Seasonal;
        return new Decomposition(seasonal, rounds.Trend, [.. y.Select((v, i) => v - seasonal[i] - rounds.Trend[i])]);
    }

    private static int Span(StlOptions options, int points) =>
        options.SeasonalSpan == StlOptions.Periodic ? (10 * points) + 1 : options.SeasonalSpan;

    private static double[] Robustness(double[] y, StlRounds rounds)
    {
        var away = y.Select((v, i) => Math.Abs(v - rounds.Seasonal[i] - rounds.Trend[i])).ToArray();
        var reach = 6 * away.Median();
        return [.. away.Select(r => r <= 0.001 * reach ? 1 : r <= 0.999 * reach ? Bisquare(r / reach) : 0)];
    }

    private static double Bisquare(double ratio) => (1 - (ratio * ratio)) * (1 - (ratio * ratio));

    private static double[] Repeated(double[] seasonal, int period)
    {
        var means = Enumerable.Range(0, period).Select(k => seasonal.Where((_, i) => i % period == k).Average()).ToArray();
        return [.. seasonal.Select((_, i) => means[i % period])];
    }
}
