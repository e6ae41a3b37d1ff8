namespace Made.Core.Disclosure.CellKeys;

/// <summary>What can be wrong with record keys and perturbation tables.</summary>
public static class Problems
{
    /// <summary>A record key outside its range.</summary>
    public static Problem BadRecordKey(int record, decimal key) => new("bad-record-key", $"Record {record} has the key {key}.", "A record key is a fraction from 0 to below 1, or for mod-256 a whole number from 0 to 255.");

    /// <summary>A perturbation table without lines.</summary>
    public static Problem NoLines() => new("no-perturbation", "The perturbation table has no lines.", "Give lines of count, change and the interval of cell keys.");

    /// <summary>A count for which the table has no line, or one below 0.</summary>
    public static Problem NoRow(int count) => new("perturbation-row", $"The perturbation table has no usable row for a count of {count}.", "Give every count from 0 to the largest its lines.");

    /// <summary>A change that would make a count negative, or move a count of 0.</summary>
    public static Problem BadChange(int count, int change) => new("perturbation-change", $"The perturbation table moves a count of {count} by {change}.", "A count stays 0 or more, and 0 stays 0.");

    /// <summary>Intervals that leave a gap, overlap or do not end where keys do.</summary>
    public static Problem BadInterval(int count, decimal found, decimal wanted) => new("perturbation-interval", $"In the row of {count} an interval of the perturbation table stands at {found} where {wanted} is next.", "Let the intervals of a row follow each other from 0 to the end of the key range.");
}
