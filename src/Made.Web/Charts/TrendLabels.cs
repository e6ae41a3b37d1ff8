namespace Made.Web.Charts;

/// <summary>Words at the right end of a trend instead of a legend, moved apart where they would touch.</summary>
internal static class TrendLabels
{
    public static void Draw(Svg svg, TrendGeometry g, Chart.Trend chart, Layout layout)
    {
        var narrow = layout == Layout.Narrow;
        var labels = new List<(double Y, string Words, string Style)>();
        var last = chart.Points[^1];
        if (last.Value.IsShown)
            labels.Add((g.Y(last.Value.ForDrawing), narrow ? last.Value.Text(chart.Decimals) : $"{last.Value.Text(chart.Decimals)} {last.Month.ShortName}", "c-strong"));
        if (last.Limits is { Mean.IsShown: true } limits)
        {
            labels.Add((g.Y(limits.Mean.ForDrawing), (narrow ? "avg " : "average ") + limits.Mean.Text(chart.Decimals), "c-soft c-small"));
            if (limits is { Lower.IsShown: true, Upper.IsShown: true })
            {
                labels.Add((g.Y(limits.Upper.ForDrawing), limits.Trial ? "trial limit" : (narrow ? "upper" : "usual up to " + limits.Upper.Text(chart.Decimals)), "c-soft c-small"));
                labels.Add((g.Y(limits.Lower.ForDrawing), limits.Trial ? "trial limit" : (narrow ? "lower" : "from " + limits.Lower.Text(chart.Decimals)), "c-soft c-small"));
            }
        }
        if (chart.Target is { Value.IsShown: true } target)
            labels.Add((g.Y(target.Value.ForDrawing), narrow ? "target" : $"{target.Name} {target.Value.Text(chart.Decimals)}", "c-target-text c-small"));

        foreach (var (y, words, style) in Apart(labels, g.Top + 4, g.Bottom))
            svg.Text(g.PlotRight + 8, y + 4, words, style);
    }

    internal static (double Y, string Words, string Style)[] Apart(List<(double Y, string Words, string Style)> labels, double top, double bottom)
    {
        const double Room = 15;
        var placed = labels.OrderBy(l => l.Y).ToArray();
        for (var i = 0; i < placed.Length; i++)
            placed[i].Y = Math.Max(placed[i].Y, i == 0 ? top : placed[i - 1].Y + Room);
        for (var i = placed.Length - 1; i >= 0; i--)
            placed[i].Y = Math.Min(placed[i].Y, i == placed.Length - 1 ? bottom : placed[i + 1].Y - Room);
        return placed;
    }
}
