namespace Made.Web.Charts;

/// <summary>The picture of "How to read this page": a made-up trend with numbered marks. What each number means stands beside it in HTML, in this order.</summary>
public static class HowToRead
{
    /// <summary>One line per number in the picture.</summary>
    public static IReadOnlyList<string> Callouts { get; } =
    [
        "Each point is one month. The line starts at zero, so twice as high is twice as many.",
        "The solid line is the average of the months it spans.",
        "Between the dashed lines lies the usual range. A month inside it gives no reason to think that anything has changed.",
        "A triangle marks months outside the usual range, or a run that chance alone would seldom make. Up is higher, down is lower.",
        "Hatching is a month that nobody supplied or that is hidden. It is never a zero, and the line does not jump over it.",
        "A dotted line marks a change in how crimes are recorded or placed. Do not compare the two sides; average and range start again.",
    ];

    private static readonly double[] Months =
        [62, 55, 68, 60, 71, 58, 64, 53, 66, 61, 57, 69, 63, 98, 66, double.NaN, double.NaN, 59, 64, 70, 84, 80, 91, 86, 78, 88, 83, 90, 79, 85];

    public static string Draw()
    {
        var svg = new Svg();
        svg.Open("svg", ("class", "chart chart--reading"), ("viewBox", "0 0 640 300"), ("role", "img"), ("aria-labelledby", "how-to-read-t how-to-read-d"));
        svg.Words("title", "How to read a trend", ("id", "how-to-read-t"));
        svg.Words("desc", "A made-up line of thirty months with six numbered marks; the list beside it explains each number.", ("id", "how-to-read-d"));
        svg.Open("defs");
        Patterns.Hatch(svg, "how-to-read");
        svg.Close();
        foreach (var tick in new[] { 0, 40, 80, 120 })
        {
            svg.Line(40, Y(tick), 620, Y(tick), tick == 0 ? "c-base" : "c-grid");
            svg.Text(34, Y(tick) + 4, tick.ToString(System.Globalization.CultureInfo.InvariantCulture), "c-soft c-small c-end");
        }
        Phase(svg, 0, 19, 63, 44, 82);
        Phase(svg, 20, 29, 84, 65, 103);
        svg.Leaf("rect", ("x", Edge(15)), ("y", 30.0), ("width", Edge(17) - Edge(15)), ("height", Y(0) - 30), ("fill", "url(#how-to-read-hatch)"));
        svg.Line(Edge(20), 30, Edge(20), Y(0), "c-break");
        Stretch(svg, 0, 14);
        Stretch(svg, 17, 19);
        Stretch(svg, 20, 29);
        for (var i = 0; i < Months.Length; i++)
            if (!double.IsNaN(Months[i]))
                svg.Leaf("path", ("class", i == 13 ? "c-neutral" : "c-point"), ("d", Marks.Path(i == 13 ? PointMark.High : PointMark.Common, X(i), Y(Months[i]), i == 13 ? 5 : 3.5)));
        foreach (var (number, x, y) in new[] { (1, X(2), Y(68) - 18), (2, X(6), Y(63) + 19), (3, X(9.5), Y(82) - 15), (4, X(13), Y(98) - 24), (5, Edge(16), 48), (6, Edge(20), 18.0) })
        {
            svg.Leaf("circle", ("class", "c-key"), ("cx", x), ("cy", y), ("r", 11.0));
            svg.Text(x, y + 4, number.ToString(System.Globalization.CultureInfo.InvariantCulture), "c-key-text");
        }
        return svg.Close().ToString();
    }

    private static double X(double month) => 40 + ((month + 0.5) * 580 / 30);

    private static double Edge(int month) => 40 + (month * 580.0 / 30);

    private static double Y(double value) => 270 - (value * 2);

    private static void Stretch(Svg svg, int from, int to) => svg.Leaf("path", ("class", "c-line"), ("d", "M" + string.Join('L',
        Enumerable.Range(from, to - from + 1).Select(i => $"{Svg.Number(X(i))} {Svg.Number(Y(Months[i]))}"))));

    private static void Phase(Svg svg, int from, int to, double mean, double lower, double upper)
    {
        svg.Rectangle(Edge(from), Y(upper), Edge(to + 1) - Edge(from), Y(lower) - Y(upper), "c-band");
        svg.Line(Edge(from), Y(upper), Edge(to + 1), Y(upper), "c-limit").Line(Edge(from), Y(lower), Edge(to + 1), Y(lower), "c-limit");
        svg.Line(Edge(from), Y(mean), Edge(to + 1), Y(mean), "c-mean");
    }
}
