namespace Made.Web.Charts;

/// <summary>Draws a sparkline: no axis. It shows the shape of the last two years; the band, not the height, says whether a month stands out.</summary>
internal static class SparklineDrawing
{
    private const double Width = 136;
    private const double Height = 34;

    public static Sketch Draw(Chart.Sparkline chart)
    {
        var svg = new Svg();
        var values = chart.Values;
        var top = values.Select(v => v.ForDrawing).Append(chart.Usual?.Upper.ForDrawing ?? 0).Where(double.IsFinite).DefaultIfEmpty(0).Max();
        var bottom = values.Select(v => v.ForDrawing).Append(chart.Usual?.Lower.ForDrawing ?? double.NaN).Where(double.IsFinite).DefaultIfEmpty(0).Min();
        // A third of the height stays below the lowest point, so that a small wobble does not look like a crash to nothing.
        var floor = Math.Max(0, bottom - ((top - bottom) / 2));
        double X(int i) => 4 + ((Width - 10) * (values.Count < 2 ? 1 : i / (double)(values.Count - 1)));
        double Y(double v) => Height - 4 - (top <= floor ? 0 : (v - floor) / (top - floor) * (Height - 9));
        if (chart.Usual is { Lower.IsShown: true, Upper.IsShown: true } usual)
            svg.Rectangle(0, Y(usual.Upper.ForDrawing), Width, Y(usual.Lower.ForDrawing) - Y(usual.Upper.ForDrawing), "c-band");

        for (var i = 0; i < values.Count; i++)
        {
            if (!values[i].IsShown)
                continue;
            var first = i;
            while (i + 1 < values.Count && values[i + 1].IsShown)
                i++;
            // One month alone between gaps is a short dash: a path of one point would not be seen.
            svg.Leaf("path", ("class", "c-line"), ("d", first == i
                ? $"M{Svg.Number(X(i) - 1.5)} {Svg.Number(Y(values[i].ForDrawing))}h3"
                : "M" + string.Join('L', Enumerable.Range(first, i - first + 1).Select(k => $"{Svg.Number(X(k))} {Svg.Number(Y(values[k].ForDrawing))}"))));
        }
        if (values.Count > 0 && values[^1].IsShown)
            svg.Leaf("path", ("class", Marks.Colour(chart.Mark, chart.Polarity)), ("d", Marks.Path(chart.Mark, X(values.Count - 1), Y(values[^1].ForDrawing), 3)));
        return new Sketch(svg, Width, Height);
    }
}
