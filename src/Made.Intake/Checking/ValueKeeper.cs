using System.Text;
using Made.Core.Calendar;
using Made.Core.Exchange;
using Made.Core.Facts;
using Made.Core.Indicators;
using Made.Intake.Reading;

namespace Made.Intake.Checking;

/// <summary>Keeps the figures of an aggregate feed. What stands in place of a figure is kept as a named absence, never as 0.</summary>
internal sealed class ValueKeeper : Keeper
{
    private readonly IntakeOptions options;
    private readonly List<ReportedValue> values = [];
    private readonly Dictionary<(string Indicator, string Area, DateOnly Start, DateOnly End), ReportedValue> byPeriod = [];

    public ValueKeeper(IntakeOptions options, Header header)
    {
        this.options = options;
        Columns =
        [
            .. options.Dataset.Columns.Where(c => header.Positions.ContainsKey(c.Name))
                .Select(c => ColumnChecks.For(c, header.Positions[c.Name], options.Today, takesMarkers: true, options.LooksForPersons)),
        ];
    }

    public override ColumnCheck[] Columns { get; }

    public override WhenColumn? When => null;

    public IReadOnlyList<ReportedValue> Values => values;

    public override Month? LastKnown => values.Where(v => v.Numerator.IsNumber || v.Value.IsNumber).Select(v => (Month?)Month.Of(v.End)).Max();

    public override (Fault Fault, ColumnDefinition? Column) Keep(Record record)
    {
        var indicator = TextOf(ColumnRole.Indicator, record);
        if (!options.Indicators.Contains(indicator))
            return (Fault.UnknownIndicator, Of(ColumnRole.Indicator)?.Definition);
        var area = TextOf(ColumnRole.Area, record).ToUpperInvariant();
        if (!options.Areas.Contains(area))
            return (Fault.UnknownArea, Of(ColumnRole.Area)?.Definition);
        if (PeriodOf(record) is not { } period)
            return (Fault.NotADate, Of(ColumnRole.PeriodStart)?.Definition);
        if (period.End < period.Start)
            return (Fault.PeriodBackwards, Of(ColumnRole.PeriodEnd)?.Definition);
        var (status, absence) = StatusOf(record);
        var value = new ReportedValue
        {
            Indicator = indicator,
            Area = area,
            Start = period.Start,
            End = period.End,
            Numerator = QuantityOf(ColumnRole.Numerator, absence),
            Denominator = QuantityOf(ColumnRole.Denominator, absence),
            Value = QuantityOf(ColumnRole.Value, absence),
            Status = status,
        };
        var denominator = Of(ColumnRole.Denominator)?.Definition;
        if (value.Numerator.IsNumber && value.Denominator.IsNumber
            && value.Numerator.Number > value.Denominator.Number && value.Denominator.Number > 0 && options.Proportions.Contains(indicator))
            return (Fault.NumeratorAboveDenominator, Of(ColumnRole.Numerator)?.Definition);
        var isZero = value.Denominator is { IsNumber: true, Number: 0 };
        if (isZero && value.Value.IsNumber)
            return (Fault.ZeroDenominator, denominator);
        if (isZero)
            value = value with { Value = Quantity.Missing(Absence.CannotBeCalculated) };
        if (byPeriod.TryGetValue((indicator, area, period.Start, period.End), out var earlier))
            return (earlier == value ? Fault.Repeated : Fault.OtherValueForPeriod, null);
        byPeriod.Add((indicator, area, period.Start, period.End), value);
        values.Add(value);
        Seen(Month.Of(period.Start).Index);
        Seen(Month.Of(period.End).Index);
        return isZero ? (Fault.CannotBeCalculated, denominator) : (Fault.None, null);
    }

    /// <summary>Two dates, or one column whose codes keep "start/end" (a quarter's name, for example).</summary>
    private (DateOnly Start, DateOnly End)? PeriodOf(Record record)
    {
        var start = Of(ColumnRole.PeriodStart);
        if (start is WhenColumn first)
            return (first.Date, Of(ColumnRole.PeriodEnd) is WhenColumn last ? last.Date : Month.Of(first.Date).LastDay);
        var parts = (start is CodeColumn code ? code.Kept : "").Split('/');
        var good = DateText.Iso.TryRead(Encoding.UTF8.GetBytes(parts[0]), out var from)
            & DateText.Iso.TryRead(Encoding.UTF8.GetBytes(parts[^1]), out var to);
        return good ? (from, to) : null;
    }

    /// <summary>A status may also say why there is no figure.</summary>
    private (string Status, Absence Absence) StatusOf(Record record)
    {
        var text = TextOf(ColumnRole.Status, record).ToLowerInvariant();
        var absence = Markers.Read(text);
        return (absence != Absence.None || text.Length == 0 ? "final" : text, absence);
    }

    private Quantity QuantityOf(ColumnRole role, Absence absence)
    {
        if (Of(role) is not NumberColumn column)
            return Quantity.Missing(absence == Absence.None ? Absence.NotReported : absence);
        return column.IsEmpty && absence != Absence.None ? Quantity.Missing(absence) : column.Quantity;
    }

    private string TextOf(ColumnRole role, Record record) => Of(role) switch
    {
        CodeColumn code => code.Kept,
        { } column when Encoding.UTF8.GetString(CellText.Trim(record[column.At])) is var text => column.Definition.MappedValues.GetValueOrDefault(text, text),
        _ => "",
    };

    private ColumnCheck? Of(ColumnRole role) => Array.Find(Columns, c => c.Definition.Role == role);
}
