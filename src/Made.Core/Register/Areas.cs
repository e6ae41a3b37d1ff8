using Made.Core.Calendar;

namespace Made.Core.Register;

/// <summary>The partnership's areas on a given day: who contains whom, and who is compared with whom.</summary>
public sealed class Areas
{
    private readonly Dictionary<AreaCode, Area> byCode;
    private readonly ILookup<AreaCode, Membership> members;
    private readonly ILookup<AreaCode, Area> wardsOf;
    private readonly Dictionary<AreaCode, AreaCode> districtOfWard;

    public Areas(Pack pack, IEnumerable<Ward> wards)
    {
        Pack = pack;
        var wardList = wards.ToList();
        var wardAreas = wardList.Select(w => (w.District, Area: new Area
        {
            Code = w.Code,
            Name = w.Name,
            Level = AreaLevel.Ward,
            RateCaution = pack.RateCautions.GetValueOrDefault(w.Code, ""),
            Source = w.Source,
        })).ToList();
        byCode = pack.Areas.Concat(wardAreas.Select(w => w.Area)).ToDictionary(a => a.Code);
        members = pack.Memberships.ToLookup(m => m.Grouping);
        wardsOf = wardAreas.ToLookup(w => w.District, w => w.Area);
        districtOfWard = wardList.ToDictionary(w => w.Code, w => w.District);
        Districts = [.. pack.Areas.Where(a => a.Level == AreaLevel.District).OrderBy(a => a.Name, StringComparer.Ordinal)];
    }

    public Pack Pack { get; }

    public IReadOnlyList<Area> Districts { get; }

    public IEnumerable<Area> All => byCode.Values;

    public bool TryFind(AreaCode code, out Area area) => byCode.TryGetValue(code, out area!);

    public IEnumerable<Area> At(AreaLevel level, Month month) =>
        byCode.Values.Where(a => a.Level == level && a.ExistsOn(month.LastDay)).OrderBy(a => a.Name, StringComparer.Ordinal);

    public IEnumerable<Area> WardsOf(AreaCode district) => wardsOf[district].OrderBy(a => a.Name, StringComparer.Ordinal);

    public AreaCode? DistrictOfWard(AreaCode ward) => districtOfWard.TryGetValue(ward, out var district) ? district : null;

    /// <summary>The districts a district, CSP, policing area, county, pan area or force covers on the month's last day.</summary>
    public IReadOnlyList<AreaCode> DistrictsOf(AreaCode area, Month month)
    {
        if (!byCode.TryGetValue(area, out var found))
            return [];
        if (found.Level == AreaLevel.District)
            return [area];
        if (found.Level == AreaLevel.Ward)
            return [];
        return [.. members[area].Where(m => m.HoldsOn(month.LastDay)).Select(m => m.District).Distinct().Order()];
    }

    /// <summary>
    /// The districts that an area of any level speaks of: none where it covers all of them, and so speaks of the whole partnership; null where it is not known.
    /// </summary>
    public IReadOnlyList<AreaCode>? SpokenOf(AreaCode area, Month month)
    {
        var place = area.DeterminedPart;
        var districts = DistrictOfWard(place) is { } district ? [district] : DistrictsOf(place, month);
        return districts.Count == 0 ? null : Districts.All(d => districts.Contains(d.Code)) ? [] : districts;
    }

    /// <summary>The CSPs of a district on the month's last day: one, or none where the pack says nothing.</summary>
    public IEnumerable<Area> CspsOf(AreaCode district, Month month) =>
        At(AreaLevel.Csp, month).Where(c => DistrictsOf(c.Code, month).Contains(district));

    /// <summary>The CSP to which the code of a district leads: a CSP is never taken for a district. Null for the code of anything else.</summary>
    public Area? CspInstead(string code, Month month) =>
        TryFind(new AreaCode(code), out var area) && area.Level == AreaLevel.District ? CspsOf(area.Code, month).FirstOrDefault() : null;

    /// <summary>The named area that this one is compared with, itself left out; none where the pack names none.</summary>
    public Area? ComparatorOf(AreaCode area) =>
        Pack.Comparators.TryGetValue(area, out var code) && byCode.TryGetValue(code, out var found) ? found : null;
}
