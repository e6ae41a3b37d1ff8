using System.Text.Json.Serialization;
using Made.Core.Calendar;

namespace Made.Core.Exchange;

public enum Verdict
{
    Accepted,
    AcceptedWithRejections,
    Refused,
    AlreadyHeld,
}

/// <summary>One thing wrong with a supply. Never repeats a cell's value: the value may be personal.</summary>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Row">Row in the file, counting from 1, the header; 0 where the finding concerns the whole file.</param>
/// <param name="Column">The column's name, or empty.</param>
/// <param name="Message">What is wrong, for a person.</param>
/// <param name="Remedy">What the sender can do.</param>
/// <param name="Count">How many rows have the same finding; <paramref name="Row"/> is the first of them.</param>
public sealed record Finding(string Code, long Row, string Column, string Message, string Remedy, long Count);

/// <summary>What became of one file. Kept for ever, also for files that were refused.</summary>
public sealed record Receipt
{
    /// <summary>The file's name as sent; a member of an archive reads <c>a.zip!/b.csv</c>.</summary>
    public required string File { get; init; }

    public required string Dataset { get; init; }

    /// <summary><c>2019-12</c>, or <c>2015-01/2015-12</c> for a file of many months; empty where it could not be told.</summary>
    public required string Period { get; init; }

    /// <summary>The supply it became, such as <c>police-street-2019-12-r2</c>; empty where it became none.</summary>
    public required string Supply { get; init; }

    public required Verdict Verdict { get; init; }

    public required long RecordsIn { get; init; }

    public required long Stored { get; init; }

    public required long Rejected { get; init; }

    public required long Duplicates { get; init; }

    public required long WithoutPlace { get; init; }

    public required long OutsideArea { get; init; }

    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Hex, lower case, of the bytes as received (of the member, inside an archive).</summary>
    public required string Sha256 { get; init; }

    /// <summary>What changed against the revision it replaces; empty for a first supply.</summary>
    public string Changes { get; init; } = "";

    /// <summary>True where the supplier stated that there was nothing to report: a true zero, no file.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsNil { get; init; }

    /// <summary>True where what was stored is a part of its month, or may be; a finding says why.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsProvisional { get; init; }

    /// <summary>Of something in which no record was read.</summary>
    public static Receipt WithoutRecords(string file, string dataset, string sha256, Verdict verdict) => new()
    {
        File = file,
        Dataset = dataset,
        Period = "",
        Supply = "",
        Verdict = verdict,
        RecordsIn = 0,
        Stored = 0,
        Rejected = 0,
        Duplicates = 0,
        WithoutPlace = 0,
        OutsideArea = 0,
        Findings = [],
        Sha256 = sha256,
    };

    /// <summary>Stored + rejected + duplicates = records in, unless the whole file was refused.</summary>
    public bool Balances => Verdict == Verdict.Refused || Verdict == Verdict.AlreadyHeld || Stored + Rejected + Duplicates == RecordsIn;
}

public static class Verdicts
{
    public static string Code(this Verdict verdict) => verdict switch
    {
        Verdict.Accepted => "accepted",
        Verdict.AcceptedWithRejections => "accepted-with-rejections",
        Verdict.Refused => "refused",
        _ => "already-held",
    };
}

public enum SupplyState
{
    Current,
    Superseded,
    Withdrawn,
}

/// <summary>One file a partner sent for one dataset and period; an immutable revision.</summary>
public sealed record Supply
{
    /// <summary>Readable: <c>police-street-2019-12-r2</c>.</summary>
    public required string Id { get; init; }

    public required string Dataset { get; init; }

    public required Month First { get; init; }

    public required Month Last { get; init; }

    public required int Revision { get; init; }

    public required SupplyState State { get; init; }

    public required string File { get; init; }

    public required string Sha256 { get; init; }

    /// <summary>SHA-256 of the facts file, for lineage and verification.</summary>
    public required string FactsSha256 { get; init; }

    public required DateTimeOffset Received { get; init; }

    /// <summary>The publisher's release date where it was given; orders revisions before arrival does.</summary>
    public required DateOnly? Released { get; init; }

    public required long Stored { get; init; }

    public required long WithoutPlace { get; init; }

    public required long OutsideArea { get; init; }

    /// <summary>True where it holds a part of its month, or may: the whole month is still owed.</summary>
    public required bool IsProvisional { get; init; }

    /// <summary>A nil return: nothing else is accepted without a record.</summary>
    public bool IsNil => Stored == 0;

    public string Period => First == Last ? First.ToString() : $"{First}/{Last}";
}
