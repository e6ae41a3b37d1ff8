namespace Made.Core.Methods.Ranking;

/// <summary>All best rankings.</summary>
/// <param name="Distance">Kemeny distance to the lists: weight of the pairs put the other way round; a tie against an order counts half where ties are allowed, and not at all in a full order.</param>
/// <param name="Count">How many rankings are equally good.</param>
/// <param name="Rankings">They, as ranks in the order of the items, the smallest first; cut off at the number asked for.</param>
/// <param name="TauX">Emond and Mason's correlation of any of them with the lists, from -1 to 1.</param>
public sealed record KemenyResult(decimal Distance, long Count, IReadOnlyList<IReadOnlyList<int>> Rankings, double TauX)
{
    /// <summary>False where there are more equally good rankings than were listed.</summary>
    public bool IsComplete => Rankings.Count == Count;
}

/// <summary>
/// The order with the least weight of violated pairwise preferences, exactly, with every order that is equally good.
/// <para>Dynamic programme over sets: the best tail of a set S is min over i in S of [best tail of S without i + weight of the preferences of the rest of S over i]. 2^m m^2 steps.</para>
/// <para>Units: those of the weights, exact decimals. A listed item is preferred to one that is not listed; two unlisted items, and ties, state nothing. Limit: 16 items.</para>
/// <para>Source: Kemeny 1959; Held and Karp's recursion; Emond and Mason 2002 for tau_x. Worked example: docs/methods/kemeny.md.</para>
/// </summary>
public static class Kemeny
{
    /// <summary>More items than this are refused.</summary>
    public const int MostItems = 16;

    /// <summary>All best full orders; at most <paramref name="list"/> of them are listed, all are counted.</summary>
    public static Outcome<KemenyResult> Orders(Ballots ballots, int list = 10_000)
    {
        if (ballots.Items.Count > MostItems)
            return Problems.TooManyItems(ballots.Items.Count, MostItems);
        var preferences = new Preferences(ballots);
        var (cost, count) = BestTails(preferences);
        var all = cost.Length - 1;
        var found = new List<IReadOnlyList<int>>();
        Collect(preferences, cost, all, new int[preferences.Count], found, list);
        return new KemenyResult(cost[all], count[all], [.. found.Order(RankOrder.Instance)], preferences.TauX(found[0]));
    }

    private static (decimal[] Cost, long[] Count) BestTails(Preferences preferences)
    {
        var sets = 1 << preferences.Count;
        var (cost, count) = (new decimal[sets], new long[sets]);
        count[0] = 1;
        for (var set = 1; set < sets; set++)
        {
            cost[set] = decimal.MaxValue;
            for (var item = 0; item < preferences.Count; item++)
            {
                if ((set & (1 << item)) == 0)
                    continue;
                var rest = set & ~(1 << item);
                var here = cost[rest] + FirstOf(preferences, item, rest);
                if (here < cost[set])
                    (cost[set], count[set]) = (here, 0);
                if (here == cost[set])
                    count[set] += count[rest];
            }
        }
        return (cost, count);
    }

    /// <summary>Weight of the preferences that are violated by putting an item before all of a set.</summary>
    private static decimal FirstOf(Preferences preferences, int item, int rest)
    {
        decimal sum = 0;
        for (var other = 0; other < preferences.Count; other++)
            if ((rest & (1 << other)) != 0)
                sum += preferences.Before(other, item);
        return sum;
    }

    private static void Collect(Preferences preferences, decimal[] cost, int set, int[] ranks, List<IReadOnlyList<int>> found, int list)
    {
        if (set == 0)
            found.Add([.. ranks]);
        for (var item = 0; item < preferences.Count && found.Count < list; item++)
        {
            var rest = set & ~(1 << item);
            if (rest == set || cost[rest] + FirstOf(preferences, item, rest) != cost[set])
                continue;
            ranks[item] = preferences.Count - int.PopCount(rest);
            Collect(preferences, cost, rest, ranks, found, list);
        }
    }
}
