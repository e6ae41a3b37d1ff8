using System.Runtime.CompilerServices;
using Made.Store.Facts.Engine;

namespace Made.Store.Facts;

/// <summary>Writes one Parquet file from rows in memory, in their order. No table stands between: the engine asks for the rows as it writes.</summary>
internal static class ParquetFile
{
    /// <summary>Writes the file, chunk by chunk as <paramref name="fill"/> gives them, and returns when it is on the disk.</summary>
    internal static void Save(
        FactEngine engine, IReadOnlyList<Column> columns, Func<ChunkWriter, int> fill, string path, string options, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var session = engine.Connect();
        RowsFunction.Offer(columns, fill, rows => session.Execute($"COPY (SELECT * FROM {rows}) TO $1 ({options})", [path], cancellation));
        Durable.Flush(path);
    }

    /// <summary>The same row by row.</summary>
    internal static void Save<T>(
        FactEngine engine, IReadOnlyList<Column> columns, IEnumerable<T> rows, Action<RowWriter, T> write, string path, string options, CancellationToken cancellation)
    {
        using var next = rows.GetEnumerator();
        Save(engine, columns, chunk => RowWriter.Fill(chunk, next, write), path, options, cancellation);
    }
}

/// <summary>One row's cells, written in the order of the columns.</summary>
internal sealed class RowWriter(ChunkWriter chunk)
{
    private int row;
    private int column;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static int Fill<T>(ChunkWriter chunk, IEnumerator<T> rows, Action<RowWriter, T> write)
    {
        var writer = new RowWriter(chunk);
        while (writer.row < ChunkWriter.Capacity && rows.MoveNext())
        {
            write(writer, rows.Current);
            writer.row++;
            writer.column = 0;
        }
        return writer.row;
    }

    internal void Text(string value) => chunk.Text(column++, row, value);

    /// <summary>The text at this position of the column's own texts.</summary>
    internal void Code(int position) => chunk.Code(column++, row, position);

    /// <summary>The type must be that of the column.</summary>
    internal void Value<T>(T value)
        where T : unmanaged => chunk.Column<T>(column++)[row] = value;
}
