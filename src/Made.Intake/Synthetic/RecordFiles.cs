using Made.Core.Calendar;
using Made.Core.Coarsening;

namespace Made.Intake.Synthetic;

/// <summary>Partners' records with exact time and place, as a partner would send them: what is kept of them is coarser, and that happens at the door.</summary>
internal static class RecordFiles
{
    /// <summary>Calls and reports by hour of the day.</summary>
    private static readonly double[] Hours = [5, 4, 3, 2, 1, 1, 1, 2, 4, 5, 5, 5, 6, 6, 6, 7, 8, 9, 10, 11, 11, 11, 9, 7];

    public static void Write(Folder folder, Parameters plan, CountyMap map)
    {
        for (var i = 0; i < plan.Records.Count; i++)
            foreach (var month in Month.Range(Month.Parse(plan.Records[i].From), Month.Parse(plan.Records[i].Last)))
                Write(folder, plan, map, plan.Records[i], month, new Dice(plan.Seed, 200 + i, month.Index));
    }

    private static void Write(Folder folder, Parameters plan, CountyMap map, RecordPlan records, Month month, Dice dice)
    {
        var drawn = new List<Drawn>();
        foreach (var area in map.Lsoas)
            foreach (var kind in records.Kinds)
                for (var left = dice.Count(Mean(area, kind, records, plan, month)); left > 0; left--)
                    drawn.Add(Draw(area, kind.Name, records, map, month, dice));
        foreach (var stray in records.Strays.Where(s => s.Month == month.ToString()))
            for (var left = stray.Records; left > 0; left--)
                drawn.Add(Draw(map.Lsoas.First(a => a.Ward.District.Code == stray.District), stray.Kind, records, map, month, dice));
        folder.WriteTable(
            $"partners/{records.Dataset}-{month}.csv",
            records.Columns,
            drawn.OrderBy(r => r.Day).ThenBy(r => r.Minute).Select((r, at) => Row(records, month, at, r)));
    }

    private static double Mean(SmallArea area, CategoryPlan kind, RecordPlan records, Parameters plan, Month month)
    {
        var mean = Populations.At(area, plan, month.Year) / 1000.0 * kind.Rate * kind.Season[month.Number - 1] * month.Days / 30.4;
        return records.Even ? mean : mean * area.Ward.District.Plan.Rate * area.Heat * (area.Ward.Position < 3 ? kind.Town : 1);
    }

    private static Drawn Draw(SmallArea area, string kind, RecordPlan records, CountyMap map, Month month, Dice dice)
    {
        var day = month.FirstDay.AddDays(dice.Below(month.Days));
        var minute = (dice.Pick(Hours) * 60) + dice.Below(60);
        var (longitude, latitude) = MapPoints.MicroInside(map, area.Cells.Order().ElementAt(dice.Below(area.Cells.Count)), dice);
        var (isKnown, isWardKnown) = (!dice.Chance(records.WithoutPoint), dice.Chance(1 / 3.0));
        var (easting, northing) = NationalGrid.OfLongitudeLatitude(longitude / 1e6, latitude / 1e6);
        var place = isKnown ? $"{Math.Round(easting)},{Math.Round(northing)}," : $",,{(isWardKnown ? area.Ward.Code : "")}";
        return new(day, minute, kind, place);
    }

    private static string Row(RecordPlan records, Month month, int at, Drawn row) =>
        $"{records.Prefix}-{month.Year % 100:00}{month.Number:00}-{at + 1:00000},{row.Kind},{row.Day.Year}-{row.Day.Month:00}-{row.Day.Day:00},{row.Minute / 60:00}:{row.Minute % 60:00},{row.Place}";

    private readonly record struct Drawn(DateOnly Day, int Minute, string Kind, string Place);
}
