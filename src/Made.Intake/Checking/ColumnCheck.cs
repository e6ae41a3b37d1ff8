using Made.Core.Exchange;
using Made.Intake.Personal;
using Made.Intake.Reading;

namespace Made.Intake.Checking;

/// <summary>Reads one declared column of the record at hand. What it read stays with it until the next record.</summary>
internal abstract class ColumnCheck(ColumnDefinition definition, int at)
{
    public ColumnDefinition Definition { get; } = definition;

    /// <summary>The cell's position in the file.</summary>
    public int At { get; } = at;

    public bool IsEmpty { get; private set; }

    /// <summary>A finding that does not reject the record; none on most.</summary>
    public Fault Remark { get; protected set; }

    /// <summary>What the cell seems to tell of a person; said beside the fault.</summary>
    public PersonalDetail Detail { get; protected set; }

    public Fault Check(Record record)
    {
        var cell = record[At];
        Remark = Fault.None;
        Detail = PersonalDetail.None;
        IsEmpty = cell.IsEmpty || (!(cell[0] is > (byte)' ' and < 0x80) && CellText.IsBlank(cell));
        if (IsEmpty)
        {
            Clear();
            return Definition.MayBeEmpty ? Fault.None : Fault.CellEmpty;
        }
        var kind = record.KindOf(At);
        if (kind == CellKind.Error)
            return Fault.ErrorCell;
        if (!record.IsPlain && CellText.FaultOf(cell) is var fault and not Fault.None)
            return fault;
        return Read(cell, kind);
    }

    protected abstract Fault Read(ReadOnlySpan<byte> cell, CellKind kind);

    /// <summary>Forgets the record before: this one has no value here.</summary>
    protected virtual void Clear()
    {
    }
}
