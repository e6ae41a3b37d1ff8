using Made.Core.Indicators;

namespace Made.Web.Charts;

/// <summary>Points whose shape tells the direction and whose colour tells whether that is judged.</summary>
internal static class Marks
{
    public static string Colour(PointMark mark, Polarity polarity, bool torn = false) => (mark, polarity) switch
    {
        (PointMark.Common, _) => "c-point",
        (_, Polarity.Neutral) => "c-neutral",
        _ when torn => "c-better",
        (PointMark.High, Polarity.HigherIsBetter) or (PointMark.Low, Polarity.LowerIsBetter) => "c-better",
        _ => "c-worse",
    };

    public static string Path(PointMark mark, double x, double y, double size)
    {
        var s = size * 1.25;
        return mark switch
        {
            PointMark.High => $"M{Svg.Number(x)} {Svg.Number(y - s)}l{Svg.Number(s)} {Svg.Number(s * 1.75)}h{Svg.Number(-2 * s)}z",
            PointMark.Low => $"M{Svg.Number(x)} {Svg.Number(y + s)}l{Svg.Number(s)} {Svg.Number(-s * 1.75)}h{Svg.Number(-2 * s)}z",
            _ => $"M{Svg.Number(x - size)} {Svg.Number(y)}a{Svg.Number(size)} {Svg.Number(size)} 0 1 0 {Svg.Number(2 * size)} 0a{Svg.Number(size)} {Svg.Number(size)} 0 1 0 {Svg.Number(-2 * size)} 0z",
        };
    }
}
