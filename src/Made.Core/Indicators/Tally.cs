namespace Made.Core.Indicators;

/// <summary>What one indicator counts in one place and time: records, records below the line, and weighted records. Additive.</summary>
internal readonly record struct Tally(double Count, double Base, double Weighted)
{
    public static Tally operator +(Tally a, Tally b) => new(a.Count + b.Count, a.Base + b.Base, a.Weighted + b.Weighted);
}
