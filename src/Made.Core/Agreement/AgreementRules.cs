using Made.Core.Assessment;
using Made.Core.GoldenThread;

namespace Made.Core.Agreement;

/// <summary>What an agreement must have before it may be approved.</summary>
public static class AgreementRules
{
    /// <summary>The issues of its priorities that nobody leads, in the order of the priorities.</summary>
    public static IReadOnlyList<string> Unled(ThreadContent.Agreement agreement, IEnumerable<ThreadContent.Priority> priorities) =>
        [.. priorities.SelectMany(p => p.Issues).Distinct().Where(i => !agreement.Leads.Any(l => l.Issue == i))];

    /// <summary>The partnership's priorities that an area's plan neither takes up nor says why not.</summary>
    /// <param name="plan">The area's plan.</param>
    /// <param name="own">Its priorities.</param>
    /// <param name="whole">The priorities of the agreement that it answers.</param>
    public static IReadOnlyList<ThreadHistory> Unanswered(ThreadContent.Agreement plan, IReadOnlyList<ThreadContent.Priority> own, IEnumerable<ThreadHistory> whole) =>
        [.. whole.Where(w => Cascade.Of(w.Point.Id, (ThreadContent.Priority)w.Newest.Content, new(plan, own)).Answer == CascadeAnswer.Unanswered)];

    /// <summary>
    /// Null where the act may be done: a stage that approves is refused while an issue has no lead, a comment is open, or, of an area's plan, a priority of the partnership is neither
    /// taken up nor departed from with a reason.
    /// </summary>
    /// <param name="history">The agreement or plan.</param>
    /// <param name="act">The stage.</param>
    /// <param name="priorities">Its priorities.</param>
    /// <param name="whole">The priorities of the agreement that it answers; none for that agreement itself.</param>
    /// <param name="openComments">How many comments on it are open.</param>
    /// <param name="vocabulary">The vocabulary.</param>
    public static Problem? WhyNot(
        ThreadHistory history, string act, IReadOnlyList<ThreadContent.Priority> priorities, IReadOnlyList<ThreadHistory> whole, int openComments, Vocabulary vocabulary)
    {
        if (history.Newest.Content is not ThreadContent.Agreement agreement || agreement.Chain.FirstOrDefault(s => s.Act == act) is not { Approves: true })
            return null;
        return Unled(agreement, priorities) is { Count: > 0 } unled ? Problems.Unled(history.Newest.Title, unled.Select(vocabulary.Title))
            : openComments > 0 ? Problems.CommentsOpen(history.Newest.Title, openComments)
            : Unanswered(agreement, priorities, whole) is { Count: > 0 } unanswered ? Problems.Unanswered(history.Newest.Title, unanswered.Select(u => u.Newest.Title))
            : null;
    }

    /// <summary>Null where a comment may be raised: a text that is frozen is not commented on any more.</summary>
    public static Problem? WhyNoComment(ThreadHistory history) =>
        Processes.Of(history.Newest.Content).Frozen.Contains(history.State) ? GoldenThread.Problems.Frozen(history.Newest.Title, history.State) : null;
}
