using Made.Core.GoldenThread;
using Made.Core.Register;
using Made.Web.Composition;

namespace Made.Web.GoldenThread;

/// <summary>
/// Every entry, how many links each owns, and every gap. The thread is read once; after that only what was kept since is read and put in its place, so that a change costs what it
/// changed and not ten years of history. Nothing of it is shown before the reader's own reach was asked for.
/// </summary>
public sealed class WholeThread(Partnership partnership) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private volatile State? now;

    public async Task<State> OfAsync()
    {
        // Read before the thread is: a change in between only makes the next reader look again.
        var (stamp, pack) = (await partnership.Records.Thread.Newest(), partnership.Pack);
        if (now is { } held && held.Is(stamp, pack))
            return held;
        await turn.WaitAsync();
        try
        {
            return now is { } meanwhile && meanwhile.Is(stamp, pack) ? meanwhile : now = await ReadAsync(now, stamp, pack);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<State> ReadAsync(State? before, ThreadStamp stamp, Pack pack)
    {
        var thread = partnership.Records.Thread;
        if (before is null)
            return Made(stamp, pack, await thread.Headings(), (await thread.Links()).ToLookup(l => l.Owner));
        var changed = (await thread.Headings(before.Stamp)).ToDictionary(h => h.Point);
        var links = await thread.Links([.. changed.Keys]);
        var known = before.Entries.Select(e => e.Point).ToHashSet();
        return Made(
            stamp,
            pack,
            [.. before.Entries.Select(e => changed.GetValueOrDefault(e.Point, e)), .. changed.Values.Where(h => !known.Contains(h.Point))],
            before.Links.Where(g => !changed.ContainsKey(g.Key)).SelectMany(g => g).Concat(links).ToLookup(l => l.Owner));
    }

    private State Made(ThreadStamp stamp, Pack pack, IReadOnlyList<ThreadHeading> entries, ILookup<ThreadPoint, ThreadLink> links) =>
        new(stamp, pack, entries, links, ThreadGaps.Of(entries, [.. links.SelectMany(l => l)], new ThreadNames(partnership).IsKnown));

    public sealed record State(ThreadStamp Stamp, Pack Pack, IReadOnlyList<ThreadHeading> Entries, ILookup<ThreadPoint, ThreadLink> Links, IReadOnlyList<ThreadGap> Gaps)
    {
        // Names and definitions of the pack say what is known.
        public bool Is(ThreadStamp stamp, Pack pack) => Stamp == stamp && ReferenceEquals(Pack, pack);
    }
}
