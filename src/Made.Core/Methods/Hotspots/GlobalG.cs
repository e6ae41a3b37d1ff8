namespace Made.Core.Methods.Hotspots;

/// <summary>How much of all products of two values belongs to neighbours.</summary>
/// <param name="G">The share.</param>
/// <param name="Expected">What it would be without any pattern.</param>
/// <param name="Variance">Its variance if the values were shuffled over the places.</param>
/// <param name="Z">Standard score.</param>
/// <param name="P">One-sided p value: the chance of as much concentration of high values or more.</param>
public sealed record GlobalGResult(double G, double Expected, double Variance, double Z, double P);

/// <summary>
/// Getis and Ord's general G: do high values lie together (G above what is expected) or low ones (below)?
/// <para>G = sum_ij w_ij x_i x_j / sum_ij x_i x_j over i and j apart, with weights of 1; expected S0/(n (n - 1)); the moments of Getis and Ord.</para>
/// <para>Units: a share. Edges: islands and their values are left out; fewer than 4 places with neighbours, equal values and negative values, for which the share has no meaning, are refused.</para>
/// <para>Source: Getis and Ord 1992, Geographical Analysis 24, 189-206. Worked example: docs/methods/gi-star.md.</para>
/// </summary>
public static class GlobalG
{
    /// <summary>The statistic and its moments, with weights of 1.</summary>
    public static Outcome<GlobalGResult> Of(IReadOnlyList<double> values, SpatialWeights weights)
    {
        if (weights.Fault(values, 4) is { } problem)
            return problem;
        for (var i = 0; i < values.Count; i++)
            if (values[i] < 0)
                return Problems.BadCount(i + 1, values[i]);
        double n = weights.Neighbours.Count(l => l.Length > 0);
        if (n < 4)
            return Problems.TooFewPlaces((int)n, 4);
        var (s0, s1, s2, cross) = GlobalMoran.Sums([.. values], weights.As(WeightStyle.Binary));
        double[] held = [.. values.Where((_, i) => weights.Neighbours[i].Length > 0)];
        var (m1, m2, m3, m4) = (Power(held, 1), Power(held, 2), Power(held, 3), Power(held, 4));
        var pairs = (m1 * m1) - m2;
        var expected = s0 / (n * (n - 1));
        var b0 = (((n * n) - (3 * n) + 3) * s1) - (n * s2) + (3 * s0 * s0);
        var b1 = -((((n * n) - n) * s1) - (2 * n * s2) + (6 * s0 * s0));
        var b2 = -((2 * n * s1) - ((n + 3) * s2) + (6 * s0 * s0));
        var b3 = (4 * (n - 1) * s1) - (2 * (n + 1) * s2) + (8 * s0 * s0);
        var b4 = s1 - s2 + (s0 * s0);
        var second = ((b0 * m2 * m2) + (b1 * m4) + (b2 * m1 * m1 * m2) + (b3 * m1 * m3) + (b4 * m1 * m1 * m1 * m1)) / (pairs * pairs * n * (n - 1) * (n - 2) * (n - 3));
        var variance = second - (expected * expected);
        var g = cross / pairs;
        var z = (g - expected) / Math.Sqrt(variance);
        return new GlobalGResult(g, expected, variance, z, z > 0 ? RateRatio.NormalP(z) / 2 : 1 - (RateRatio.NormalP(z) / 2));
    }

    private static double Power(double[] values, int power) => values.Sum(v => Math.Pow(v, power));
}
