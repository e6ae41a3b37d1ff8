using Made.Core.Indicators;

namespace Made.Web.Charts;

/// <summary>Small round signs for the state of the last point, with the words that always stand beside them.</summary>
public static class VariationIcon
{
    public static string Words(Variation variation) => variation switch
    {
        Variation.Common => "in its usual range",
        Variation.SpecialHigh => "higher than usual",
        Variation.SpecialLow => "lower than usual",
        Variation.TooFew => "too few to judge by month",
        Variation.TooShort => "too short a record to judge",
        Variation.NotComparable => "not comparable",
        _ => "not judged",
    };

    /// <summary>Decoration beside its words: hidden from screen readers. Empty where nothing was judged.</summary>
    public static string Draw(Variation variation, Polarity polarity, bool torn = false)
    {
        if (variation == Variation.NotJudged)
            return "";
        var svg = new Svg();
        svg.Open("svg", ("class", "chart chart--icon"), ("viewBox", "0 0 24 24"), ("aria-hidden", "true"), ("focusable", "false"));
        switch (variation)
        {
            case Variation.SpecialHigh:
                Judged(svg, Marks.Colour(PointMark.High, polarity, torn), "M12 6l5.5 9.5h-11z");
                break;
            case Variation.SpecialLow:
                Judged(svg, Marks.Colour(PointMark.Low, polarity, torn), "M12 18l5.5-9.5h-11z");
                break;
            case Variation.Common:
                svg.Leaf("circle", ("class", "c-icon-ring"), ("cx", 12.0), ("cy", 12.0), ("r", 10.5));
                svg.Leaf("path", ("class", "c-icon-line"), ("d", "M5.5 13.5l3.5-3.5 3.5 4 3-3.5 3 2.5"));
                break;
            case Variation.TooFew:
                Quiet(svg).Leaf("path", ("class", "c-icon-mark-dark"), ("d", "M7 13.5a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0-3.2 0zM13.8 10.5a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0-3.2 0z"));
                break;
            case Variation.TooShort:
                Quiet(svg).Leaf("path", ("class", "c-icon-line"), ("d", "M7 14l3-3.5 3 2.5M16 13h.01M18 12h.01"));
                break;
            default:
                Quiet(svg).Leaf("path", ("class", "c-icon-line"), ("d", "M7.5 10h9M7.5 14h9M14.5 6.5l-5 11"));
                break;
        }
        return svg.Close().ToString();
    }

    private static Svg Quiet(Svg svg) => svg.Leaf("circle", ("class", "c-icon-ring-quiet"), ("cx", 12.0), ("cy", 12.0), ("r", 10.5));

    private static void Judged(Svg svg, string ofPoint, string triangle)
    {
        var colour = ofPoint.Replace("c-", "c-icon-", StringComparison.Ordinal);
        svg.Leaf("circle", ("class", colour), ("cx", 12.0), ("cy", 12.0), ("r", 10.5));
        svg.Leaf("path", ("class", colour == "c-icon-neutral" ? "c-icon-mark" : "c-icon-mark-dark"), ("d", triangle));
    }
}
