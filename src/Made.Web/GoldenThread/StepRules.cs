using Made.Core;
using Made.Core.Agreement;
using Made.Core.Assessment;
using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.GoldenThread;
using Made.Core.Recovery;
using Made.Core.Register;
using Made.Core.Scorecard;
using Made.Web.Agreement;
using Made.Web.Assessment;
using Made.Web.Recovery;
using Made.Web.Composition;

namespace Made.Web.GoldenThread;

/// <summary>What a step needs besides the process: asked before it is recorded.</summary>
internal static class StepRules
{
    /// <summary>On a thread that changes all the time a step is refused in the end rather than recorded unasked.</summary>
    private const int MostTries = 5;

    /// <summary>
    /// Records a step where the rules allow it; null where it was. They look at other entries (a section that is ready, a comment that is answered), and one of those may be taken back just
    /// then: where anything was kept since they were asked, they are asked again.
    /// </summary>
    public static async Task<Problem?> TakeAsync(Partnership partnership, ThreadHistory history, ThreadAct act, int seen, Change change)
    {
        for (var tries = 1; ; tries++)
        {
            var asked = await partnership.Records.Thread.Newest();
            if (await WhyNotAsync(partnership, history, act.Act, change.By) is { } why)
                return why;
            var work = StepWork.Of(history, act, change.Why, seen, new Bodies(partnership.Pack.Organisations)) with { AsOf = asked };
            var problem = (await partnership.Records.Thread.Keep(work, partnership.Today, change)).Problem;
            if (problem is not { Code: "thread-moved-on" } || tries == MostTries)
                return problem;
        }
    }

    /// <summary>Null where the step may be recorded.</summary>
    private static async Task<Problem?> WhyNotAsync(Partnership partnership, ThreadHistory history, string act, string by) =>
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
