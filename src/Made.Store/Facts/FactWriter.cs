using System.Collections.Concurrent;
using Made.Core.Facts;
using Made.Store.Facts.Engine;

namespace Made.Store.Facts;

/// <summary>
/// Takes the facts of one supply batch by batch and writes them as one immutable Parquet file. They wait in memory, 48 bytes each, until every
/// text is known, because a column that is declared with its texts is written in half the time. Nothing is on disk before <see cref="Write"/>;
/// a writer that is disposed without it leaves nothing behind.
/// </summary>
public sealed class FactWriter(FactEngine engine, FactText category, FactText lsoa, FactText detail) : IDisposable
{
    private const string Table = "facts";
    private const int MostSpare = 64;

    /// <summary>Batches to be used again: a supply's would else be garbage of the old generation.</summary>
    private static readonly ConcurrentBag<FactBatch> Spare = [];

    private readonly List<FactBatch> waiting = [];

    /// <summary>Copies the batch; the caller may use it again.</summary>
    public void Add(FactBatch batch)
    {
        if (batch.Count == 0)
            return;
        var copy = Spare.TryTake(out var spare) ? spare : new FactBatch();
        batch.CopyTo(copy);
        waiting.Add(copy);
    }

    /// <summary>Writes the file and returns when it is on the disk. The path lies in the home's staging directory.</summary>
    public FactFile Write(string path, CancellationToken cancellation = default)
    {
        using var session = engine.Connect();
        var rows = waiting.Sum(b => (long)b.Count);
        using (var appender = new ChunkAppender(session, Table, Columns.FactsOf(category.Values, lsoa.Values, detail.Values)))
        {
            foreach (var batch in waiting)
                Append(appender, batch);
            appender.Close();
        }
        Dispose();
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        session.Execute($"COPY {Table} TO $1 ({ParquetOptions.Facts})", [path], cancellation);
        Durable.Flush(path);
        return new FactFile { Path = path, Rows = rows, Sha256 = Durable.Sha256(path) };
    }

    public void Dispose()
    {
        foreach (var batch in waiting.Where(_ => Spare.Count < MostSpare))
            Spare.Add(batch);
        waiting.Clear();
    }

    private static void Append(ChunkAppender appender, FactBatch batch)
    {
        var taken = ..batch.Count;
        batch.Month.AsSpan(taken).CopyTo(appender.Column<int>(0));
        appender.Codes(1, batch.Category.AsSpan(taken));
        appender.Codes(2, batch.Lsoa.AsSpan(taken));
        appender.Codes(3, batch.Detail.AsSpan(taken));
        appender.Doubles(4, batch.Longitude.AsSpan(taken));
        appender.Doubles(5, batch.Latitude.AsSpan(taken));
        batch.Key.AsSpan(taken).CopyTo(appender.Column<ulong>(6));
        batch.Content.AsSpan(taken).CopyTo(appender.Column<ulong>(7));
        appender.Append(batch.Count);
    }
}
