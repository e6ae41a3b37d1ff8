using Made.Core.Disclosure;
using Made.Core.Indicators;

namespace Made.Web.Charts;

/// <summary>Where things of a trend stand.</summary>
internal sealed class TrendGeometry
{
    private readonly double step;

    public TrendGeometry(Chart.Trend chart, Layout layout)
    {
        var narrow = layout == Layout.Narrow;
        Width = narrow ? 340 : 760;
        Scale = Scale.For(Heights(chart), chart.Decimals, narrow ? 3 : 4);
        Left = Scale.Ticks().Max(t => Lettering.Width(Scale.Label(t), 12)) + 8;
        Right = narrow ? 62 : 112;
        Top = chart.Breaks.Count > 0 ? 26 : 12;
        Bottom = Top + (narrow ? 170 : 220);
        step = (Width - Left - Right) / Math.Max(1, chart.Points.Count + chart.Ahead.Count);
    }

    public double Width { get; }

    public Scale Scale { get; }

    public double Left { get; }

    public double Right { get; }

    public double Top { get; }

    public double Bottom { get; }

    public double PlotRight => Width - Right;

    public double Step => step;

    public double X(int index) => Left + ((index + 0.5) * step);

    public double Edge(int index) => Left + (index * step);

    public double Y(double value) => Bottom - (value / Scale.Top * (Bottom - Top));

    private static IEnumerable<double> Heights(Chart.Trend chart) => chart.Points
        .SelectMany(p => new[] { p.Value.ForDrawing, p.Limits?.Upper.ForDrawing ?? 0, p.Limits?.Mean.ForDrawing ?? 0 })
        .Concat(chart.Ahead.SelectMany(a => new[] { a.Expected.ForDrawing, a.Upper95.ForDrawing }))
        .Concat(chart.Behind?.Values.Select(v => v.ForDrawing) ?? [])
        .Append(chart.Target?.Value.ForDrawing ?? 0);
}

/// <summary>A run of months with one absence, and one reason where they are suppressed.</summary>
internal sealed record Gap(int First, int Last, Absence Why, Reason Reason)
{
    public static IReadOnlyList<Gap> Of(IReadOnlyList<TrendPoint> points)
    {
        var gaps = new List<Gap>();
        for (var i = 0; i < points.Count; i++)
        {
            var (why, reason) = (points[i].Value.Absence, points[i].Value.Why);
            if (why == Absence.None)
                continue;
            if (gaps.Count > 0 && gaps[^1] is var last && last.Last == i - 1 && last.Why == why && last.Reason == reason)
                gaps[^1] = last with { Last = i };
            else
                gaps.Add(new Gap(i, i, why, reason));
        }
        return gaps;
    }

    /// <summary>"May 2022", "September to November 2022", "November 2021 to February 2022".</summary>
    public string Months(IReadOnlyList<TrendPoint> points)
    {
        var (from, to) = (points[First].Month, points[Last].Month);
        return from == to ? from.Name : from.Year == to.Year ? $"{from.NameOfMonth} to {to.Name}" : $"{from.Name} to {to.Name}";
    }
}
