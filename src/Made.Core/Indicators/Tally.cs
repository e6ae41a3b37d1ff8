using Made.Core.Disclosure.Topics;

namespace Made.Core.Indicators;

/// <summary>What one indicator counts in one place and time: records, records below the line, and weighted records. Additive.</summary>
internal readonly record struct Tally(double Count, double Base, double Weighted)
{
    /// <summary>As it is shown under a rule that rounds. The weighted sum is not a count: it is nothing then.</summary>
    public Tally Rounded(DisclosureRule rule) => rule.RoundTo == 0 ? this : new(rule.Rounded(Count), rule.Rounded(Base), 0);

    /// <summary>This without a part of it; rounded figures may leave less than nothing, which is none.</summary>
    public Tally Less(Tally part) => new(Math.Max(0, Count - part.Count), Math.Max(0, Base - part.Base), Math.Max(0, Weighted - part.Weighted));

    public static Tally operator +(Tally a, Tally b) => new(a.Count + b.Count, a.Base + b.Base, a.Weighted + b.Weighted);
}
