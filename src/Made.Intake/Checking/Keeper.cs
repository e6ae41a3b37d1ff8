using Made.Core.Calendar;
using Made.Core.Exchange;
using Made.Intake.Reading;

namespace Made.Intake.Checking;

/// <summary>Turns a record whose cells are good into what is kept of it.</summary>
internal abstract class Keeper
{
    /// <summary>An array, because every record asks every column.</summary>
    public abstract ColumnCheck[] Columns { get; }

    /// <summary>The column whose month a monthly file must agree in; null where there is none.</summary>
    public abstract WhenColumn? When { get; }

    public long WithoutPlace { get; protected set; }

    public long OutsideArea { get; protected set; }

    public (Month First, Month Last)? Months { get; private set; }

    /// <summary>The last month of which something is known; what says only that a figure is still to come knows nothing of its month.</summary>
    public virtual Month? LastKnown => Months?.Last;

    /// <summary>The day of the last record that was kept; none where records tell no days.</summary>
    public DateOnly? LastDay { get; protected set; }

    /// <summary>A fault that rejects the record, one that only says something about it, or none. The column it concerns may be null.</summary>
    public abstract (Fault Fault, ColumnDefinition? Column) Keep(Record record);

    /// <summary>Says what concerns all records together. False where the file must be refused for it.</summary>
    public virtual bool Judge(FindingLog log) => true;

    /// <summary>Hands on what is still held back.</summary>
    public virtual void Finish()
    {
    }

    protected void Seen(int month)
    {
        if (Months is { } seen && seen.First.Index <= month && month <= seen.Last.Index)
            return;
        var here = Month.FromIndex(month);
        Months = Months is { } m ? (here < m.First ? here : m.First, here > m.Last ? here : m.Last) : (here, here);
    }
}
