using Made.Core.GoldenThread;

namespace Made.Core.Agreement;

/// <summary>How an area answers one priority of the whole partnership.</summary>
public enum CascadeAnswer
{
    InPlan,

    /// <summary>It has no plan, and the issue is among the priorities that it agreed.</summary>
    AmongPriorities,

    /// <summary>Its plan leaves it out and says why.</summary>
    Departs,

    /// <summary>Its plan leaves it out and says nothing.</summary>
    Unanswered,
    NoPlan,
}

/// <param name="Reason">Why the plan departs; empty otherwise.</param>
public sealed record CascadeCell(CascadeAnswer Answer, string Reason);

/// <param name="Plan">The area's newest plan under the agreement; null while it has none.</param>
/// <param name="Own">The priorities of the plan; without one those that the area agreed in the cycle.</param>
public sealed record LocalPlan(ThreadContent.Agreement? Plan, IReadOnlyList<ThreadContent.Priority> Own);

/// <summary>What becomes of the partnership's priorities in the areas, and of the areas' in the partnership's agreement.</summary>
public static class Cascade
{
    /// <summary>One cell: a priority of the whole is taken up where a priority of the area is about one of its issues.</summary>
    public static CascadeCell Of(string id, ThreadContent.Priority whole, LocalPlan local)
    {
        var taken = local.Own.Any(o => o.Issues.Intersect(whole.Issues).Any());
        if (local.Plan is not { } plan)
            return new(taken ? CascadeAnswer.AmongPriorities : CascadeAnswer.NoPlan, "");
        var departure = plan.Departures.FirstOrDefault(d => d.Priority == id && d.Reason.Trim().Length > 0);
        return taken ? new(CascadeAnswer.InPlan, "") : departure is null ? new(CascadeAnswer.Unanswered, "") : new(CascadeAnswer.Departs, departure.Reason);
    }

    /// <summary>The area's priorities that are about no issue of the whole partnership's.</summary>
    public static IReadOnlyList<ThreadContent.Priority> OnlyLocal(IReadOnlyList<ThreadContent.Priority> whole, LocalPlan local) =>
        [.. local.Own.Where(o => !whole.SelectMany(w => w.Issues).Intersect(o.Issues).Any())];
}
