namespace Made.Core.Methods.Ranking;

/// <summary>Every way to take a tied group from the front of a set, with twice the Kemeny distance that it adds.</summary>
internal sealed class TiedGroups
{
    private readonly Preferences preferences;

    // Putting each member of a group before the whole set counts the members against each other too; this takes that back and adds the ties.
    private readonly decimal[] inside;

    public TiedGroups(Preferences preferences)
    {
        this.preferences = preferences;
        inside = new decimal[1 << preferences.Count];
        for (var group = 1; group < inside.Length; group++)
        {
            var item = int.TrailingZeroCount(group);
            var rest = group & (group - 1);
            inside[group] = inside[rest] + Join(item, rest);
        }
    }

    /// <summary>Calls back with each non-empty group of the set and the cost of tying it and putting it before the rest of the set.</summary>
    public void Each(int set, Action<int, decimal> take)
    {
        var ahead = new decimal[preferences.Count];
        for (var item = 0; item < ahead.Length; item++)
            for (var other = 0; other < ahead.Length; other++)
                if (other != item && (set & (1 << other)) != 0)
                    ahead[item] += preferences.CostAhead(item, other);
        Grow(set, 0, 0, 0, ahead, take);
    }

    private void Grow(int set, int next, int group, decimal cost, decimal[] ahead, Action<int, decimal> take)
    {
        for (var item = next; item < ahead.Length; item++)
        {
            if ((set & (1 << item)) == 0)
                continue;
            var grown = group | (1 << item);
            take(grown, cost + ahead[item] + inside[grown]);
            Grow(set, item + 1, grown, cost + ahead[item], ahead, take);
        }
    }

    private decimal Join(int item, int group)
    {
        decimal sum = 0;
        for (var other = 0; other < preferences.Count; other++)
            if ((group & (1 << other)) != 0)
                sum += preferences.CostTied(item, other) - preferences.CostAhead(item, other) - preferences.CostAhead(other, item);
        return sum;
    }
}
