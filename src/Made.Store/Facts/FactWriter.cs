using Made.Core.Facts;
using Made.Store.Facts.Engine;

namespace Made.Store.Facts;

/// <summary>
/// Takes the facts of one supply batch by batch and writes them as one immutable Parquet file. Nothing is on disk before
/// <see cref="Write"/>; a writer that is disposed without it leaves nothing behind.
/// </summary>
public sealed class FactWriter : IDisposable
{
    private const string Table = "facts";

    private readonly Session session;
    private readonly ChunkAppender appender;
    private readonly TextPool category;
    private readonly TextPool lsoa;
    private readonly TextPool detail;
    private long rows;

    public FactWriter(FactEngine engine, FactText category, FactText lsoa, FactText detail)
    {
        session = engine.Connect();
        appender = new ChunkAppender(session, Table, Columns.Facts);
        this.category = new TextPool(category);
        this.lsoa = new TextPool(lsoa);
        this.detail = new TextPool(detail);
    }

    /// <summary>Copies the batch; the caller may use it again.</summary>
    public void Add(FactBatch batch)
    {
        if (batch.Count == 0)
            return;
        var taken = ..batch.Count;
        batch.Month.AsSpan(taken).CopyTo(appender.Column<int>(0));
        appender.Cells(1, batch.Category.AsSpan(taken), category.Cells());
        appender.Cells(2, batch.Lsoa.AsSpan(taken), lsoa.Cells());
        appender.Cells(3, batch.Detail.AsSpan(taken), detail.Cells());
        appender.Doubles(4, batch.Longitude.AsSpan(taken));
        appender.Doubles(5, batch.Latitude.AsSpan(taken));
        batch.Key.AsSpan(taken).CopyTo(appender.Column<ulong>(6));
        batch.Content.AsSpan(taken).CopyTo(appender.Column<ulong>(7));
        appender.Append(batch.Count);
        rows += batch.Count;
    }

    /// <summary>Writes the file and returns when it is on the disk. The path lies in the home's staging directory.</summary>
    public FactFile Write(string path, CancellationToken cancellation = default)
    {
        appender.Close();
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        session.Execute($"COPY {Table} TO $1 ({ParquetOptions.Facts})", [path], cancellation);
        Durable.Flush(path);
        return new FactFile { Path = path, Rows = rows, Sha256 = Durable.Sha256(path) };
    }

    public void Dispose()
    {
        appender.Dispose();
        session.Dispose();
    }
}
