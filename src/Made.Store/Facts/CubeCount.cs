using Made.Core.Facts;
using Made.Store.Facts.Engine;

namespace Made.Store.Facts;

/// <summary>
/// The engine takes the month and counts by code and category - and by point where the code alone does not tell the place; Core says
/// where each of these counts.
/// </summary>
internal static class CubeCount
{
    /// <summary>Locating a point builds an index on first use, and only some hundred points need it: one thread at a time is quick enough.</summary>
    private static readonly Lock Locating = new();

    internal static CubeTable Of(FactEngine engine, CubeOrder order, PlaceIndex places, CancellationToken cancellation)
    {
        var tally = new CubeTally();
        if (order.Files.Count > 0)
            Count(engine, order, places, tally, cancellation);
        return tally.ToTable();
    }

    private static void Count(FactEngine engine, CubeOrder order, PlaceIndex places, CubeTally tally, CancellationToken cancellation)
    {
        var byPoint = places.CodesNeedingPoint.ToList();
        using var session = engine.Connect();
        using var answer = session.Query(
            Sql(order.Files.Count, byPoint.Count),
            [(long)order.Month.Index, .. order.Files.Select(f => (Parameter)f.Path), .. byPoint.Select(c => (Parameter)c)],
            cancellation);
        while (answer.Next(out var rows))
            Add(rows, places, tally);
    }

    private static string Sql(int files, int codes)
    {
        var needsPoint = codes == 0 ? "false" : $"{Columns.Lsoa} IN ({Parameter.Places(files + 2, codes)})";
        return $"""
            SELECT {Columns.Lsoa}, {Columns.Category},
                   CASE WHEN {needsPoint} THEN {Columns.Longitude} END AS x,
                   CASE WHEN {needsPoint} THEN {Columns.Latitude} END AS y,
                   count(*) AS n
            FROM read_parquet([{Parameter.Places(2, files)}])
            WHERE {Columns.Month} = $1
            GROUP BY ALL
            """;
    }

    private static void Add(Rows rows, PlaceIndex places, CubeTally tally)
    {
        var (lsoas, categories) = (rows.Texts(0), rows.Texts(1));
        var longitude = rows.Of<double>(2);
        var latitude = rows.Of<double>(3);
        var records = rows.Of<long>(4);
        for (var row = 0; row < rows.Count; row++)
        {
            var counts = rows.Has(2, row) && rows.Has(3, row)
                ? tally.At(Locate(places, lsoas[row], longitude[row], latitude[row]))
                : tally.At(lsoas[row], places);
            tally.Add(counts, categories[row], records[row]);
        }
    }

    private static Place Locate(PlaceIndex places, string lsoa, double longitude, double latitude)
    {
        lock (Locating)
            return places.Resolve(lsoa, longitude, latitude);
    }
}
