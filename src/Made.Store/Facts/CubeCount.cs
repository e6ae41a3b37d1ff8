using Made.Core.Facts;
using Made.Store.Facts.Engine;

namespace Made.Store.Facts;

/// <summary>
/// Counts the records of one month by the positions of their texts; Core says where each counts. A code is resolved once, a point once where the
/// code alone does not tell the place.
/// </summary>
internal sealed class CubeCount(FactText category, FactText lsoa, PlaceIndex places)
{
    private const int NotMet = 0;
    private const int NeedsPoint = -1;
    private static readonly Lock Locating = new();

    private readonly CubeTally tally = new();
    private readonly Dictionary<(int Lsoa, double Longitude, double Latitude), int> byPoint = [];

    /// <summary>One more than the place's number in the tally, by position of the code.</summary>
    private int[] placeOf = new int[1024];

    /// <summary>One more than the category's number in the tally, by position.</summary>
    private int[] categoryOf = new int[64];

    internal void Add(int lsoaPosition, int categoryPosition, double longitude, double latitude)
    {
        if (lsoaPosition >= placeOf.Length)
            Array.Resize(ref placeOf, Math.Max(lsoaPosition + 1, placeOf.Length * 2));
        if (categoryPosition >= categoryOf.Length)
            Array.Resize(ref categoryOf, Math.Max(categoryPosition + 1, categoryOf.Length * 2));
        ref var place = ref placeOf[lsoaPosition];
        if (place == NotMet)
            place = places.NeedsPoint(lsoa.Values[lsoaPosition]) ? NeedsPoint : 1 + tally.At(places.Resolve(lsoa.Values[lsoaPosition], double.NaN, double.NaN));
        ref var kind = ref categoryOf[categoryPosition];
        if (kind == NotMet)
            kind = 1 + tally.At(category.Values[categoryPosition]);
        tally.Add(place == NeedsPoint ? Located(lsoaPosition, longitude, latitude) : place - 1, kind - 1, 1);
    }

    internal CubeTable ToTable() => tally.ToTable();

    /// <summary>The same from files: the engine gives the month's records. A record is a look-up or two, cheaper here than grouped there.</summary>
    internal static CubeTable Of(FactEngine engine, CubeOrder order, PlaceIndex places, CancellationToken cancellation)
    {
        var (category, lsoa) = (new FactText(), new FactText());
        var count = new CubeCount(category, lsoa, places);
        if (order.Files.Count == 0)
            return count.ToTable();
        using var session = engine.Connect();
        using var answer = session.Query(
            $"""
            SELECT {Columns.Lsoa}, {Columns.Category}, {Columns.Longitude}, {Columns.Latitude}
            FROM read_parquet([{Parameter.Places(2, order.Files.Count)}])
            WHERE {Columns.Month} = $1
            """,
            [(long)order.Month.Index, .. order.Files.Select(f => (Parameter)f.Path)],
            cancellation);
        while (answer.Next(out var rows))
        {
            var (lsoas, categories) = (rows.Texts(0), rows.Texts(1));
            var longitude = rows.Of<double>(2);
            var latitude = rows.Of<double>(3);
            for (var row = 0; row < rows.Count; row++)
            {
                var hasPoint = rows.Has(2, row) && rows.Has(3, row);
                count.Add(lsoa.PositionOf(lsoas[row]), category.PositionOf(categories[row]), hasPoint ? longitude[row] : double.NaN, hasPoint ? latitude[row] : double.NaN);
            }
        }
        return count.ToTable();
    }

    private int Located(int lsoaPosition, double longitude, double latitude)
    {
        if (byPoint.TryGetValue((lsoaPosition, longitude, latitude), out var place))
            return place;
        // Locating a point builds an index on first use, and cubes are counted side by side.
        lock (Locating)
            return byPoint[(lsoaPosition, longitude, latitude)] = tally.At(places.Resolve(lsoa.Values[lsoaPosition], longitude, latitude));
    }
}
