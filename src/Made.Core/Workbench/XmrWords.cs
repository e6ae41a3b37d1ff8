using Made.Core.Methods;

namespace Made.Core.Workbench;

/// <summary>What an XmR chart says, in sentences.</summary>
internal static class XmrWords
{
    private const int Named = 5;

    public static IReadOnlyList<string> Verdict(StudySeries series, XmrChart chart, StudyOptions options, Numbers numbers, string after)
    {
        var at = Stretches.LastHeld(series);
        var last = chart.Points[at];
        var said = $"{series.Months[at].Month.Name}: {numbers.Say(last.Value)} {after}";
        if (!last.Limits.IsKnown)
            return [$"{said}. No limits can be drawn yet: no two months of this stretch follow on each other."];
        return [$"{said}, {Where(last, numbers)}.", Special(series, chart, options.Rules), .. Torn(last), .. Against(chart, options, numbers)];
    }

    /// <summary>"above the upper limit, improvement"; the direction is judged only where the analyst says which way is better.</summary>
    public static string Reading(XmrPoint point, Improvement improvement)
    {
        if (!point.Limits.IsKnown)
            return "no limits yet";
        var up = point.Direction > 0;
        var words = point.Cause switch
        {
            XmrCause.Outside => up ? "above the upper limit" : "below the lower limit",
            XmrCause.Trend => up ? "seven rising" : "seven falling",
            XmrCause.TwoInThree => up ? "two of three near the upper limit" : "two of three near the lower limit",
            XmrCause.Shift => up ? "seven above average" : "seven below average",
            _ => "within its usual range",
        };
        if (point.Cause == XmrCause.Common || improvement == Improvement.Neutral)
            return words;
        return words + (point.TypeFor(improvement) == "special_cause_improvement" ? ": improvement" : ": concern");
    }

    private static string Where(XmrPoint point, Numbers numbers)
    {
        var range = $"{numbers.Fine(Math.Max(0, point.Limits.Lower))} to {numbers.Fine(point.Limits.Upper)}";
        var up = point.Direction > 0;
        return point.Cause switch
        {
            XmrCause.Outside => $"{(up ? "above" : "below")} the usual range of {range}",
            XmrCause.Trend => $"the last of seven or more months that {(up ? "rose" : "fell")} at every step",
            XmrCause.TwoInThree => $"one of two in three months near the {(up ? "upper" : "lower")} end of the usual range of {range}",
            XmrCause.Shift => $"one of seven or more months in a row {(up ? "above" : "below")} the average of {numbers.Fine(point.Mean)}",
            _ => $"within the usual range of {range}",
        };
    }

    private static string Special(StudySeries series, XmrChart chart, XmrRuleSet rules)
    {
        var name = rules == XmrRuleSet.Nhs2024 ? "the rules of Making Data Count (2024)" : "the rules of NHSRplotthedots";
        var judged = chart.Points.Count(p => !double.IsNaN(p.Value) && p.Limits.IsKnown);
        var special = Enumerable.Range(0, chart.Points.Count).Where(i => chart.Points[i].Direction != 0).ToList();
        if (special.Count == 0)
            return $"By {name} none of the {judged} months stands out.";
        var named = string.Join(", ", special.TakeLast(Named).Select(i => series.Months[i].Month.Name));
        return $"By {name} {special.Count} of {judged} months {(special.Count == 1 ? "stands" : "stand")} out{(special.Count > Named ? $", the last {Named}" : "")}: {named}.";
    }

    private static string[] Torn(XmrPoint last) => last.IsTorn ? ["Rules hold this month both ways; under these rules improvement is shown."] : [];

    private static string[] Against(XmrChart chart, StudyOptions options, Numbers numbers)
    {
        if (double.IsNaN(options.Target))
            return [];
        var target = $"The target of {numbers.Fine(options.Target)}";
        return XmrIcons.Assurance(chart, options.Target, options.Improvement) switch
        {
            XmrAssurance.ConsistentPass => [$"{target} will go on being met if nothing changes: the whole usual range lies on its good side."],
            XmrAssurance.ConsistentFail => [$"{target} will go on being missed if nothing changes: the whole usual range lies on its other side."],
            XmrAssurance.Inconsistent => [$"{target} lies within the usual range: it will be met in some months and missed in others, by chance alone."],
            _ => [$"{target} is drawn. Whether it will be met is not said, because no direction is named as better."],
        };
    }
}
