namespace Made.Core.Methods.Ranking;

/// <summary>
/// The ranking, ties allowed, with the least Kemeny distance to the lists: the same as the greatest mean tau_x.
/// <para>A pair put the other way round costs its weight, a tie against an order (either way) half of it. Dynamic programme over sets, one tied group at a time: 3^m steps.</para>
/// <para>Units: those of the weights, exact decimals. Tied items share a rank and the next rank follows on (1, 2, 2, 3). Limit: 16 items.</para>
/// <para>Source: Emond and Mason 2002, J. Multi-Crit. Decis. Anal. 11, 17-28. Worked example: docs/methods/kemeny.md.</para>
/// </summary>
public static class KemenyWithTies
{
    /// <summary>All best rankings; at most <paramref name="list"/> of them are listed, all are counted.</summary>
    public static Outcome<KemenyResult> Rankings(Ballots ballots, int list = 10_000)
    {
        if (ballots.Items.Count > Kemeny.MostItems)
            return Problems.TooManyItems(ballots.Items.Count, Kemeny.MostItems);
        var preferences = new Preferences(ballots);
        var groups = new TiedGroups(preferences);
        var all = (1 << preferences.Count) - 1;
        var (cost, count) = (new decimal[all + 1], new long[all + 1]);
        count[0] = 1;
        for (var set = 1; set <= all; set++)
        {
            cost[set] = decimal.MaxValue;
            groups.Each(set, (group, ahead) =>
            {
                var here = cost[set & ~group] + ahead;
                if (here < cost[set])
                    (cost[set], count[set]) = (here, 0);
                if (here == cost[set])
                    count[set] += count[set & ~group];
            });
        }
        var found = new List<IReadOnlyList<int>>();
        Collect(groups, cost, all, 1, new int[preferences.Count], found, list);
        return new KemenyResult(cost[all] / 2, count[all], [.. found.Order(RankOrder.Instance)], preferences.TauX(found[0]));
    }

    private static void Collect(TiedGroups groups, decimal[] cost, int set, int rank, int[] ranks, List<IReadOnlyList<int>> found, int list)
    {
        if (set == 0)
            found.Add([.. ranks]);
        else
            groups.Each(set, (group, ahead) =>
            {
                if (found.Count >= list || cost[set & ~group] + ahead != cost[set])
                    return;
                for (var item = 0; item < ranks.Length; item++)
                    if ((group & (1 << item)) != 0)
                        ranks[item] = rank;
                Collect(groups, cost, set & ~group, rank + 1, ranks, found, list);
            });
    }
}
