using System.Runtime.InteropServices;
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

    public void Add(in Place place, string category, long records) => Add(place, [category], [records]);

    /// <summary>Adds the records of several categories at one place.</summary>
    public void Add(in Place place, IReadOnlyList<string> names, ReadOnlySpan<long> records)
    {
        if (place.Placement != Placement.Inside)
        {
            Add(place.Placement == Placement.Outside ? Outside : WithoutPlace, names, records);
            return;
        }
        Span<int> at = stackalloc int[64];
        at = records.Length <= at.Length ? at[..records.Length] : new int[records.Length];
        for (var i = 0; i < records.Length; i++)
            at[i] = records[i] == 0 ? 0 : PositionOf(names[i]);
        Add(RowOf(place.District), at, records);
        Add(RowOf(place.Ward), at, records);
        Add(RowOf(place.Lsoa), at, records);
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

    /// <summary>Records of a district, ward or LSOA by position in <see cref="Categories"/>; categories past the end have none.</summary>
    public ReadOnlySpan<long> CountsOf(AreaCode area) => counts.TryGetValue(area, out var row) ? row : [];

    public long SumWithoutPlace(CategoryFilter filter) => WithoutPlace.Where(p => filter.Takes(p.Key)).Sum(p => p.Value);

    public long SumOutside(CategoryFilter filter) => Outside.Where(p => filter.Takes(p.Key)).Sum(p => p.Value);

    /// <summary>The districts in which anything was counted.</summary>
    public IEnumerable<AreaCode> Districts => parents.Values.Where(p => !parents.ContainsKey(p)).Distinct().Order();

    /// <summary>Every district, ward and LSOA in which anything was counted, "not determined" included; in no order.</summary>
    public IEnumerable<AreaCode> Counted => counts.Keys;

    /// <summary>The areas counted directly below this one (wards of a district, LSOAs of a ward), "not determined" included.</summary>
    public IEnumerable<AreaCode> Below(AreaCode area) => parents.Where(p => p.Value == area).Select(p => p.Key).Order();

    private static void Add(long[] row, ReadOnlySpan<int> at, ReadOnlySpan<long> records)
    {
        for (var i = 0; i < records.Length; i++)
            row[at[i]] += records[i];
    }

    private static void Add(Dictionary<string, long> totals, IReadOnlyList<string> names, ReadOnlySpan<long> records)
    {
        for (var i = 0; i < records.Length; i++)
            if (records[i] != 0)
                totals[names[i]] = totals.GetValueOrDefault(names[i]) + records[i];
    }

    private int PositionOf(string category)
    {
        if (categoryAt.TryGetValue(category, out var at))
            return at;
        categories.Add(category);
        return categoryAt[category] = categories.Count - 1;
    }

    /// <summary>An area's counts, long enough for every category known so far.</summary>
    private long[] RowOf(AreaCode area)
    {
        ref var row = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, area, out _);
        if (row is null || row.Length < categories.Count)
            Array.Resize(ref row, Math.Max(categories.Count, 16));
        return row;
    }
}
