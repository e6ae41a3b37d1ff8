namespace Made.Web.Charts;

/// <summary>Draws a sparkline: no axis, from zero, so that two of them side by side do not exaggerate.</summary>
internal static class SparklineDrawing
{
    private const double Width = 132;
    private const double Height = 30;

    public static Sketch Draw(Chart.Sparkline chart)
    {
        var svg = new Svg();
        var values = chart.Values;
        var top = values.Select(v => v.ForDrawing).Append(chart.Usual?.Upper.ForDrawing ?? 0).Where(double.IsFinite).DefaultIfEmpty(0).Max();
        double X(int i) => 4 + ((Width - 10) * (values.Count < 2 ? 1 : i / (double)(values.Count - 1)));
        double Y(double v) => Height - 3 - (top <= 0 ? 0 : v / top * (Height - 7));
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
