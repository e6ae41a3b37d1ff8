namespace Made.Intake.Synthetic;

/// <summary>Mid-year estimates, as ONS publishes them: total and single year of age, 2011 small areas first and 2021 ones later.</summary>
internal static class PopulationFiles
{
    private const int OldestAge = 90;

    public static void Write(Folder folder, Parameters plan, CountyMap map)
    {
        var ages = string.Join(',', Enumerable.Range(0, OldestAge).Select(a => $"\"{a}\"")) + ",\"90+\"";
        for (var year = plan.Vintages.PopulationFrom; year <= plan.Vintages.PopulationTo; year++)
        {
            var vintage = year < plan.Vintages.Population2021From ? 11 : 21;
            folder.WriteTable(
                $"population/population{year % 100:00}_lsoa{vintage}.csv.gz",
                $"\"lsoa{vintage}_name\",\"lsoa{vintage}_code\",\"total_population\",{ages}",
                vintage == 11
                    ? map.Vintages.Old.Select(o => Row(o.Name, o.Code, Populations.At(o, plan, year)))
                    : map.Lsoas.Select(a => Row(a.Name, a.Code, Populations.At(a, plan, year))));
            folder.WriteTable(
                $"population/population{year % 100:00}_ltla21.csv",
                $"\"ltla21_code\",\"ltla21_name\",\"total_population\",{ages}",
                map.Districts.Select(d => Row(d.Code, d.Name, map.Lsoas.Where(a => a.Ward.District == d).Sum(a => Populations.At(a, plan, year)))));
        }
    }

    private static string Row(string first, string second, int residents) =>
        $"\"{first}\",\"{second}\",{residents},{string.Join(',', Ages(residents))}";

    /// <summary>An age pyramid that thins after 70; the last age takes what rounding left, so that ages add up to the total.</summary>
    private static int[] Ages(int residents)
    {
        var weights = Enumerable.Range(0, OldestAge + 1).Select(a => a < 70 ? 1.0 : Math.Max(0.15, 1 - ((a - 70) * 0.045))).ToArray();
        var sum = weights.Sum();
        int[] ages = [.. weights.Select(w => (int)(residents * w / sum))];
        for (var (left, at) = (residents - ages.Sum(), 30); left > 0; left--, at = (at + 1) % OldestAge)
            ages[at]++;
        return ages;
    }
}
