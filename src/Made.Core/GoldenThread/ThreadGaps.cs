namespace Made.Core.GoldenThread;

/// <summary>A link that is missing, or one that leads nowhere.</summary>
/// <param name="Point">The entry that lacks it.</param>
/// <param name="What">"rests on no measure".</param>
/// <param name="IsBroken">True where the link is there and its other end is not.</param>
public sealed record ThreadGap(ThreadHeading Point, string What, bool IsBroken);

/// <summary>
/// What an unbroken thread needs of each kind of entry, and where it is not so. A gap is no fault of anybody: it is what cannot be answered when somebody asks "why?".
/// </summary>
public static class ThreadGaps
{
    private static readonly IReadOnlyList<Need> Needs =
    [
        new(ThreadKind.KeyFinding, Down: false, ThreadKind.Issue, "is about no issue"),
        new(ThreadKind.Assessment, Down: false, ThreadKind.KeyFinding, "has no key finding"),
        new(ThreadKind.Recommendation, Down: true, ThreadKind.Lead, "is owned by nobody"),
        new(ThreadKind.Score, Down: false, ThreadKind.Measure, "rests on no measure"),
        new(ThreadKind.Ranking, Down: false, ThreadKind.Score, "rests on no score"),
        new(ThreadKind.Priority, Down: false, ThreadKind.Ranking, "rests on no ranking", h => !h.IsWhole),
        new(ThreadKind.Priority, Down: false, ThreadKind.Priority, "was raised by no partnership", h => h.IsWhole),
        new(ThreadKind.Priority, Down: false, ThreadKind.Decision, "was chosen by no recorded decision", h => h.IsWhole),
        new(ThreadKind.Priority, Down: true, ThreadKind.Activity, "has no activity", h => h.IsWhole && h.State == "agreed"),
        new(ThreadKind.Agreement, Down: false, ThreadKind.Priority, "has no priority"),
        new(ThreadKind.Agreement, Down: false, ThreadKind.Assessment, "is based on no strategic assessment"),
        new(ThreadKind.Agreement, Down: false, ThreadKind.Agreement, "answers no agreement of the whole partnership", h => !h.IsWhole),
        new(ThreadKind.Agreement, Down: true, ThreadKind.Lead, "names no lead"),
        new(ThreadKind.Agreement, Down: true, ThreadKind.Activity, "has no activity"),
        new(ThreadKind.Activity, Down: true, ThreadKind.Lead, "is led by nobody"),
        new(ThreadKind.Activity, Down: false, ThreadKind.Issue, "serves no outcome, factor or requirement"),
        new(ThreadKind.Intervention, Down: false, ThreadKind.Priority, "serves no priority"),
        new(ThreadKind.Target, Down: false, ThreadKind.Agreement, "belongs to no agreement"),
        new(ThreadKind.Exception, Down: true, ThreadKind.Lead, "has nobody to ask", h => h.State == Processes.Confirmed || Processes.OwesPlan(h.State)),
        new(ThreadKind.Exception, Down: true, ThreadKind.Plan, "has no recovery plan", h => Processes.OwesPlan(h.State)),
        new(ThreadKind.Plan, Down: true, ThreadKind.Decision, "was decided on by nobody", h => h.State is Processes.Accepted or Processes.Closed),
    ];

    /// <summary>Every gap, by kind and title.</summary>
    /// <param name="entries">All entries.</param>
    /// <param name="links">All edges in force.</param>
    /// <param name="isKnown">Whether an issue, measure or lead exists.</param>
    public static IReadOnlyList<ThreadGap> Of(IReadOnlyList<ThreadHeading> entries, IReadOnlyList<ThreadLink> links, Func<ThreadPoint, bool> isKnown)
    {
        var (below, above) = (links.ToLookup(l => l.To, l => l.From), links.ToLookup(l => l.From, l => l.To));
        var byPoint = entries.ToDictionary(e => e.Point);
        var known = new Dictionary<ThreadPoint, bool>();
        var missing =
            from entry in entries
            from need in Needs
            where need.Kind == entry.Point.Kind && (need.When?.Invoke(entry) ?? true) && !(need.Down ? above : below)[entry.Point].Any(p => p.Kind == need.Other)
            select new ThreadGap(entry, need.What, false);
        var broken =
            from link in links
            where byPoint.ContainsKey(link.Owner)
            let end = link.From == link.Owner ? link.To : link.From
            where !Exists(end)
            select new ThreadGap(byPoint[link.Owner], $"leads to {end.Kind.Words().ToLowerInvariant()} '{end.Id}', which is not here", true);
        return [.. missing.Concat(broken).OrderBy(g => g.Point.Point.Kind).ThenBy(g => g.Point.Title, StringComparer.Ordinal)];

        bool Exists(ThreadPoint point) => point.IsEntry ? byPoint.ContainsKey(point) : known.TryGetValue(point, out var already) ? already : known[point] = isKnown(point);
    }

    private sealed record Need(ThreadKind Kind, bool Down, ThreadKind Other, string What, Func<ThreadHeading, bool>? When = null);
}
