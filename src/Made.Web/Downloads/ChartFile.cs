using Made.Web.Charts;

namespace Made.Web.Downloads;

/// <summary>A chart as an SVG document that can leave the site: title, source, date and edition are in the picture, its style inside.</summary>
public static class ChartFile
{
    public const string ContentType = "image/svg+xml";

    private const double Margin = 24;

    private static readonly Lazy<string> Style = new(() =>
    {
        using var stream = typeof(ChartFile).Assembly.GetManifestResourceStream("charts.css")!;
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd().ReplaceLineEndings("\n");
        return text[(text.IndexOf("*/", StringComparison.Ordinal) + 2)..].Trim();
    });

    public static string Svg(Chart chart, Origin origin) => Draw(chart, origin).ToString();

    /// <summary>The size in pixels at which a browser shows it.</summary>
    public static (int Width, int Height) Size(Chart chart, Origin origin)
    {
        var canvas = Draw(chart, origin);
        return ((int)Math.Ceiling(canvas.Width), (int)Math.Ceiling(canvas.Height));
    }

    private static Canvas Draw(Chart chart, Origin origin)
    {
        var sketch = Drawing.Sketch(chart, Layout.Wide, chart.Id);
        var width = sketch.Width + (2 * Margin);
        var body = new Svg();
        var y = Margin + 4;
        foreach (var line in Lettering.Wrap(chart.Title, sketch.Width, 19.5))
            body.Text(Margin, y += 22, line, "c-title");
        y += 6;
        foreach (var line in Lettering.Wrap(chart.Sentence, sketch.Width, 13.5))
            body.Text(Margin, y += 18, line, "c-soft");
        y += 16;
        body.Open("g", ("transform", $"translate({Charts.Svg.Number(Margin)} {Charts.Svg.Number(y)})")).Raw(sketch.Body).Close();
        y += sketch.Height + 8;
        if (chart is Chart.AreaMap map)
        {
            var legend = new Svg();
            var height = MapLegend.Draw(legend, map, 0, sketch.Width);
            body.Open("g", ("transform", $"translate({Charts.Svg.Number(Margin)} {Charts.Svg.Number(y)})")).Raw(legend).Close();
            y += height + 4;
        }
        body.Line(Margin, y + 4, width - Margin, y + 4, "c-grid");
        y += 8;
        foreach (var line in Footer(origin).SelectMany(l => Lettering.Wrap(l, sketch.Width, 12.5)))
            body.Text(Margin, y += 16, line, "c-soft c-small");
        return new Canvas(chart, body, width, y + 14);
    }

    private static IEnumerable<string> Footer(Origin origin)
    {
        if (origin.Synthetic)
            yield return "SYNTHETIC: every figure is fictional.";
        yield return $"{origin.Edition}, made on {origin.Date}. Source: {origin.Source}";
        yield return origin.Marking.Length > 0 ? $"{origin.Marking} · MADE Interactive" : "MADE Interactive";
    }

    private sealed record Canvas(Chart Chart, Svg Body, double Width, double Height)
    {
        public override string ToString()
        {
            var (width, height) = (Charts.Svg.Number(Math.Ceiling(Width)), Charts.Svg.Number(Math.Ceiling(Height)));
            var svg = new Svg();
            svg.Open("svg", ("xmlns", "http://www.w3.org/2000/svg"), ("class", "chart"), ("width", width), ("height", height), ("viewBox", $"0 0 {width} {height}"),
                ("role", "img"), ("aria-labelledby", "t d"));
            svg.Words("title", Chart.Title, ("id", "t")).Words("desc", Chart.Sentence, ("id", "d")).Words("style", Style.Value);
            Patterns.Define(svg, Chart, Chart.Id);
            svg.Leaf("rect", ("class", "c-paper"), ("width", width), ("height", height)).Raw(Body);
            return svg.Close().ToString();
        }
    }
}
