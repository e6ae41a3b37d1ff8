using Made.Core.Assessment;
using Made.Core.GoldenThread;

namespace Made.Core.Agreement;

/// <summary>What an agreement must have before it may be approved.</summary>
public static class AgreementRules
{
    /// <summary>The issues of its priorities that nobody leads, in the order of the priorities.</summary>
    public static IReadOnlyList<string> Unled(ThreadContent.Agreement agreement, IEnumerable<ThreadContent.Priority> priorities) =>
        [.. priorities.SelectMany(p => p.Issues).Distinct().Where(i => !agreement.Leads.Any(l => l.Issue == i))];

    /// <summary>Null where the act may be done: a stage that approves is refused while an issue has no lead.</summary>
    public static Problem? WhyNot(ThreadHistory history, string act, IEnumerable<ThreadContent.Priority> priorities, Vocabulary vocabulary) =>
        history.Newest.Content is ThreadContent.Agreement agreement && agreement.Chain.FirstOrDefault(s => s.Act == act) is { Approves: true } && Unled(agreement, priorities) is { Count: > 0 } unled
            ? Problems.Unled(history.Newest.Title, unled.Select(vocabulary.Title))
            : null;
}
