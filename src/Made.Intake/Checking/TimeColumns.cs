using Made.Core.Calendar;
using Made.Core.Exchange;
using Made.Intake.Reading;

namespace Made.Intake.Checking;

/// <summary>A column that tells when: its month is what is kept.</summary>
internal abstract class WhenColumn(ColumnDefinition definition, int at, DateOnly today) : ColumnCheck(definition, at)
{
    /// <summary>Before the oldest open records of any feed: an empty spreadsheet cell turned into a date gives 1899, 1900 or 1970.</summary>
    private static readonly DateOnly Earliest = new(1974, 1, 1);

    public DateOnly Date { get; private set; }

    public int MonthIndex { get; private set; }

    protected Fault Take(DateOnly date)
    {
        if (date > today)
            return Fault.InTheFuture;
        if (date < Earliest)
            return Fault.TooEarly;
        Date = date;
        MonthIndex = Month.Of(date).Index;
        return Fault.None;
    }
}

internal sealed class MonthColumn(ColumnDefinition definition, int at, DateOnly today) : WhenColumn(definition, at, today)
{
    private byte[] last = [];

    protected override Fault Read(ReadOnlySpan<byte> cell, CellKind kind)
    {
        if (cell.SequenceEqual(last))
            return Fault.None;
        var text = CellText.Trim(cell);
        // Excel turns 2022-07 into the first day of July 2022.
        if (kind == CellKind.Date && text.Length == 10 && text.EndsWith("-01"u8))
            text = text[..7];
        Span<char> letters = stackalloc char[7];
        if (text.Length != 7 || !System.Text.Encoding.UTF8.TryGetChars(text, letters, out _) || !Month.TryParse(letters, out var month))
            return Fault.NotAMonth;
        var fault = Take(month.FirstDay);
        if (fault == Fault.None)
            last = kind == CellKind.Text ? cell.ToArray() : [];
        return fault;
    }

    protected override void Clear() => last = [];
}

internal sealed class DateColumn(ColumnDefinition definition, int at, DateOnly today) : WhenColumn(definition, at, today)
{
    private readonly DateText format = new(definition.Format);

    protected override Fault Read(ReadOnlySpan<byte> cell, CellKind kind)
    {
        var form = kind == CellKind.Date ? DateText.Iso : format;
        return form.TryRead(CellText.Trim(cell), out var date) ? Take(date) : Fault.NotADate;
    }
}

internal sealed class TimeColumn(ColumnDefinition definition, int at) : ColumnCheck(definition, at)
{
    private int minutes;

    public TimeOnly Time => new(minutes / 60, minutes % 60);

    protected override Fault Read(ReadOnlySpan<byte> cell, CellKind kind)
    {
        var text = CellText.Trim(cell);
        if (text.Length is not (5 or 8) || text[2] != ':' || (text.Length == 8 && text[5] != ':'))
            return Fault.NotATime;
        var good = IsBelow(text, 24) && IsBelow(text[3..], 60) && (text.Length == 5 || IsBelow(text[6..], 60));
        if (!good)
            return Fault.NotATime;
        minutes = (Two(text) * 60) + Two(text[3..]);
        return Fault.None;
    }

    private static int Two(ReadOnlySpan<byte> text) => ((text[0] - '0') * 10) + text[1] - '0';

    private static bool IsBelow(ReadOnlySpan<byte> text, int most) =>
        text[0] is >= (byte)'0' and <= (byte)'9' && text[1] is >= (byte)'0' and <= (byte)'9' && Two(text) < most;
}
