namespace Made.Store.Facts.Engine;

/// <summary>The rows of a statement, a chunk at a time.</summary>
internal sealed class Answer : IDisposable
{
    private readonly ResultHandle result;
    private readonly nint[] data;
    private readonly nint[] validity;
    private readonly KnownTexts known = new();
    private ChunkHandle? chunk;

    internal Answer(ResultHandle result)
    {
        this.result = result;
        var columns = (int)Native.ColumnCount(result);
        (data, validity) = (new nint[columns], new nint[columns]);
    }

    /// <summary>The next rows; those handed out before are gone.</summary>
    public bool Next(out Rows rows)
    {
        chunk?.Dispose();
        chunk = Native.FetchChunk(result.Block);
        var count = chunk.IsInvalid ? 0 : (int)Native.ChunkSize(chunk);
        known.NextChunk();
        if (count > 0)
            Locate(chunk);
        rows = new Rows(data, validity, known, count);
        return count > 0;
    }

    /// <summary>The one whole number that the statement answers.</summary>
    public long Number() => Next(out var rows) ? rows.Of<long>(0)[0] : throw new EngineException("The statement answered no row.");

    public void Dispose()
    {
        chunk?.Dispose();
        result.Dispose();
    }

    private unsafe void Locate(ChunkHandle fetched)
    {
        for (var i = 0; i < data.Length; i++)
        {
            var vector = Native.Vector(fetched, (ulong)i);
            data[i] = (nint)Native.VectorData(vector);
            validity[i] = (nint)Native.VectorValidity(vector);
        }
    }
}
