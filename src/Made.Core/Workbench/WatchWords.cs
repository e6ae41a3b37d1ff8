using Made.Core.Methods.Detection;

namespace Made.Core.Workbench;

/// <summary>What a detector says, in sentences.</summary>
internal static class WatchWords
{
    private const int Named = 5;

    public static IReadOnlyList<string> Verdict(StudySeries series, IReadOnlyList<DetectionPoint> points, int at, Numbers fine, StudyMethod method)
    {
        var numbers = Numbers.For(series.Months.Select(m => m.Value));
        var last = points[at];
        var said = $"{series.Months[at].Month.Name}: {numbers.Say(last.Observed)} {series.After(StudyBasis.Total)}";
        var expected = double.IsNaN(last.Expected) ? "" : $" (expected {fine.Say(last.Expected)})";
        var judged = points.Count(p => p.IsJudged);
        var alarms = Enumerable.Range(0, points.Count).Where(i => points[i].IsAlarm).ToList();
        var rest = judged == 0
            ? "No month could be judged: the period is too short, or has too few events, for this method."
            : alarms.Count == 0
                ? $"There is no alarm among the {judged} {(judged == 1 ? "month" : "months")} that could be judged."
                : $"{alarms.Count} of the {judged} months that could be judged {(alarms.Count == 1 ? "raises" : "raise")} an alarm{(alarms.Count > Named ? $", the last {Named}" : "")}: {string.Join(", ", alarms.TakeLast(Named).Select(i => series.Months[i].Month.Name))}.";
        return [$"{said}, {Of(last, fine, method)}{expected}.", rest];
    }

    public static string Reading(Verdict verdict) => verdict switch
    {
        Methods.Detection.Verdict.Alarm => "alarm",
        Methods.Detection.Verdict.Usual => "no alarm",
        Methods.Detection.Verdict.TooEarly => "too early to judge",
        Methods.Detection.Verdict.TooFewEvents => "too few events to judge",
        Methods.Detection.Verdict.NotObserved => "not judged: a month it needs is missing",
        Methods.Detection.Verdict.BaselineEmpty => "not judged: no event in the baseline",
        Methods.Detection.Verdict.NoSpread => "not judged: the baseline does not vary",
        _ => "not judged: the model did not settle",
    };

    public static string[] Assumptions(StudyOptions options) => options.Method switch
    {
        StudyMethod.Farrington =>
        [
            "The same months of earlier years, with a trend where there is one, say what this month would be.",
            $"The bound is passed by chance in about {options.Farrington.Alpha * 100:0.##} of 100 months in which nothing happens: among many series some alarms are chance.",
            "An alarm is a reason to look, not a finding.",
        ],
        StudyMethod.Ears =>
        [
            $"The last {options.Ears.Baseline} months before say what this month would be: no season, no trend. The method was made for days and weeks.",
            "An alarm is a reason to look, not a finding.",
        ],
        _ =>
        [
            $"The first {options.Cusum.From - 1} months are quiet and say what is usual; there is no season and no trend.",
            "Small rises add up until an alarm; the sum goes on after it, so alarms last while the sum stays high.",
        ],
    };

    private static string Of(DetectionPoint point, Numbers fine, StudyMethod method) => point.Verdict switch
    {
        Methods.Detection.Verdict.Alarm when method == StudyMethod.Cusum => "an alarm: rises above the average have added up",
        Methods.Detection.Verdict.Usual when method == StudyMethod.Cusum => $"no alarm: {fine.Say(point.UpperBound)} or more would raise one",
        Methods.Detection.Verdict.Alarm => $"an alarm: above the bound of {fine.Say(point.UpperBound)}",
        Methods.Detection.Verdict.Usual => $"no alarm: the bound is {fine.Say(point.UpperBound)}",
        _ => Reading(point.Verdict),
    };
}
