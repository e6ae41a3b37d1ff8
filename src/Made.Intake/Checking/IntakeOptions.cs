using Made.Core.Calendar;
using Made.Core.Coarsening;
using Made.Core.Exchange;
using Made.Core.Facts;
using Made.Intake.Reading;

namespace Made.Intake.Checking;

/// <summary>
/// Called once for each table whose header fits, before its first batch. The batch is filled again after the receiver returns, so it must
/// take what it needs. Until the receipt says that the supply was accepted, nothing of it may be kept.
/// </summary>
public delegate Action<FactBatch> OpenFacts(string file, FactTexts texts);

/// <param name="File">As in the receipt.</param>
/// <param name="Rows">Records read so far.</param>
/// <param name="Bytes">Unpacked bytes read so far.</param>
public readonly record struct ReadingProgress(string File, long Rows, long Bytes);

/// <summary>Everything the check depends on besides the file: the same file and options always give the same result.</summary>
public sealed record IntakeOptions
{
    public required DatasetDefinition Dataset { get; init; }

    /// <summary>All datasets, so that a file of another one is recognised.</summary>
    public required IReadOnlyList<DatasetDefinition> Datasets { get; init; }

    public required PlaceIndex Places { get; init; }

    public required DateOnly Today { get; init; }

    public required OpenFacts Open { get; init; }

    /// <summary>Personal details are looked for at the door of every dataset that its publisher has not put in the open already.</summary>
    internal bool LooksForPersons => Dataset.Disclosure != DisclosurePolicy.AlreadyPublic;

    /// <summary>For datasets of reported values: the known indicators.</summary>
    public IReadOnlySet<string> Indicators { get; init; } = new HashSet<string>();

    /// <summary>Those whose numerator is a part of the denominator.</summary>
    public IReadOnlySet<string> Proportions { get; init; } = new HashSet<string>();

    /// <summary>For datasets of reported values: the codes of the known areas.</summary>
    public IReadOnlySet<string> Areas { get; init; } = new HashSet<string>();

    /// <summary>For a dataset whose records are linked: the key of its purpose. Without it such a file is refused.</summary>
    public PseudonymKey? Pseudonyms { get; init; }

    /// <summary>True where refused records and names that are not known are wanted back, for the sender to correct or to say what they stand for.</summary>
    public bool GivesBack { get; init; }

    public Limits Limits { get; init; } = new();

    /// <summary>Told at most ten times a second.</summary>
    public Action<ReadingProgress>? Progress { get; init; }
}

/// <summary>One received file. The stream must be seekable; it stays the caller's.</summary>
/// <param name="Name">As sent. Shown, and asked for its month; never used as a path.</param>
public sealed record ReceivedFile(string Name, Stream Content);

/// <summary>What became of one table: a receipt without its supply id, and for reported values the figures.</summary>
public sealed record ReadSupply
{
    public required Receipt Receipt { get; init; }

    /// <summary>First and last month of what was stored; null where nothing was.</summary>
    public required (Month First, Month Last)? Months { get; init; }

    public required FactTexts Texts { get; init; }

    public IReadOnlyList<ReportedValue> Reported { get; init; } = [];

    /// <summary>A CSV file of the refused records, for whoever sent them; empty where there are none or they were not asked for. Never kept.</summary>
    public ReadOnlyMemory<byte> RefusedRows { get; init; }

    /// <summary>Names that are not known, for whoever sent them; none where they were not asked for. Never kept.</summary>
    public Unmatched Unmatched { get; init; } = Unmatched.None;

    /// <summary>True for a file of refused records that comes back corrected: it completes what is held of its month.</summary>
    public bool IsCorrection { get; init; }
}
