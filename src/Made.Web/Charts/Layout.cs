namespace Made.Web.Charts;

/// <summary>Two widths, so that letters stay legible: one for paper and desks, one for a telephone.</summary>
public enum Layout
{
    Wide,
    Narrow,
}

/// <summary>What a drawing filled: the frame (page or file) adds names, patterns and margins.</summary>
internal sealed record Sketch(Svg Body, double Width, double Height);
