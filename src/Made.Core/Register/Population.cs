using Made.Core.Calendar;

namespace Made.Core.Register;

/// <summary>
/// Residents by area and mid-year. A district's own published figure comes first, else the sum of its LSOAs; a grouping is the sum of its
/// districts; a ward the sum of its LSOAs, where a 2011 LSOA whose successors lie in several wards is shared equally among the successors.
/// </summary>
public sealed class Population
{
    private readonly Dictionary<(AreaCode Area, int Year), double> residents = [];
    private readonly SortedSet<int> years = [];
    private readonly Areas areas;

    public Population(Areas areas, ReferenceData reference)
    {
        this.areas = areas;
        var published = reference.Populations.ToLookup(p => p.Year);
        foreach (var year in published)
            Load(year.Key, year.ToDictionary(p => p.Code, p => p.Residents, StringComparer.Ordinal), reference);
    }

    /// <summary>The mid-years held for at least one area, in order.</summary>
    public IReadOnlyCollection<int> Years => years;

    /// <summary>Residents at that mid-year, or null where a part of the area has no figure.</summary>
    public double? At(AreaCode area, int year, Month month)
    {
        if (residents.TryGetValue((area, year), out var direct))
            return direct;
        var districts = areas.DistrictsOf(area, month);
        if (districts.Count == 0 || districts is [var self] && self == area)
            return null;
        var sum = 0.0;
        foreach (var district in districts)
        {
            if (!residents.TryGetValue((district, year), out var part))
                return null;
            sum += part;
        }
        return sum;
    }

    /// <summary>The figure for a period: mid-year of the calendar year it ends in, else the nearest earlier, else the nearest later.</summary>
    public (double Residents, int Year)? For(AreaCode area, Period period)
    {
        var wanted = period.Last.Year;
        foreach (var year in years.Where(y => y <= wanted).Reverse().Concat(years.Where(y => y > wanted)))
            if (At(area, year, period.Last) is { } found)
                return (found, year);
        return null;
    }

    private void Load(int year, Dictionary<string, int> figures, ReferenceData reference)
    {
        var districts = new Dictionary<AreaCode, double>();
        var wards = new Dictionary<AreaCode, double>();
        foreach (var (lsoa, district) in reference.DistrictOfLsoa)
        {
            if (!figures.TryGetValue(lsoa, out var count))
                continue;
            districts[district] = districts.GetValueOrDefault(district) + count;
            var successors = reference.Successors.GetValueOrDefault(lsoa, [lsoa]);
            foreach (var part in successors)
                if (reference.WardOfLsoa.TryGetValue(part, out var ward))
                    wards[ward] = wards.GetValueOrDefault(ward) + ((double)count / successors.Count);
        }
        foreach (var (area, count) in districts.Concat(wards))
            residents[(area, year)] = count;
        foreach (var area in areas.Districts.Where(d => figures.ContainsKey(d.Code.Value)))
            residents[(area.Code, year)] = figures[area.Code.Value];
        if (figures.Count > 0)
            years.Add(year);
    }
}
