using Made.Core.GoldenThread;
using Made.Core.Register;

namespace Made.Core.Assessment;

/// <summary>Priorities as people chose them: the entries, and the steps that agree them or end those no longer chosen.</summary>
public static class PriorityChoice
{
    /// <summary>The id of the priority at a place: one each, further versions where it changes.</summary>
    public static ThreadPoint PointOf(AreaCode area, string cycle, int position) => new(ThreadKind.Priority, AreaRanking.Slug($"{area}-{cycle}-{position}"));

    /// <summary>The id of the decision that chose the priorities of the whole partnership.</summary>
    public static ThreadPoint DecisionOf(AreaCode area, string cycle) => new(ThreadKind.Decision, AreaRanking.Slug($"{area}-{cycle}-priorities").ToLowerInvariant());

    /// <summary>
    /// One priority of a CSP, agreed. Refused where it leaves the first places of the ranking, as many as its own position or three, without a reason.
    /// </summary>
    public static Outcome<ThreadWork> Local(
        Area area, string cycle, int position, string wording, string reason, Vocabulary vocabulary, ThreadHistory? ranking, ThreadHistory? held, int seen, DateOnly day)
    {
        var issues = vocabulary.Meaning(wording, day);
        if (issues.Count == 0)
            return Problems.UnknownWording(wording);
        if (reason.Length == 0 && AreaRanking.Departs(ranking?.Newest.Content as ThreadContent.Ranking, issues, Math.Max(position, 3)))
            return Problems.ReasonMissing(wording);
        var entry = Entry(PointOf(area.Code, cycle, position), area, false, day, new()
        {
            Cycle = cycle,
            Position = position,
            Wording = wording,
            Issues = issues,
            Reason = reason.Length > 0 ? reason : "Among the first places of the ranking",
            RankedIn = ranking?.Point.Id ?? "",
        });
        return new ThreadWork { Entries = [entry], Acts = Agreed(entry.Point, held, day), Seen = new Dictionary<ThreadPoint, int> { [entry.Point] = seen } };
    }

    /// <summary>
    /// The board's choice for the whole partnership: the decision with its reason, the priorities in order, each resting on the areas' priorities about the same issues, and an end
    /// to those that are no longer chosen.
    /// </summary>
    /// <param name="whole">The area of the whole partnership.</param>
    /// <param name="choice">What was decided, by whom and why.</param>
    /// <param name="wordings">The priorities, first to last.</param>
    /// <param name="vocabulary">The vocabulary.</param>
    /// <param name="all">Every priority, of the areas and of the whole.</param>
    /// <param name="seen">The state of the decision that the form was filled in from.</param>
    /// <param name="day">The day of the decision.</param>
    public static Outcome<ThreadWork> Whole(
        Area whole, ThreadContent.Decision choice, IReadOnlyList<string> wordings, Vocabulary vocabulary, IReadOnlyList<ThreadHistory> all, int seen, DateOnly day)
    {
        if (wordings.FirstOrDefault(w => vocabulary.Meaning(w, day).Count == 0) is { } unknown)
            return Problems.UnknownWording(unknown);
        var decision = DecisionOf(whole.Code, choice.Cycle);
        var held = all.ToDictionary(p => p.Point);
        var local = all.Where(p => !p.Newest.IsWhole).Select(p => (p.Point, Content: (ThreadContent.Priority)p.Newest.Content)).Where(p => p.Content.Cycle == choice.Cycle).ToList();
        var entries = wordings.Select((wording, i) =>
        {
            var issues = vocabulary.Meaning(wording, day);
            return Entry(PointOf(whole.Code, choice.Cycle, i + 1), whole, true, day, new()
            {
                Cycle = choice.Cycle,
                Position = i + 1,
                Wording = wording,
                Issues = issues,
                Reason = choice.Reason,
                ChosenBy = decision.Id,
                Local = [.. local.Where(l => l.Content.Issues.Intersect(issues).Any()).Select(l => l.Point.Id)],
            });
        }).ToList();
        var left = all.Where(p => p.Newest.IsWhole && p.State == "agreed" && ((ThreadContent.Priority)p.Newest.Content).Cycle == choice.Cycle && !entries.Exists(e => e.Point == p.Point));
        return new ThreadWork
        {
            Entries =
            [
                new() { Point = decision, Area = whole.Code, IsWhole = true, Title = $"Choice of the priorities of {choice.Cycle}", Day = day, Source = "Recorded on the assessment page", Content = choice },
                .. entries,
            ],
            Acts = [.. entries.SelectMany(e => Agreed(e.Point, held.GetValueOrDefault(e.Point), day)), .. left.Select(p => new ThreadAct(p.Point, "end", day))],
            Seen = new Dictionary<ThreadPoint, int> { [decision] = seen },
        };
    }

    private static IReadOnlyList<ThreadAct> Agreed(ThreadPoint point, ThreadHistory? held, DateOnly day) => held?.State == "agreed" ? [] : [new(point, Processes.Agree, day)];

    private static ThreadEntry Entry(ThreadPoint point, Area area, bool isWhole, DateOnly day, ThreadContent.Priority content) => new()
    {
        Point = point,
        Area = area.Code,
        IsWhole = isWhole,
        Title = content.Wording,
        Day = day,
        Source = "Recorded on the assessment page",
        Content = content,
    };
}
