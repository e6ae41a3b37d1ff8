using Made.Core.Disclosure;
using Made.Core.Indicators;

namespace Made.Web.Charts;

/// <summary>Hatching for what was not supplied, dots for what is hidden; defined only in charts that use them.</summary>
internal static class Patterns
{
    public static void Define(Svg svg, Chart chart, string id)
    {
        var absences = Numbers(chart).Select(n => n.Absence).Where(a => a != Absence.None).Distinct().ToList();
        if (absences.Count == 0 || chart is Chart.Sparkline)
            return;
        svg.Open("defs");
        if (absences.Exists(a => a != Absence.Suppressed))
            Hatch(svg, id);
        if (absences.Contains(Absence.Suppressed))
            Dots(svg, id);
        svg.Close();
    }

    public static void Hatch(Svg svg, string id) => svg
        .Open("pattern", ("id", id + "-hatch"), ("width", 6.0), ("height", 6.0), ("patternUnits", "userSpaceOnUse"), ("patternTransform", "rotate(45)"))
        .Rectangle(0, 0, 6, 6, "c-hatch-ground").Leaf("path", ("class", "c-hatch-line"), ("d", "M0 0V6")).Close();

    public static void Dots(Svg svg, string id) => svg
        .Open("pattern", ("id", id + "-dots"), ("width", 6.0), ("height", 6.0), ("patternUnits", "userSpaceOnUse"))
        .Rectangle(0, 0, 6, 6, "c-hatch-ground").Leaf("circle", ("class", "c-hatch-dot"), ("cx", 3.0), ("cy", 3.0), ("r", 1.1)).Close();

    private static IEnumerable<SafeNumber> Numbers(Chart chart) => chart switch
    {
        Chart.Trend trend => trend.Points.Select(p => p.Value),
        Chart.RankedBars bars => bars.Bars.Select(b => b.Value),
        Chart.AreaMap map => map.Areas.Select(a => a.Value),
        _ => [],
    };
}
