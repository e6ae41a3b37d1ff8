using Made.Core.Access;
using Made.Core.GoldenThread;
using Made.Core.Register;
using Made.Web.Access;
using Made.Web.Composition;

namespace Made.Web.GoldenThread;

/// <summary>A neighbour of a point, with who linked it, when and why.</summary>
/// <param name="Ground">True where the point rests on it, false where it follows from the point.</param>
public sealed record ThreadNeighbour(ThreadPoint Point, string Title, string Where, DateOnly? Day, string State, bool Ground, ThreadLink Link);

/// <summary>One point of the thread with its neighbours on both sides.</summary>
public sealed record ThreadView
{
    public required ThreadPoint Point { get; init; }

    public required string Title { get; init; }

    /// <summary>Its past; null for issues, measures and leads.</summary>
    public required ThreadHistory? History { get; init; }

    /// <summary>The area it belongs to; empty where it has none.</summary>
    public required string Where { get; init; }

    public required IReadOnlyList<ThreadNeighbour> Neighbours { get; init; }

    /// <summary>Neighbours that lie in areas that the reader may not look at.</summary>
    public required int Hidden { get; init; }

    public IEnumerable<IGrouping<ThreadKind, ThreadNeighbour>> Side(bool ground) =>
        Neighbours.Where(n => n.Ground == ground).OrderBy(n => n.Point.Kind).ThenByDescending(n => n.Day).ThenBy(n => n.Title, StringComparer.Ordinal).GroupBy(n => n.Point.Kind);

    public static async Task<ThreadView?> OfAsync(Partnership partnership, AddressedObjects objects, Person person, ThreadPoint point)
    {
        var (thread, names) = (partnership.Records.Thread, new ThreadNames(partnership));
        var history = await thread.Find(point);
        if (point.IsEntry ? history is null : !names.IsKnown(point))
            return null;
        var links = await thread.Links(point);
        var ends = links.Select(l => l.From == point ? l.To : l.From).Distinct().ToList();
        var entries = (await thread.Headings(ends)).ToDictionary(h => h.Point);
        // An issue has thousands of neighbours in a few areas: the matrix is asked once for each area.
        var readable = ends.Select(e => AreaOf(e, entries)).OfType<AreaCode>().Distinct().ToDictionary(a => a, a => objects.MayRead(person, Resource.Thread, a));
        var shown = ends.Where(e => AreaOf(e, entries) is not { } area || readable[area]).ToHashSet();
        return new()
        {
            Point = point,
            Title = history?.Newest.Title ?? names.Title(point),
            History = history,
            Where = history is not null ? names.NameOf(history.Newest.Area) : "",
            Hidden = ends.Count - shown.Count,
            Neighbours =
            [
                .. links.Select(l => (Link: l, End: l.From == point ? l.To : l.From)).Where(l => shown.Contains(l.End)).DistinctBy(l => (l.End, l.Link.To == point)).Select(l =>
                {
                    var entry = entries.GetValueOrDefault(l.End);
                    return new ThreadNeighbour(l.End, entry?.Title ?? names.Title(l.End), entry is null ? "" : names.NameOf(entry.Area), entry?.Day, entry?.State ?? "", l.Link.To == point, l.Link);
                }),
            ],
        };
    }

    private static AreaCode? AreaOf(ThreadPoint point, Dictionary<ThreadPoint, ThreadHeading> entries) =>
        point.IsMeasure(out _, out var area, out _) ? area : entries.TryGetValue(point, out var entry) ? entry.Area : null;
}
