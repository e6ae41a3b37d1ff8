using Made.Core;
using Made.Core.Agreement;
using Made.Core.Assessment;
using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.GoldenThread;
using Made.Core.Recovery;
using Made.Core.Scorecard;
using Made.Web.Agreement;
using Made.Web.Assessment;
using Made.Web.Recovery;
using Made.Web.Composition;

namespace Made.Web.GoldenThread;

/// <summary>What a step needs besides the process: asked before it is recorded.</summary>
internal static class StepRules
{
    /// <summary>Null where the step may be recorded.</summary>
    public static async Task<Problem?> WhyNotAsync(Partnership partnership, ThreadHistory history, string act, string by) =>
        Processes.Of(history.Newest.Content).Take(history.Newest.Title, history.State, act).Problem ?? await BesideAsync(partnership, history, act, by);

    private static async Task<Problem?> BesideAsync(Partnership partnership, ThreadHistory history, string act, string by) => history.Newest.Content switch
    {
        ThreadContent.Agreement => (await AgreementView.OfAsync(partnership, history.Point.Id))?.WhyNot(act),
        ThreadContent.Intervention => RegisterRules.WhyNot(history, act),
        ThreadContent.Assessment => AssessmentRules.WhyNot(
            history, act, await StrategicAssessment.SectionsAsync(partnership, history.Point.Id),
            [.. (await partnership.Records.Thread.All(ThreadKind.KeyFinding)).Where(f => AreaEvidence.ContentOf(f).Of == history.Point.Id)]),
        ThreadContent.Section s when await partnership.Records.Thread.Find(new(ThreadKind.Assessment, s.Of)) is { } of => AssessmentRules.WhyNotKept(of, isNewFinding: false),
        ThreadContent.Status => OutcomeRules.WhyNot(history, act, by),
        ThreadContent.Plan => RecoveryRules.WhyNot(history, act, await MonthsAsync(partnership, history)),
        _ => null,
    };

    private static async Task<IReadOnlyList<(Month Month, SafeNumber Count)>> MonthsAsync(Partnership partnership, ThreadHistory plan) =>
        await RecoveryView.OfAsync(partnership, plan.Point.Id) is { } view ? view.Months : [];
}
