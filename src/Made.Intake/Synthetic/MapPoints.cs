namespace Made.Intake.Synthetic;

/// <summary>The anonymous map points of each 2021 small area, named after made-up streets.</summary>
internal static class MapPoints
{
    public static MapPoint[][] Of(Parameters plan, CountyMap map)
    {
        var dice = new Dice(plan.Seed, 6);
        return [.. map.Lsoas.Select(a => InArea(a, plan.StreetNames, map, dice))];
    }

    /// <summary>A place well inside the cell, as it stands in a file: six decimals, longitude first.</summary>
    public static (string Longitude, string Latitude) Inside(CountyMap map, int cell, Dice dice)
    {
        var (longitude, latitude) = MicroInside(map, cell, dice);
        return (Degrees(longitude), Degrees(latitude));
    }

    /// <summary>The same in millionths of a degree.</summary>
    public static (long Longitude, long Latitude) MicroInside(CountyMap map, int cell, Dice dice)
    {
        var (x, y) = (0L, 0L);
        for (var side = 0; side < 6; side++)
        {
            var (cx, cy) = map.Comb.Corner(map.Comb.CornerOf(cell, side));
            x += cx;
            y += cy;
        }
        return ((x / 6) + dice.Below(2600) - 1300, (y / 6) + dice.Below(1400) - 700);
    }

    /// <summary>Millionths of a degree in digits.</summary>
    public static string Degrees(long micro) => $"{(micro < 0 ? "-" : "")}{Math.Abs(micro) / 1_000_000}.{Math.Abs(micro) % 1_000_000:000000}";

    private static MapPoint[] InArea(SmallArea area, StreetNames names, CountyMap map, Dice dice)
    {
        var cells = area.Cells.Order().ToArray();
        var points = new MapPoint[8 + dice.Below(9)];
        for (var i = 0; i < points.Length; i++)
        {
            var cell = cells[dice.Below(cells.Length)];
            var (longitude, latitude) = Inside(map, cell, dice);
            var place = area.Ward.Position < 3 && i < 2
                ? names.Places[dice.Below(names.Places.Count)]
                : $"{names.First[dice.Below(names.First.Count)]} {names.Last[dice.Below(names.Last.Count)]}";
            var start = $"{longitude},{latitude},On or near {place}";
            var old = map.Vintages.OldOfCell[cell];
            points[i] = new MapPoint(cell, place, $"{start},{old.Code},{old.Name}", $"{start},{area.Code},{area.Name}");
        }
        return points;
    }
}
