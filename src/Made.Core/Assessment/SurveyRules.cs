using Made.Core.GoldenThread;
using Made.Core.Methods;

namespace Made.Core.Assessment;

/// <summary>How many of those who answered named an issue.</summary>
/// <param name="Answer">The issue with its wording and count.</param>
/// <param name="Share">From 0 to 1; NaN where the base is not reported.</param>
/// <param name="Interval">95% limits of the share; none where the base is not reported, or those asked were not drawn by chance.</param>
public sealed record AnswerShare(CodedAnswer Answer, double Share, Interval Interval);

/// <summary>What the waves of surveys say, and what they may not be entered with.</summary>
public static class SurveyRules
{
    /// <summary>
    /// Answers given by fewer people than this are not entered: in a small place they would tell who said it. They are put together under a wider issue. Nobody (0) is no secret.
    /// </summary>
    public const int FewestAnswers = 5;

    /// <summary>
    /// The share of each answer with its 95% interval (Wilson), most frequent first, equally frequent ones by wording.
    /// <para>Units: shares of those who answered, from 0 to 1; one person may give several answers, so shares do not add up to 1. Edges: no base, no share; those who chose to answer
    /// speak for nobody else, so a wave that was not drawn by chance has shares without interval.</para>
    /// <para>Source: <see cref="WilsonInterval"/>; docs/methods/proportion-wilson.md.</para>
    /// </summary>
    public static IReadOnlyList<AnswerShare> Shares(ThreadContent.Survey survey) =>
    [
        .. survey.Answers.OrderByDescending(a => a.Count).ThenBy(a => a.Wording, StringComparer.Ordinal).Select(a => survey.Base is { } size and > 0
            ? new AnswerShare(a, a.Count / (double)size, survey.IsDrawn ? WilsonInterval.Of(a.Count, size) : Interval.None)
            : new AnswerShare(a, double.NaN, Interval.None)),
    ];

    /// <summary>Everything that is wrong, by field.</summary>
    public static IReadOnlyList<(string Field, string Why)> Broken(ThreadContent.Survey survey, Vocabulary vocabulary) =>
    [
        .. survey.To < survey.From ? new[] { ("to", "the last day lies before the first") } : [],
        .. survey.Asked.Trim().Length == 0 ? new[] { ("asked", "it is not said who was asked, and how") } : [],
        .. survey.Base is < FewestAnswers ? new[] { ("base", $"fewer than {FewestAnswers} answered, so nothing of it is kept here") } : [],
        .. survey.Answers.Where(a => vocabulary.Find(a.Issue) is null).Select(a => ("answers", $"'{a.Issue}' is not in the vocabulary")),
        .. survey.Answers.Where(a => a.Count is < 0 or (> 0 and < FewestAnswers)).Select(a => ("answers", $"'{a.Wording}' was given by fewer than {FewestAnswers}: put it together with a wider issue")),
        .. survey.Answers.Where(a => survey.Base is { } size && a.Count > size).Select(a => ("answers", $"'{a.Wording}' was given by more people than answered")),
        .. survey.Answers.GroupBy(a => (a.Issue, a.Wording)).Where(g => g.Count() > 1).Select(g => ("answers", $"'{g.Key.Wording}' stands twice")),
        .. survey.Replies.Any(r => r.Said.Trim().Length == 0 || r.Did.Trim().Length == 0) ? new[] { ("replies", "a line lacks what was said or what was done") } : [],
    ];
}
