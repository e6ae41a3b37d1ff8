using Made.Core.Calendar;

namespace Made.Core.Register;

/// <summary>
/// Residents by area and mid-year. A district's own published figure comes first, else the sum of its LSOAs; a grouping is the sum of its
/// districts; a ward the sum of its 2021 LSOAs, where a 2011 LSOA that was split is shared equally among its successors, for want of better.
/// A sum with a part missing is no figure at all.
/// </summary>
public sealed class Population
{
    private readonly Dictionary<(AreaCode Area, int Year), double> residents = [];
    private readonly SortedSet<int> years = [];
    private readonly Areas areas;
    private readonly ILookup<string, (string Old, int Parts)> predecessors;

    public Population(Areas areas, ReferenceData reference)
    {
        this.areas = areas;
        predecessors = reference.Successors.SelectMany(s => s.Value.Select(part => (Part: part, Old: s.Key, Parts: s.Value.Count)))
            .ToLookup(s => s.Part, s => (s.Old, s.Parts), StringComparer.Ordinal);
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
        var sums = new Dictionary<AreaCode, double>();
        var ours = areas.Districts.Select(d => d.Code).ToHashSet();
        foreach (var lsoa in reference.DistrictOfLsoa.Where(l => ours.Contains(l.Value) && !IsRetired(l.Key, reference)))
        {
            var count = Of(lsoa.Key, figures);
            sums[lsoa.Value] = sums.GetValueOrDefault(lsoa.Value) + count;
            if (reference.WardOfLsoa.TryGetValue(lsoa.Key, out var ward))
                sums[ward] = sums.GetValueOrDefault(ward) + count;
        }
        foreach (var (area, count) in sums.Where(s => double.IsFinite(s.Value)))
            residents[(area, year)] = count;
        foreach (var area in areas.Districts.Where(d => figures.ContainsKey(d.Code.Value)))
            residents[(area.Code, year)] = figures[area.Code.Value];
        if (figures.Count > 0)
            years.Add(year);
    }

    /// <summary>A 2011 code that is no 2021 code: split, or merged into another.</summary>
    private static bool IsRetired(string lsoa, ReferenceData reference) =>
        reference.Successors.TryGetValue(lsoa, out var successors) && !successors.Contains(lsoa);

    /// <summary>Residents of a 2021 LSOA: its own figure, else its share of the 2011 LSOAs it was made from; NaN where one of them has none.</summary>
    private double Of(string lsoa, Dictionary<string, int> figures)
    {
        if (figures.TryGetValue(lsoa, out var own))
            return own;
        var parts = predecessors[lsoa].ToList();
        return parts.Count > 0 && parts.TrueForAll(p => figures.ContainsKey(p.Old)) ? parts.Sum(p => (double)figures[p.Old] / p.Parts) : double.NaN;
    }
}
