namespace Made.Core.Exchange;

/// <summary>A value that a column does not know.</summary>
/// <param name="Column">The dataset's column.</param>
/// <param name="Value">As it was sent; never one that seems to tell of a person.</param>
/// <param name="Rows">How many records have it.</param>
public sealed record UnmatchedValue(string Column, string Value, long Rows);

/// <summary>What one file calls by names that are not known, for its sender to say what is meant. Like refused rows it is given back and never kept.</summary>
/// <param name="Missing">Columns that must be there and are not.</param>
/// <param name="Spare">Headings that no column goes by.</param>
public sealed record Unmatched(IReadOnlyList<string> Missing, IReadOnlyList<string> Spare, IReadOnlyList<UnmatchedValue> Values)
{
    public static Unmatched None { get; } = new([], [], []);

    /// <summary>Nothing that a person could answer: a column that is missing needs a heading to be found under.</summary>
    public bool IsEmpty => Values.Count == 0 && (Missing.Count == 0 || Spare.Count == 0);
}
