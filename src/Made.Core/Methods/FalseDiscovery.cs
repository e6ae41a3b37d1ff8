namespace Made.Core.Methods;

/// <summary>
/// Which of many tests may be believed together: Benjamini and Hochberg's step-up rule.
/// <para>With p(1) to p(m) in order, take the largest k with p(k) at most k q / m and keep tests 1 to k. Of the tests kept, a share of at most q is expected to be noise.</para>
/// <para>Units: probabilities. Edges: no tests, none kept; NaN stands for "not tested", is never kept and does not count in m; ties are kept or dropped together.</para>
/// <para>Source: Benjamini and Hochberg 1995, J. R. Statist. Soc. B 57, 289-300. Worked example: docs/methods/false-discovery.md.</para>
/// </summary>
public static class FalseDiscovery
{
    /// <summary>For each p value, whether it survives at the rate <paramref name="q"/>.</summary>
    public static IReadOnlyList<bool> Survivors(IReadOnlyList<double> p, double q = 0.05)
    {
        var cut = Cut(p, q);
        return [.. p.Select(x => x <= cut)];
    }

    /// <summary>The largest p value kept; negative where none is.</summary>
    public static double Cut(IReadOnlyList<double> p, double q = 0.05)
    {
        var tested = p.Where(x => !double.IsNaN(x)).Order().ToArray();
        for (var k = tested.Length; k > 0; k--)
            if (tested[k - 1] <= k * q / tested.Length)
                return tested[k - 1];
        return -1;
    }
}
