using Made.Core.Assessment;
using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.GoldenThread;
using Made.Core.Indicators;
using Made.Core.Methods;
using Made.Core.Register;

namespace Made.Core.Scorecard;

/// <summary>
/// How the status of an indicator of an outcome comes about: from the month's run chart and the trajectory, never from the raw difference between the two.
/// <para>With a target: where the month breaks a rule of its run chart, the direction decides, and whether the month lies within the trajectory; where it does not, the whole usual
/// range is held against the trajectory. Without one: only what the run chart says, in neutral words.</para>
/// <para>Edges: a figure that is absent answers with its own absence; hidden limits with suppressed; missing or trial limits with cannot be calculated. A trajectory that touches a
/// limit lies inside the range. Source: NHS England "Making Data Count", assurance. Worked example: docs/methods/outcome-status.md.</para>
/// </summary>
public static class OutcomeRules
{
    /// <summary>The status of a month.</summary>
    /// <param name="chart">The run chart as it may be drawn; null where none is drawn for the area.</param>
    /// <param name="month">The month.</param>
    /// <param name="target">Null where there is none.</param>
    public static OutcomeJudgement Judge(SafeRunChart? chart, Month month, ThreadContent.Target? target)
    {
        var planned = target is null ? SafeNumber.Nothing : SafeNumber.Of(PlannedFor(target, month), Absence.NotYetDue);
        if (chart?.Points.LastOrDefault(p => p.Month == month) is not { } point)
            return new(OutcomeStatus.NotJudged, Absence.NotApplicable, SafeNumber.Nothing, SafeNumber.Nothing, SafeNumber.Nothing, planned, false, false);
        var signal = point.State is Variation.SpecialHigh or Variation.SpecialLow;
        var absence = !point.Value.IsShown ? point.Value.Absence
            : point.Mean.Absence == Absence.Suppressed ? Absence.Suppressed
            : !point.Lower.IsShown || point.IsTrial || !(signal || point.State == Variation.Common) ? Absence.CannotBeCalculated
            : Absence.None;
        var status = absence != Absence.None ? OutcomeStatus.NotJudged
            : target is null || !planned.IsShown ? Alone(point.State)
            : signal ? Moved(point, planned.Number, target.Better)
            : Steady(new Interval(point.Lower.Number, point.Upper.Number), planned.Number, target.Better);
        return new(status, absence, point.Value, point.Lower, point.Upper, planned, signal, point.IsTrial);
    }

    /// <summary>Where the trajectory lies in a month: straight between its points, as the last one afterwards; NaN before the first.</summary>
    public static double PlannedFor(ThreadContent.Target target, Month month)
    {
        var points = target.Trajectory.OrderBy(p => p.Month).ToList();
        var after = points.FindIndex(p => p.Month >= month);
        if (points.Count == 0 || month < points[0].Month)
            return double.NaN;
        if (after < 0)
            return points[^1].Value;
        if (points[after].Month == month)
            return points[after].Value;
        var (a, b) = (points[after - 1], points[after]);
        return a.Value + ((b.Value - a.Value) * (month.Index - a.Month.Index) / (b.Month.Index - a.Month.Index));
    }

    /// <summary>The trajectory for drawing, one number for each month.</summary>
    public static IReadOnlyList<SafeNumber> Line(ThreadContent.Target target, IEnumerable<Month> months) =>
        [.. months.Select(m => SafeNumber.Of(PlannedFor(target, m), Absence.NotApplicable))];

    /// <summary>
    /// The agreement whose outcomes speak of a month: of those that name outcomes the one in force, the area's own before the whole partnership's; else the last that was; else the first
    /// to come. Null where none names an outcome.
    /// </summary>
    public static ThreadHistory? Speaking(IEnumerable<ThreadHistory> agreements, Vocabulary vocabulary, AreaCode area, Month month)
    {
        var named = agreements.Where(a => (a.Newest.IsWhole || a.Newest.Area == area) && Outcomes(a, vocabulary).Count > 0)
            .Select(a => (History: a, Says: (ThreadContent.Agreement)a.Newest.Content)).ToList();
        return named.Where(a => IsInForce(a.Says, month)).OrderBy(a => a.History.Newest.Area == area ? 0 : 1).ThenByDescending(a => a.Says.From).Select(a => a.History).FirstOrDefault()
            ?? named.Where(a => a.Says.To < month.FirstDay).OrderByDescending(a => a.Says.To).Select(a => a.History).FirstOrDefault()
            ?? named.OrderBy(a => a.Says.From).Select(a => a.History).FirstOrDefault();
    }

