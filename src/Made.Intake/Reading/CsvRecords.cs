namespace Made.Intake.Reading;

/// <summary>
/// Reads RFC 4180 strictly, over bytes: LF, CRLF, CR or a mixture ends a record, quotes are doubled inside quotes, a quote inside an unquoted
/// cell is a plain character. Where quoting leaves a record's end in doubt it stops: a guess could shift columns.
/// </summary>
public sealed class CsvRecords : RecordSource
{
    /// <summary>Small enough that bytes and marks stay in the nearest cache and off the large object heap.</summary>
    private const int Window = 16 * 1024;

    private readonly Stream source;
    private readonly int longestRecord;
    private readonly List<int> escaped = [];
    private byte[] buffer = new byte[Window + MarkScan.Padding];
    private int[] marks = new int[Window + MarkScan.Padding];
    private int length;
    private int position;
    private int markCount;
    private int mark;
    private bool ended;
    private byte delimiter = (byte)',';
    private long row;
    private bool wasQuoted;

    public CsvRecords(Stream source, int longestRecord)
    {
        this.source = source;
        this.longestRecord = longestRecord;
        Fill();
    }

    /// <summary>The bytes at hand before the first record is read: enough to see what the file is.</summary>
    public ReadOnlySpan<byte> Beginning => buffer.AsSpan(0, length);

    public override long Row => row + 1;

    /// <summary>How many cells the header has, once that is known.</summary>
    public int Columns { get; set; }

    /// <summary>Leaves out a byte-order mark or a delimiter hint and fixes the delimiter.</summary>
    public void Start(int offset, byte separator)
    {
        position = offset;
        delimiter = separator;
        Scan();
    }

    public override Step Next(Record record)
    {
        while (true)
        {
            var step = Take(record);
            if (step is not { } taken)
            {
                if (!Refill())
                    return Step.TooLong;
                continue;
            }
            if (taken != Step.Record)
                return taken;
            row++;
            if (record.Count == 1 && record[0].IsEmpty && !wasQuoted)
                continue;
            record.Number(row);
            return Step.Record;
        }
    }

    /// <summary>Null asks for more bytes; nothing has moved then.</summary>
    private Step? Take(Record record)
    {
        if (position >= length)
            return ended ? Step.End : null;
        record.Begin(buffer);
        record.IsBare = delimiter == ',';
        escaped.Clear();
        wasQuoted = false;
        var at = mark;
        var start = position;
        var quotedEnd = -1;
        while (at < markCount)
        {
            var p = marks[at++];
            var b = buffer[p];
            if (b == delimiter)
            {
                record.Add(start, quotedEnd < 0 ? p : quotedEnd);
                start = p + 1;
                quotedEnd = -1;
            }
            else if (b is (byte)'\n' or (byte)'\r')
            {
                var after = p + 1;
                if (b == '\r')
                {
                    if (after == length && !ended)
                        return null;
                    if (after < length && buffer[after] == '\n')
                    {
                        after++;
                        at++;
                    }
                }
                record.Add(start, quotedEnd < 0 ? p : quotedEnd);
                return Done(record, after, at);
            }
            else if (b == '"')
            {
                record.IsBare = false;
                if (p != start)
                    continue;
                wasQuoted = true;
                var quoted = TakeQuoted(record, ref at, out quotedEnd);
                if (quoted is null)
                    return null;
                if (quoted != Step.Record)
                    return quoted;
                if (record.HasMisplacedQuote)
                    return EndOfLine(record, at);
                start++;
            }
            else
            {
                record.IsPlain = false;
            }
        }
        if (!ended)
            return null;
        record.Add(start, quotedEnd < 0 ? length : quotedEnd);
        return Done(record, length, at);
    }

    /// <summary>From the opening quote to the closing one, which must stand before a delimiter, a line end or the end.</summary>
    private Step? TakeQuoted(Record record, ref int at, out int end)
    {
        var lines = false;
        var delimiters = 0;
        end = -1;
        while (at < markCount)
        {
            var p = marks[at++];
            var b = buffer[p];
            if (b != '"')
            {
                record.IsPlain &= b == delimiter && b >= 0x20;
                if (b == delimiter)
                    delimiters++;
                if (b is not ((byte)'\n' or (byte)'\r'))
                    continue;
                if (lines && HoldsRecord(delimiters))
                    return Step.QuoteInDoubt;
                lines = true;
                delimiters = 0;
                continue;
            }
            var after = p + 1;
            if (after == length && !ended)
                return null;
            if (after < length && buffer[after] == '"')
            {
                if (escaped.Count == 0 || escaped[^1] != record.Count)
                    escaped.Add(record.Count);
                at++;
                continue;
            }
            end = p;
            if (lines && HoldsRecord(delimiters))
                return Step.QuoteInDoubt;
            if (after == length || buffer[after] == delimiter || buffer[after] is (byte)'\n' or (byte)'\r')
                return Step.Record;
            record.HasMisplacedQuote = true;
            return lines ? Step.QuoteInDoubt : Step.Record;
        }
        return ended ? Step.QuoteNotClosed : null;
    }

    /// <summary>A whole line inside a cell that has as many delimiters as a record: an earlier quote was never closed and has swallowed records.</summary>
    private bool HoldsRecord(int delimiters) => Columns >= 4 && delimiters >= Columns - 1;

    /// <summary>After a misplaced quote the record ends with its line, unless a further quote leaves even that in doubt.</summary>
    private Step? EndOfLine(Record record, int at)
    {
        while (at < markCount)
        {
            var p = marks[at++];
            if (buffer[p] == '"')
                return Step.QuoteInDoubt;
            if (buffer[p] is (byte)'\n' or (byte)'\r')
                return Done(record, p + 1, at);
        }
        return ended ? Done(record, length, at) : null;
    }

    private Step Done(Record record, int next, int at)
    {
        position = next;
        mark = at;
        foreach (var cell in escaped)
            if (cell < record.Count && cell < Record.MaximumCells)
                Unescape(record, cell);
        return Step.Record;
    }

    private void Unescape(Record record, int cell)
    {
        var to = record.StartOf(cell);
        var end = record.EndOf(cell);
        for (var from = to; from < end; from++)
        {
            if (buffer[from] == '"')
                from++;
            buffer[to++] = buffer[from];
        }
        record.Shorten(cell, to);
    }

    private bool Refill()
    {
        var kept = length - position;
        if (position > 0)
            buffer.AsSpan(position, kept).CopyTo(buffer);
        else if (length == buffer.Length - MarkScan.Padding && !Grow())
            return false;
        length = kept;
        position = 0;
        Fill();
        Scan();
        return true;
    }

    private bool Grow()
    {
        if (length >= longestRecord)
            return false;
        Array.Resize(ref buffer, (length * 2) + MarkScan.Padding);
        marks = new int[buffer.Length];
        return true;
    }

    private void Fill()
    {
        var room = buffer.Length - MarkScan.Padding;
        while (!ended && length < room)
        {
            var read = source.Read(buffer, length, room - length);
            ended = read == 0;
            length += read;
        }
    }

    private void Scan()
    {
        markCount = MarkScan.Find(buffer, length, delimiter, marks);
        mark = 0;
        while (mark < markCount && marks[mark] < position)
            mark++;
    }
}
