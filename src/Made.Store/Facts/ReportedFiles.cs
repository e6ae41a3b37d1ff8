using Made.Core;
using Made.Core.Facts;
using Made.Store.Facts.Engine;

namespace Made.Store.Facts;

/// <summary>The figures of one supply of an aggregate feed as one immutable Parquet file.</summary>
public static class ReportedFiles
{
    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>Writes the file and returns when it is on the disk. The path lies in the home's staging directory.</summary>
    public static FactFile Write(FactEngine engine, string path, IEnumerable<ReportedValue> values, CancellationToken cancellation = default)
    {
        IReadOnlyList<ReportedValue> rows = [.. values];
        ParquetFile.Save(engine, Columns.Reported, rows, Write, path, ParquetOptions.Facts, cancellation);
        return new FactFile { Path = path, Rows = rows.Count, Sha256 = Durable.Sha256(path) };
    }

    /// <summary>The figures in the order they were written, file after file.</summary>
    public static Outcome<IReadOnlyList<ReportedValue>> Read(FactEngine engine, IReadOnlyList<string> paths, CancellationToken cancellation = default)
    {
        if (paths.Count == 0)
            return Array.Empty<ReportedValue>();
        return Guard.Read<IReadOnlyList<ReportedValue>>(paths, () =>
        {
            using var session = engine.Connect();
            using var answer = session.Query(
                $"SELECT {Columns.List(Columns.Reported)} FROM read_parquet([{Parameter.Places(1, paths.Count)}])",
                [.. paths.Select(p => (Parameter)p)],
                cancellation);
            var values = new List<ReportedValue>();
            while (answer.Next(out var rows))
                for (var row = 0; row < rows.Count; row++)
                    values.Add(Read(rows, row));
            return values;
        });
    }

    private static void Write(RowWriter table, ReportedValue value)
    {
        table.Text(value.Indicator);
        table.Text(value.Area);
        table.Value(value.Start.DayNumber - Epoch);
        table.Value(value.End.DayNumber - Epoch);
        table.Write(value.Numerator);
        table.Write(value.Denominator);
        table.Write(value.Value);
        table.Text(value.Status);
    }

    private static ReportedValue Read(Rows rows, int row) => new()
    {
        Indicator = rows.Text(0, row),
        Area = rows.Text(1, row),
        Start = DateOnly.FromDayNumber(rows.Of<int>(2)[row] + Epoch),
        End = DateOnly.FromDayNumber(rows.Of<int>(3)[row] + Epoch),
        Numerator = rows.Quantity(4, row),
        Denominator = rows.Quantity(6, row),
        Value = rows.Quantity(8, row),
        Status = rows.Text(10, row),
    };
}
