namespace Made.Core.Disclosure.Anonymity;

/// <summary>What can be wrong with records whose anonymity is asked for.</summary>
public static class Problems
{
    /// <summary>No records.</summary>
    public static Problem NoRecords() => new("no-records", "There are no records.", "Give at least one record.");

    /// <summary>Nothing that could identify anybody was named.</summary>
    public static Problem NoQuasiIdentifiers() => new("no-quasi-identifiers", "No column is named that could single somebody out.", "Name the columns an outsider may know, such as age band, sex and area.");

    /// <summary>A record with more or fewer values than the others, or without its sensitive value.</summary>
    public static Problem WrongLength(int record) => new("wrong-length", $"Record {record} does not have the values the others have.", "Give each record a value, or an empty one, in every column.");
}
