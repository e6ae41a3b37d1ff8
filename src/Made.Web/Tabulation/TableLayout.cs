using Made.Core.Disclosure;
using Made.Core.Indicators;
using Made.Web.Dashboards;
using Made.Web.Downloads;

namespace Made.Web.Tabulation;

/// <summary>Lays a grid out as rows and columns; what is in neither, where it is more than one, stands beside the rows.</summary>
internal sealed class TableLayout(Grid grid, TableSelection selection, bool forFile)
{
    private readonly IReadOnlyList<Stop> rows = grid.Along(selection.Rows);
    private readonly IReadOnlyList<Stop> columns = grid.Along(selection.Columns);
    private readonly IReadOnlyList<Stop> third = grid.Along(selection.Third);

    private bool HasThird => third.Count > 1;

    // In a column of its own where it differs from row to row, and in files, whose headings stand without the title.
    private bool HasUnits => selection.Shown == Shown.Rate && selection.Columns != Axis.Indicator && (forFile || grid.Indicators.Select(i => i.Unit).Distinct().Count() > 1);

    public Table Table() => new()
    {
        Name = "table",
        Title = TableWords.Title(grid, selection),
        Columns =
        [
            new(TableWords.Of(selection.Rows, grid)),
            .. HasThird ? new[] { new Column(TableWords.Of(selection.Third, grid)) } : [],
            .. HasUnits ? new[] { new Column("Unit") } : [],
            .. columns.Select((c, at) => new Column(c.Words, ColumnKind.Figure, Unit(at), selection.Shown == Shown.Count ? 0 : 1)),
            .. SumsAlong(selection.Columns) ? new[] { new Column("Sum", ColumnKind.Figure) } : [],
        ],
        Rows = [.. Sorted().Select(r => (IReadOnlyList<Cell>)
        [
            Cell.Of(rows[r.Row].Words),
            .. HasThird ? new[] { Cell.Of(third[r.Third].Words) } : [],
            .. HasUnits ? new[] { Cell.Of(grid.Indicators[selection.Rows == Axis.Indicator ? r.Row : r.Third].Unit) } : [],
            .. columns.Select((_, at) => CellOf(At(r.Row, r.Third, at))),
            .. SumsAlong(selection.Columns) ? new[] { SumOf(Enumerable.Range(0, columns.Count).Select(at => At(r.Row, r.Third, at))) } : [],
        ])],
        Sums = !SumsAlong(selection.Rows) ? [] : [.. third.Select((t, beside) => (IReadOnlyList<Cell>)
        [
            Cell.Of("Sum"),
            .. HasThird ? new[] { Cell.Of(t.Words) } : [],
            .. columns.Select((_, at) => SumOf(Enumerable.Range(0, rows.Count).Select(r => At(r, beside, at)))),
            .. SumsAlong(selection.Columns) ? new[] { SumOf(Enumerable.Range(0, rows.Count).SelectMany(r => Enumerable.Range(0, columns.Count).Select(at => At(r, beside, at)))) } : [],
        ])],
    };

    /// <summary>Sums are asked for and nothing along the axis overlaps: no two areas, months or categories hold the same record.</summary>
    private bool SumsAlong(Axis axis) => selection is { Sums: true, Shown: Shown.Count } && grid.Along(axis).Count > 1 && TableWords.AddsUp(axis, grid, selection);

    private static Cell SumOf(IEnumerable<SafeMeasure?> parts) => Cell.Of(SafeNumber.Sum(parts.Select(p => p?.Count ?? SafeNumber.Nothing)));

    public IReadOnlyList<(string Key, string Words)> Sorts() =>
        [("", "As listed"), .. columns.SelectMany(c => new[] { ("-" + c.Key, $"{c.Words}, highest first"), (c.Key, $"{c.Words}, lowest first") })];

    private IEnumerable<(int Row, int Third)> Sorted()
    {
        var all = Enumerable.Range(0, rows.Count).SelectMany(r => Enumerable.Range(0, third.Count).Select(t => (Row: r, Third: t)));
        var highest = selection.Sort.StartsWith('-');
        var key = highest ? selection.Sort[1..] : selection.Sort;
        var by = columns.ToList().FindIndex(c => c.Key == key);
        if (by < 0)
            return all;
        double Position((int Row, int Third) r) => At(r.Row, r.Third, by) is { } m ? Number(m).ForDrawing : double.NaN;

        // What is absent stands last either way.
        var shown = all.OrderBy(r => double.IsNaN(Position(r)));
        return highest ? shown.ThenByDescending(Position) : shown.ThenBy(Position);
    }

    private SafeMeasure? At(int row, int beside, int column) => grid.At((selection.Rows, row), (selection.Third, beside), (selection.Columns, column));

    private SafeNumber Number(SafeMeasure m) => TableWords.Number(m, selection.Shown);

    private Cell CellOf(SafeMeasure? m) => m switch
    {
        null => Cell.Of(SafeNumber.Nothing),
        { Comparable: Comparable.PlacementChanged or Comparable.RecordingChanged } when selection.Shown == Shown.Change => Cell.Of(Wording.Change(m)),
        _ => Cell.Of(Number(m)),
    };

    private string Unit(int column) =>
        selection.Shown == Shown.Rate && selection.Columns == Axis.Indicator ? grid.Indicators[column].Unit
        : selection.Shown == Shown.Change && forFile ? "per cent" : "";
}
