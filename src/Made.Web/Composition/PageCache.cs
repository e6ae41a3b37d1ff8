using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Made.Web.Composition;

/// <summary>
/// Rendered pages by address and by the state of the records. An edition never changes, so its page is rendered once; any change
/// to the records moves <see cref="RecordsVersion"/>, and each page is made anew when it is asked for next. Whoever asks while that happens
/// gets the page as it was, if it was current a moment ago: a change is seen after at most that moment, and nobody waits for another's page.
/// </summary>
public sealed class PageCache(TimeProvider clock)
{
    private const long LargestTotal = 256L << 20;
    private const int Turns = 256;

    /// <summary>The worker looks for changes once a second, so that a page is as old as this anyway.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, CachedPage> pages = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim[] turns = [.. Enumerable.Range(0, Turns).Select(_ => new SemaphoreSlim(1))];
    private long version = -1;
    private long total;

    public CachedPage? Find(string address, long now)
    {
        if (Interlocked.Exchange(ref version, now) != now)
            foreach (var (of, old) in pages)
                if (!WasCurrent(old))
                    Drop(of, old);
        if (pages.GetValueOrDefault(address) is not { } page || page.Version != now)
            return null;
        page.CurrentAt = clock.GetTimestamp();
        return page;
    }

    /// <summary>The page as it was before the last change: while somebody else makes it anew, and not for longer than a moment.</summary>
    public CachedPage? Meanwhile(string address) =>
        TurnOf(address).CurrentCount == 0 && pages.GetValueOrDefault(address) is { } page && WasCurrent(page) ? page : null;

    /// <summary>Waits until nobody makes the page; the turn ends with what is given back. Now and then two addresses share one.</summary>
    public async Task<IDisposable> Turn(string address, CancellationToken cancel)
    {
        var turn = TurnOf(address);
        await turn.WaitAsync(cancel);
        return new OneTurn(turn);
    }

    public CachedPage Keep(string address, byte[] body, string contentType, long now)
    {
        var page = new CachedPage(body, contentType, $"\"{Convert.ToHexStringLower(SHA256.HashData(body)[..12])}\"", now) { CurrentAt = clock.GetTimestamp() };
        if (pages.TryGetValue(address, out var old))
            Drop(address, old);
        if (Interlocked.Read(ref version) != now)
            return page;
        if (Interlocked.Add(ref total, body.Length) >= LargestTotal || !pages.TryAdd(address, page))
            Interlocked.Add(ref total, -body.Length);
        return page;
    }

    private void Drop(string address, CachedPage page)
    {
        if (pages.TryRemove(KeyValuePair.Create(address, page)))
            Interlocked.Add(ref total, -page.Body.Length);
    }

    private bool WasCurrent(CachedPage page) => clock.GetElapsedTime(page.CurrentAt) < Moment;

    private SemaphoreSlim TurnOf(string address) => turns[(StringComparer.Ordinal.GetHashCode(address) & int.MaxValue) % Turns];

    private sealed class OneTurn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}

public sealed record CachedPage(byte[] Body, string ContentType, string ETag, long Version)
{
    private long currentAt;

    /// <summary>When it was last known to be as the records are, on the cache's clock.</summary>
    public long CurrentAt
    {
        get => Volatile.Read(ref currentAt);
        set => Volatile.Write(ref currentAt, value);
    }
}
