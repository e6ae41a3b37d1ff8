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
        if (last.Limits is { } limits)
        {
            if (limits.Mean.IsShown)
                labels.Add((g.Y(limits.Mean.ForDrawing), (narrow && chart.CentreName == "average" ? "avg " : chart.CentreName + " ") + limits.Mean.Text(chart.Decimals), "c-soft c-small"));
            if (limits.Upper.IsShown)
                labels.Add((g.Y(limits.Upper.ForDrawing), limits.Trial ? "trial limit" : (narrow ? "upper" : chart.UpperName + " " + limits.Upper.Text(chart.Decimals)), "c-soft c-small"));
            if (limits.Lower.IsShown)
                labels.Add((g.Y(limits.Lower.ForDrawing), limits.Trial ? "trial limit" : (narrow ? "lower" : "from " + limits.Lower.Text(chart.Decimals)), "c-soft c-small"));
        }
        if (chart.Ahead is [.., var end])
            labels.Add((g.Y(end.Expected.ForDrawing), narrow ? "~" + end.Expected.Text(chart.Decimals) : $"about {end.Expected.Text(chart.Decimals)} {end.Month.ShortName}", "c-soft c-small"));
        if (chart.Behind is { } behind && behind.Values[^1].IsShown)
            labels.Add((g.Y(behind.Values[^1].ForDrawing), behind.Name, "c-soft c-small"));
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
