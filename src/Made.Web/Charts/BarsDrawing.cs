using Made.Core.Disclosure;
using Made.Core.Indicators;

namespace Made.Web.Charts;

/// <summary>Draws ranked bars: name, bar from zero, value at its end. On a telephone the name stands above its bar.</summary>
internal static class BarsDrawing
{
    public static Sketch Draw(Chart.RankedBars chart, Layout layout, string id)
    {
        var svg = new Svg();
        var narrow = layout == Layout.Narrow;
        double width = narrow ? 340 : 560;
        var bars = Ranked(chart);
        var nameWidth = narrow ? 0 : Math.Min(bars.Select(b => Lettering.Width(b.Name) + 12).DefaultIfEmpty(0).Max(), width * 0.42);
        var valueWidth = bars.Select(b => Lettering.Width(b.Value.Text(chart.Decimals))).DefaultIfEmpty(0).Max() + 12;
        // Values stand in a column of their own beside the names: aligned, and out of the way of whiskers and reference.
        var (left, right) = (narrow ? 0 : nameWidth + valueWidth, width - 6);
        var top = chart.Reference is { Value.IsShown: true } ? 22 : 4;
        double row = narrow ? 42 : 26;
        var largest = bars.SelectMany(b => new[] { b.Value.ForDrawing, b.Upper95?.ForDrawing ?? 0 })
            .Append(chart.Reference?.Value.ForDrawing ?? 0).Where(double.IsFinite).DefaultIfEmpty(0).Max();
        double X(double value) => left + (largest <= 0 ? 0 : value / largest * (right - left));

        var height = top + (bars.Count * row) + 4;
        if (chart.Reference is { Value.IsShown: true } behind)
            svg.Line(X(behind.Value.ForDrawing), top - 4, X(behind.Value.ForDrawing), height - 4, "c-reference");
        for (var i = 0; i < bars.Count; i++)
            Row(svg, bars[i], chart.Decimals, top + (i * row), narrow, left, nameWidth, X, id);
        svg.Line(left, top, left, height - 4, "c-base");
        if (chart.Reference is { Value.IsShown: true } reference)
        {
            var x = X(reference.Value.ForDrawing);
            var words = $"{reference.Name} {reference.Value.Text(chart.Decimals)}";
            var half = Lettering.Width(words, 12) / 2;
            svg.Text(Math.Clamp(x, half, width - half), 12, words, "c-small c-soft c-mid");
        }
        return new Sketch(svg, width, height);
    }

    /// <summary>Longest first, then by name; those without a number last.</summary>
    public static IReadOnlyList<Bar> Ranked(Chart.RankedBars chart) =>
        [.. chart.Bars.OrderByDescending(b => b.Value.IsShown ? b.Value.ForDrawing : double.NegativeInfinity).ThenBy(b => b.Name, StringComparer.Ordinal)];

    private static void Row(Svg svg, Bar bar, int decimals, double y, bool narrow, double left, double nameWidth, Func<double, double> x, string id)
    {
        svg.Open(bar.Href.Length > 0 ? "a" : "g", bar.Href.Length > 0
            ? [("href", bar.Href), ("data-area", bar.Key)]
            : [("data-area", bar.Key)]);
        var (barTop, barHeight) = narrow ? (y + 20, 14.0) : (y + 4, 18.0);
        var style = bar.Selected ? "c-strong" : "";
        svg.Leaf("rect", ("class", "c-focus"), ("x", 0.0), ("y", y), ("width", narrow ? 336.0 : nameWidth), ("height", narrow ? 19.0 : 26.0));
        var baseline = narrow ? y + 14 : y + 17.5;
        svg.Text(narrow ? 2 : nameWidth - 10, baseline, bar.Name, narrow ? style : (style + " c-end").Trim()).Gap();
        if (bar.Value.IsShown)
        {
            var end = x(bar.Value.ForDrawing);
            svg.Text(narrow ? 334 : left - 8, baseline, bar.Value.Text(decimals), (style + " c-end").Trim());
            svg.Rectangle(left, barTop, end - left, barHeight, bar.Selected ? "c-bar-subject" : "c-bar");
            if (bar is { Lower95: { IsShown: true } lower, Upper95: { IsShown: true } upper })
            {
                var middle = barTop + (barHeight / 2);
                svg.Line(x(lower.ForDrawing), middle, x(upper.ForDrawing), middle, "c-whisker");
            }
        }
        else
        {
            svg.Leaf("rect", ("x", left), ("y", barTop), ("width", 24.0), ("height", barHeight), ("fill", $"url(#{id}-{(bar.Value.Absence == Absence.Suppressed ? "dots" : "hatch")})"));
            svg.Text(left + 30, barTop + (barHeight / 2) + 4.5, bar.Value.Text(), "c-soft c-small c-halo");
            if (bar.Value.Why != Reason.None)
                svg.Words("title", $"{bar.Name}: {bar.Value.TextWithReason()}");
        }
        svg.Close();
    }
}
