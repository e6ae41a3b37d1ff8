namespace Made.Core.Disclosure.Suppression;

/// <summary>What became of a figure.</summary>
public enum CellStatus : byte
{
    /// <summary>Shown.</summary>
    Published,

    /// <summary>Hidden because it is small itself, or was hidden before.</summary>
    Primary,

    /// <summary>Hidden because it would give another away (complementary suppression).</summary>
    Secondary,

    /// <summary>Not part of what is shown.</summary>
    NotOffered,
}

/// <summary>Which figures of linked tables are shown.</summary>
public sealed record SuppressionPattern
{
    /// <summary>By cell, as <see cref="LinkedTables"/> numbers them.</summary>
    public required IReadOnlyList<CellStatus> Status { get; init; }

    /// <summary>The true counts by cell, for showing those that are published.</summary>
    public required IReadOnlyList<int> Counts { get; init; }

    /// <summary>Hidden figures among those that were offered or known; 0 where none was.</summary>
    public double ShareHidden
    {
        get
        {
            var shown = Status.Count(s => s == CellStatus.Published);
            var hidden = Status.Count(s => s is CellStatus.Primary or CellStatus.Secondary);
            return shown + hidden == 0 ? 0 : (double)hidden / (shown + hidden);
        }
    }
}
