using System.Globalization;
using Made.Core.Disclosure;
using Made.Core.Indicators;

namespace Made.Web.Charts;

/// <summary>Below the months: why counts break, and what the hatching stands for.</summary>
internal static class TrendNotes
{
    public static double Draw(Svg svg, TrendGeometry g, Chart.Trend chart, string id)
    {
        var y = g.Bottom + 28;
        for (var k = 0; k < chart.Breaks.Count; k++)
        {
            var at = y + 16;
            Key(svg, 10, at - 4, k);
            y = Lines(svg, $"From {chart.Breaks[k].From.Name}: {chart.Breaks[k].Reason}", 24, at, g.Width - 24);
        }
        foreach (var kind in Gap.Of(chart.Points).GroupBy(p => (p.Why, p.Reason)))
        {
            var at = y + 16;
            svg.Leaf("rect", ("x", 2.0), ("y", at - 11), ("width", 16.0), ("height", 13.0), ("fill", $"url(#{id}-{(kind.Key.Why == Absence.Suppressed ? "dots" : "hatch")})"));
            var months = kind.Select(p => p.Months(chart.Points)).ToList();
            var words = kind.Key.Reason == Reason.None ? kind.Key.Why.Words() : $"{kind.Key.Why.Words()} ({kind.Key.Reason.Words()})";
            var rest = months.Count - 6;
            var shown = string.Join(", ", months.Take(6)) + (rest > 0 ? $" and {rest.ToString(CultureInfo.InvariantCulture)} more, named in the table" : "");
            y = Lines(svg, $"{char.ToUpperInvariant(words[0])}{words[1..]}: {shown}", 24, at, g.Width - 24);
        }
        if (chart.Ahead.Count > 0)
        {
            y = Swatch(svg, y + 16, "c-likely", "Forecast: in four cases of five within the darker band", g.Width);
            y = Swatch(svg, y + 16, "c-wide", "and in nineteen of twenty within the lighter one, if nothing changes", g.Width);
        }
        return y + 4;
    }

    private static double Swatch(Svg svg, double at, string style, string words, double width)
    {
        svg.Leaf("rect", ("class", style), ("x", 2.0), ("y", at - 11), ("width", 16.0), ("height", 13.0));
        return Lines(svg, words, 24, at, width - 24);
    }

    public static void Key(Svg svg, double x, double y, int index)
    {
        svg.Leaf("circle", ("class", "c-key"), ("cx", x), ("cy", y), ("r", 8.0));
        svg.Text(x, y + 4, ((char)('A' + (index % 26))).ToString(), "c-key-text");
    }

    private static double Lines(Svg svg, string words, double x, double y, double width)
    {
        foreach (var line in Lettering.Wrap(words, width, 12))
        {
            svg.Text(x, y, line, "c-soft c-small");
            y += 16;
        }
        return y - 12;
    }
}
