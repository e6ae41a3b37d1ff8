namespace Made.Core.Methods.Hotspots;

/// <summary>One number for the whole map.</summary>
/// <param name="I">Moran's I.</param>
/// <param name="Expected">-1/(n - 1), over places that have neighbours.</param>
/// <param name="VarianceRandomised">Variance if the values were shuffled over the places.</param>
/// <param name="VarianceNormal">Variance if the values were normal.</param>
/// <param name="Z">Standard score under randomisation.</param>
/// <param name="P">Its two-sided p value.</param>
public sealed record GlobalMoranResult(double I, double Expected, double VarianceRandomised, double VarianceNormal, double Z, double P)
{
    /// <summary>Standard score if the values were normal.</summary>
    public double ZNormal => (I - Expected) / Math.Sqrt(VarianceNormal);
}

/// <summary>
/// Moran's I: do values of neighbours resemble each other more than chance has it?
/// <para>I = (n/S0) sum_ij w_ij z_i z_j / sum z^2, with Cliff and Ord's moments; S1 = sum (w_ij + w_ji)^2/2, S2 = sum (W_i. + W_.i)^2. Islands do not count in n, but their values count in the mean and in the kurtosis.</para>
/// <para>Units: none. Edges: fewer than 4 places with neighbours, and equal values, are refused.</para>
/// <para>Source: Moran 1950; Cliff and Ord 1981. Worked example: docs/methods/local-moran.md.</para>
/// </summary>
public static class GlobalMoran
{
    /// <summary>The statistic and its moments.</summary>
    public static Outcome<GlobalMoranResult> Of(IReadOnlyList<double> values, SpatialWeights weights)
    {
        if (weights.Fault(values, 4) is { } problem)
            return problem;
        double n = weights.Neighbours.Count(l => l.Length > 0);
        if (n < 4)
            return Problems.TooFewPlaces((int)n, 4);
        var mean = LocalMoran.Mean(values);
        var z = values.Select(v => v - mean).ToArray();
        var (s0, s1, s2, cross) = Sums(z, weights);
        var (second, fourth) = (z.Sum(v => v * v), z.Sum(v => v * v * v * v));
        var i = n / s0 * cross / second;
        var expected = -1 / (n - 1);
        var kurtosis = values.Count * fourth / (second * second);
        var randomised = (((n * ((((n * n) - (3 * n) + 3) * s1) - (n * s2) + (3 * s0 * s0))) - (kurtosis * ((((n * n) - n) * s1) - (2 * n * s2) + (6 * s0 * s0))))
            / ((n - 1) * (n - 2) * (n - 3) * s0 * s0)) - (expected * expected);
        var normal = (((n * n * s1) - (n * s2) + (3 * s0 * s0)) / (s0 * s0 * ((n * n) - 1))) - (expected * expected);
        var score = (i - expected) / Math.Sqrt(randomised);
        return new GlobalMoranResult(i, expected, randomised, normal, score, RateRatio.NormalP(score));
    }

    /// <summary>Sums of weights, and of weights times the values of both ends.</summary>
    internal static (double S0, double S1, double S2, double Cross) Sums(double[] z, SpatialWeights weights)
    {
        var (s0, s1, cross) = (0.0, 0.0, 0.0);
        var (rows, columns) = (new double[z.Length], new double[z.Length]);
        var links = weights.Neighbours.Select(l => l.ToHashSet()).ToArray();
        for (var i = 0; i < z.Length; i++)
            foreach (var j in weights.Neighbours[i])
            {
                var w = weights.Each(weights.Neighbours[i].Length);
                var back = links[j].Contains(i) ? weights.Each(weights.Neighbours[j].Length) : 0;
                s0 += w;
                s1 += (w * w) + (w * back);
                cross += w * z[i] * z[j];
                rows[i] += w;
                columns[j] += w;
            }
        return (s0, s1, rows.Zip(columns, (r, c) => (r + c) * (r + c)).Sum(), cross);
    }
}
