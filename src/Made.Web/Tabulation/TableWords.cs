using System.Globalization;
using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Register;

namespace Made.Web.Tabulation;

/// <summary>The words of a table: its title, and the sentence that says what it shows.</summary>
internal static class TableWords
{
    public static string Of(Axis axis) => axis switch { Axis.Period => "Period", Axis.Indicator => "Indicator", _ => "Area" };

    /// <summary>As a heading: an axis of categories alone is named so.</summary>
    public static string Of(Axis axis, Grid grid) => axis == Axis.Indicator && grid.Indicators.All(Grid.IsCategory) ? "Category" : Of(axis);

    public static string Of(Shown shown) => shown switch { Shown.Rate => "Rate or share", Shown.Change => "Change on a year before", _ => "Count" };

    public static string Of(PeriodKind kind) => kind switch { PeriodKind.Quarter => "Quarters", PeriodKind.Rolling12 => "12 months to each month", PeriodKind.Year => "Financial years", _ => "Months" };

    public static string One(PeriodKind kind) => kind switch { PeriodKind.Quarter => "quarter", PeriodKind.Rolling12 => "period of 12 months", PeriodKind.Year => "financial year", _ => "month" };

    public static string Of(AreaLevel level) => level switch
    {
        AreaLevel.Lsoa => "small areas (2021 LSOAs)",
        AreaLevel.Ward => "wards",
        AreaLevel.District => "districts",
        AreaLevel.Csp => "community safety partnerships",
        AreaLevel.PolicingArea => "policing areas",
        AreaLevel.County => "counties",
        AreaLevel.Pan => "whole areas",
        _ => "police force",
    };

    /// <summary>True where no record is counted in two places along the axis: indicators overlap, and so do 12 months to each month.</summary>
    public static bool AddsUp(Axis axis, Grid grid, TableSelection selection) => axis switch
    {
        Axis.Area => selection.Level < AreaLevel.Pan,
        Axis.Period => selection.Kind != PeriodKind.Rolling12,
        _ => grid.AreCategories,
    };

    public static SafeNumber Number(SafeMeasure m, Shown shown) => shown switch { Shown.Rate => m.Value, Shown.Change => m.ChangeYear, _ => m.Count };

    /// <summary>"Burglary in 14 districts, July 2021 to July 2022: count".</summary>
    public static string Title(Grid grid, TableSelection selection) =>
        $"{What(grid)} in {Where(grid, selection)}, {When(grid)}: {Value(grid, selection)}";

    // The unit stands here once instead of over each column.
    private static string Value(Grid grid, TableSelection selection) => selection.Shown switch
    {
        Shown.Change => "change on a year before, per cent",
        Shown.Rate => grid.Indicators.Select(i => i.Unit).Distinct().ToList() is [var unit] ? unit : "rate or share",
        _ => "count",
    };

    /// <param name="grid">The table.</param>
    /// <param name="selection">What was asked for.</param>
    /// <param name="isRead">False where the figures were not read, so that nothing is said about them.</param>
    public static string Sentence(Grid grid, TableSelection selection, bool isRead)
    {
        var value = selection.Shown switch
        {
            Shown.Rate => "The rate or share of each indicator",
            Shown.Change => "The change on the same period a year before",
            _ => "Counts",
        };
        var said = new List<string>
        {
            $"{value}: {What(grid)} in {Where(grid, selection)}, {When(grid)}, by {One(selection.Kind)}.",
            grid.Size == 1 ? "One figure." : $"{grid.Size:N0} figures.",
        };
        if (isRead && Absent(grid, selection) is { Length: > 0 } absent)
            said.Add(absent);
        if (isRead && grid.Indicators.Count == 1 && Highest(grid, selection) is { Length: > 0 } highest)
            said.Add(highest);
        return string.Join(' ', said);
    }

    /// <summary>"3 are suppressed, 12 not loaded here."; empty where every figure is there.</summary>
    private static string Absent(Grid grid, TableSelection selection)
    {
        var missing = grid.Measures.Values.Select(m => Number(m, selection.Shown)).Where(n => !n.IsShown)
            .Concat(Enumerable.Repeat(SafeNumber.Nothing, grid.Size - grid.Measures.Count))
            .GroupBy(n => (n.Absence, n.Why, Words: n.TextWithReason())).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Absence).Select(g => (Count: g.Count(), g.Key.Words)).ToList();
        return missing.Count == 0 ? "" : $"Without a number: {string.Join(", ", missing.Select(m => $"{m.Count:N0} {m.Words}"))}.";
    }

    private static string Highest(Grid grid, TableSelection selection)
    {
        var shown = grid.Measures.Values.Select(m => (Measure: m, Number: Number(m, selection.Shown))).Where(m => m.Number.IsShown).ToList();
        if (shown.Count < 2)
            return "";
        var most = shown.Max(m => m.Number.ForDrawing);
        var where = shown.Where(m => m.Number.ForDrawing == most).ToList();
        var number = where[0].Number.Text(selection.Shown == Shown.Count ? 0 : 1) + (selection.Shown == Shown.Change ? "%" : "");
        if (where.Count > 1)
            return $"The highest is {number}, {where.Count.ToString(CultureInfo.InvariantCulture)} times.";
        var (area, period) = (where[0].Measure.Area, where[0].Measure.Period);
        return $"The highest is {number}: {grid.Areas.First(a => a.Code == area).Name}, {period.Name}.";
    }

    private static string What(Grid grid) => grid.Indicators is [var one] ? one.Title
        : grid.AreCategories ? $"{grid.Indicators.Count} categories of {grid.Indicators[0].Group}"
        : grid.Indicators.Any(Grid.IsCategory) ? $"{grid.Indicators.Count} indicators and categories" : $"{grid.Indicators.Count} indicators";

    private static string Where(Grid grid, TableSelection selection) => grid.Areas is [var one] ? one.Name : $"{grid.Areas.Count} {Of(selection.Level)}";

    private static string When(Grid grid) => grid.Periods is [var one] ? one.Name : grid.Periods[0].Kind == PeriodKind.Month
        ? $"{grid.Periods[0].Name} to {grid.Periods[^1].Name}"
        : $"{grid.Periods.Count} periods, the last {grid.Periods[^1].Name}";
}
