using Made.Core.Calendar;

namespace Made.Core.Exchange;

/// <summary>What becomes of a file that holds a part of its month only.</summary>
public enum PartMonths
{
    /// <summary>Kept and marked provisional, whether the month is not over or the records end well before it does.</summary>
    Provisional,

    /// <summary>Refused, for either reason.</summary>
    Refused,

    /// <summary>Kept and marked provisional while the month is not over. Records may end early: schools have holidays.</summary>
    ProvisionalWhileOpen,
}

/// <summary>Whether a file holds a part of its month only.</summary>
public static class PartMonth
{
    /// <summary>Fewer records may well all lie in the first days.</summary>
    private const int FewestRecords = 20;

    /// <summary>A weekend with a bank holiday on either side closes an office for four days.</summary>
    private const int FewestDays = 5;

    private const double Unlikely = 0.001;

    /// <summary>True up to the month's last day: what happens on it is not known before it ends.</summary>
    public static bool IsOpen(Month month, DateOnly today) => today <= month.LastDay;

    /// <summary>
    /// True where the records end well before their last month: were each day as likely as the next, n of them would all lie in the first d of D days with
    /// probability (d / D)^n, and this is below one in a thousand. Not told of fewer than 20 records or less than five days without any.
    /// </summary>
    /// <param name="records">How many there are.</param>
    /// <param name="first">The month of the first one.</param>
    /// <param name="last">The day of the last one.</param>
    public static bool EndsEarly(long records, Month first, DateOnly last)
    {
        var (from, end) = (first.FirstDay.DayNumber, Month.Of(last).LastDay.DayNumber);
        var (until, days) = (last.DayNumber - from + 1, end - from + 1);
        return records >= FewestRecords && days - until >= FewestDays && Math.Pow((double)until / days, records) < Unlikely;
    }
}
