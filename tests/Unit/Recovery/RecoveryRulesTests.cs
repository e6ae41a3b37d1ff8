using Made.Core.Assessment;
using Made.Core.Agreement;
using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.GoldenThread;
using Made.Core.Recovery;
using Made.Core.Register;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Recovery;

public sealed class RecoveryRulesTests
{
    private static readonly ThreadContent.Plan Plan = new()
    {
        Of = "x",
        Causes = "c",
        Partners = "p",
        Actions = "a",
        Resources = "r",
        Trajectory = [new(new Month(2026, 9), 120), new(new Month(2026, 11), 100)],
        Exit = new ExitRule(100, 2),
    };

    [Fact]
    public void The_exit_rule_counts_the_newest_months_in_a_row_and_a_hidden_month_ends_the_row()
    {
        RecoveryRules.MonthsHeld(Plan.Exit, Months(90, 101, 100, 99)).ShouldBe(2);
        RecoveryRules.MonthsHeld(Plan.Exit, [.. Months(90, 90), (new Month(2026, 9), RecoveryRules.NotYet), (new Month(2026, 10), Number(1))]).ShouldBe(1);
        RecoveryRules.MonthsHeld(Plan.Exit, []).ShouldBe(0);
    }

    [Fact]
    public void Closing_needs_the_rule_to_hold_and_overriding_needs_that_it_does_not()
    {
        var plan = History(Plan);
        RecoveryRules.WhyNot(plan, Processes.Close, Months(100, 100)).ShouldBeNull();
        RecoveryRules.WhyNot(plan, Processes.Close, Months(100, 101))!.Code.ShouldBe("recovery-exit-rule-open");
        RecoveryRules.WhyNot(plan, Processes.CloseAnyway, Months(100, 101)).ShouldBeNull();
        RecoveryRules.WhyNot(plan, Processes.CloseAnyway, Months(100, 100))!.Code.ShouldBe("recovery-exit-rule-holds");
        RecoveryRules.WhyNot(plan, Processes.Accept, []).ShouldBeNull();
    }

    [Fact]
    public void The_newest_planned_month_with_a_figure_says_how_the_plan_stands()
    {
        RecoveryRules.Standing(Plan, Months(500)).ShouldBe(TrajectoryStanding.NotBegun);
        RecoveryRules.Standing(Plan, Months(500, 500, 120)).ShouldBe(TrajectoryStanding.OnTrajectory);
        RecoveryRules.Standing(Plan, Months(0, 0, 121, 0)).ShouldBe(TrajectoryStanding.OffTrajectory);
        RecoveryRules.Standing(Plan, Months(0, 0, 121, 0, 100)).ShouldBe(TrajectoryStanding.OnTrajectory);
    }

    [Fact]
    public void What_a_plan_lacks_is_told_by_field()
    {
        RecoveryRules.Broken(Plan).ShouldBeEmpty();
        RecoveryRules.Broken(Plan with { Causes = " ", Trajectory = [], Exit = new(-1, 0) }).Select(b => b.Field).ShouldBe(["causes", "trajectory", "months", "atmost"]);
    }

    [Fact]
    public void A_stage_that_approves_waits_for_a_lead_of_every_issue_and_other_stages_do_not()
    {
        var vocabulary = new Vocabulary([new("a", "Arson", IssueKind.Issue, "", [], DateOnly.MinValue, DateOnly.MaxValue, "made up")], []);
        var priority = new ThreadContent.Priority { Cycle = "c", Position = 1, Wording = "Arson", Issues = ["a"], Reason = "r" };
        var agreement = new ThreadContent.Agreement
        {
            Cycle = "c",
            From = new(2026, 1, 1),
            To = new(2029, 1, 1),
            Sections = [],
            Priorities = ["p"],
            Terms = [],
            Leads = [],
            Chain = [new("talk", "Talked about"), new("board", "Approved", true)],
        };
        AgreementRules.WhyNot(History(agreement), "talk", [priority], [], 0, vocabulary).ShouldBeNull();
        AgreementRules.WhyNot(History(agreement), "board", [priority], [], 0, vocabulary)!.Message.ShouldStartWith("Nobody leads Arson");
        AgreementRules.WhyNot(History(agreement with { Leads = [new("a", "board", "Quarterly")] }), "board", [priority], [], 0, vocabulary).ShouldBeNull();
    }

    private static List<(Month Month, SafeNumber Count)> Months(params double[] counts) => [.. counts.Select((c, i) => (new Month(2026, 7).Plus(i), Number(c)))];

    private static SafeNumber Number(double value) => RecoveryRules.Target(Plan with { Exit = new(value, 1) });

    private static ThreadHistory History(ThreadContent content) => new()
    {
        Versions = [(new ThreadEntry { Point = new(content.Kind, "x"), Area = new AreaCode("A"), Title = "x", Day = new(2026, 11, 1), Source = "made up", Content = content }, new("test", "why", DateTimeOffset.UnixEpoch))],
        Steps = [],
    };
}
