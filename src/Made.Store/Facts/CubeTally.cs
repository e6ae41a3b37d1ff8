using System.Buffers;
using System.Runtime.CompilerServices;
using Made.Core.Facts;

namespace Made.Store.Facts;

/// <summary>Counts by place and category while a cube is counted or read: places and categories have a number each, counts lie side by side.</summary>
internal sealed class CubeTally
{
    private readonly Dictionary<Place, int> placeAt = new(1024);
    private readonly Dictionary<string, int> categoryAt = new(StringComparer.Ordinal);
    private int width = 16;
    private long[] counts = Lent(16 * 64);

    internal int At(in Place place)
    {
        if (placeAt.TryGetValue(place, out var at))
            return at;
        placeAt.Add(place, at = placeAt.Count);
        if (placeAt.Count * width > counts.Length)
            Lengthen();
        return at;
    }

    internal int At(string category)
    {
        if (categoryAt.TryGetValue(category, out var at))
            return at;
        categoryAt.Add(category, at = categoryAt.Count);
        if (categoryAt.Count > width)
            Widen();
        return at;
    }

    internal void Add(int place, int category, long records) => counts[(place * width) + category] += records;

    /// <summary>By district, ward, LSOA and placement; categories in order. The memory is given back: nothing can be added after.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal CubeTable ToTable()
    {
        // Keys stand in the order of their numbers, because none is ever removed.
        var places = placeAt.Keys.ToArray();
        int[] order = [.. Enumerable.Range(0, places.Length)];
        Array.Sort(order, (a, b) => Compare(places[a], places[b]));
        string[] categories = [.. categoryAt.Keys.Order(StringComparer.Ordinal)];
        int[] from = [.. categories.Select(c => categoryAt[c])];
        var rows = new (Place, long[])[order.Length];
        for (var row = 0; row < rows.Length; row++)
            rows[row] = (places[order[row]], Ordered(order[row], from));
        var table = new CubeTable(categories, rows);
        ArrayPool<long>.Shared.Return(counts);
        counts = [];
        return table;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Widen()
    {
        var wider = Lent(counts.Length * 2);
        for (var place = 0; place < placeAt.Count; place++)
            counts.AsSpan(place * width, width).CopyTo(wider.AsSpan(place * width * 2));
        ArrayPool<long>.Shared.Return(counts);
        (counts, width) = (wider, width * 2);
    }

    private void Lengthen()
    {
        var longer = Lent(counts.Length * 2);
        counts.CopyTo(longer, 0);
        ArrayPool<long>.Shared.Return(counts);
        counts = longer;
    }

    /// <summary>Lent, because arrays of this size would be garbage of the old generation with every month that is counted.</summary>
    private static long[] Lent(int size)
    {
        var lent = ArrayPool<long>.Shared.Rent(size);
        Array.Clear(lent);
        return lent;
    }

    private long[] Ordered(int place, int[] from)
    {
        var ordered = new long[from.Length];
        for (var i = 0; i < ordered.Length; i++)
            ordered[i] = counts[(place * width) + from[i]];
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
