namespace Made.Core.Methods.Ranking;

/// <summary>One voter's list: an area's ranking of its issues, an organisation's, a member's.</summary>
/// <param name="Ranks">A rank for each item, in the order of the items: 1 is first, equal ranks are a tie, NaN is not listed.</param>
/// <param name="Weight">How much the list counts: 1, or the population it speaks for.</param>
public sealed record Ballot(IReadOnlyList<double> Ranks, decimal Weight)
{
    /// <summary>True where this list says that <paramref name="first"/> comes before <paramref name="second"/>; a listed item comes before one that is not listed.</summary>
    public bool Prefers(int first, int second) => Ranks[first] < Ranks[second] || (IsListed(first) && !IsListed(second));

    /// <summary>True where both items are listed at the same rank.</summary>
    public bool Ties(int first, int second) => Ranks[first] == Ranks[second];

    /// <summary>True where the list holds the item.</summary>
    public bool IsListed(int item) => !double.IsNaN(Ranks[item]);
}

/// <summary>
/// Lists of the same items, checked: each has a rank or "not listed" for every item and a weight of 0 or more, and something counts.
/// </summary>
public sealed class Ballots
{
    private const decimal LargestWeight = 1_000_000_000_000_000;

    private Ballots(IReadOnlyList<string> items, IReadOnlyList<Ballot> lists)
    {
        Items = items;
        Lists = lists;
    }

    public IReadOnlyList<string> Items { get; }

    public IReadOnlyList<Ballot> Lists { get; }

    /// <summary>The weight of all lists together.</summary>
    public decimal Weight => Lists.Sum(l => l.Weight);

    /// <summary>Checks the lists. Fails where there is nothing to rank, an item is named twice, a list has another length, or a weight is negative or they are all 0.</summary>
    public static Outcome<Ballots> Of(IReadOnlyList<string> items, IReadOnlyList<Ballot> lists)
    {
        if (items.Count == 0)
            return Problems.NothingToRank();
        if (items.Distinct().Count() < items.Count)
            return Problems.ItemTwice(items.GroupBy(i => i).First(g => g.Count() > 1).Key);
        for (var i = 0; i < lists.Count; i++)
        {
            if (lists[i].Ranks.Count != items.Count)
                return Problems.WrongLength(i + 1, lists[i].Ranks.Count, items.Count);
            if (lists[i].Weight is < 0 or > LargestWeight)
                return Problems.BadWeight(i + 1, lists[i].Weight);
        }
        return lists.Any(l => l.Weight > 0) ? new Ballots(items, lists) : Problems.NothingCounts();
    }

    /// <summary>A list given as names, best first; a name that is no item is a failure.</summary>
    public static Outcome<Ballot> Listing(IReadOnlyList<string> items, IReadOnlyList<string> names, decimal weight)
    {
        var ranks = Enumerable.Repeat(double.NaN, items.Count).ToArray();
        for (var i = 0; i < names.Count; i++)
        {
            var at = items.ToList().IndexOf(names[i]);
            if (at < 0)
                return Problems.UnknownItem(names[i]);
            if (!double.IsNaN(ranks[at]))
                return Problems.ItemTwice(names[i]);
            ranks[at] = i + 1;
        }
        return new Ballot(ranks, weight);
    }
}
