namespace Made.Store.Facts.Engine;

/// <summary>The rows of a statement, a chunk at a time.</summary>
internal sealed class Answer : IDisposable
{
    private readonly ResultHandle result;
    private ChunkHandle? chunk;

    internal Answer(ResultHandle result) => this.result = result;

    /// <summary>The next rows; those handed out before are gone.</summary>
    public bool Next(out Rows rows)
    {
        chunk?.Dispose();
        chunk = Native.FetchChunk(result.Block);
        rows = new Rows(chunk);
        return !chunk.IsInvalid && rows.Count > 0;
    }

    /// <summary>The one whole number that the statement answers.</summary>
    public long Number() => Next(out var rows) ? rows.Of<long>(0)[0] : throw new EngineException("The statement answered no row.");

    public void Dispose()
    {
        chunk?.Dispose();
        result.Dispose();
    }
}
