using Made.Core.Methods;
using Made.Core.Scorecard;

namespace Made.Web.Charts;

/// <summary>Draws a funnel plot: limits behind, the common level, each area a point with its name where there is room.</summary>
internal sealed class FunnelDrawing
{
    private readonly Chart.Funnel chart;
    private readonly Svg svg = new();
    private readonly bool narrow;
    private readonly Scale across;
    private readonly Scale up;
    private readonly double width, left, right, bottom;

    private FunnelDrawing(Chart.Funnel chart, Layout layout)
    {
        this.chart = chart;
        narrow = layout == Layout.Narrow;
        width = narrow ? 340 : 760;
        across = Scale.For(chart.Dots.Select(d => d.Size.ForDrawing), 0, narrow ? 2 : 5);
        up = Scale.For(chart.Dots.SelectMany(d => new[] { d.Value.ForDrawing, d.Outer.Upper.ForDrawing }), chart.Decimals, narrow ? 4 : 5);
        left = up.Ticks().Max(t => Lettering.Width(up.Label(t), 12)) + 8;
        right = width - (narrow ? 54 : 106);
        bottom = Top + (narrow ? 230 : 330);
    }

    private const double Top = 12;

    public static Sketch Draw(Chart.Funnel chart, Layout layout)
    {
        var drawing = new FunnelDrawing(chart, layout);
        drawing.Axes();
        drawing.Curves();
        drawing.Dots();
        return new Sketch(drawing.svg, drawing.width, drawing.bottom + 42);
    }

    private double X(double size) => left + (size / across.Top * (right - left));

    private double Y(double value) => bottom - (Math.Clamp(value, 0, up.Top) / up.Top * (bottom - Top));

    private void Axes()
    {
        foreach (var tick in up.Ticks())
        {
            svg.Line(left, Y(tick), right, Y(tick), tick == 0 ? "c-base" : "c-grid");
            svg.Text(left - 6, Y(tick) + 4, up.Label(tick), "c-soft c-small c-end");
        }
        foreach (var tick in across.Ticks())
        {
            svg.Line(X(tick), bottom, X(tick), bottom + 5, "c-base");
            svg.Text(X(tick), bottom + 19, across.Label(tick), "c-soft c-small " + (tick == 0 ? "" : "c-mid"));
        }
        svg.Text((left + right) / 2, bottom + 37, chart.SizeUnit, "c-soft c-small c-mid");
    }

    private void Curves()
    {
        var steps = chart.Curve.Where(s => s.Denominator <= across.Top).ToList();
        if (chart.IsWidened)
        {
            Curve(steps, s => s.OuterByChance, "c-limit-thin");
            Curve(steps, s => s.InnerByChance, "c-limit-thin");
        }
        Curve(steps, s => s.Outer, "c-limit-far");
        Curve(steps, s => s.Inner, "c-limit");
        svg.Line(X(steps[0].Denominator), Y(chart.Level.ForDrawing), X(steps[^1].Denominator), Y(chart.Level.ForDrawing), "c-mean");
        var last = steps[^1];
        List<(double, string, string)> labels =
        [
            (Y(chart.Level.ForDrawing), (narrow ? "" : "all areas ") + chart.Level.Text(chart.Decimals), "c-soft c-small"),
            (Y(last.Inner.Upper), "95%", "c-soft c-small"), (Y(last.Inner.Lower), "95%", "c-soft c-small"),
            (Y(last.Outer.Upper), "99.8%", "c-soft c-small"), (Y(last.Outer.Lower), "99.8%", "c-soft c-small"),
        ];
        foreach (var (y, words, style) in TrendLabels.Apart(labels, Top + 4, bottom))
            svg.Text(right + 6, y + 4, words, style);
    }

    private void Curve(List<FunnelStep> steps, Func<FunnelStep, Interval> of, string style)
    {
        foreach (var end in new Func<Interval, double>[] { i => i.Upper, i => i.Lower })
            svg.Leaf("path", ("class", style), ("d", "M" + string.Join('L', steps.Where(s => end(of(s)) <= up.Top).Select(s => $"{Svg.Number(X(s.Denominator))} {Svg.Number(Y(end(of(s))))}"))));
    }

    private void Dots()
    {
        var placed = chart.Dots.Select(d => new Box(X(d.Size.ForDrawing) - 5, Y(d.Value.ForDrawing) - 5, 10, 10)).ToList();
        foreach (var dot in chart.Dots.OrderBy(d => d.Mark == PointMark.Common))
        {
            var (x, y) = (X(dot.Size.ForDrawing), Y(dot.Value.ForDrawing));
            svg.Open(dot.Href.Length > 0 ? "a" : "g", dot.Href.Length > 0 ? [("href", dot.Href), ("data-area", dot.Key)] : [("data-area", dot.Key)]);
            svg.Open("path", ("class", Marks.Colour(dot.Mark, chart.Polarity)), ("d", Marks.Path(dot.Mark, x, y, 4)));
            svg.Words("title", $"{dot.Name}: {dot.Value.Text(chart.Decimals)} {chart.Unit}, {dot.Reading}").Close();
            // On a telephone only those outside their limits are named; the table names all.
            if ((!narrow || dot.Mark != PointMark.Common) && Room(dot.Name, x, y, placed) is { } box)
            {
                placed.Add(box);
                svg.Text(box.X, box.Y + 11, dot.Name, "c-small c-halo" + (dot.Mark == PointMark.Common ? " c-soft" : ""));
            }
            svg.Close();
        }
    }

    /// <summary>To the right, to the left, above or below, a little higher or lower, where no other name or point is.</summary>
    private Box? Room(string name, double x, double y, List<Box> placed)
    {
        const double High = 13;
        var wide = Lettering.Width(name, 12);
        var (after, before, middle) = (x + 8, x - wide - 8, x - (wide / 2));
        return new (double X, double Y)[] { (after, y - 7), (before, y - 7), (middle, y - 20), (middle, y + 7), (before, y - 11), (after, y - 11), (before, y - 2), (after, y - 2), (after - 2, y - 20), (before + 2, y - 20), (before + 2, y + 7), (after - 2, y + 7) }
            .Select(p => new Box(p.X, p.Y, wide, High))
            .Where(b => b.X >= left && b.X + b.Width <= width && b.Y >= 0 && b.Y + b.Height <= bottom && !placed.Exists(b.Touches))
            .Select(b => (Box?)b).FirstOrDefault();
    }

    private readonly record struct Box(double X, double Y, double Width, double Height)
    {
        public bool Touches(Box other) => X < other.X + other.Width && other.X < X + Width && Y < other.Y + other.Height && other.Y < Y + Height;
    }
}
