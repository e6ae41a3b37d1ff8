using Made.Core.Calendar;

namespace Made.Core.Methods;

/// <summary>
/// Takes the length of the month out of a monthly total: total / days in the month. February is a tenth shorter than January; on counts that looks like a fall.
/// <para>Units: events a day. Edges: leap years count 29 days. Source: ONS, Guide to Seasonal Adjustment, on trading-day effects. Worked example: docs/methods/per-day.md.</para>
/// </summary>
public static class PerDay
{
    /// <summary>The average a day of a total over this month.</summary>
    public static double Of(double total, Month month) => total / month.Days;

    /// <summary>What a level a day comes to over this month.</summary>
    public static double Over(double perDay, Month month) => perDay * month.Days;
}
