using Made.Core.Facts;
using Made.Store.Facts.Engine;

namespace Made.Store.Facts;

/// <summary>The engine gives the month's records; Core says where each counts. A record is a look-up or two, cheaper here than grouped there.</summary>
internal static class CubeCount
{
    internal static CubeTable Of(FactEngine engine, CubeOrder order, PlaceIndex places, CancellationToken cancellation)
    {
        var tally = new CubeTally();
        if (order.Files.Count > 0)
            Count(engine, order, places, tally, cancellation);
        return tally.ToTable();
    }

    private static void Count(FactEngine engine, CubeOrder order, PlaceIndex places, CubeTally tally, CancellationToken cancellation)
    {
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
            Add(rows, places, tally);
    }

    private static void Add(Rows rows, PlaceIndex places, CubeTally tally)
    {
        var (lsoas, categories) = (rows.Texts(0), rows.Texts(1));
        var longitude = rows.Of<double>(2);
        var latitude = rows.Of<double>(3);
        for (var row = 0; row < rows.Count; row++)
        {
            var hasPoint = rows.Has(2, row) && rows.Has(3, row);
            var counts = tally.At(lsoas[row], hasPoint ? longitude[row] : double.NaN, hasPoint ? latitude[row] : double.NaN, places);
            tally.Add(counts, categories[row], 1);
        }
    }
}
