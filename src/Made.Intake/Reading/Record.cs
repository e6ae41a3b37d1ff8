namespace Made.Intake.Reading;

/// <summary>What a workbook says a cell is; a text file only has text.</summary>
public enum CellKind : byte
{
    Text,
    Number,
    Date,
    Time,
    Error,
}

/// <summary>One record as slices of a buffer that its source reuses: valid until the next record is read.</summary>
public sealed class Record
{
    /// <summary>More cells than any table has; further ones are counted, not kept.</summary>
    public const int MaximumCells = 4096;

    private readonly int[] starts = new int[MaximumCells];
    private readonly int[] ends = new int[MaximumCells];
    private byte[] bytes = [];

    public int Count { get; private set; }

    /// <summary>As a spreadsheet would number it: 1 is the header, blank lines count.</summary>
    public long Row { get; private set; }

    /// <summary>Printable ASCII throughout: no cell needs its characters checked.</summary>
    public bool IsPlain { get; internal set; }

    /// <summary>The cells stand side by side in the bytes, parted by commas, and there is no quote among them.</summary>
    public bool IsBare { get; internal set; }

    /// <summary>A quoted cell is followed by more text, so its content is in doubt; the record's end is not.</summary>
    public bool HasMisplacedQuote { get; internal set; }

    public ReadOnlySpan<byte> this[int cell] => bytes.AsSpan(starts[cell], ends[cell] - starts[cell]);

    /// <summary>The bytes from one cell to another, with what parts them.</summary>
    public ReadOnlySpan<byte> Through(int first, int last) => bytes.AsSpan(starts[first], ends[last] - starts[first]);

    internal CellKind[]? Kinds { get; set; }

    public CellKind KindOf(int cell) => Kinds is null ? CellKind.Text : Kinds[cell];

    internal void Begin(byte[] buffer)
    {
        bytes = buffer;
        Count = 0;
        IsPlain = true;
        IsBare = false;
        HasMisplacedQuote = false;
    }

    internal void Add(int start, int end)
    {
        if (Count < MaximumCells)
        {
            starts[Count] = start;
            ends[Count] = end;
        }
        Count++;
    }

    internal void Shorten(int cell, int end) => ends[cell] = end;

    internal int StartOf(int cell) => starts[cell];

    internal int EndOf(int cell) => ends[cell];

    internal void Number(long row) => Row = row;
}
