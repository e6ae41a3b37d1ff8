using Made.Core.Facts;

namespace Made.Store.Facts;

/// <summary>Counts by place and category while a cube is counted or read. </summary>
internal sealed class CubeTally
{
    private const int UsualCategories = 16;
    private static readonly Lock Locating = new();

    private readonly Dictionary<Place, List<long>> byPlace = [];
    private readonly Dictionary<string, List<long>> byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Lsoa, double Longitude, double Latitude), List<long>> byPoint = [];
    private readonly Dictionary<string, int> categoryAt = new(StringComparer.Ordinal);

    /// <summary>The counts at a place, for <see cref="Add"/>.</summary>
    internal List<long> At(in Place place)
    {
        if (!byPlace.TryGetValue(place, out var counts))
            byPlace.Add(place, counts = new List<long>(UsualCategories));
        return counts;
    }

    /// <summary>The same for a record by its code, and by its point where the code alone does not tell the place. Each is resolved once.</summary>
    internal List<long> At(string lsoa, double longitude, double latitude, PlaceIndex places)
    {
        if (byCode.TryGetValue(lsoa, out var counts))
            return counts;
        if (!places.NeedsPoint(lsoa))
            return byCode[lsoa] = At(places.Resolve(lsoa, double.NaN, double.NaN));
        if (byPoint.TryGetValue((lsoa, longitude, latitude), out counts))
            return counts;
        // Locating a point builds an index on first use, and cubes are counted side by side.
        lock (Locating)
            return byPoint[(lsoa, longitude, latitude)] = At(places.Resolve(lsoa, longitude, latitude));
    }

    internal void Add(List<long> counts, string category, long records)
    {
        if (!categoryAt.TryGetValue(category, out var at))
            categoryAt.Add(category, at = categoryAt.Count);
        while (counts.Count <= at)
            counts.Add(0);
        counts[at] += records;
    }

    /// <summary>By district, ward, LSOA and placement; categories in order.</summary>
    internal CubeTable ToTable()
    {
        var places = byPlace.Keys.ToArray();
        Array.Sort(places, static (a, b) => Compare(a, b));
        string[] categories = [.. categoryAt.Keys.Order(StringComparer.Ordinal)];
        int[] from = [.. categories.Select(c => categoryAt[c])];
        return new CubeTable(categories, [.. places.Select(p => (p, Ordered(byPlace[p], from)))]);
    }

    private static long[] Ordered(List<long> counts, int[] from)
    {
        var ordered = new long[from.Length];
        for (var i = 0; i < ordered.Length; i++)
            ordered[i] = from[i] < counts.Count ? counts[from[i]] : 0;
        return ordered;
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

/// <summary>A cube as it is counted and kept: the records at the lowest place that could be told, one number for each category.</summary>
internal sealed record CubeTable(IReadOnlyList<string> Categories, IReadOnlyList<(Place Place, long[] Records)> Places)
{
    internal MonthCube ToCube(string dataset, Core.Calendar.Month month, string hash)
    {
        var cube = new MonthCube { Dataset = dataset, Month = month, Hash = hash };
        foreach (var (place, records) in Places)
            cube.Add(place, Categories, records);
        return cube;
    }
}
