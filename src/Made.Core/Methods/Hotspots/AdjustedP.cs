namespace Made.Core.Methods.Hotspots;

/// <summary>
/// P values adjusted for the number of tests, so that they can be held against one level.
/// <para>Bonferroni: m p. Holm: the largest (m + 1 - i) p(i) so far, from the smallest p up. False discovery: the smallest m p(i)/i so far, from the largest down.
/// By neighbourhood: (1 + neighbours) p, each place tested only against those around it. All at most 1.</para>
/// <para>Units: probabilities. Edges: NaN stands for "not tested", stays NaN and does not count in m.</para>
/// <para>Source: Holm 1979; Benjamini and Hochberg 1995; by neighbourhood as in Bivand and Wong 2018. Worked example: docs/methods/gi-star.md.</para>
/// </summary>
public static class AdjustedP
{
    /// <summary>m p, at most 1.</summary>
    public static IReadOnlyList<double> Bonferroni(IReadOnlyList<double> p)
    {
        var tests = p.Count(x => !double.IsNaN(x));
        return [.. p.Select(x => Math.Min(1, x * tests))];
    }

    /// <summary>Holm's step-down values; never smaller than the p they come from.</summary>
    public static IReadOnlyList<double> Holm(IReadOnlyList<double> p)
    {
        var (order, adjusted) = Start(p);
        var largest = 0.0;
        for (var i = 0; i < order.Length; i++)
            adjusted[order[i]] = largest = Math.Max(largest, Math.Min(1, (order.Length - i) * p[order[i]]));
        return adjusted;
    }

    /// <summary>Benjamini and Hochberg's step-up values.</summary>
    public static IReadOnlyList<double> FalseDiscovery(IReadOnlyList<double> p)
    {
        var (order, adjusted) = Start(p);
        var smallest = 1.0;
        for (var i = order.Length; i > 0; i--)
            adjusted[order[i - 1]] = smallest = Math.Min(smallest, (double)order.Length / i * p[order[i - 1]]);
        return adjusted;
    }

    /// <summary>Each p times one more than the number of its neighbours, at most 1.</summary>
    public static IReadOnlyList<double> ByNeighbourhood(IReadOnlyList<double> p, SpatialWeights weights) =>
        [.. p.Select((x, i) => Math.Min(1, x * (weights.Neighbours[i].Length + 1)))];

    private static (int[] Order, double[] Adjusted) Start(IReadOnlyList<double> p) =>
        ([.. Enumerable.Range(0, p.Count).Where(i => !double.IsNaN(p[i])).OrderBy(i => p[i])], Enumerable.Repeat(double.NaN, p.Count).ToArray());
}
