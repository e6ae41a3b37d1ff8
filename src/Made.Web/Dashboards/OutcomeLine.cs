using Made.Core.Assessment;
using Made.Core.Calendar;
using Made.Core.GoldenThread;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Core.Scorecard;
using Made.Web.Exchange;

namespace Made.Web.Dashboards;

/// <summary>One indicator of one outcome in a month: what the rule says, and beside it what people say.</summary>
public sealed record OutcomeLine
{
    public required Issue Outcome { get; init; }

    public required IndicatorDefinition Indicator { get; init; }

    public required AreaCode Area { get; init; }

    public required Month Month { get; init; }

    public required OutcomeJudgement Judged { get; init; }

    /// <summary>As it stood; null where none was set.</summary>
    public required ThreadHistory? Target { get; init; }

    /// <summary>The status that people set or proposed; null where nobody did.</summary>
    public required ThreadHistory? Set { get; init; }

    public ThreadContent.Target? Aim => Target?.Newest.Content as ThreadContent.Target;

    public ThreadContent.Status? Said => Set?.Newest.Content as ThreadContent.Status;

    /// <summary>An approved status of people goes first; the computed one stands beside it.</summary>
    public OutcomeStatus Status => Set?.State == Processes.Approved ? Said!.Stated : Judged.Status;

    public bool IsSet => Set?.State == Processes.Approved;

    public string Sentence => Sentences.OutcomeIndicator(Indicator, Month, Judged, Aim);

    /// <summary>Who says otherwise than the rule, why, and who approved it; empty where nobody does.</summary>
    public string SetWords
    {
        get
        {
            if (Set is not { } set || Said is not { } said)
                return "";
            var proposed = $"proposed by {set.Versions[^1].Change.By} on {LondonTime.Day(LondonTime.DayOf(set.Versions[^1].Change.At))}";
            var moved = said.Computed != Judged.Status ? $" It was proposed when the rule said {said.Computed.Words().ToLowerInvariant()}." : "";
            return set.State switch
            {
                Processes.Approved => $"Set by people to {said.Stated.Words().ToLowerInvariant()}, where the rule says {Judged.Status.Words().ToLowerInvariant()}: {said.Reason} ({Approved(set)}; {proposed}).{moved}",
                Processes.Proposed => $"Somebody proposes {said.Stated.Words().ToLowerInvariant()} instead: {said.Reason} ({proposed}; not approved, so the rule's status stands).{moved}",
                _ => $"The rule's status stands: {said.Stated.Words().ToLowerInvariant()} was proposed and {set.State} on {LondonTime.Day(set.Steps[^1].Day)}: {set.Steps[^1].Change.Why}",
            };
        }
    }

    /// <summary>Where the target comes from, and since when it is kept here.</summary>
    public string TargetWords => Target is not { } target || Aim is not { } aim ? "No target is set." :
        $"Target: {string.Join("; ", aim.Trajectory.OrderBy(t => t.Month).Select(t => $"{(aim.Better == Core.Methods.Improvement.Increase ? "at least" : "at most")} {t.Value.ToString("#,0.#", System.Globalization.CultureInfo.InvariantCulture)} in {t.Month.Name}"))}, straight in between. Of {LondonTime.Day(target.Newest.Day)}, version {target.Newest.Version}. Source: {target.Newest.Source}.";

    private static string Approved(ThreadHistory set) => set.Last(Processes.Approve) is { } step ? $"approved by {step.Change.By} on {LondonTime.Day(step.Day)}: {step.Change.Why}" : "";
}
