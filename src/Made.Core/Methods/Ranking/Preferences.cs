namespace Made.Core.Methods.Ranking;

/// <summary>How much weight puts one item before another, and how much ties them, over all lists. Exact.</summary>
internal sealed class Preferences
{
    private readonly decimal[,] before;
    private readonly decimal[,] tied;
    private readonly decimal weight;

    public Preferences(Ballots ballots)
    {
        Count = ballots.Items.Count;
        weight = ballots.Weight;
        before = new decimal[Count, Count];
        tied = new decimal[Count, Count];
        foreach (var ballot in ballots.Lists)
            for (var i = 0; i < Count; i++)
                for (var j = 0; j < Count; j++)
                    if (ballot.Prefers(i, j))
                        before[i, j] += ballot.Weight;
                    else if (i != j && ballot.Ties(i, j))
                        tied[i, j] += ballot.Weight;
    }

    public int Count { get; }

    public decimal Before(int first, int second) => before[first, second];

    /// <summary>Twice the Kemeny distance that putting one item before another adds.</summary>
    public decimal CostAhead(int first, int second) => (2 * before[second, first]) + tied[first, second];

    /// <summary>Twice the Kemeny distance that tying two items adds.</summary>
    public decimal CostTied(int first, int second) => before[first, second] + before[second, first];

    /// <summary>Emond and Mason's weighted mean correlation of a ranking with the lists.</summary>
    public double TauX(IReadOnlyList<int> ranks)
    {
        if (Count == 1)
            return 1;
        decimal agreement = 0;
        for (var i = 0; i < Count; i++)
            for (var j = 0; j < Count; j++)
                agreement += ranks[i] < ranks[j] ? 2 * (before[i, j] - before[j, i]) : ranks[i] == ranks[j] ? tied[i, j] : 0;
        return (double)(agreement / (weight * Count * (Count - 1)));
    }
}
