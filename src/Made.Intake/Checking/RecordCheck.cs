using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;
using Made.Core;
using Made.Core.Calendar;
using Made.Core.Exchange;
using Made.Intake.Reading;

namespace Made.Intake.Checking;

/// <summary>Runs the records of one table through schema, row and set checks. Knows no dataset: the definition says everything.</summary>
internal sealed class RecordCheck(IntakeOptions options, string file, FindingLog log)
{
    private const int ProgressEvery = 4096;
    private const long ProgressPause = 100;

    private readonly Record record = new();
    private readonly List<(Fault Fault, ColumnDefinition? Column)> faults = [];
    private byte[][] header = [];
    private int? month;
    private long toldAt;

    public FactTexts Texts { get; } = new();

    public Keeper? Keeper { get; private set; }

    public long RecordsIn { get; private set; }

    public long Stored { get; private set; }

    public long Rejected { get; private set; }

    public long Duplicates { get; private set; }

    /// <summary>True where the file may be kept; else the log says why not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Run(RecordSource source, Func<long> bytes, CancellationToken cancellation)
    {
        if (ExpectedMonth() is { } expected)
        {
            month = expected.Index;
            if (expected > Month.Of(options.Today))
                return Refuse(Problems.FutureMonth(expected, Month.Of(options.Today)));
        }
        var named = month is not null;
        var step = source.Next(record);
        if (step != Step.Record)
            return Stopped(step, source.Row);
        if (!ReadHeader())
            return false;
        if (source is CsvRecords csv)
            csv.Columns = header.Length;
        while ((step = source.Next(record)) == Step.Record)
        {
            if (Take(named) is { } problem)
                return Refuse(problem.Problem, record.Row, problem.Column);
            if (RecordsIn % ProgressEvery == 0)
                Tell(bytes(), cancellation);
        }
        Keeper!.Finish();
        return step == Step.End ? Whole() : Stopped(step, source.Row);
    }

    private bool Refuse(Problem problem, long row = 0, string column = "")
    {
        log.Add(problem, row, column);
        return false;
    }

    private bool Stopped(Step step, long row) => step switch
    {
        Step.End => Refuse(Problems.EmptyFile),
        Step.QuoteNotClosed => Refuse(Problems.QuoteNotClosed, row),
        Step.QuoteInDoubt => Refuse(Problems.QuoteInDoubt, row),
        Step.TooLong => Refuse(Problems.RecordTooLong, row),
        _ => false,
    };

    private bool ReadHeader()
    {
        if (record.Count > Record.MaximumCells)
            return Refuse(Problems.TooManyColumns, 1);
        if (BadText() >= 0)
            return Refuse(Problems.NotUtf8, 1);
        header = [.. Enumerable.Range(0, record.Count).Select(i => record[i].ToArray())];
        var match = Header.Match([.. header.Select(Encoding.UTF8.GetString)], options.Dataset, options.Datasets, log);
        if (match is null)
            return false;
        Keeper = options.Dataset.Shape == DatasetShape.ReportedValues
            ? new ValueKeeper(options, match)
            : new FactKeeper(options, match, Texts, options.Open(file, Texts));
        return true;
    }

    /// <summary>One record; a problem stops the file.</summary>
    private (Problem Problem, string Column)? Take(bool named)
    {
        if (!record.IsPlain && BadText() is >= 0 and var bad)
            return (Problems.NotUtf8, bad < header.Length ? Encoding.UTF8.GetString(header[bad]) : "");
        if (IsEmpty())
        {
            log.Add(Fault.EmptyRow, record.Row, null);
            return null;
        }
        RecordsIn++;
        if (RecordsIn > options.Limits.Rows)
            return (Problems.TooManyRows(options.Limits.Rows), "");
        faults.Clear();
        var remarks = false;
        if (FaultOfShape() is var shape and not Fault.None)
            faults.Add((shape, null));
        else
            remarks = CheckCells();
        if (faults.Count > 0)
        {
            Reject();
            return null;
        }
        if (WrongMonth(named) is { } wrong)
            return (wrong, Keeper!.When!.Definition.Name);
        Keep(remarks);
        return Keeper is FactKeeper { HasTooManyTexts: true } ? (Problems.TooManyTexts, "") : null;
    }

