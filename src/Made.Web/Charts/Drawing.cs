using System.Diagnostics;

namespace Made.Web.Charts;

/// <summary>A chart as an SVG element for a page: named, described, scaling, without styles or scripts of its own.</summary>
public static class Drawing
{
    public static string ForPage(Chart chart, Layout layout = Layout.Wide)
    {
        var id = layout == Layout.Narrow ? chart.Id + "-n" : chart.Id;
        var sketch = Sketch(chart, layout, id);
        var kind = chart switch
        {
            Chart.Trend => layout == Layout.Narrow ? "chart--narrow" : "chart--wide",
            Chart.RankedBars => layout == Layout.Narrow ? "chart--narrow" : "chart--wide",
            Chart.Funnel => layout == Layout.Narrow ? "chart--narrow" : "chart--wide",
            Chart.AreaMap => "chart--map",
            Chart.Sparkline => "chart--spark",
            _ => throw new UnreachableException(),
        };
        var svg = new Svg();
        svg.Open("svg", Attributes(chart, kind, id, sketch));
        svg.Words("title", chart.Title, ("id", id + "-t"));
        svg.Words("desc", chart.Sentence, ("id", id + "-d"));
        Patterns.Define(svg, chart, id);
        return svg.Raw(sketch.Body).Close().ToString();
    }

    internal static Sketch Sketch(Chart chart, Layout layout, string id) => chart switch
    {
        Chart.Trend trend => TrendDrawing.Draw(trend, layout, id),
        Chart.RankedBars bars => BarsDrawing.Draw(bars, layout, id),
        Chart.Funnel funnel => FunnelDrawing.Draw(funnel, layout),
        Chart.AreaMap map => MapDrawing.Draw(map, id),
        Chart.Sparkline spark => SparklineDrawing.Draw(spark),
        _ => throw new UnreachableException(),
    };

    // A picture with links in it is a group: inside role="img" nothing can be reached.
    internal static bool HasLinks(Chart chart) => chart switch
    {
        Chart.RankedBars bars => bars.Bars.Any(b => b.Href.Length > 0),
        Chart.Funnel funnel => funnel.Dots.Any(d => d.Href.Length > 0),
        Chart.AreaMap map => map.Areas.Any(a => a.Href.Length > 0),
        _ => false,
    };

    private static (string, object)[] Attributes(Chart chart, string kind, string id, Sketch sketch)
    {
        (string, object)[] common =
        [
            ("class", "chart " + kind),
            ("viewBox", $"0 0 {Svg.Number(sketch.Width)} {Svg.Number(sketch.Height)}"),
            ("role", HasLinks(chart) ? "group" : "img"),
            ("aria-labelledby", $"{id}-t {id}-d"),
        ];
        return chart is Chart.Trend ? [.. common, ("data-values", "")] : common;
    }
}
