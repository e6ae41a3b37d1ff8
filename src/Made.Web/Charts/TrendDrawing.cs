using Made.Core.Indicators;

namespace Made.Web.Charts;

/// <summary>Draws a trend: range and mean behind, months in front, words at the right, notes below.</summary>
internal sealed class TrendDrawing
{
    private readonly Chart.Trend chart;
    private readonly Layout layout;
    private readonly string id;
    private readonly TrendGeometry g;
    private readonly Svg svg = new();
    private readonly HashSet<int> breakAt;

    private TrendDrawing(Chart.Trend chart, Layout layout, string id)
    {
        this.chart = chart;
        this.layout = layout;
        this.id = id;
        g = new TrendGeometry(chart, layout);
        breakAt = [.. chart.Breaks.Select(b => IndexOf(b)).Where(i => i > 0)];
    }

    public static Sketch Draw(Chart.Trend chart, Layout layout, string id)
    {
        var drawing = new TrendDrawing(chart, layout, id);
        drawing.Axis();
        drawing.Limits();
        drawing.Gaps();
        drawing.Target();
        TrendAhead.Behind(drawing.svg, drawing.g, chart);
        drawing.Months();
        TrendAhead.Draw(drawing.svg, drawing.g, chart);
        drawing.BreakLines();
        TrendLabels.Draw(drawing.svg, drawing.g, chart, layout);
        var height = TrendNotes.Draw(drawing.svg, drawing.g, chart, id);
        return new Sketch(drawing.svg, drawing.g.Width, height);
    }

    private int IndexOf(TrendBreak b) => b.From.Index - chart.Points[0].Month.Index;

    private void Axis()
    {
        foreach (var tick in g.Scale.Ticks())
        {
            svg.Line(g.Left, g.Y(tick), g.PlotRight, g.Y(tick), tick == 0 ? "c-base" : "c-grid");
            svg.Text(g.Left - 6, g.Y(tick) + 4, g.Scale.Label(tick), "c-soft c-small c-end");
        }
        var every = new[] { 1, 2, 3, 6, 12, 24, 48 }.First(n => g.Step * n >= (layout == Layout.Narrow ? 52 : 58) || n == 48);
        for (var i = 0; i < chart.Points.Count + chart.Ahead.Count; i++)
        {
            var month = i < chart.Points.Count ? chart.Points[i].Month : chart.Ahead[i - chart.Points.Count].Month;
            if (month.Index % every != 0)
                continue;
            svg.Line(g.X(i), g.Bottom, g.X(i), g.Bottom + 5, "c-base");
            if (g.X(i) > g.Left + 10)
                svg.Text(g.X(i), g.Bottom + 19, month.ShortName, "c-soft c-small c-mid");
        }
    }

    private void Gaps()
    {
        foreach (var gap in Gap.Of(chart.Points))
        {
            var (from, to) = (g.Edge(gap.First), g.Edge(gap.Last + 1));
            svg.Leaf("rect", ("x", from), ("y", g.Top), ("width", to - from), ("height", g.Bottom - g.Top), ("fill", $"url(#{id}-{Pattern(gap.Why)})"));
            var words = gap.Why.Words();
            var (x, y) = ((from + to) / 2, (g.Top + g.Bottom) / 2);
            if (to - from > Lettering.Width(words, 12) + 10)
                svg.Text(x, y, words, "c-small c-mid");
            else if (to - from >= 15)
                svg.Words("text", words, ("x", x), ("y", y), ("class", "c-small c-mid"), ("transform", $"rotate(-90 {Svg.Number(x)} {Svg.Number(y)}) translate(0 4)"));
        }
    }

    private static string Pattern(Absence why) => why == Absence.Suppressed ? "dots" : "hatch";

