using Made.Core.Calendar;
using Made.Core.Indicators;

namespace Made.Core.Exchange;

/// <summary>When a dataset's file for a month is due, and what its absence is called on a given day.</summary>
public static class Dues
{
    /// <summary>The last month of the supply period that holds this month: itself, its quarter's or its calendar year's.</summary>
    public static Month PeriodEnd(DatasetDefinition dataset, Month month) => dataset.FrequencyMonths switch
    {
        1 => month,
        3 => month.Plus(2 - ((month.Number - 1) % 3)),
        _ => new Month(month.Year, 12),
    };

    /// <summary>The last day on which the file is in time.</summary>
    public static DateOnly DueDay(DatasetDefinition dataset, Month month) =>
        PeriodEnd(dataset, month).LastDay.AddDays(dataset.DueDays);

    /// <summary>
    /// The name of the gap: "not applicable" before anything was owed, "not yet due" up to the due day, then "not loaded" for an open file
    /// that anyone may fetch and "not supplied" for a return that its supplier owes.
    /// </summary>
    public static Absence WhyMissing(DatasetDefinition dataset, Month month, DateOnly today)
    {
        if (month < dataset.OwedFrom)
            return Absence.NotApplicable;
        if (today <= DueDay(dataset, month))
            return Absence.NotYetDue;
        return dataset.Open ? Absence.NotLoaded : Absence.NotSupplied;
    }
}
