namespace Made.Intake.Synthetic;

/// <summary>The district next door: in the lookups, so that a record there is known to lie outside, but in no table of the pack.</summary>
internal static class Neighbour
{
    public static string LsoaCode(int number) => CountyMap.Code("E0199", 8000 + number);

    public static string LsoaName(Parameters plan, int number) => $"{plan.Neighbour.Name} 001{(char)('A' + number - 1)}";

    public static string WardCode => CountyMap.Code("E0599", 8001);

    /// <summary>One map point for each of its small areas, east of the county's edge.</summary>
    public static string Place(Parameters plan, CountyMap map, int number)
    {
        var frame = plan.Map;
        var (longitude, _) = map.Comb.Corner(2 * ((map.Comb.Columns * 2) - 1));
        var latitude = (long)((frame.North - 0.05 - (0.02 * number)) * 1_000_000);
        return $"{MapPoints.Degrees(longitude + 4000)},{MapPoints.Degrees(latitude)},On or near Boundary Road,{LsoaCode(number)},{LsoaName(plan, number)}";
    }
}
