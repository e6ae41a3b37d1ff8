namespace Made.Intake.Reading;

public enum Step
{
    Record,
    End,

    /// <summary>A quote opens and the file ends before it closes.</summary>
    QuoteNotClosed,

    /// <summary>A quote closes in the middle of a cell so that nobody can tell where the record ends.</summary>
    QuoteInDoubt,

    /// <summary>Longer than any record may be.</summary>
    TooLong,

    /// <summary>The bytes behind it could not be read on; the source's stream says why.</summary>
    Broken,
}

/// <summary>Yields the records of one table, the header first. Content never makes it throw.</summary>
public abstract class RecordSource
{
    /// <summary>The row that a step other than <see cref="Step.Record"/> speaks of.</summary>
    public abstract long Row { get; }

    public abstract Step Next(Record record);
}
