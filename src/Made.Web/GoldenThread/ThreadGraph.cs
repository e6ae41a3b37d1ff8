using Made.Core.GoldenThread;
using Made.Web.Charts;
using Made.Web.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Made.Web.GoldenThread;

/// <summary>A point in the middle, what it rests on to the left, what follows from it to the right. The outline beside it says the same and more.</summary>
[HtmlTargetElement("made-thread-graph", Attributes = "view")]
public sealed class ThreadGraph : Component
{
    private const int MostOfAKind = 5;
    private const double BoxWidth = 250;
    private const double BoxHeight = 40;
    private const double Gap = 12;
    private const double Width = 920;

    // Half of a stroke lies outside its box.
    private const double Edge = 1;
    private const int Letters = 31;

    public required ThreadView View { get; set; }

    private protected override void Write(Markup to, string content, (string Name, string? Value)[] others)
    {
        var (left, right) = (Boxes(ground: true), Boxes(ground: false));
        var height = Math.Max(1, Math.Max(left.Count, right.Count)) * (BoxHeight + Gap) + Gap;
        var svg = new Svg().Open("svg", ("class", "chart made-thread-graph"), ("viewBox", $"0 0 {Svg.Number(Width)} {Svg.Number(height)}"), ("role", "group"), ("aria-label", $"Graph: {View.Title} and its neighbours"));
        var middle = (height - BoxHeight) / 2;
        var centre = (Width - BoxWidth) / 2;
        Column(svg, left, Edge, height, (x, y) => (x + BoxWidth, y, centre, middle + (BoxHeight / 2)));
        Column(svg, right, Width - BoxWidth - Edge, height, (x, y) => (centre + BoxWidth, middle + (BoxHeight / 2), x, y));
        Box(svg, new(View.Point.Kind.Words(), View.Title, ""), centre, middle, "made-thread-box made-thread-box--here");
        svg.Close();
        to.Open("div", ("class", "made-table-region"), ("role", "region"), ("aria-label", "Graph of the thread"), ("tabindex", "0")).Html(svg.ToString()).Close();
    }

    private List<GraphBox> Boxes(bool ground) =>
    [
        .. View.Side(ground).SelectMany(g => g.Take(MostOfAKind).Select(n => new GraphBox(n.Where.Length > 0 ? $"{n.Point.Kind.Words()}, {n.Where}" : n.Point.Kind.Words(), n.Title, ThreadWords.Href(n.Point)))
            .Concat(g.Count() > MostOfAKind ? [new GraphBox(g.Key.PluralWords(), $"and {g.Count() - MostOfAKind} more in the outline", $"#{(ground ? "ground" : "follows")}-{g.Key.Code()}")] : [])),
    ];

    private static void Column(Svg svg, List<GraphBox> boxes, double x, double height, Func<double, double, (double, double, double, double)> line)
    {
        var top = (height - ((boxes.Count * (BoxHeight + Gap)) - Gap)) / 2;
        for (var i = 0; i < boxes.Count; i++)
        {
            var y = top + (i * (BoxHeight + Gap));
            var (x1, y1, x2, y2) = line(x, y + (BoxHeight / 2));
            svg.Line(x1, y1, x2, y2, "made-thread-line");
            Box(svg, boxes[i], x, y, "made-thread-box");
        }
    }

    private static void Box(Svg svg, GraphBox box, double x, double y, string style)
    {
        if (box.Href.Length > 0)
            svg.Open("a", ("href", box.Href));
        svg.Words("title", $"{box.Kind}: {box.Title}");
        svg.Rectangle(x, y, BoxWidth, BoxHeight, style);
        svg.Text(x + 8, y + 15, box.Kind, "made-thread-kind").Gap();
        svg.Text(x + 8, y + 32, box.Title.Length > Letters ? box.Title[..(Letters - 1)].TrimEnd() + "…" : box.Title, "made-thread-title");
        if (box.Href.Length > 0)
            svg.Close();
    }

    private sealed record GraphBox(string Kind, string Title, string Href);
}