    public static bool IsInForce(ThreadContent.Agreement agreement, Month month) => agreement.From <= month.LastDay && month.FirstDay <= agreement.To;

    /// <summary>The outcomes that an agreement names, in its order.</summary>
    public static IReadOnlyList<Issue> Outcomes(ThreadHistory agreement, Vocabulary vocabulary) =>
        [.. ((ThreadContent.Agreement)agreement.Newest.Content).Terms.Select(vocabulary.Find).OfType<Issue>().Where(i => i.Kind == IssueKind.Outcome)];

    /// <summary>What is wrong with a target, by field.</summary>
    public static IReadOnlyList<(string Field, string Why)> Broken(ThreadContent.Target target, IReadOnlyList<IndicatorDefinition> indicators, Vocabulary vocabulary) =>
    [
        .. vocabulary.Find(target.Outcome) is { Kind: IssueKind.Outcome } ? [] : new[] { ("outcome", $"'{target.Outcome}' is no outcome of the vocabulary") },
        .. indicators.Any(i => i.Id == target.Indicator) ? [] : new[] { ("indicator", $"'{target.Indicator}' is no indicator here") },
        .. target.Better == Improvement.Neutral ? new[] { ("better", "it does not say which way is better") } : [],
        .. target.Trajectory.Count == 0 ? new[] { ("trajectory", "it has no month") } : [],
        .. target.Trajectory.GroupBy(t => t.Month).Any(g => g.Count() > 1) ? new[] { ("trajectory", "a month stands twice") } : [],
        .. target.Trajectory.Any(t => !(t.Value >= 0 && double.IsFinite(t.Value))) ? new[] { ("trajectory", "a value is below 0") } : [],
    ];

    /// <summary>Null where an act on a status that people set may be done: it is approved by somebody other than who proposed it.</summary>
    public static Problem? WhyNot(ThreadHistory status, string act, string by) =>
        act == Processes.Approve && Proposers(status).Contains(Who(by)) ? Problems.OwnProposal(status.Newest.Title) : null;

    public static ThreadPoint TargetOf(string outcome, string indicator, AreaCode area) => new(ThreadKind.Target, AreaRanking.Slug($"{outcome}-{indicator}-{area}").ToLowerInvariant());

    public static ThreadPoint StatusOf(string outcome, string indicator, AreaCode area, Month month) =>
        new(ThreadKind.Status, AreaRanking.Slug($"{outcome}-{indicator}-{area}-{month}").ToLowerInvariant());

    private static OutcomeStatus Alone(Variation state) => state switch
    {
        Variation.SpecialHigh => OutcomeStatus.Higher,
        Variation.SpecialLow => OutcomeStatus.Lower,
        _ => OutcomeStatus.Usual,
    };

    private static OutcomeStatus Moved(SafeRunPoint point, double planned, Improvement better)
    {
        var forBetter = (point.State == Variation.SpecialHigh) == (better == Improvement.Increase);
        var within = better == Improvement.Increase ? point.Value.Number >= planned : point.Value.Number <= planned;
        return (forBetter, within) switch
        {
            (true, true) => OutcomeStatus.OnTrack,
            (true, false) => OutcomeStatus.Improving,
            (false, true) => OutcomeStatus.Worsening,
            _ => OutcomeStatus.OffTrack,
        };
    }

    private static OutcomeStatus Steady(Interval usual, double planned, Improvement better) => XmrIcons.Assurance(usual, planned, better) switch
    {
        XmrAssurance.ConsistentPass => OutcomeStatus.OnTrack,
        XmrAssurance.ConsistentFail => OutcomeStatus.OffTrack,
        _ => OutcomeStatus.Uncertain,
    };

    // Whoever wrote the version, or proposed it again. A page's name in brackets says where, not who.
    private static IEnumerable<string> Proposers(ThreadHistory status) =>
        status.Versions.TakeLast(1).Select(v => v.Change.By).Concat(status.Steps.Where(s => s.Act == Processes.ProposeAgain).TakeLast(1).Select(s => s.Change.By)).Select(Who);

    private static string Who(string by) => by.Split(" (")[0];
}
