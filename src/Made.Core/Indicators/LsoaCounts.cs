using Made.Core.Calendar;
using Made.Core.Register;

namespace Made.Core.Indicators;

/// <summary>Counts by 2021 LSOA, straight from the pinned cubes. No rate is made there: too few live in one.</summary>
internal static class LsoaCounts
{
    public static IReadOnlyList<Measure> Of(MeasureInputs inputs, History history, AreaCode area, Period period, string only)
    {
        var (measures, lsoas) = (new List<Measure>(), new Dictionary<string, SortedSet<AreaCode>>(StringComparer.Ordinal));
        for (var i = 0; i < inputs.Indicators.Count; i++)
        {
            var indicator = inputs.Indicators[i];
            if ((only.Length > 0 && indicator.Id != only) || indicator.SmallestLevel != AreaLevel.Lsoa || !indicator.Periods.Contains(period.Kind) || history.IsReported(indicator))
                continue;
            var why = history.WhyMissing(i, period);
            var coverage = history.Coverage(i, period);
            // They are those of the dataset, whatever the indicator counts of it.
            if (!lsoas.TryGetValue(indicator.Dataset, out var found))
                lsoas[indicator.Dataset] = found = LsoasOf(inputs, indicator.Dataset, area, period);
            foreach (var lsoa in found)
                if (Count(inputs, indicator, lsoa, period, why) is var count && !(lsoa.IsNotDetermined && count.Number == 0))
                    measures.Add(PlainCounts.One(indicator.Id, lsoa, AreaLevel.Lsoa, period, count, coverage));
        }
        return measures;
    }

    private static Quantity Count(MeasureInputs inputs, IndicatorDefinition indicator, AreaCode lsoa, Period period, Absence why) =>
        why == Absence.None
            ? Quantity.Of(period.Each().Sum(m => inputs.Cube(indicator.Dataset, m)!.Sum(lsoa, indicator.Filter)))
            : Quantity.Missing(why);

    /// <summary>The register's LSOAs of the area and those the cubes hold besides ("LSOA not determined").</summary>
    private static SortedSet<AreaCode> LsoasOf(MeasureInputs inputs, string dataset, AreaCode area, Period period)
    {
        var isDistrict = inputs.Areas.Districts.Any(d => d.Code == area);
        var wards = isDistrict ? inputs.Areas.WardsOf(area).Select(w => w.Code).Append(AreaCode.WardNotDetermined(area)).ToHashSet() : [area];
        var found = new SortedSet<AreaCode>(inputs.WardOfLsoa.Where(p => wards.Contains(p.Value)).Select(p => new AreaCode(p.Key)));
        foreach (var month in period.Each())
            if (inputs.Cube(dataset, month) is { } cube)
                found.UnionWith(wards.SelectMany(cube.Below));
        return found;
    }
}
