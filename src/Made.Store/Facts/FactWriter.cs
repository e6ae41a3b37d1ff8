using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Made.Core.Calendar;
using Made.Core.Facts;
using Made.Store.Facts.Engine;

namespace Made.Store.Facts;

/// <summary>
/// Takes the facts of one supply batch by batch and writes them as one immutable Parquet file. They wait in memory, 49 bytes each, until every
/// text is known, because a column that is declared with its texts is written in half the time. Nothing is on disk before <see cref="Write"/>;
/// a writer that is disposed without it leaves nothing behind.
/// </summary>
public sealed class FactWriter(FactEngine engine, FactTexts texts) : IDisposable
{
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
        var rows = waiting.Sum(b => (long)b.Count);
        var next = 0;
        var hasDays = waiting.Exists(b => b.Day.AsSpan(0, b.Count).ContainsAnyExcept((byte)0));
        var hasBands = texts.HasBands;
        ParquetFile.Save(
            engine,
            Columns.FactsOf(texts, hasDays),
            chunk => next == waiting.Count ? 0 : Fill(chunk, waiting[next++], hasDays, hasBands, texts.PseudonymKey),
            path,
            ParquetOptions.Facts,
            cancellation);
        return new FactFile { Path = path, Rows = rows, Sha256 = Durable.Sha256(path) };
    }

    /// <summary>The facts' cubes, month by month.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal IReadOnlyList<(Month Month, CubeTable Cube)> Count(PlaceIndex places)
    {
        var counts = new SortedDictionary<int, CubeCount>();
        var (last, count) = (-1, default(CubeCount));
        foreach (var batch in waiting)
            for (var row = 0; row < batch.Count; row++)
            {
                if (count is null || batch.Month[row] != last)
                {
                    last = batch.Month[row];
                    count = counts.TryGetValue(last, out var known) ? known : counts[last] = new CubeCount(texts.Category, texts.Lsoa, places);
                }
                count.Add(batch.Lsoa[row], batch.Category[row], batch.Longitude[row], batch.Latitude[row]);
            }
        return [.. counts.Select(c => (Month.FromIndex(c.Key), c.Value.ToTable()))];
    }

    public void Dispose()
    {
        foreach (var batch in waiting.Where(_ => Spare.Count < MostSpare))
            Spare.Add(batch);
        waiting.Clear();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Fill(ChunkWriter chunk, FactBatch batch, bool hasDays, bool hasBands, int pseudonymKey)
    {
        var taken = ..batch.Count;
        batch.Month.AsSpan(taken).CopyTo(chunk.Column<int>(0));
        chunk.Codes(1, batch.Category.AsSpan(taken));
        chunk.Codes(2, batch.Lsoa.AsSpan(taken));
        chunk.Codes(3, batch.Detail.AsSpan(taken));
        chunk.Doubles(4, batch.Longitude.AsSpan(taken));
        chunk.Doubles(5, batch.Latitude.AsSpan(taken));
        batch.Key.AsSpan(taken).CopyTo(chunk.Column<ulong>(6));
        batch.Content.AsSpan(taken).CopyTo(chunk.Column<ulong>(7));
        var next = 8;
        if (hasDays)
            batch.Day.AsSpan(taken).CopyTo(chunk.Column<byte>(next++));
        if (batch.Bands is not { } more)
            return batch.Count;
        if (hasBands)
        {
            chunk.Codes(next++, more.PartOfDay.AsSpan(taken));
            chunk.Codes(next++, more.Age.AsSpan(taken));
            chunk.Codes(next++, more.Sex.AsSpan(taken));
        }
        if (pseudonymKey > 0)
        {
            more.Pseudonym.AsSpan(taken).CopyTo(chunk.Column<ulong>(next));
            chunk.Column<int>(next + 1)[taken].Fill(pseudonymKey);
        }
        return batch.Count;
    }
}
