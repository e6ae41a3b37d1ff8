using System.Text;

namespace Made.Web.Charts;

/// <summary>Draws areas in their class, the selected one outlined, those without a number hatched.</summary>
internal static class MapDrawing
{
    private const double Width = 480;

    public static Sketch Draw(Chart.AreaMap chart, string id)
    {
        var svg = new Svg();
        var points = chart.Areas.SelectMany(a => a.Rings).SelectMany(r => r).ToList();
        if (points.Count == 0)
            return new Sketch(svg, Width, 10);
        var (west, east) = (points.Min(p => p.X), points.Max(p => p.X));
        var (south, north) = (points.Min(p => p.Y), points.Max(p => p.Y));
        var scale = Math.Min((Width - 8) / Math.Max(east - west, 1e-9), 520 / Math.Max(north - south, 1e-9));
        var margin = (Width - ((east - west) * scale)) / 2;
        string Path(MapArea area) => Outline(area, p => (margin + ((p.X - west) * scale), 4 + ((north - p.Y) * scale)));

        foreach (var area in chart.Areas)
        {
            svg.Open(area.Href.Length > 0 ? "a" : "g", area.Href.Length > 0
                ? [("href", area.Href), ("data-area", area.Code.Value), ("aria-label", Said(chart, area))]
                : [("data-area", area.Code.Value)]);
            if (!area.Value.IsShown)
                svg.Leaf("path", ("d", Path(area)), ("fill", $"url(#{id}-{MapClasses.Pattern(area.Value)})"), ("fill-rule", "evenodd"));
            svg.Open("path", area.Value.IsShown
                ? [("class", $"c-area c-class-{MapClasses.Of(chart, area.Value)}"), ("fill-rule", "evenodd"), ("d", Path(area))]
                : [("class", "c-area c-class-none"), ("fill", "none"), ("d", Path(area))]);
            svg.Words("title", Said(chart, area)).Close().Close();
        }
        foreach (var area in chart.Areas.Where(a => a.Selected))
            svg.Leaf("path", ("class", "c-area-halo"), ("d", Path(area)), ("pointer-events", "none"))
                .Leaf("path", ("class", "c-area-selected"), ("d", Path(area)), ("pointer-events", "none"));
        return new Sketch(svg, Width, ((north - south) * scale) + 8);
    }

    private static string Said(Chart.AreaMap chart, MapArea area) =>
        $"{area.Name}: {area.Value.TextWithReason(chart.Decimals)}{(area.Value.IsShown ? " " + chart.Unit : "")}";

    private static string Outline(MapArea area, Func<PlanePoint, (double X, double Y)> place)
    {
        var path = new StringBuilder();
        foreach (var ring in area.Rings)
        {
            var before = "";
            var letter = 'M';
            foreach (var point in ring)
            {
                var (x, y) = place(point);
                var here = $"{Svg.Number(x)} {Svg.Number(y)}";
                if (here == before)
                    continue;
                path.Append(letter).Append(here);
                (before, letter) = (here, 'L');
            }
            path.Append('z');
        }
        return path.ToString();
    }
}
