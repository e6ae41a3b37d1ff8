using Made.Core.Calendar;
using Made.Core.Indicators;

namespace Made.Core.Scorecard;

public static partial class Sentences
{
    /// <summary>What map points are, wherever something is said from them.</summary>
    public const string MapPointsAreMoved =
        "The publisher moves every record to the nearest of its map points, so records pile up on points and a point may lie across a border: nothing here is about an address or a house, and nothing below a street should be read from it.";

    /// <summary>"7,402 crimes in the 12 months to July 2022 lie in 70 small areas of Northfield: a quarter of them in 5, half in 13, 80% in 33. 4 small areas are hot spots."</summary>
    public static string Hotspots(string place, IndicatorDefinition indicator, AreaHotspots spots, Period period)
    {
        var (hot, cold) = (spots.Places.Count(p => p.State == HotspotState.Hot), spots.Places.Count(p => p.State == HotspotState.Cold));
        var found = (hot, cold) switch
        {
            (0, 0) => "No small area and its neighbours together hold more or less than chance would put there.",
            (_, 0) => $"{Number(hot, "small area")} {(hot == 1 ? "is a hot spot" : "are hot spots")}: together with its neighbours each holds more than chance would put there.",
            (0, _) => $"{Number(cold, "small area")} {(cold == 1 ? "is a cold spot" : "are cold spots")}; none is a hot spot.",
            _ => $"{Number(hot, "small area")} {(hot == 1 ? "is a hot spot" : "are hot spots")} and {cold} {(cold == 1 ? "a cold spot" : "cold spots")}: together with its neighbours each holds more, or less, than chance would put there.",
        };
        return $"{Counted(indicator, spots.Records)} {When(period)} {(spots.Records.Number == 1 ? "lies" : "lie")} in {spots.Places.Count} small areas of {place}: {Held(spots.Concentration)}. {found}";
    }

    /// <summary>"They lie on 812 map points: a quarter of them on 12, half on 49, 80% on 230."</summary>
    public static string OnPoints(MapPoints points) =>
        $"On the publisher's map: {points.Records.Text()} records on {points.Points.Text()} points, {Held(points.Concentration)}.";

    /// <summary>"hot spot", "cold spot", "no more than chance".</summary>
    public static string Words(HotspotState state) => state switch
    {
        HotspotState.Hot => "hot spot",
        HotspotState.Cold => "cold spot",
        _ => "no more than chance",
    };

    private static string Held(IReadOnlyList<ConcentrationStep> steps) =>
        string.Join(", ", steps.Select(s => $"{s.Percent switch { 25 => "a quarter of them", 50 => "half", _ => $"{s.Percent}%" }} in {s.Places.Text()}"));
}
