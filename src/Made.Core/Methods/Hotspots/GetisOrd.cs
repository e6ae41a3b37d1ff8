namespace Made.Core.Methods.Hotspots;

/// <summary>How the variance of a weighted sum is taken.</summary>
public enum GiVariance
{
    /// <summary>With the sum of squared weights, as Ord and Getis define it.</summary>
    SquaredWeights,

    /// <summary>With the sum of weights in its place, as pysal's esda published it: right for weights of 1 only.</summary>
    SumOfWeights,
}

/// <summary>
/// Getis and Ord's local statistics: is the sum of the values around a place higher, or lower, than chance puts there?
/// <para>Gi*: z = (sum_j w_ij x_j - mean W_i) / (s sqrt((n sum w_ij^2 - W_i^2)/(n - 1))), the place itself included, s with divisor n.
/// Gi: the place is left out of its neighbours and of the mean and variance, with n - 1 in place of n.</para>
/// <para><see cref="GiVariance.SumOfWeights"/> puts W_i in place of sum w_ij^2, as pysal's esda does: the same for weights of 1, and nearer to 0 for row-standardised ones, whose squares sum to less than 1.</para>
/// <para>Units: standard scores. Edges: no value (NaN) for Gi of an island, and where the neighbours are all the places there are; an island has a Gi*. Equal values are refused.</para>
/// <para>Source: Getis and Ord 1992; Ord and Getis 1995. Worked example: docs/methods/gi-star.md.</para>
/// </summary>
public static class GetisOrd
{
    // What rounding leaves of a variance that is 0, as a share of all variation.
    private const double Nothing = 1e-14;

    /// <summary>Gi* of each place.</summary>
    public static Outcome<double[]> Star(IReadOnlyList<double> values, SpatialWeights weights, GiVariance form = GiVariance.SquaredWeights)
    {
        if (weights.Fault(values, 2) is { } problem)
            return problem;
        double n = values.Count;
        var mean = LocalMoran.Mean(values);
        var variance = values.Sum(v => (v - mean) * (v - mean)) / n;
        return Each(weights, form, 1, (i, w) => w * ((values[i] - mean) + weights.Neighbours[i].Sum(j => values[j] - mean)), (_, spread) => variance * spread, n);
    }

    /// <summary>Gi of each place; NaN for an island.</summary>
    public static Outcome<double[]> Excluding(IReadOnlyList<double> values, SpatialWeights weights, GiVariance form = GiVariance.SquaredWeights)
    {
        if (weights.Fault(values, 3) is { } problem)
            return problem;
        double others = values.Count - 1;
        var mean = LocalMoran.Mean(values);
        var sum = values.Sum(v => (v - mean) * (v - mean));
        return Each(weights, form, 0, (i, w) => w * weights.Neighbours[i].Sum(j => values[j] - Mean(i)), (i, spread) => Variance(i) * spread, others);

        // Of all places but one, from deviations, so that large values lose no digits.
        double Mean(int i) => mean - ((values[i] - mean) / others);
        double Variance(int i)
        {
            var own = (values[i] - mean) * (values[i] - mean);
            var variance = ((sum - own) / others) - (own / (others * others));
            return variance > Nothing * sum ? variance : 0;
        }
    }

    /// <summary>The two-sided p value of each score.</summary>
    public static IReadOnlyList<double> P(IReadOnlyList<double> scores) => [.. scores.Select(RateRatio.NormalP)];

    private static double[] Each(SpatialWeights weights, GiVariance form, int self, Func<int, double, double> excess, Func<int, double, double> variance, double n)
    {
        var scores = new double[weights.Count];
        for (var i = 0; i < scores.Length; i++)
        {
            var count = weights.Neighbours[i].Length + self;
            var w = weights.Each(count);
            var spread = form == GiVariance.SquaredWeights ? w * w * count * (n - count) / (n - 1) : w * count * (n - (w * count)) / (n - 1);
            var (above, error) = (excess(i, w), Math.Sqrt(variance(i, spread)));
            scores[i] = count > 0 && error > 0 ? above / error : double.NaN;
        }
        return scores;
    }
}
