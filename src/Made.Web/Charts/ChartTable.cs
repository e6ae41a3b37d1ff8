using System.Diagnostics;
using Made.Core.Disclosure;
using Made.Web.Downloads;

namespace Made.Web.Charts;

/// <summary>The table twin of a chart: the same numbers, in the chart's order, for the page and for files.</summary>
public static class ChartTable
{
    public static Table Of(Chart chart) => chart switch
    {
        Chart.Trend trend => OfTrend(trend),
        Chart.RankedBars bars => OfBars(bars),
        Chart.AreaMap map => new Table
        {
            Name = map.Id,
            Title = map.Title,
            Columns = [new Column(map.Of), Figure("Value", map.Unit, map.Decimals, map.Areas.Select(a => a.Value))],
            Rows = [.. map.Areas.OrderBy(a => a.Name, StringComparer.Ordinal).Select(a => (IReadOnlyList<Cell>)[Cell.Of(a.Name, a.Href), Cell.Of(a.Value)])],
        },
        Chart.Funnel funnel => OfFunnel(funnel),
        Chart.Sparkline => throw new ArgumentException("A sparkline stands in a table: its numbers are that table's own.", nameof(chart)),
        _ => throw new UnreachableException(),
    };

    private static Table OfTrend(Chart.Trend chart)
    {
        var limits = chart.Points.Any(p => p.Limits is not null);
        List<Column> columns = [new Column("Month"), Figure("Value", chart.Unit, chart.Decimals, chart.Points.Select(p => p.Value))];
        if (limits)
            columns.AddRange([new Column("Average", ColumnKind.Figure, Decimals: 1), new Column("Usual from", ColumnKind.Figure, Decimals: 1), new Column("Usual to", ColumnKind.Figure, Decimals: 1), new Column("Reading")]);
        return new Table
        {
            Name = chart.Id,
            Title = chart.Title,
            Columns = columns,
            Rows = [.. chart.Points.Select(p => Row(p, limits))],
        };
    }

    private static IReadOnlyList<Cell> Row(TrendPoint point, bool limits)
    {
        if (!limits)
            return [Cell.Of(point.Month.Name), Cell.Of(point.Value)];
        if (point.Limits is not { } known)
            return [Cell.Of(point.Month.Name), Cell.Of(point.Value), Cell.Of(""), Cell.Of(""), Cell.Of(""), Cell.Of("not judged")];
        var reading = point switch
        {
            { Value.IsShown: false } => "",
            { Mark: PointMark.High } => "higher than usual",
            { Mark: PointMark.Low } => "lower than usual",
            _ => known.Trial ? "trial limits" : "in its usual range",
        };
        return [Cell.Of(point.Month.Name), Cell.Of(point.Value), Cell.Of(known.Mean), Cell.Of(known.Lower), Cell.Of(known.Upper), Cell.Of(reading)];
    }

    private static Table OfBars(Chart.RankedBars chart)
    {
        var intervals = chart.Bars.Any(b => b.Lower95 is not null && b.Upper95 is not null);
        List<Column> columns = [new Column(chart.Of), Figure("Value", chart.Unit, chart.Decimals, chart.Bars.Select(b => b.Value))];
        if (intervals)
            columns.AddRange([new Column("95% from", ColumnKind.Figure, Decimals: chart.Decimals), new Column("95% to", ColumnKind.Figure, Decimals: chart.Decimals)]);
        return new Table
        {
            Name = chart.Id,
            Title = chart.Title,
            Columns = columns,
            Rows = [.. BarsDrawing.Ranked(chart).Select(b => (IReadOnlyList<Cell>)[
                Cell.Of(b.Name, b.Href), Cell.Of(b.Value),
                .. intervals ? new[] { b.Lower95 is { } l ? Cell.Of(l) : Cell.Of(""), b.Upper95 is { } u ? Cell.Of(u) : Cell.Of("") } : []])],
        };
    }

    private static Table OfFunnel(Chart.Funnel chart) => new()
    {
        Name = chart.Id,
        Title = chart.Title,
        Columns =
        [
            new Column(chart.Of), new Column("Count", ColumnKind.Figure), new Column(char.ToUpperInvariant(chart.SizeUnit[0]) + chart.SizeUnit[1..], ColumnKind.Figure),
            Figure("Value", chart.Unit, chart.Decimals, chart.Dots.Select(d => d.Value)),
            .. new[] { "95% from", "95% to", "99.8% from", "99.8% to" }.Select(h => new Column(h, ColumnKind.Figure, Decimals: chart.Decimals)), new Column("Reading"),
        ],
        Rows = [.. chart.Dots.OrderBy(d => d.Name, StringComparer.Ordinal).Select(d => (IReadOnlyList<Cell>)
        [
            Cell.Of(d.Name, d.Href), Cell.Of(d.Count), Cell.Of(d.Size), Cell.Of(d.Value),
            Cell.Of(d.Inner.Lower), Cell.Of(d.Inner.Upper), Cell.Of(d.Outer.Lower), Cell.Of(d.Outer.Upper), Cell.Of(d.Reading),
        ])],
    };

    private static Column Figure(string header, string unit, int decimals, IEnumerable<SafeNumber> values) =>
        new(header, ColumnKind.Figure, unit, decimals, MayBeAbsent: values.Any(v => !v.IsShown));
}
