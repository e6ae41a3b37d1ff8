using Made.Core.Facts;

namespace Made.Store.Facts;

/// <summary>Counts by place and category while a cube is built. Few places and fewer categories, so each is sorted by itself.</summary>
internal sealed class CubeTally
{
    private readonly Dictionary<Place, Dictionary<string, long>> byPlace = [];
    private readonly Dictionary<string, Dictionary<string, long>> byCode = new(StringComparer.Ordinal);

    /// <summary>The counts by category at a place.</summary>
    internal Dictionary<string, long> At(in Place place)
    {
        if (!byPlace.TryGetValue(place, out var counts))
            byPlace.Add(place, counts = new Dictionary<string, long>(StringComparer.Ordinal));
        return counts;
    }

    /// <summary>The same where the code alone has to tell the place: each code is resolved once.</summary>
    internal Dictionary<string, long> At(string lsoa, PlaceIndex places)
    {
        if (!byCode.TryGetValue(lsoa, out var counts))
            byCode.Add(lsoa, counts = At(places.Resolve(lsoa, double.NaN, double.NaN)));
        return counts;
    }

    /// <summary>By district, ward, LSOA, category, placement.</summary>
    internal IReadOnlyList<CubeRow> Sorted()
    {
        var places = byPlace.Keys.ToArray();
        Array.Sort(places, static (a, b) => Compare(a, b));
        return [.. places.SelectMany(p => byPlace[p].OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => new CubeRow(p, c.Key, c.Value)))];
    }

    private static int Compare(in Place a, in Place b)
    {
        var order = a.District.CompareTo(b.District);
        if (order == 0)
            order = a.Ward.CompareTo(b.Ward);
        if (order == 0)
            order = a.Lsoa.CompareTo(b.Lsoa);
        return order == 0 ? a.Placement.CompareTo(b.Placement) : order;
    }
}
