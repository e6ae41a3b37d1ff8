using Made.Core.Exchange;
using Made.Core.Indicators;
using Made.Intake.Reading;

namespace Made.Intake.Checking;

/// <summary>A whole or decimal number within the column's limits. Where a feed of figures may say why there is none, the marker is read too.</summary>
internal sealed class NumberColumn(ColumnDefinition definition, int at, bool takesMarkers) : ColumnCheck(definition, at)
{
    private readonly double minimum = definition.Minimum ?? double.MinValue;
    private readonly double maximum = definition.Maximum ?? double.MaxValue;

    /// <summary>NaN where the cell is empty or a marker.</summary>
    public double Number { get; private set; } = double.NaN;

    /// <summary>Why there is no number; <see cref="Absence.None"/> where there is one.</summary>
    public Absence Absence { get; private set; }

    public Quantity Quantity => Absence == Absence.None ? Quantity.Of(Number) : Quantity.Missing(Absence);

    protected override Fault Read(ReadOnlySpan<byte> cell, CellKind kind)
    {
        var text = CellText.Trim(cell);
        var whole = Definition.Kind == ColumnKind.WholeNumber;
        Absence = Absence.None;
        if (!(whole ? NumberText.TryWhole(text, out var number) : NumberText.TryDecimal(text, out number)))
        {
            Absence = takesMarkers ? Markers.Read(text) : Absence.None;
            Number = double.NaN;
            if (Absence == Absence.None)
                return whole ? Fault.NotAWholeNumber : Fault.NotANumber;
            Remark = Fault.FigureMissing;
            return Fault.None;
        }
        Number = number;
        return number >= minimum && number <= maximum ? Fault.None : Fault.OutOfRange;
    }

    protected override void Clear()
    {
        Number = double.NaN;
        Absence = Absence.NotReported;
    }
}
