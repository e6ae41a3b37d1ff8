namespace Made.Intake.Reading;

/// <summary>How much one received file may ask of this machine. Beyond any of these it is refused, never cut.</summary>
public sealed record Limits
{
    /// <summary>Bytes of a plain file, or of one unpacked member.</summary>
    public long Bytes { get; init; } = 1L << 30;

    /// <summary>Bytes of all members of one archive, unpacked.</summary>
    public long ArchiveBytes { get; init; } = 4L << 30;

    /// <summary>Bytes of all parts of one workbook, unpacked.</summary>
    public long WorkbookBytes { get; init; } = 256L << 20;

    /// <summary>Unpacked bytes for each packed one. Real tables reach 30, an archive made to harm 1,000.</summary>
    public int Ratio { get; init; } = 250;

    /// <summary>Unpacked bytes up to which the ratio is not asked.</summary>
    public long RatioFrom { get; init; } = 16L << 20;

    public int Members { get; init; } = 2000;

    public long Rows { get; init; } = 20_000_000;

    public int RecordBytes { get; init; } = 1 << 20;

    /// <summary>Different texts in one column that is kept.</summary>
    public int DistinctTexts { get; init; } = 100_000;
}
