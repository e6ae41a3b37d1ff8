using Made.Core.GoldenThread;
using Made.Web.Composition;

namespace Made.Web.GoldenThread;

/// <summary>
/// Every entry, how many links each owns, and every gap: worked out once for each state of the records, because it looks at the whole thread. Nothing of it is shown before the
/// reader's own reach was asked for.
/// </summary>
public sealed class WholeThread(Partnership partnership)
{
    private volatile State? now;

    public async Task<State> OfAsync()
    {
        // Read before the thread is: a change in between only makes the next reader look again.
        var version = await partnership.VersionAsync();
        if (now is { } held && held.Version == version)
            return held;
        var thread = partnership.Records.Thread;
        var (entries, links) = (await thread.Headings(), await thread.Links());
        var owned = links.GroupBy(l => l.Owner).ToDictionary(g => g.Key, g => g.Count());
        return now = new State(version, entries, owned, ThreadGaps.Of(entries, links, new ThreadNames(partnership).IsKnown));
    }

    public sealed record State(long Version, IReadOnlyList<ThreadHeading> Entries, IReadOnlyDictionary<ThreadPoint, int> LinksOf, IReadOnlyList<ThreadGap> Gaps);
}
