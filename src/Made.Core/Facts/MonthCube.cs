using Made.Core.Calendar;
using Made.Core.Register;

namespace Made.Core.Facts;

/// <summary>
/// The counted records of one dataset and month: lowest known place × category. Sparse and additive:
/// every higher count is a sum of these rows, so LSOA + not determined = ward, ward = district, district = county.
/// </summary>
public sealed class MonthCube
{
    private readonly Dictionary<AreaCode, long[]> counts = [];
    private readonly Dictionary<AreaCode, AreaCode> parents = [];
    private readonly Dictionary<string, int> categoryAt = new(StringComparer.Ordinal);
    private readonly List<string> categories = [];

    public required string Dataset { get; init; }

    public required Month Month { get; init; }

    /// <summary>Hash of the inputs (supplies and reference vintage): the name of the cube's file.</summary>
    public required string Hash { get; init; }

    public IReadOnlyList<string> Categories => categories;

    /// <summary>Records without place, by category.</summary>
    public Dictionary<string, long> WithoutPlace { get; } = new(StringComparer.Ordinal);

    /// <summary>Records outside the partnership, by category.</summary>
    public Dictionary<string, long> Outside { get; } = new(StringComparer.Ordinal);

    public void Add(in Place place, string category, long records)
    {
        switch (place.Placement)
        {
            case Placement.WithoutPlace:
                WithoutPlace[category] = WithoutPlace.GetValueOrDefault(category) + records;
                return;
            case Placement.Outside:
                Outside[category] = Outside.GetValueOrDefault(category) + records;
                return;
        }
        Count(place.District, category, records);
        Count(place.Ward, category, records);
        Count(place.Lsoa, category, records);
        parents[place.Lsoa] = place.Ward;
        parents[place.Ward] = place.District;
    }

    /// <summary>Records of a district, ward or LSOA in the categories the filter takes; 0 where there are none.</summary>
    public long Sum(AreaCode area, CategoryFilter filter)
    {
        if (!counts.TryGetValue(area, out var row))
            return 0;
        var sum = 0L;
        for (var i = 0; i < row.Length; i++)
            if (row[i] != 0 && filter.Takes(categories[i]))
                sum += row[i];
        return sum;
    }

    public long SumWithoutPlace(CategoryFilter filter) => WithoutPlace.Where(p => filter.Takes(p.Key)).Sum(p => p.Value);

    public long SumOutside(CategoryFilter filter) => Outside.Where(p => filter.Takes(p.Key)).Sum(p => p.Value);

    /// <summary>The districts in which anything was counted.</summary>
    public IEnumerable<AreaCode> Districts => parents.Values.Where(p => !parents.ContainsKey(p)).Distinct().Order();

    /// <summary>The areas counted directly below this one (wards of a district, LSOAs of a ward), "not determined" included.</summary>
    public IEnumerable<AreaCode> Below(AreaCode area) => parents.Where(p => p.Value == area).Select(p => p.Key).Order();

    private void Count(AreaCode area, string category, long records)
    {
        if (!categoryAt.TryGetValue(category, out var at))
        {
            at = categories.Count;
            categories.Add(category);
            categoryAt.Add(category, at);
        }
        if (!counts.TryGetValue(area, out var row))
            row = [];
        if (row.Length <= at)
            Array.Resize(ref row, Math.Max(at + 1, 16));
        row[at] += records;
        counts[area] = row;
    }
}
