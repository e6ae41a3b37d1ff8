using Made.Core.Access;
using Made.Core.GoldenThread;
using Made.Core.Register;
using Made.Web.Access;
using Made.Web.Composition;
using Made.Web.Downloads;
using Made.Web.Exchange;

namespace Made.Web.GoldenThread;

/// <summary>The whole thread, or one area's part of it: how much there is of each kind, and what is missing.</summary>
public sealed record ThreadMap
{
    public required IReadOnlyList<(ThreadKind Kind, int Count)> Counts { get; init; }

    public required int Links { get; init; }

    public required IReadOnlyList<ThreadGap> Gaps { get; init; }

    /// <summary>Entries of one kind; none where no kind is asked for.</summary>
    public required IReadOnlyList<ThreadHeading> Listed { get; init; }

    public required ThreadNames Names { get; init; }

    public required IReadOnlyList<Area> Areas { get; init; }

    public string Sentence
    {
        get
        {
            var broken = Gaps.Count(g => g.IsBroken);
            var missing = Gaps.Count - broken;
            return $"{Count(Counts.Sum(c => c.Count), "entry", "entries")} hang together by {Count(Links, "link", "links")}. "
                + (Gaps.Count == 0 ? "None is broken and none is missing." : $"{Count(broken, "link leads", "links lead")} nowhere, and {Count(missing, "is", "are")} missing.");
        }
    }

    public Table GapTable => new()
    {
        Name = "gaps",
        Title = "Links that are missing or lead nowhere",
        Columns = [new("What"), new("Title"), new("Where"), new("On"), new("What is missing")],
        Rows = Gaps.Select(g => (IReadOnlyList<Cell>)
        [
            Cell.Of(g.Point.Point.Kind.Words()), Cell.Of(g.Point.Title, ThreadWords.Href(g.Point.Point)), Cell.Of(Names.NameOf(g.Point.Area)), Cell.Of(LondonTime.Day(g.Point.Day)), Cell.Of(g.What),
        ]),
    };

    public static async Task<ThreadMap> OfAsync(Partnership partnership, WholeThread whole, AddressedObjects objects, Person person, AreaCode? only, ThreadKind? kind)
    {
        var names = new ThreadNames(partnership);
        var state = await whole.OfAsync();
        var all = state.Entries;
        var readable = all.Select(e => e.Area).Distinct().ToDictionary(a => a, a => objects.MayRead(person, Resource.Thread, a));
        var shown = all.Where(e => readable[e.Area] && (only is null || e.Area == only)).ToList();
        var points = shown.Select(e => e.Point).ToHashSet();
        // Gaps are looked for over everything, so that a link to what somebody may not see is not called broken.
        var gaps = state.Gaps.Where(g => points.Contains(g.Point.Point)).ToList();
        return new()
        {
            Counts = [.. ThreadKinds.All.Select(k => (k, shown.Count(e => e.Point.Kind == k))).Where(c => c.Item2 > 0)],
            Links = points.Sum(p => state.Links[p].Count()),
            Gaps = gaps,
            Listed = kind is { } k ? [.. shown.Where(e => e.Point.Kind == k).OrderByDescending(e => e.Day).ThenBy(e => e.Title, StringComparer.Ordinal)] : [],
            Names = names,
            Areas = [.. all.Select(e => e.Area).Distinct().Where(a => readable[a]).Select(a => partnership.Areas.TryFind(a, out var found) ? found : null).OfType<Area>().OrderBy(a => a.Name, StringComparer.Ordinal)],
        };
    }

    private static string Count(int n, string one, string many) => n == 1 ? $"1 {one}" : $"{n:N0} {many}";
}
