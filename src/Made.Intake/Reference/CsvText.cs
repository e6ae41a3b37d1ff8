namespace Made.Intake.Reference;

/// <summary>
/// The rows of one CSV text held in memory: quoted or not, LF or CRLF, blank lines skipped. For reference tables only, which are
/// small enough to hold; partner files are streamed elsewhere. Fields are sliced on demand, so unread columns cost nothing.
/// </summary>
internal sealed class CsvText(string text)
{
    private readonly List<(int Start, int Length, bool Quoted)> fields = [];
    private int at = text.StartsWith('\uFEFF') ? 1 : 0;

    /// <summary>The current row, counting from 1, the header; as an editor or spreadsheet would number the records.</summary>
    public int Row { get; private set; }

    public int Count => fields.Count;

    /// <summary>True where the text ends inside a quoted field: the file is cut off or a quote is missing.</summary>
    public bool EndsInsideQuotes { get; private set; }

    /// <summary>How many fields of a row anybody asks for: the rest of a plain line is passed over, which matters for ninety ages a row.</summary>
    public int Wanted { get; set; } = int.MaxValue;

    public bool Next()
    {
        do
        {
            if (at >= text.Length)
                return false;
            Row++;
            ReadRow();
        }
        while (fields is [{ Length: 0, Quoted: false }]);
        return !EndsInsideQuotes;
    }

    /// <summary>The field, trimmed, with doubled quotes undone; empty where the row is shorter than the header.</summary>
    public ReadOnlySpan<char> this[int field]
    {
        get
        {
            if (field < 0 || field >= fields.Count)
                return [];
            var (start, length, _) = fields[field];
            var span = text.AsSpan(start, length).Trim();
            return span.Contains("\"\"", StringComparison.Ordinal) ? span.ToString().Replace("\"\"", "\"", StringComparison.Ordinal) : span;
        }
    }

    public string Text(int field) => this[field].ToString();

    public IReadOnlyList<string> Fields() => [.. Enumerable.Range(0, fields.Count).Select(Text)];

    private void ReadRow()
    {
        fields.Clear();
        while (true)
        {
            if (at < text.Length && text[at] == '"')
                ReadQuoted();
            else
                ReadPlain();
            if (at >= text.Length)
                return;
            var end = text[at++];
            if (end == ',')
            {
                if (fields.Count >= Wanted && PassLine())
                    return;
                continue;
            }
            if (end == '\r' && at < text.Length && text[at] == '\n')
                at++;
            return;
        }
    }

    private bool PassLine()
    {
        var rest = text.AsSpan(at);
        var end = rest.IndexOf('\n');
        if (end < 0 || rest[..end].Contains('"'))
            return false;
        at += end + 1;
        return true;
    }

    private void ReadPlain()
    {
        var rest = text.AsSpan(at);
        var length = rest.IndexOfAny(',', '\n', '\r');
        if (length < 0)
            length = rest.Length;
        fields.Add((at, length, false));
        at += length;
    }

    private void ReadQuoted()
    {
        var start = ++at;
        while (true)
        {
            var quote = text.IndexOf('"', at);
            if (quote < 0)
            {
                EndsInsideQuotes = true;
                at = text.Length;
                fields.Add((start, at - start, true));
                return;
            }
            at = quote + 1;
            if (at < text.Length && text[at] == '"')
            {
                at++;
                continue;
            }
            fields.Add((start, quote - start, true));
            // Anything between the closing quote and the next comma is a slip of the writer and not part of the value.
            var rest = text.AsSpan(at).IndexOfAny(',', '\n', '\r');
            at = rest < 0 ? text.Length : at + rest;
            return;
        }
    }
}
