using Made.Core.Disclosure;
using Made.Web.Dashboards;
using Made.Web.Downloads;

namespace Made.Web.Papers;

/// <summary>Tables that fit an upright page.</summary>
internal static class PaperTables
{
    public static Table Indicators(MonthView view) => new()
    {
        Name = "indicators",
        Title = $"Indicators, {view.Place}, {view.Month.Name}",
        Columns =
        [
            new("Indicator"), new(view.Month.ShortName, ColumnKind.Figure, MayBeAbsent: false), new("Against its usual range"), new("12 months", ColumnKind.Figure, MayBeAbsent: false),
            new("Change on the 12 before"), new($"Rate over 12 months{(view.Comparator is { } c ? $" against the rest of {c.Name}" : "")}"),
        ],
        Rows = view.Groups.SelectMany(g => g).Select(row => (IReadOnlyList<Cell>)
        [
            Cell.Of(row.Indicator.Title), row.IsMonthly ? Cell.Of(row.Now.Count) : Cell.Of(SafeNumber.Nothing), Cell.Of(row.IsMonthly && row.Now.Count.IsShown ? Wording.Judged(row.Now) : ""),
            Cell.Of(row.Rolling?.Count ?? SafeNumber.Nothing), Cell.Of(row.Rolling is { } r ? Wording.Change(r) : ""), Cell.Of(row.Rolling is { } rate ? Wording.Rate(rate) : ""),
        ]).ToList(),
    };
}
