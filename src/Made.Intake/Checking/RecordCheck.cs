using System.Runtime.CompilerServices;
using System.Text;
using Made.Core;
using Made.Core.Calendar;
using Made.Core.Exchange;
using Made.Core.Facts;
using Made.Intake.Personal;
using Made.Intake.Reading;

namespace Made.Intake.Checking;

/// <summary>Runs the records of one table through schema, row and set checks. Knows no dataset: the definition says everything.</summary>
internal sealed class RecordCheck(IntakeOptions options, string file, FindingLog log)
{
    /// <summary>Fewer records may well all lie outside; so many do not.</summary>
    private const int FewestToTellArea = 100;

    private const int ProgressEvery = 4096;
    private const long ProgressPause = 100;

    private readonly Record record = new();
    private readonly List<(Fault Fault, ColumnDefinition? Column, PersonalDetail Detail)> faults = [];
    private byte[][] header = [];
    private readonly UnmatchedLog? unmatched = options.GivesBack ? new UnmatchedLog(options.Today) : null;
    private RefusedRows? refused;
    private int[] undeclared = [];
    private int? month;
    private long toldAt;

    public FactTexts Texts { get; } = new();

    public Keeper? Keeper { get; private set; }

    public long RecordsIn { get; private set; }

    public long Stored { get; private set; }

    public long Rejected { get; private set; }

    public long Duplicates { get; private set; }

    public ReadOnlyMemory<byte> Refused => refused?.Csv ?? default;

    public Unmatched Unmatched => unmatched?.All ?? Unmatched.None;

    public bool IsCorrection { get; private set; }

    public bool IsProvisional { get; private set; }

    /// <summary>True where the file may be kept; else the log says why not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Run(RecordSource source, Func<long> bytes, CancellationToken cancellation)
    {
        if (options.Dataset.Pseudonym is { } purpose && options.Pseudonyms is null)
            return Refuse(Problems.NoPseudonymKey(purpose));
        if (FileNames.MonthOf(file, options.Dataset) is { } expected)
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
        if (RecordText.Bad(record) >= 0)
            return Refuse(Problems.NotUtf8, 1);
        header = [.. Enumerable.Range(0, record.Count).Select(i => record[i].ToArray())];
        var names = header.Select(Encoding.UTF8.GetString).ToList();
        var match = Header.Match(names, options.Dataset, options.Datasets, options.Today, log);
        if (match is null)
        {
            var (missing, spare) = Header.Unmatched(names, options.Dataset);
            unmatched?.Columns(missing, spare);
            return false;
        }
        undeclared = [.. Enumerable.Range(0, header.Length).Except(match.Positions.Values).Where(i => i != match.Correction)];
        IsCorrection = match.Correction >= 0;
        refused = options.GivesBack ? new RefusedRows(options, names, undeclared, match.Correction) : null;
        Keeper = options.Dataset.Shape == DatasetShape.ReportedValues
            ? new ValueKeeper(options, match)
            : new FactKeeper(options, match, Texts, options.Open(file, Texts));
        return true;
    }

    /// <summary>One record; a problem stops the file.</summary>
    private (Problem Problem, string Column)? Take(bool named)
    {
        if (!record.IsPlain && RecordText.Bad(record) is >= 0 and var bad)
            return (Problems.NotUtf8, bad < header.Length ? Header.Shown(header[bad], options.Today) : "");
        if (RecordText.IsEmpty(record))
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
            faults.Add((shape, null, PersonalDetail.None));
        else
            remarks = CheckCells();
        if (options.LooksForPersons && PersonalWhereNoneMayBe() is { } personal)
            return personal;
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
                faults.Add((fault, column.Definition, column.Detail));
            remarks |= column.Remark != Fault.None;
        }
        return remarks;
    }

    /// <summary>
    /// A column that the dataset does not know, or one that holds keys, codes, numbers or dates, is no place for personal details: the file is not the one
    /// that was agreed, and is refused. A cell of the second kind is looked at only where it failed its own check.
    /// </summary>
    private (Problem Problem, string Column)? PersonalWhereNoneMayBe()
    {
        if (record.Count != header.Length)
            return null;
        foreach (var at in undeclared)
            if (PersonalDetails.Find(record[at], options.Today) is var found and not PersonalDetail.None)
                return (Problems.PersonalColumn(found), Header.Shown(header[at], options.Today));
        foreach (var (_, definition, detail) in faults)
            if (definition is not null && PersonalIn(definition, detail) is var found and not PersonalDetail.None)
                return (Problems.PersonalColumn(found), definition.Name);
        return null;
    }

    private PersonalDetail PersonalIn(ColumnDefinition definition, PersonalDetail seen)
    {
        if (seen != PersonalDetail.None)
            return definition.Role == ColumnRole.Key ? seen : PersonalDetail.None;
        var found = PersonalDetails.Find(record[Keeper!.Columns.First(c => c.Definition == definition).At], options.Today);
        // A date out of range where dates stand is a spreadsheet's slip, not somebody's birth.
        return found == PersonalDetail.DateOfBirth && definition.Kind is (ColumnKind.Date or ColumnKind.Month) ? PersonalDetail.None : found;
    }

    private void Keep(bool remarks)
    {
        var (fault, column) = Keeper!.Keep(record);
        if (fault != Fault.None)
            Say(fault, column, PersonalDetail.None);
        if (fault.Rejects())
        {
            Rejected++;
            refused?.Add(record, [Findings.About(fault, PersonalDetail.None, record.Row, column, 1)]);
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
                    Say(check.Remark, check.Definition, PersonalDetail.None);
    }

    private void Say(Fault fault, ColumnDefinition? column, PersonalDetail detail)
    {
        log.Add(fault, record.Row, column, detail);
        if (unmatched is not null && column is not null && fault is Fault.UnknownCode or Fault.UnknownArea or Fault.UnknownIndicator or Fault.UnknownPlace)
            unmatched.Value(column.Name, record[Keeper!.Columns.First(c => c.Definition == column).At]);
    }

    private void Reject()
    {
        Rejected++;
        if (RecordText.IsTotal(record))
        {
            log.Add(Fault.TotalLine, record.Row, null);
            return;
        }
        refused?.Add(record, faults.Select(f => Findings.About(f.Fault, f.Detail, record.Row, f.Column, 1)));
        foreach (var (fault, column, detail) in faults)
            Say(fault, column, detail);
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
        if (Keeper!.Columns.OfType<KeyColumn>().FirstOrDefault(k => k.OfMost != PersonalDetail.None) is { } key)
            return Refuse(Problems.PersonalColumn(key.OfMost), column: key.Definition.Name);
        if (Rejected * 2 > RecordsIn)
            return Refuse(Problems.TooManyRejections);
        // It would count as a month in which nothing happened, and take the place of the one that is held.
        if (Stored - Keeper!.WithoutPlace is >= FewestToTellArea and var placed && Keeper.OutsideArea == placed)
            return Refuse(Problems.NothingInside(placed));
        return (Stored + Rejected + Duplicates == RecordsIn || Refuse(Problems.DoesNotBalance)) && Keeper.Judge(log) && MayBePart();
    }

    /// <summary>False where the file holds a part of its month and such are refused; else it may be marked. A correction is a part by its nature.</summary>
    private bool MayBePart()
    {
        if (PartMonthCheck.Of(options, Keeper!, Stored, IsCorrection) is not { } part)
            return true;
        if (options.Dataset.PartMonths == PartMonths.Refused)
            return Refuse(part.Refused);
        log.Add(part.Marked);
        return IsProvisional = true;
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
