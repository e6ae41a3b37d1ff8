namespace Made.Core.Methods.Rates;

/// <summary>
/// Sorts areas into groups of about equal number by value, such as deciles.
/// <para>With rank r among the n values that are there (ties share the lowest), the group is floor(q + 1 - ceiling((n + 1 - r)/(n/q))), at least 1.</para>
/// <para>Units: groups from 1. Edges: a missing value (NaN) has no group, NaN; fewer values than groups, none has. Source: PHE/DHSC; PHEindicatormethods
/// <c>phe_quantile</c>. Worked example: docs/methods/quantiles.md.</para>
/// </summary>
public static class Quantiles
{
    /// <summary>The group of each value.</summary>
    /// <param name="values">One per area; NaN where it is missing.</param>
    /// <param name="groups">How many groups, 2 or more.</param>
    /// <param name="highestFirst">True puts the highest values into group 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 2 groups.</exception>
    public static IReadOnlyList<double> Of(IReadOnlyList<double> values, int groups = 10, bool highestFirst = true)
    {
        if (groups < 2)
            throw new ArgumentOutOfRangeException(nameof(groups), groups, "There are 2 groups or more.");
        var held = values.Where(v => !double.IsNaN(v)).Order().ToArray();
        return [.. values.Select(v => double.IsNaN(v) || held.Length < groups ? double.NaN : Group(Rank(held, v, highestFirst), held.Length, groups))];
    }

    private static double Group(int rank, double count, int groups) => Math.Max(1, Math.Floor(groups + 1 - Math.Ceiling((count + 1 - rank) / (count / groups))));

    private static int Rank(double[] held, double value, bool highestFirst) =>
        1 + held.Count(h => highestFirst ? h > value : h < value);
}
