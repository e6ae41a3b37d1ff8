namespace Made.Core.Disclosure.Keys;

/// <summary>What can be wrong with a table of counts by keys.</summary>
public static class Problems
{
    /// <summary>No rows or no key columns.</summary>
    public static Problem NoCells() => new("no-cells", "The table has no cells.", "Give at least one row with a key and a count.");

    /// <summary>A row with more or fewer keys than there are key columns.</summary>
    public static Problem WrongLength(int row, int keys, int columns) => new("wrong-length", $"Row {row} has {keys} keys for {columns} columns.", "Give each row one key per column.");

    /// <summary>A negative count, or one beyond what can be added.</summary>
    public static Problem BadCount(int row, long count) => new("bad-count", $"Row {row} has the count {count}.", "A count is a whole number from 0 to 1,000,000,000,000.");

    /// <summary>A key that would be mistaken for a margin.</summary>
    public static Problem ReservedKey(string column, string key) => new("reserved-key", $"The column {column} holds '{key}', which names the margin.", "Leave margins out of the input; they are computed.");

    /// <summary>The same code in two levels of one hierarchy for different rows.</summary>
    public static Problem CodeTwice(string key, string column) => new("code-twice", $"'{key}' stands for different rows in {column} and in another level of the same hierarchy.", "Give the two levels different codes.");

    /// <summary>More margins than can be held.</summary>
    public static Problem TooManyCells(long cells, long most) => new("too-many-cells", $"The table with its margins has up to {cells} cells; at most {most} are handled.", "Split the table, or leave out a column.");
}
