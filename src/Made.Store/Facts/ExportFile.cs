using System.Globalization;
using Made.Store.Facts.Engine;

namespace Made.Store.Facts;

public enum ExportType
{
    Text,
    Number,
    Whole,
    Date,
}

/// <summary>A column of a Parquet file that leaves the program.</summary>
public sealed record ExportColumn(string Name, ExportType Type);

/// <summary>Writes rows of text cells, invariant and already safe to show, as Parquet for programs: numbers as numbers, days as days, an empty cell as no value.</summary>
public static class ExportFile
{
    private const string Options = "FORMAT parquet, COMPRESSION zstd";

    public static void Write(FactEngine engine, IReadOnlyList<ExportColumn> columns, IEnumerable<IReadOnlyList<string>> rows, string path, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        Column[] typed = [.. columns.Select(c => new Column(c.Name, TypeOf(c.Type)))];
        var select = string.Join(", ", typed.Zip(columns, Cell));
        using var next = rows.GetEnumerator();
        using var session = engine.Connect();
        RowsFunction.Offer(typed, chunk => RowWriter.Fill(chunk, next, (writer, row) => Fill(writer, columns, row)),
            offered => session.Execute($"COPY (SELECT {select} FROM {offered}) TO $1 ({Options})", [path], cancellation));
        Durable.Flush(path);
    }

    private static void Fill(RowWriter writer, IReadOnlyList<ExportColumn> columns, IReadOnlyList<string> row)
    {
        for (var i = 0; i < columns.Count; i++)
            switch (columns[i].Type)
            {
                case ExportType.Number:
                    writer.Value(row[i].Length == 0 ? double.NaN : double.Parse(row[i], CultureInfo.InvariantCulture));
                    break;
                case ExportType.Whole:
                    writer.Value(row[i].Length == 0 ? int.MinValue : int.Parse(row[i], CultureInfo.InvariantCulture));
                    break;
                case ExportType.Date:
                    writer.Value(DateOnly.ParseExact(row[i], "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber);
                    break;
                default:
                    writer.Text(row[i]);
                    break;
            }
    }

    private static string Cell(Column column, ExportColumn asked) => asked.Type switch
    {
        ExportType.Number => $"CASE WHEN isnan({column}) THEN NULL ELSE {column} END AS {column}",
        ExportType.Whole => $"NULLIF({column}, {int.MinValue}) AS {column}",
        ExportType.Date => $"{column}",
        _ => $"NULLIF({column}, '') AS {column}",
    };

    private static ColumnType TypeOf(ExportType type) => type switch
    {
        ExportType.Number => ColumnType.Double,
        ExportType.Whole => ColumnType.Int,
        ExportType.Date => ColumnType.Date,
        _ => ColumnType.Text,
    };
}
