using Made.Core.Calendar;

namespace Made.Intake.Synthetic;

/// <summary>Collisions of a calendar year in the columns of the STATS19 accidents file of 2015.</summary>
internal static class CollisionFiles
{
    private const string Header =
        "Accident_Index,Location_Easting_OSGR,Location_Northing_OSGR,Longitude,Latitude,Police_Force,Accident_Severity,Number_of_Vehicles,Number_of_Casualties,"
        + "Date,Day_of_Week,Time,Local_Authority_(District),Local_Authority_(Highway),1st_Road_Class,1st_Road_Number,Road_Type,Speed_limit,Junction_Detail,"
        + "Junction_Control,2nd_Road_Class,2nd_Road_Number,Pedestrian_Crossing-Human_Control,Pedestrian_Crossing-Physical_Facilities,Light_Conditions,"
        + "Weather_Conditions,Road_Surface_Conditions,Special_Conditions_at_Site,Carriageway_Hazards,Urban_or_Rural_Area,"
        + "Did_Police_Officer_Attend_Scene_of_Accident,LSOA_of_Accident_Location";

    private static readonly double[] Season = [1.00, 0.90, 0.94, 0.92, 0.98, 1.00, 1.02, 1.00, 1.04, 1.08, 1.12, 1.00];
    private static readonly int[] Limits = [20, 30, 30, 30, 40, 50, 60];

    public static void Write(Folder folder, Parameters plan, CountyMap map, string slug)
    {
        for (var year = plan.Collisions.FirstYear; year <= plan.Collisions.LastYear; year++)
        {
            var rows = Draw(plan, map, year);
            folder.WriteTable($"road-safety/stats19_collisions_{year}_{slug}_synthetic.csv", Header, rows);
        }
        folder.WriteTable(
            "road-safety/dft_district_code_to_ltla19.csv",
            "dft_district_code,ltla19_code,ltla19_name",
            map.Districts.Select(d => $"{plan.Collisions.FirstDistrictCode + d.Index},{d.Code},{d.Name}"));
    }

    private static List<string> Draw(Parameters plan, CountyMap map, int year)
    {
        var dice = new Dice(plan.Seed, 8, year);
        var rows = new List<string>();
        foreach (var month in Month.Range(new Month(year, 1), new Month(year, 12)))
            foreach (var area in map.Lsoas)
            {
                var mean = Populations.At(area, plan, year) / 1000.0 * plan.Collisions.Rate * Season[month.Number - 1];
                for (var left = dice.Count(mean); left > 0; left--)
                    rows.Add(Row(plan, map, area, month, rows.Count + 1, dice));
            }
        return rows;
    }

    private static string Row(Parameters plan, CountyMap map, SmallArea area, Month month, int number, Dice dice)
    {
        var cell = area.Cells.Order().ElementAt(dice.Below(area.Cells.Count));
        var (longitude, latitude) = MapPoints.Inside(map, cell, dice);
        var (column, row) = map.Comb.Centre(cell);
        var (easting, northing) = (240_000 + (int)(column * plan.Map.CellMetres), 450_000 - (int)(row * plan.Map.CellMetres));
        var date = month.FirstDay.AddDays(dice.Below(month.Days));
        var severity = dice.Pick([plan.Collisions.Fatal, plan.Collisions.Serious, 1 - plan.Collisions.Fatal - plan.Collisions.Serious]) + 1;
        var lsoa = month >= Month.Parse(plan.Vintages.RecordsUse2021From) ? area.Code : map.Vintages.OldOfCell[cell].Code;
        var hour = dice.Pick([1, 1, 1, 1, 1, 1, 3, 6, 8, 6, 5, 6, 7, 7, 7, 9, 10, 10, 8, 6, 5, 4, 3, 2]);
        var urban = area.Ward.Position < area.Ward.District.Plan.Wards.Count / 2 ? 1 : 2;
        return $"{month.Year}{plan.Collisions.ForceCode:00}S{number:00000},{easting},{northing},{longitude},{latitude},{plan.Collisions.ForceCode},{severity},"
            + $"{1 + dice.Pick([0.3, 0.58, 0.12])},{1 + dice.Pick([0.78, 0.15, 0.05, 0.02])},{date.Day:00}/{date.Month:00}/{date.Year},{(int)date.DayOfWeek + 1},{hour:00}:{dice.Below(60):00},"
            + $"{plan.Collisions.FirstDistrictCode + area.Ward.District.Index},{area.Ward.District.Code},{3 + dice.Below(4)},{dice.Below(700)},6,{Limits[dice.Below(Limits.Length)]},"
            + $"{dice.Pick([4, 0, 0, 3])},-1,-1,0,0,0,{(hour is < 6 or > 18 ? 4 : 1)},{1 + dice.Pick([0.8, 0.15, 0.05])},{1 + dice.Pick([0.7, 0.3])},0,0,{urban},1,{lsoa}";
    }
}
