using System.Text;
using ExcelDataReader;
using Made.Core;
using Made.Core.Exchange;

namespace Made.Intake.Reading;

/// <summary>
/// The first visible sheet of an .xlsx workbook as records. Opened only after <see cref="WorkbookParts"/> has checked every part, because
/// the reader behind it says nothing about missing parts, indexes out of range or damaged bytes.
/// </summary>
public sealed class Workbook : RecordSource, IDisposable
{
    private static readonly DateTime FirstDay = new(1900, 1, 1);

    private readonly IExcelDataReader reader;
    private readonly CheckedWorkbook checkedParts;
    private byte[] bytes = new byte[4096];
    private CellKind[] kinds = new CellKind[64];
    private long row;
    private int width;
    private int used;

    /// <summary>The library asks for code page 1252 before it looks at a file, and the framework does not offer it by itself.</summary>
    static Workbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private Workbook(IExcelDataReader reader, CheckedWorkbook checkedParts)
    {
        this.reader = reader;
        this.checkedParts = checkedParts;
    }

    public override long Row => row + 1;

    /// <summary>What the workbook holds besides the table.</summary>
    public IReadOnlyList<Finding> Findings => checkedParts.Findings;

    public Problem? Problem { get; private set; }

    internal static Outcome<Workbook> Open(Stream content, IReadOnlyList<ZipMember> parts, Limits limits, CancellationToken cancellation)
    {
        if (!WorkbookParts.Check(content, parts, limits, cancellation).Succeeded(out var found, out var problem))
            return problem;
        content.Position = 0;
        try
        {
            var sheets = ExcelReaderFactory.CreateOpenXmlReader(content, new ExcelReaderConfiguration { LeaveOpen = true });
            for (var skipped = 0; skipped < found.FirstVisible; skipped++)
                sheets.NextResult();
            return new Workbook(sheets, found);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The library throws a dozen kinds of exceptions on damaged content; each of them means the same to the sender.
            return Problems.WorkbookDamaged;
        }
    }

    public override Step Next(Record record)
    {
        try
        {
            while (reader.Read())
            {
                row++;
                if (Fill(record))
                    return Step.Record;
            }
            return Step.End;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Problem = Problems.WorkbookDamaged;
            return Step.Broken;
        }
    }

    public void Dispose() => reader.Dispose();

    /// <summary>False for a row without any content: a blank line.</summary>
    private bool Fill(Record record)
    {
        var cells = Math.Min(reader.FieldCount, SheetScan.WidestTable);
        while (cells > 0 && IsBlank(cells - 1))
            cells--;
        if (cells == 0)
            return false;
        width = width == 0 ? cells : width;
        if (kinds.Length < Math.Max(cells, width))
            kinds = new CellKind[Record.MaximumCells];
        used = 0;
        var plain = true;
        Span<int> starts = stackalloc int[Math.Max(cells, width) + 1];
        for (var i = 0; i < starts.Length - 1; i++)
        {
            starts[i] = used;
            if (i < cells)
                plain &= Write(i);
            else
                kinds[i] = CellKind.Text;
        }
        starts[^1] = used;
        record.Begin(bytes);
        for (var i = 0; i < starts.Length - 1; i++)
            record.Add(starts[i], starts[i + 1]);
        record.Kinds = kinds;
        record.IsPlain = plain;
        record.Number(row);
        return true;
    }

    private bool IsError(int cell) => checkedParts.Errors.Contains((row, cell + 1));

    private bool IsBlank(int cell) => !IsError(cell) && (reader.GetValue(cell) is null || reader.GetValue(cell) is string { Length: 0 });

    private bool Write(int cell)
    {
        var (kind, text) = IsError(cell) ? (CellKind.Error, "#") : TextOf(reader.GetValue(cell));
        kinds[cell] = kind;
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (bytes.Length - used < most)
            Array.Resize(ref bytes, (bytes.Length + most) * 2);
        used += Encoding.UTF8.GetBytes(text, bytes.AsSpan(used));
        foreach (var letter in text)
            if (letter is < ' ' or > '~')
                return false;
        return true;
    }

    private static (CellKind Kind, string Text) TextOf(object? value) => value switch
    {
        null => (CellKind.Text, ""),
        double number => (CellKind.Number, Math.Floor(number) == number && Math.Abs(number) < 1e15 ? ((long)number).ToString() : number.ToString()),
        int number => (CellKind.Number, number.ToString()),
        // A time of day alone is a fraction of Excel's day 0.
        DateTime time when time < FirstDay => (CellKind.Time, time.ToString("HH:mm:ss")),
        DateTime date when date.TimeOfDay == TimeSpan.Zero => (CellKind.Date, date.ToString("yyyy-MM-dd")),
        DateTime moment => (CellKind.Date, moment.ToString("yyyy-MM-dd HH:mm:ss")),
        TimeSpan time => (CellKind.Time, time.ToString(@"hh\:mm\:ss")),
        bool flag => (CellKind.Text, flag ? "TRUE" : "FALSE"),
        _ => (CellKind.Text, value.ToString() ?? ""),
    };
}
