using System.Globalization;
using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.GoldenThread;
using Made.Core.Indicators;

namespace Made.Core.Recovery;

/// <summary>How a plan stands to what it promised.</summary>
public enum TrajectoryStanding
{
    /// <summary>No month of the trajectory has figures yet.</summary>
    NotBegun,
    OnTrajectory,
    OffTrajectory,
}

/// <summary>When a recovery plan ends, and how it stands until then.</summary>
public static class RecoveryRules
{
    /// <summary>How many of the newest months in a row lie at or below the value of the exit rule. A month without a figure that may be shown ends the row.</summary>
    public static int MonthsHeld(ExitRule exit, IReadOnlyList<(Month Month, SafeNumber Count)> months)
    {
        var held = 0;
        foreach (var (_, count) in months.OrderByDescending(m => m.Month))
        {
            if (!(count.Number <= exit.AtMost))
                break;
            held++;
        }
        return held;
    }

    /// <summary>Null where the act may be done: closing needs the exit rule to hold; closing anyway needs that it does not.</summary>
    public static Problem? WhyNot(ThreadHistory plan, string act, IReadOnlyList<(Month Month, SafeNumber Count)> months)
    {
        if (plan.Newest.Content is not ThreadContent.Plan { Exit: var exit } || act is not (Processes.Close or Processes.CloseAnyway))
            return null;
        var held = MonthsHeld(exit, months);
        return act == Processes.Close && held < exit.Months ? Problems.ExitRuleOpen(plan.Newest.Title, exit, held)
            : act == Processes.CloseAnyway && held >= exit.Months ? Problems.ExitRuleHolds(plan.Newest.Title)
            : null;
    }

    /// <summary>The newest month that has both a planned value and a figure decides.</summary>
    public static TrajectoryStanding Standing(ThreadContent.Plan plan, IReadOnlyList<(Month Month, SafeNumber Count)> months)
    {
        var planned = plan.Trajectory.ToDictionary(t => t.Month, t => t.AtMost);
        var last = months.Where(m => m.Count.IsShown && planned.ContainsKey(m.Month)).OrderBy(m => m.Month).Select(m => (TrajectoryStanding?)(m.Count.Number <= planned[m.Month] ? TrajectoryStanding.OnTrajectory : TrajectoryStanding.OffTrajectory)).LastOrDefault();
        return last ?? TrajectoryStanding.NotBegun;
    }

    /// <summary>The planned values for drawing, one for each month; nothing where none is planned. Plans are made here: no rule hides them.</summary>
    public static IReadOnlyList<SafeNumber> Line(ThreadContent.Plan plan, IEnumerable<Month> months)
    {
        var planned = plan.Trajectory.ToDictionary(t => t.Month, t => t.AtMost);
        return [.. months.Select(m => planned.TryGetValue(m, out var value) ? SafeNumber.Of(value, Absence.NotApplicable) : SafeNumber.Nothing)];
    }

    /// <summary>The value of the exit rule, for drawing.</summary>
    public static SafeNumber Target(ThreadContent.Plan plan) => SafeNumber.Of(plan.Exit.AtMost, Absence.NotApplicable);

    /// <summary>A month that has not come yet.</summary>
    public static SafeNumber NotYet { get; } = SafeNumber.Missing(Absence.NotYetDue);

    /// <summary>"at most 120 for 3 months running".</summary>
    public static string Words(ExitRule exit) => string.Create(CultureInfo.InvariantCulture, $"at most {exit.AtMost:0.#} for {exit.Months} months running");

    /// <summary>What is wrong with a plan, by field.</summary>
    public static IReadOnlyList<(string Field, string Why)> Broken(ThreadContent.Plan plan) =>
    [
        .. new[] { ("causes", plan.Causes), ("partners", plan.Partners), ("actions", plan.Actions), ("resources", plan.Resources) }.Where(f => f.Item2.Trim().Length == 0).Select(f => (f.Item1, "it is empty")),
        .. plan.Trajectory.Count == 0 ? new[] { ("trajectory", "it has no month") } : [],
        .. plan.Trajectory.GroupBy(t => t.Month).Any(g => g.Count() > 1) ? new[] { ("trajectory", "a month stands twice") } : [],
        .. plan.Trajectory.Any(t => !(t.AtMost >= 0 && double.IsFinite(t.AtMost))) ? new[] { ("trajectory", "a value is below 0") } : [],
        .. plan.Exit.Months is < 1 or > 24 ? new[] { ("months", "the exit rule takes from 1 to 24 months") } : [],
        .. !(plan.Exit.AtMost >= 0 && double.IsFinite(plan.Exit.AtMost)) ? new[] { ("atmost", "the value of the exit rule is below 0") } : [],
    ];
}
