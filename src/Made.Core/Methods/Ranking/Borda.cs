namespace Made.Core.Methods.Ranking;

/// <summary>
/// Borda points: in a list of m items the one at position p scores m - p, times the weight of the list.
/// <para>Ties share the mean of their points. Items that a list of k does not name share the mean of what is left, (m - k - 1)/2.</para>
/// <para>Units: points, in units of the weights; exact decimal arithmetic. Weights of 1 count areas, populations count people. Edges: one item scores 0; an empty list gives every item the same.</para>
/// <para>Source: Borda 1781; Emerson 2013 on incomplete lists. Worked example: docs/methods/borda.md.</para>
/// </summary>
public static class Borda
{
    /// <summary>The points of each item, in the order of the items.</summary>
    public static IReadOnlyList<decimal> Points(Ballots ballots)
    {
        var points = new decimal[ballots.Items.Count];
        foreach (var ballot in ballots.Lists)
            for (var i = 0; i < points.Length; i++)
                points[i] += ballot.Weight * Score(ballot, i);
        return points;
    }

    /// <summary>Each item scores one for every item it beats and a half for every one it ties with or that is as unlisted as itself.</summary>
    private static decimal Score(Ballot ballot, int item)
    {
        var halves = 0;
        for (var other = 0; other < ballot.Ranks.Count; other++)
            if (other != item)
                halves += ballot.Prefers(item, other) ? 2 : ballot.Prefers(other, item) ? 0 : 1;
        return halves / 2m;
    }
}
