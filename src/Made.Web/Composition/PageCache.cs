using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Made.Web.Composition;

/// <summary>
/// Rendered pages by address and by the state of the records. An edition never changes, so its page is rendered once; any change
/// to the records moves <see cref="RecordsVersion"/> and so empties the cache.
/// </summary>
public sealed class PageCache
{
    private const long LargestTotal = 256L << 20;
    private const int Turns = 256;

    private readonly ConcurrentDictionary<string, CachedPage> pages = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim[] turns = [.. Enumerable.Range(0, Turns).Select(_ => new SemaphoreSlim(1))];
    private long version = -1;
    private long total;

    public CachedPage? Find(string address, long now)
    {
        if (Interlocked.Exchange(ref version, now) != now)
        {
            pages.Clear();
            Interlocked.Exchange(ref total, 0);
        }
        return pages.GetValueOrDefault(address) is { } page && page.Version == now ? page : null;
    }

    /// <summary>Waits until nobody makes the page; the turn ends with what is given back. Now and then two addresses share one.</summary>
    public async Task<IDisposable> Turn(string address, CancellationToken cancel)
    {
        var turn = turns[(StringComparer.Ordinal.GetHashCode(address) & int.MaxValue) % Turns];
        await turn.WaitAsync(cancel);
        return new OneTurn(turn);
    }

    public CachedPage Keep(string address, byte[] body, string contentType, long now)
    {
        var page = new CachedPage(body, contentType, $"\"{Convert.ToHexStringLower(SHA256.HashData(body)[..12])}\"", now);
        if (Interlocked.Read(ref version) == now && Interlocked.Add(ref total, body.Length) < LargestTotal)
            pages[address] = page;
        return page;
    }

    private sealed class OneTurn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}

public sealed record CachedPage(byte[] Body, string ContentType, string ETag, long Version);
