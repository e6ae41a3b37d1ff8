using Made.Core.Calendar;
using Made.Core.Facts;
using Made.Core.Register;
using Made.Store.Facts.Engine;

namespace Made.Store.Facts;

/// <summary>A cube's rows on disk and in memory.</summary>
internal static class CubeRows
{
    internal static MonthCube ToCube(IEnumerable<CubeRow> rows, string dataset, Month month, string hash)
    {
        var cube = new MonthCube { Dataset = dataset, Month = month, Hash = hash };
        foreach (var row in rows)
            cube.Add(row.Place, row.Category, row.Records);
        return cube;
    }

    internal static void Save(
        FactEngine engine, IReadOnlyList<CubeRow> rows, string dataset, string staged, string target, CancellationToken cancellation)
    {
        using var table = new ParquetTable(engine, Columns.Cube);
        foreach (var row in rows)
            Write(table, dataset, row);
        if (rows.Count == 0)
            Write(table, dataset, new CubeRow(new Place(Placement.WithoutPlace, default, default, default), "", 0));
        table.Save(staged, target, ParquetOptions.Facts, cancellation);
    }

    /// <summary>A cube without records holds one row that counts 0, so that the file still names its dataset; it is not read back.</summary>
    internal static MonthCube Load(FactEngine engine, string path, Month month, string hash)
    {
        using var session = engine.Connect();
        using var answer = session.Query($"SELECT {Columns.List(Columns.Cube)} FROM read_parquet($1)", [path]);
        var read = new List<CubeRow>();
        var dataset = "";
        while (answer.Next(out var rows))
        {
            dataset = rows.Text(0, 0);
            Read(rows, read);
        }
        return ToCube(read, dataset, month, hash);
    }

    private static void Write(ParquetTable table, string dataset, in CubeRow row)
    {
        table.Text(dataset);
        table.Text(row.Place.District.Value ?? "");
        table.Text(row.Place.Ward.Value ?? "");
        table.Text(row.Place.Lsoa.Value ?? "");
        table.Text(row.Category);
        table.Value((byte)row.Place.Placement);
        table.Value(row.Records);
    }

    private static void Read(Rows rows, List<CubeRow> read)
    {
        var (districts, wards, lsoas, categories) = (rows.Texts(1), rows.Texts(2), rows.Texts(3), rows.Texts(4));
        var placements = rows.Of<byte>(5);
        var records = rows.Of<long>(6);
        for (var i = 0; i < rows.Count; i++)
            if (records[i] != 0)
                read.Add(new CubeRow(new Place((Placement)placements[i], Code(districts[i]), Code(wards[i]), Code(lsoas[i])), categories[i], records[i]));
    }

    private static AreaCode Code(string text) => text.Length == 0 ? default : new AreaCode(text);
}