    private void Limits()
    {
        foreach (var run in Runs(i => KindOf(chart.Points[i].Limits)))
        {
            svg.Open("g", ("class", run.Kind.Split(' ')[0]));
            var line = (Func<TrendLimits, double> of) => string.Join('L', Enumerable.Range(run.First, run.Last - run.First + 1)
                .SelectMany(i => Ends(i, run, g.Y(of(chart.Points[i].Limits!)))));
            var (mean, lower, upper) = (chart.Points[run.First].Limits!.Mean.IsShown, chart.Points[run.First].Limits!.Lower.IsShown, chart.Points[run.First].Limits!.Upper.IsShown);
            if (lower && upper)
            {
                var back = Enumerable.Range(run.First, run.Last - run.First + 1).Reverse()
                    .SelectMany(i => Ends(i, run, g.Y(chart.Points[i].Limits!.Lower.ForDrawing)).Reverse());
                svg.Leaf("path", ("class", "c-band"), ("d", $"M{line(l => l.Upper.ForDrawing)}L{string.Join('L', back)}z"));
            }
            if (upper)
                svg.Leaf("path", ("class", "c-limit"), ("d", "M" + line(l => l.Upper.ForDrawing)));
            if (lower)
                svg.Leaf("path", ("class", "c-limit"), ("d", "M" + line(l => l.Lower.ForDrawing)));
            if (mean)
                svg.Leaf("path", ("class", "c-mean"), ("d", "M" + line(l => l.Mean.ForDrawing)));
            svg.Close();
        }
    }

    // Neighbours are joined where the same lines are drawn for both.
    private static string? KindOf(TrendLimits? limits) => limits is null or { Mean.IsShown: false, Upper.IsShown: false, Lower.IsShown: false }
        ? null
        : $"{(limits.Trial ? "c-trial" : "c-set")} {limits.Mean.IsShown} {limits.Lower.IsShown} {limits.Upper.IsShown}";

    // The first and last month of a run reach to the edge of their column, so that a phase of one month is still seen.
    private IEnumerable<string> Ends(int i, (int First, int Last, string Kind) run, double y)
    {
        if (i == run.First)
            yield return $"{Svg.Number(g.Edge(i))} {Svg.Number(y)}";
        yield return $"{Svg.Number(g.X(i))} {Svg.Number(y)}";
        if (i == run.Last)
            yield return $"{Svg.Number(g.Edge(i + 1))} {Svg.Number(y)}";
    }

    private void Target()
    {
        if (chart.Target is { Value.IsShown: true } target)
            svg.Line(g.Left, g.Y(target.Value.ForDrawing), g.PlotRight, g.Y(target.Value.ForDrawing), "c-target");
    }

    private void Months()
    {
        foreach (var run in Runs(i => chart.Points[i].Value.IsShown ? "" : null))
            svg.Leaf("path", ("class", "c-line"), ("d", "M" + string.Join('L', Enumerable.Range(run.First, run.Last - run.First + 1)
                .Select(i => $"{Svg.Number(g.X(i))} {Svg.Number(g.Y(chart.Points[i].Value.ForDrawing))}"))));
        var size = layout == Layout.Narrow || g.Step < 7 ? 2.4 : 3.2;
        for (var i = 0; i < chart.Points.Count; i++)
        {
            var point = chart.Points[i];
            if (!point.Value.IsShown)
                continue;
            var last = i == chart.Points.Count - 1;
            var style = Marks.Colour(point.Mark, chart.Polarity, point.Torn) + (last ? " c-last" : "");
            svg.Leaf("path", ("class", style), ("d", Marks.Path(point.Mark, g.X(i), g.Y(point.Value.ForDrawing), last || point.Mark != PointMark.Common ? size + 1 : size)), ("data-value", $"{point.Month.Name}: {point.Value.Text(chart.Decimals)}{Said(point.Mark)}"));
        }
    }

    private static string Said(PointMark mark) => mark switch { PointMark.High => ", higher than usual", PointMark.Low => ", lower than usual", _ => "" };

    private void BreakLines()
    {
        for (var k = 0; k < chart.Breaks.Count; k++)
        {
            var at = IndexOf(chart.Breaks[k]);
            if (at < 0 || at >= chart.Points.Count)
                continue;
            svg.Line(g.Edge(at), g.Top - 6, g.Edge(at), g.Bottom, "c-break");
            TrendNotes.Key(svg, g.Edge(at), g.Top - 14, k);
        }
    }

    // Stretches of neighbouring months of one kind, cut at breaks.
    private IEnumerable<(int First, int Last, string Kind)> Runs(Func<int, string?> kindOf)
    {
        for (var i = 0; i < chart.Points.Count; i++)
        {
            if (kindOf(i) is not { } kind)
                continue;
            var first = i;
            while (i + 1 < chart.Points.Count && kindOf(i + 1) == kind && !breakAt.Contains(i + 1))
                i++;
            yield return (first, i, kind);
        }
    }
}
