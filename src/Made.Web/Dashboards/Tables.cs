using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Web.Downloads;

namespace Made.Web.Dashboards;

/// <summary>The tables of a dashboard: the same for page and file.</summary>
public static class Tables
{
    public static Table Indicators(MonthView view) => new()
    {
        Name = "indicators",
        Title = $"Indicators, {view.Place}, {view.Month.Name}",
        Columns =
        [
            new("Indicator"), new("Unit of the rate"),
            new(view.Month.Name, ColumnKind.Figure), new("Against its usual range"), new(view.Month.Plus(-12).Name, ColumnKind.Figure),
            new("12 months", ColumnKind.Figure), new("Change on the 12 before", ColumnKind.Figure, "per cent", 1), new("Comparable"),
            new("Rate over 12 months", ColumnKind.Figure, "", 2), new("Lower 95%", ColumnKind.Figure, "", 2), new("Upper 95%", ColumnKind.Figure, "", 2),
            new($"Against the rest of {view.Comparator?.Name ?? "its comparator"}"), new("Rate of the rest", ColumnKind.Figure, "", 2),
        ],
        Rows = view.Groups.SelectMany(g => g).Select(IndicatorCells),
    };

    public static Table Layers(IndicatorDefinition indicator, Month month, IEnumerable<(Area Area, List<SafeMeasure> Measures)> layers) => new()
    {
        Name = "layers",
        Title = $"{indicator.Title} by layer, {month.Name}",
        Columns =
        [
            new("Area"), new("Layer"), new(month.Name, ColumnKind.Figure), new("12 months", ColumnKind.Figure),
            new("Rate over 12 months", ColumnKind.Figure, indicator.Unit, 1), new("Change on the 12 before", ColumnKind.Figure, "per cent", 1), new("Comparable"),
        ],
        Rows = layers.Where(l => l.Measures.Count > 0).Select(l => (IReadOnlyList<Cell>)
        [
            Cell.Of(l.Area.Name), Cell.Of(l.Area.Level.Code().Replace('-', ' ')), .. Figures(l.Measures),
        ]),
    };

    public static Table Wards(IndicatorDefinition indicator, Month month, IEnumerable<(string Name, List<SafeMeasure> Measures)> wards) => new()
    {
        Name = "wards",
        Title = $"{indicator.Title} by ward, {month.Name}",
        Columns =
        [
            new("Ward"), new(month.Name, ColumnKind.Figure), new("12 months", ColumnKind.Figure),
            new("Rate over 12 months", ColumnKind.Figure, indicator.Unit, 1), new("Change on the 12 before", ColumnKind.Figure, "per cent", 1), new("Comparable"),
        ],
        Rows = wards.Select(w => (IReadOnlyList<Cell>)[Cell.Of(w.Name), .. Figures(w.Measures)]),
    };

    /// <summary>Of partners' figures, whose months are too fine for wards.</summary>
    public static Table WardYears(IndicatorDefinition indicator, Month last, IEnumerable<(string Name, List<SafeMeasure> Measures)> wards)
    {
        var whole = Wards(indicator, last, wards);
        return whole with
        {
            Title = $"{indicator.Title} by ward, {new Period(PeriodKind.Rolling12, last).Name}",
            Columns = [whole.Columns[0], .. whole.Columns.Skip(2)],
            Rows = whole.Rows.Select(r => (IReadOnlyList<Cell>)[r[0], .. r.Skip(2)]),
        };
    }

    /// <summary>What the public page shows: this month, twelve months, and how the rate compares.</summary>
    public static Table Public(List<TableRow> rows, string place, Month month) => new()
    {
        Name = "recorded",
        Title = $"Recorded in {place}, {month.Name}",
        Columns = [new("What"), new(month.Name, ColumnKind.Figure), new("12 months", ColumnKind.Figure), new("For every 1,000 people in 12 months", ColumnKind.Figure, "", 1)],
        Rows = rows.Where(r => r.Indicator.Multiplier == 1000 && !r.Indicator.IsWeighted).Select(r => (IReadOnlyList<Cell>)
        [
            Cell.Of(r.Indicator.Title), Cell.Of(r.Now.Count), Cell.Of(r.Rolling?.Count ?? SafeNumber.Nothing), Cell.Of(r.Rolling?.Value ?? SafeNumber.Nothing),
        ]).ToList(),
    };

    private static IEnumerable<Cell> Figures(List<SafeMeasure> measures)
    {
        var month = measures.Find(m => m.Period.Kind == PeriodKind.Month);
        var rolling = measures.Find(m => m.Period.Kind == PeriodKind.Rolling12);
        var none = SafeNumber.Nothing;
        return
        [
            Cell.Of(month?.Count ?? none), Cell.Of(rolling?.Count ?? none), Cell.Of(rolling?.Value ?? none), Cell.Of(rolling?.ChangeYear ?? none),
            Cell.Of(rolling is null ? "" : Api.MeasureRow.Words(rolling.Comparable)),
        ];
    }

    private static IReadOnlyList<Cell> IndicatorCells(TableRow row)
    {
        var (none, rolling) = (SafeNumber.Nothing, row.Rolling);
        return
        [
            Cell.Of(row.Indicator.Title), Cell.Of(row.Indicator.Unit),
            Cell.Of(row.Now.Count), Cell.Of(Wording.Judged(row.Now)), Cell.Of(row.YearBefore),
            Cell.Of(rolling?.Count ?? none), Cell.Of(rolling?.ChangeYear ?? none), Cell.Of(rolling is null ? "" : Api.MeasureRow.Words(rolling.Comparable)),
            Cell.Of(rolling?.Value ?? none), Cell.Of(rolling?.Lower95 ?? none), Cell.Of(rolling?.Upper95 ?? none),
            Cell.Of(rolling is null ? "" : Api.MeasureRow.Code(rolling.Comparison)), Cell.Of(rolling?.ComparatorValue ?? none),
        ];
    }
}
