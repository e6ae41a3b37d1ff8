namespace Made.Core.Methods.Seasonality;

/// <summary>
/// The classical seasonal figure: the mean, over the years, of what each point is more than (or times) its centred moving average over one season; the figure sums to 0, or averages 1 where it multiplies.
/// <para>Units: those of the values, or none. Edges: more than two whole seasons are needed. Source: Kendall and Stuart, The Advanced Theory of Statistics, vol. 3, ch. 46.</para>
/// </summary>
internal static class ClassicalSeason
{
    /// <summary>One value per point of a season, in the order of the series.</summary>
    public static double[] Of(IReadOnlyList<double> values, int period, bool multiplies)
    {
        var sums = new double[period];
        var counts = new int[period];
        var half = period / 2;
        for (var i = half; i < values.Count - half; i++)
        {
            var average = Average(values, i, period);
            sums[i % period] += multiplies ? values[i] / average : values[i] - average;
            counts[i % period]++;
        }
        var figure = sums.Zip(counts, (s, n) => s / n).ToArray();
        var mean = figure.Average();
        return [.. figure.Select(f => multiplies ? f / mean : f - mean)];
    }

    /// <summary>An even span takes half of either end.</summary>
    private static double Average(IReadOnlyList<double> values, int at, int period)
    {
        var half = period / 2;
        double sum = 0;
        for (var i = at - half; i <= at + half; i++)
            sum += values[i] * (period % 2 == 0 && Math.Abs(i - at) == half ? 0.5 : 1);
        return sum / period;
    }
}
