using MathNet.Numerics.Random;

namespace Made.Core.Methods.Hotspots;

/// <summary>Local Moran's I of one place.</summary>
/// <param name="I">z_i times the weighted sum of its neighbours' deviations, over m2; 0 for an island.</param>
/// <param name="Expected">Its mean under conditional randomisation.</param>
/// <param name="Variance">Its variance under conditional randomisation.</param>
/// <param name="Z">Standard score; NaN for an island.</param>
/// <param name="P">Two-sided p value of the score; NaN for an island.</param>
/// <param name="Quadrant">High or Low of the place itself, then of its neighbours: "High-High" is a hot spot among hot ones. On the mean counts as Low.</param>
public sealed record LocalMoranPlace(double I, double Expected, double Variance, double Z, double P, string Quadrant);

/// <summary>
/// Local Moran's I: is a place like its neighbours (clusters) or unlike them (outliers)?
/// <para>I_i = z_i sum_j w_ij z_j / m2 with z deviations from the mean and m2 = sum z^2 / n. E_i = -z_i^2 W_i / ((n - 1) m2);
/// Var_i = (z_i/m2)^2 n/(n - 2) (sum w_ij^2 - W_i^2/(n - 1)) (m2 - z_i^2/(n - 1)): the value of the place is held, the others are shuffled.</para>
/// <para>Units: none; row-standardised weights are usual. Edges: an island has I = 0 and no score. A place on the mean has I = 0 and no score. Equal values, and fewer than 3 places, are refused.</para>
/// <para>Source: Anselin 1995; Sokal, Oden and Thomson 1998; Sauer and others 2021. Worked example: docs/methods/local-moran.md.</para>
/// </summary>
public static class LocalMoran
{
    private const int MostRepetitions = 99_999;

    /// <summary>The statistic of each place.</summary>
    public static Outcome<LocalMoranPlace[]> Places(IReadOnlyList<double> values, SpatialWeights weights)
    {
        if (weights.Fault(values, 3) is { } problem)
            return problem;
        double n = values.Count;
        var z = Deviations(values);
        var m2 = z.Sum(v => v * v) / n;
        var lagged = Enumerable.Range(0, values.Count).Select(i => Lag(i, values, weights)).ToArray();
        var laggedMean = Mean(lagged);
        return Enumerable.Range(0, values.Count).Select(i =>
        {
            var count = weights.Neighbours[i].Length;
            var w = count > 0 ? weights.Each(count) : 0;
            var total = w * count;
            var local = z[i] / m2 * Lag(i, z, weights);
            var expected = -(z[i] * z[i] * total) / ((n - 1) * m2);
            var variance = z[i] / m2 * (z[i] / m2) * (n / (n - 2)) * ((w * total) - (total * total / (n - 1))) * (m2 - (z[i] * z[i] / (n - 1)));
            var score = variance > 0 ? (local - expected) / Math.Sqrt(variance) : double.NaN;
            return new LocalMoranPlace(local, expected, variance, score, RateRatio.NormalP(score), $"{Side(z[i], 0)}-{Side(lagged[i], laggedMean)}");
        }).ToArray();
    }

    /// <summary>
    /// Pseudo p of each place by conditional randomisation: its own value stays, its neighbours' values are drawn without replacement from the others.
    /// p = (draws at least as extreme on the nearer side + 1)/(draws + 1), one-sided; NaN for an island and for a place on the mean. The same seed gives the same p.
    /// </summary>
    public static Outcome<double[]> Randomised(IReadOnlyList<double> values, SpatialWeights weights, int draws, int seed)
    {
        if (weights.Fault(values, 3) is { } problem)
            return problem;
        if (draws is < 1 or > MostRepetitions)
            return Problems.BadRepetitions(draws);
        var mean = Mean(values);
        var random = new MersenneTwister(seed);
        return Enumerable.Range(0, values.Count).Select(i =>
        {
            var count = weights.Neighbours[i].Length;
            if (count == 0 || values[i] == mean)
                return double.NaN;
            // Only the sum of the neighbours changes; sums of whole numbers compare exactly, so ties stay ties.
            var others = values.Where((_, j) => j != i).ToArray();
            var observed = weights.Neighbours[i].Sum(j => values[j]);
            var (above, below) = (0, 0);
            for (var draw = 0; draw < draws; draw++)
            {
                var drawn = Draw(others, count, random);
                above += drawn >= observed ? 1 : 0;
                below += drawn <= observed ? 1 : 0;
            }
            return (Math.Min(above, below) + 1.0) / (draws + 1);
        }).ToArray();
    }

    /// <summary>The sum of the first few after a partial shuffle.</summary>
    private static double Draw(double[] others, int count, MersenneTwister random)
    {
        var sum = 0.0;
        for (var k = 0; k < count; k++)
        {
            var at = k + random.Next(others.Length - k);
            (others[k], others[at]) = (others[at], others[k]);
            sum += others[k];
        }
        return sum;
    }

    /// <summary>The mean, corrected once by the mean of what is left, so that a value on it is seen to be on it.</summary>
    internal static double Mean(IReadOnlyList<double> values)
    {
        var mean = values.Average();
        return mean + values.Average(v => v - mean);
    }

    private static double[] Deviations(IReadOnlyList<double> values)
    {
        var mean = Mean(values);
        return [.. values.Select(v => v - mean)];
    }

    private static double Lag(int i, IReadOnlyList<double> values, SpatialWeights weights)
    {
        var neighbours = weights.Neighbours[i];
        return neighbours.Length == 0 ? 0 : neighbours.Sum(j => weights.Each(neighbours.Length) * values[j]);
    }

    private static string Side(double value, double mean) => value > mean ? "High" : "Low";
}
