namespace Made.Web.Charts;

/// <summary>A map's legend: on a page in HTML beside the map, in a file below it.</summary>
internal static class MapLegend
{
    /// <summary>A small sample of a class for the page. Hatching refers to the pattern that the map itself defines.</summary>
    public static string Swatch(MapClass entry, string mapId)
    {
        var svg = new Svg();
        svg.Open("svg", ("class", "chart made-swatch"), ("viewBox", "0 0 26 16"), ("aria-hidden", "true"), ("focusable", "false"));
        Sample(svg, entry, mapId, 0, 0);
        return svg.Close().ToString();
    }

    /// <summary>Draws the legend from y down and answers where it ends.</summary>
    public static double Draw(Svg svg, Chart.AreaMap map, double y, double width)
    {
        var column = width / 2;
        var legend = MapClasses.Legend(map);
        for (var i = 0; i < legend.Count; i++)
        {
            var (x, at) = (i % 2 * column, y + (i / 2 * 24));
            Sample(svg, legend[i], map.Id, x, at);
            svg.Text(x + 34, at + 12.5, $"{legend[i].Words} ({(legend[i].Areas == 1 ? "1 area" : $"{legend[i].Areas} areas")})");
        }
        return y + ((legend.Count + 1) / 2 * 24);
    }

    private static void Sample(Svg svg, MapClass entry, string mapId, double x, double y)
    {
        if (entry.Style is "hatch" or "dots")
            svg.Leaf("rect", ("x", x), ("y", y), ("width", 26.0), ("height", 16.0), ("fill", $"url(#{mapId}-{entry.Style})"));
        else
            svg.Rectangle(x, y, 26, 16, "c-class-" + entry.Style);
    }
}
