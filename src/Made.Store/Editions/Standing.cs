using Made.Core.Calendar;
using Made.Core.Exchange;
using Made.Core.Indicators;

namespace Made.Store.Editions;

/// <summary>Whether a dataset's month is held, and if not why: what a dashboard's strip and the exchange say.</summary>
public sealed record Standing(DatasetDefinition Dataset, Month Month, Absence Absence, DateOnly Due)
{
    public bool IsHeld => Absence == Absence.None;
}
