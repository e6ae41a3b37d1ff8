using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.GoldenThread;
using Made.Core.Indicators;
using Made.Core.Methods;

namespace Made.Core.Scorecard;

public static partial class Sentences
{
    /// <summary>
    /// One indicator of an outcome: the figure, its usual range, the trajectory, and what follows: "Robberies: 57 in September 2026, usually 38 to 66. The trajectory of 50 runs through
    /// the usual range, so chance alone meets it in one month and misses it in the next."
    /// </summary>
    public static string OutcomeIndicator(IndicatorDefinition indicator, Month month, OutcomeJudgement judged, ThreadContent.Target? target)
    {
        var figure = judged.Value.IsShown ? $"{Drawn(indicator, judged.Value)}{(IsValue(indicator) ? $" {indicator.Unit}" : "")} in {month.Name}" : $"{judged.Value.TextWithReason()} for {month.Name}";
        var range = judged is { Lower.IsShown: true, Upper.IsShown: true } && judged.Value.IsShown ? $", usually {Drawn(indicator, judged.Lower)} to {Drawn(indicator, judged.Upper)}" : "";
        var from = target is not null && judged.Planned.Absence == Absence.NotYetDue ? $" Its trajectory begins in {target.Trajectory.Min(t => t.Month).Name}." : "";
        return $"{Start(indicator.Plural)}: {figure}{range}. {What(indicator, judged, target)}{from}";
    }

    /// <summary>"2 of 3 indicators are on track; 1 is not judged."</summary>
    public static string OutcomeTogether(IReadOnlyList<OutcomeStatus> statuses)
    {
        if (statuses.Count == 0)
            return "No indicator of it is defined here: not applicable.";
        var parts = Enum.GetValues<OutcomeStatus>().Select(s => (Status: s, Count: statuses.Count(x => x == s))).Where(s => s.Count > 0)
            .OrderBy(s => s.Status == OutcomeStatus.NotJudged ? 1 : 0).Select(s => $"{s.Count} {Lower(s.Status.Words())}");
        return $"Of {(statuses.Count == 1 ? "1 indicator" : $"{statuses.Count} indicators")}: {string.Join("; ", parts)}.";
    }

    private static string What(IndicatorDefinition indicator, OutcomeJudgement judged, ThreadContent.Target? target) => (judged.Status, judged.Signal) switch
    {
        (OutcomeStatus.NotJudged, _) => $"Not judged: {WhyNotJudged(judged)}.",
        (OutcomeStatus.Higher, _) => "It stands out upwards against its own past; no target says what was wanted.",
        (OutcomeStatus.Lower, _) => "It stands out downwards against its own past; no target says what was wanted.",
        (OutcomeStatus.Usual, _) => "That is within what is usual; no target says what is wanted.",
        (OutcomeStatus.Uncertain, _) => $"The trajectory of {Asked(indicator, judged, target)} runs through the usual range, so chance alone meets it in one month and misses it in the next.",
        (OutcomeStatus.OnTrack, false) => $"The whole usual range lies within the trajectory of {Asked(indicator, judged, target)}.",
        (OutcomeStatus.OnTrack, true) => $"It has changed for the better beyond chance, and lies within the trajectory of {Asked(indicator, judged, target)}.",
        (OutcomeStatus.OffTrack, false) => $"The whole usual range lies beyond the trajectory of {Asked(indicator, judged, target)}: it is missed every month unless something changes.",
        (OutcomeStatus.OffTrack, true) => $"It has changed for the worse beyond chance, and lies beyond the trajectory of {Asked(indicator, judged, target)}.",
        (OutcomeStatus.Improving, _) => $"It has changed for the better beyond chance, and lies still beyond the trajectory of {Asked(indicator, judged, target)}.",
        _ => $"It lies within the trajectory of {Asked(indicator, judged, target)}, but has changed for the worse beyond chance.",
    };

    private static string Asked(IndicatorDefinition indicator, OutcomeJudgement judged, ThreadContent.Target? target) =>
        $"at {(target!.Better == Improvement.Increase ? "least" : "most")} {Drawn(indicator, judged.Planned)}";

    private static string WhyNotJudged(OutcomeJudgement judged) => judged.Absence switch
    {
        Absence.CannotBeCalculated when judged.IsTrial => "cannot be calculated, as limits from fewer than 13 months are trial limits",
        Absence.CannotBeCalculated when judged.Value.IsShown => "cannot be calculated, as there are too few a month or too few months recorded alike for a usual range",
        Absence.Suppressed when judged.Value.IsShown => "its usual range is suppressed, as it would give hidden months away",
        var absence => absence.Words(),
    };

    private static bool IsValue(IndicatorDefinition indicator) => indicator.Denominator is DenominatorKind.Records or DenominatorKind.Reported;

    private static string Lower(string words) => char.ToLowerInvariant(words[0]) + words[1..];
}
