using Made.Core.Assessment;
using Made.Core.GoldenThread;

namespace Made.Core.Agreement;

/// <summary>What entries of the two registers must say: strategies and legislation, and interventions.</summary>
public static class RegisterRules
{
    /// <summary>What is wrong with a strategy or Act, by field.</summary>
    public static IReadOnlyList<(string Field, string Why)> Broken(ThreadContent.Strategy strategy, Vocabulary vocabulary) =>
    [
        .. strategy.Owner.Trim().Length == 0 ? new[] { ("owner", "it is not said whose it is") } : [],
        .. strategy.To < strategy.From ? new[] { ("to", "the last day lies before the first") } : [],
        .. strategy.Issues.Where(i => vocabulary.Find(i) is null).Select(i => ("issues", $"'{i}' is not in the vocabulary")),
    ];

    /// <summary>What is wrong with an intervention, by field.</summary>
    public static IReadOnlyList<(string Field, string Why)> Broken(ThreadContent.Intervention intervention) =>
    [
        .. intervention.Aim.Trim().Length == 0 ? new[] { ("aim", "it is not said what it is for") } : [],
        .. intervention.Funder.Trim().Length == 0 ? new[] { ("funder", "it is not said who pays") } : [],
        .. intervention.Cost is < 0 ? new[] { ("cost", "the cost is below 0") } : [],
        .. intervention.To < intervention.From ? new[] { ("to", "the last day lies before the first") } : [],
    ];

    /// <summary>Null where the act may be done: what is evaluated says what its evaluation found.</summary>
    public static Problem? WhyNot(ThreadHistory history, string act) =>
        act == Processes.Evaluated && history.Newest.Content is ThreadContent.Intervention { Evaluation: "" } ? Problems.NotEvaluated(history.Newest.Title) : null;
}
