using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Register;
using Made.Core.Scorecard;
using Made.Store.Editions;
using Made.Web.Downloads;

namespace Made.Web.Dashboards;

/// <summary>Unusual figures as tables: few columns on the page, everything in files.</summary>
internal static class ExceptionTables
{
    public static string Href(EditionReader reader, SafeException e) => $"/dashboard/{e.Measure.Area}/{reader.Manifest.Month}/{e.Measure.Indicator}{EditionWords.Pin(reader)}";

    public static Table ForPage(EditionReader reader, List<SafeException> shown, Dictionary<(AreaCode, string), IndicatorRow> rows) => new()
    {
        Name = "exceptions",
        Title = $"Unusual figures, {reader.Manifest.Month.Name}, most unlikely first",
        Columns =
        [
            new("Area"), new("Indicator"), new("Count", ColumnKind.Figure), new("Usual from", ColumnKind.Figure), new("to", ColumnKind.Figure), new("A year before", ColumnKind.Figure),
            new("Probability alone"), new("allowing for all"), new("What becomes of it"),
        ],
        Rows = shown.Select(e => (IReadOnlyList<Cell>)
        [
            Cell.Of(Name(reader, e)), Cell.Of(Title(rows, e), Href(reader, e)),
            Cell.Of(e.Measure.Count), Cell.Of(e.UsualLower), Cell.Of(e.UsualUpper), Cell.Of(e.Measure.CountYearBefore),
            Cell.Of(Sentences.Probability(e.Alone)), Cell.Of(Sentences.Probability(e.Together)), Cell.Of(Sentences.Outcome(e)),
        ]).ToList(),
    };

    public static Table ForFile(EditionReader reader, List<SafeException> shown, Dictionary<(AreaCode, string), IndicatorRow> rows, Dictionary<AreaCode, Area> areas) => new()
    {
        Name = "exceptions",
        Title = $"Unusual figures, {reader.Manifest.Month.Name}, most unlikely first",
        Columns =
        [
            new("Area"), new("Indicator"), new("What becomes of it"), new("Period"), new("Count", ColumnKind.Figure), new("Value", ColumnKind.Figure, "", 2), new("Unit"),
            new("Usual from", ColumnKind.Figure), new("Usual to", ColumnKind.Figure), new("A year before", ColumnKind.Figure), new("What is seen"),
            new("Probability alone", ColumnKind.Figure, "", 6), new("Allowing for all tests", ColumnKind.Figure, "", 6), new("What else could explain it"),
        ],
        Rows = shown.Select(e => (IReadOnlyList<Cell>)Cells(reader, e, rows[(e.Measure.Area, e.Measure.Indicator)], areas[e.Measure.Area])).ToList(),
    };

    private static Cell[] Cells(EditionReader reader, SafeException e, IndicatorRow row, Area area) =>
    [
        Cell.Of(Name(reader, e)), Cell.Of(row.Indicator.Title), Cell.Of(Sentences.Outcome(e)), Cell.Of(e.Measure.Period.Name),
        Cell.Of(e.Measure.Count), Cell.Of(e.Measure.Value), Cell.Of(row.Indicator.Unit),
        Cell.Of(e.UsualLower), Cell.Of(e.UsualUpper), Cell.Of(e.Measure.CountYearBefore),
        Cell.Of(e.Measure.Period.Kind == PeriodKind.Month ? Sentences.Usual(row.Indicator, e.Measure) : Sentences.Change(row.Indicator, e.Measure, row.Breaks)),
        Cell.Of(e.Alone), Cell.Of(e.Together), Cell.Of(string.Join(' ', Sentences.OtherExplanations(row, e, area))),
    ];

    private static string Name(EditionReader reader, SafeException e) => Wording.PlaceName(reader.Areas, e.Measure.Area, reader.Manifest.Month);

    private static string Title(Dictionary<(AreaCode, string), IndicatorRow> rows, SafeException e) => rows[(e.Measure.Area, e.Measure.Indicator)].Indicator.Title;
}
