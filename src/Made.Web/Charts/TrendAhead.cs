namespace Made.Web.Charts;

/// <summary>What stands behind the months and after them: a second thin line, and a forecast with its two ranges.</summary>
internal static class TrendAhead
{
    public static void Behind(Svg svg, TrendGeometry g, Chart.Trend chart)
    {
        if (chart.Behind is not { } behind)
            return;
        for (var i = 0; i < behind.Values.Count; i++)
        {
            if (!behind.Values[i].IsShown)
                continue;
            var first = i;
            while (i + 1 < behind.Values.Count && behind.Values[i + 1].IsShown)
                i++;
            svg.Leaf("path", ("class", "c-behind"), ("d", Line(g, first, Enumerable.Range(first, i - first + 1).Select(k => behind.Values[k].ForDrawing))));
        }
    }

    public static void Draw(Svg svg, TrendGeometry g, Chart.Trend chart)
    {
        if (chart.Ahead.Count == 0)
            return;
        var (from, ahead) = (chart.Points.Count, chart.Ahead);
        Range(svg, g, from, "c-wide", [.. ahead.Select(a => (a.Lower95.ForDrawing, a.Upper95.ForDrawing))]);
        Range(svg, g, from, "c-likely", [.. ahead.Select(a => (a.Lower80.ForDrawing, a.Upper80.ForDrawing))]);
        svg.Line(g.Edge(from), g.Top, g.Edge(from), g.Bottom, "c-grid");
        var last = chart.Points[^1].Value;
        svg.Leaf("path", ("class", "c-ahead"), ("d", last.IsShown
            ? Line(g, from - 1, ahead.Select(a => a.Expected.ForDrawing).Prepend(last.ForDrawing))
            : Line(g, from, ahead.Select(a => a.Expected.ForDrawing))));
        for (var i = 0; i < ahead.Count; i++)
            svg.Leaf("path", ("class", "c-ahead-point"), ("d", Marks.Path(PointMark.Common, g.X(from + i), g.Y(ahead[i].Expected.ForDrawing), 3)),
                ("data-value", $"{ahead[i].Month.Name}: about {ahead[i].Expected.Text(chart.Decimals)} expected, {ahead[i].Lower80.Text(chart.Decimals)} to {ahead[i].Upper80.Text(chart.Decimals)} in four cases of five"));
    }

    private static void Range(Svg svg, TrendGeometry g, int from, string style, List<(double Lower, double Upper)> ranges)
    {
        var upper = Line(g, from, ranges.Select(r => r.Upper));
        var back = Enumerable.Range(0, ranges.Count).Reverse().Select(i => $"{Svg.Number(g.X(from + i))} {Svg.Number(g.Y(ranges[i].Lower))}");
        svg.Leaf("path", ("class", style), ("d", $"{upper}L{string.Join('L', back)}z"));
    }

    private static string Line(TrendGeometry g, int from, IEnumerable<double> values) =>
        "M" + string.Join('L', values.Select((v, i) => $"{Svg.Number(g.X(from + i))} {Svg.Number(g.Y(v))}"));
}
