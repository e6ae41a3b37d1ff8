using System.Runtime.CompilerServices;
using Made.Core.Calendar;
using Made.Core.Facts;
using Made.Core.Register;
using Made.Store.Facts.Engine;

namespace Made.Store.Facts;

/// <summary>A cube's rows on disk: those that count something.</summary>
internal static class CubeRows
{
    /// <summary>A cube without records holds one row that counts 0, so that the file still names its dataset; it is not read back.</summary>
    private static readonly CubeTable Nothing = new([""], [(new Place(Placement.WithoutPlace, default, default, default), [0])]);

    /// <summary>Writes a cube to a staged file and returns when it is on the disk.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Save(FactEngine engine, CubeTable cube, string dataset, string staged, CancellationToken cancellation)
    {
        var (kept, least) = cube.Places.Count > 0 ? (cube, 1) : (Nothing, 0);
        var (districts, wards, lsoas) = (new FactText(), new FactText(), new FactText());
        Row[] places = [.. kept.Places.Select(p => new Row(At(districts, p.Place.District), At(wards, p.Place.Ward), At(lsoas, p.Place.Lsoa), 0, p.Place.Placement, 0))];
        var columns = Columns.CubeOf([dataset], districts.Values, wards.Values, lsoas.Values, kept.Categories);
        ParquetFile.Save(engine, columns, Rows(kept, places, least), Write, staged, ParquetOptions.Facts, cancellation);
    }

    internal static MonthCube Load(FactEngine engine, string path, Month month, string hash)
    {
        using var session = engine.Connect();
        using var answer = session.Query($"SELECT {Columns.List(Columns.Cube)} FROM read_parquet($1)", [path]);
        var tally = new CubeTally();
        var dataset = "";
        while (answer.Next(out var rows))
        {
            dataset = rows.Text(0, 0);
            Read(rows, tally);
        }
        return tally.ToTable().ToCube(dataset, month, hash);
    }

    private static IEnumerable<Row> Rows(CubeTable cube, Row[] places, int least)
    {
        for (var place = 0; place < places.Length; place++)
            for (var category = 0; category < cube.Categories.Count; category++)
                if (cube.Places[place].Records[category] is var records && records >= least)
                    yield return places[place] with { Category = category, Records = records };
    }

    private static void Write(RowWriter to, Row row)
    {
        to.Code(0);
        to.Code(row.District);
        to.Code(row.Ward);
        to.Code(row.Lsoa);
        to.Code(row.Category);
        to.Value((byte)row.Placement);
        to.Value(row.Records);
    }

    private static void Read(Rows rows, CubeTally tally)
    {
        var (districts, wards, lsoas, categories) = (rows.Texts(1), rows.Texts(2), rows.Texts(3), rows.Texts(4));
        var placements = rows.Of<byte>(5);
        var records = rows.Of<long>(6);
        for (var i = 0; i < rows.Count; i++)
            if (records[i] != 0)
                tally.Add(tally.At(new Place((Placement)placements[i], Code(districts[i]), Code(wards[i]), Code(lsoas[i]))), tally.At(categories[i]), records[i]);
    }

    private static int At(FactText texts, AreaCode code) => texts.PositionOf(code.Value ?? "");

    private static AreaCode Code(string text) => text.Length == 0 ? default : new AreaCode(text);

    /// <summary>A row by the positions of its texts.</summary>
    private readonly record struct Row(int District, int Ward, int Lsoa, int Category, Placement Placement, long Records);
}
