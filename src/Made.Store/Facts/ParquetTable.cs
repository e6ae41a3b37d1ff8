using Made.Store.Facts.Engine;

namespace Made.Store.Facts;

/// <summary>Rows written one by one, cell after cell in the order of the columns, and saved as one Parquet file in that order.</summary>
internal sealed class ParquetTable : IDisposable
{
    private const string Table = "rows_to_save";

    private readonly Session session;
    private readonly ChunkAppender appender;
    private readonly int columns;
    private int column;
    private int row;

    internal ParquetTable(FactEngine engine, IReadOnlyList<Column> columns)
    {
        session = engine.Connect();
        appender = new ChunkAppender(session, Table, columns);
        this.columns = columns.Count;
    }

    internal void Text(string value)
    {
        appender.Text(column, row, value);
        Next();
    }

    /// <summary>The text at this position of the column's own texts.</summary>
    internal void Code(int position)
    {
        appender.Code(column, row, position);
        Next();
    }

    /// <summary>The type must be that of the column.</summary>
    internal void Value<T>(T value)
        where T : unmanaged
    {
        appender.Column<T>(column)[row] = value;
        Next();
    }

    /// <summary>Writes the file and returns when it is on the disk.</summary>
    internal void Save(string path, string options, CancellationToken cancellation)
    {
        Copy(path, options, cancellation);
        Durable.Flush(path);
    }

    /// <summary>Writes to a staging file and puts it in its place once it is whole.</summary>
    internal void Save(string staged, string target, string options, CancellationToken cancellation)
    {
        Copy(staged, options, cancellation);
        Durable.FlushAndMove(staged, target);
    }

    public void Dispose()
    {
        appender.Dispose();
        session.Dispose();
    }

    private void Copy(string path, string options, CancellationToken cancellation)
    {
        Flush();
        appender.Close();
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        session.Execute($"COPY {Table} TO $1 ({options})", [path], cancellation);
    }

    private void Next()
    {
        if (++column < columns)
            return;
        column = 0;
        if (++row == ChunkAppender.Capacity)
            Flush();
    }

    private void Flush()
    {
        if (row > 0)
            appender.Append(row);
        row = 0;
    }
}