    private bool CheckCells()
    {
        var remarks = false;
        var columns = Keeper!.Columns;
        foreach (var column in columns)
        {
            var fault = column.Check(record);
            if (fault != Fault.None)
                faults.Add((fault, column.Definition));
            remarks |= column.Remark != Fault.None;
        }
        return remarks;
    }

    private void Keep(bool remarks)
    {
        var (fault, column) = Keeper!.Keep(record);
        if (fault != Fault.None)
            log.Add(fault, record.Row, column);
        if (fault.Rejects())
        {
            Rejected++;
            return;
        }
        if (fault == Fault.Repeated)
        {
            Duplicates++;
            return;
        }
        Stored++;
        if (remarks)
            foreach (var check in Keeper.Columns)
                if (check.Remark != Fault.None)
                    log.Add(check.Remark, record.Row, check.Definition);
    }

    private void Reject()
    {
        Rejected++;
        if (IsTotal())
        {
            log.Add(Fault.TotalLine, record.Row, null);
            return;
        }
        foreach (var (fault, column) in faults)
            log.Add(fault, record.Row, column);
    }

    private Fault FaultOfShape()
    {
        if (record.HasMisplacedQuote)
            return Fault.QuoteMisplaced;
        if (record.Count != header.Length)
            return record.Count < header.Length ? Fault.RowTooShort : Fault.RowTooLong;
        if (!record[0].SequenceEqual(header[0]))
            return Fault.None;
        for (var i = 1; i < header.Length; i++)
            if (!record[i].SequenceEqual(header[i]))
                return Fault.None;
        return Fault.HeaderRepeated;
    }

    private Problem? WrongMonth(bool named)
    {
        if (options.Dataset.Grain != SupplyGrain.Month || Keeper!.When is not { } when)
            return null;
        if (month is null)
            month = when.MonthIndex;
        else if (month != when.MonthIndex)
            return named ? Problems.WrongMonth(Month.FromIndex(month.Value)) : Problems.SeveralMonths(Month.FromIndex(month.Value));
        return null;
    }

    private bool Whole()
    {
        if (RecordsIn == 0)
            return Refuse(Problems.NoRecords);
        if (Stored == 0 && Duplicates == 0)
            return Refuse(Problems.AllRejected);
        if (Rejected * 2 > RecordsIn)
            return Refuse(Problems.TooManyRejections);
        return Stored + Rejected + Duplicates == RecordsIn || Refuse(Problems.DoesNotBalance);
    }

    private Month? ExpectedMonth() => FileNames.MonthOf(file, options.Dataset);

    private bool IsEmpty()
    {
        var cells = Math.Min(record.Count, Record.MaximumCells);
        for (var i = 0; i < cells; i++)
            if (!CellText.IsBlank(record[i]))
                return false;
        return true;
    }

    private bool IsTotal()
    {
        var cells = Math.Min(record.Count, Record.MaximumCells);
        for (var i = 0; i < cells; i++)
            if (!CellText.IsBlank(record[i]))
                return Encoding.UTF8.GetString(CellText.Trim(record[i])).ToLowerInvariant() is "total" or "totals" or "grand total" or "sum";
        return false;
    }

    /// <summary>The first cell that is not UTF-8, or -1.</summary>
    private int BadText()
    {
        var cells = Math.Min(record.Count, Record.MaximumCells);
        for (var i = 0; i < cells; i++)
            if (!Utf8.IsValid(record[i]))
                return i;
        return -1;
    }

    private void Tell(long bytes, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (options.Progress is not { } progress || Environment.TickCount64 - toldAt < ProgressPause)
            return;
        toldAt = Environment.TickCount64;
        progress(new ReadingProgress(file, RecordsIn, bytes));
    }
}
