using Made.Core;
using Made.Core.Agreement;
using Made.Core.Assessment;
using Made.Core.GoldenThread;
using Made.Core.Register;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Agreement;

public sealed class CascadeTests
{
    private static readonly ThreadContent.Priority Violence = Priority(1, "violence");
    private static readonly ThreadContent.Priority Roads = Priority(2, "roads");
    private static readonly Vocabulary Vocabulary = new([], []);

    private static readonly ThreadContent.Agreement Plan = new()
    {
        Cycle = "c",
        From = default,
        To = default,
        Sections = [],
        Priorities = [],
        Terms = [],
        Leads = [new("violence", "police", "monthly")],
        Chain = [new("consultation", "Consultation closed"), new("council", "Adopted", Approves: true)],
        Departures = [new("roads", "No main road"), new("hate", " ")],
    };

    [Fact]
    public void A_priority_is_in_a_plan_that_is_about_one_of_its_issues_and_else_departed_from_or_left_open()
    {
        var local = new LocalPlan(Plan, [Priority(1, "violence", "weapons")]);
        Cascade.Of("violence", Violence, local).ShouldBe(new CascadeCell(CascadeAnswer.InPlan, ""));
        Cascade.Of("roads", Roads, local).ShouldBe(new CascadeCell(CascadeAnswer.Departs, "No main road"));
        Cascade.Of("hate", Priority(3, "hate"), local).Answer.ShouldBe(CascadeAnswer.Unanswered);
        // What is taken up is not departed from, whatever was written before.
        Cascade.Of("roads", Roads, local with { Own = [Roads] }).Answer.ShouldBe(CascadeAnswer.InPlan);
    }

    [Fact]
    public void Without_a_plan_the_priorities_that_an_area_agreed_are_told_apart_from_nothing()
    {
        Cascade.Of("roads", Roads, new(null, [Roads])).Answer.ShouldBe(CascadeAnswer.AmongPriorities);
        Cascade.Of("roads", Roads, new(null, [])).Answer.ShouldBe(CascadeAnswer.NoPlan);
    }

    [Fact]
    public void What_only_an_area_has_is_listed()
    {
        var local = new LocalPlan(Plan, [Priority(1, "violence"), Priority(2, "fly-tipping")]);
        Cascade.OnlyLocal([Violence, Roads], local).Select(p => p.Wording).ShouldBe(["fly-tipping"]);
    }

    [Fact]
    public void A_text_is_not_approved_with_an_issue_unled_a_comment_open_or_a_priority_unanswered()
    {
        var plan = History(Plan);
        AgreementRules.WhyNot(plan, "council", [Violence, Roads], [], 1, Vocabulary)!.Code.ShouldBe("agreement-issue-unled");
        AgreementRules.WhyNot(plan, "council", [Violence], [], 1, Vocabulary)!.Message.ShouldBe("1 comment on 'x' is open, so it cannot be approved.");
        AgreementRules.WhyNot(plan, "council", [Violence], [Whole("violence"), Whole("hate"), Whole("roads")], 0, Vocabulary)!.Message.ShouldBe("'x' neither takes up 'hate' nor says why.");
        AgreementRules.WhyNot(plan, "council", [Violence], [Whole("violence"), Whole("roads")], 0, Vocabulary).ShouldBeNull();
        // A stage that approves nothing waits for none of it.
        AgreementRules.WhyNot(plan, "consultation", [Roads], [Whole("hate")], 3, Vocabulary).ShouldBeNull();
    }

    [Fact]
    public void A_frozen_text_is_not_commented_on()
    {
        var plan = History(Plan);
        AgreementRules.WhyNoComment(plan).ShouldBeNull();
        AgreementRules.WhyNoComment(plan with { Steps = [new(plan.Point, "council", "consultation", "council", default, At)] })!.Code.ShouldBe("thread-frozen");
    }

    [Fact]
    public void The_registers_say_what_is_wrong_and_nothing_is_evaluated_without_saying_what_was_found()
    {
        var strategy = new ThreadContent.Strategy { Sort = StrategySort.Legislation, Owner = "Parliament" };
        RegisterRules.Broken(strategy, Vocabulary).ShouldBeEmpty();
        RegisterRules.Broken(strategy with { Owner = "", Issues = ["roads"], From = new(2026, 1, 2), To = new(2026, 1, 1) }, Vocabulary).Select(b => b.Field).ShouldBe(["owner", "to", "issues"]);
        var intervention = new ThreadContent.Intervention { Aim = "a", Funder = "f" };
        RegisterRules.Broken(intervention).ShouldBeEmpty();
        RegisterRules.Broken(intervention with { Aim = "", Funder = " ", Cost = -1, From = new(2026, 1, 2), To = new(2026, 1, 1) }).Select(b => b.Field).ShouldBe(["aim", "funder", "cost", "to"]);
        RegisterRules.WhyNot(History(intervention), Processes.Evaluated)!.Code.ShouldBe("intervention-not-evaluated");
        RegisterRules.WhyNot(History(intervention), "end").ShouldBeNull();
        RegisterRules.WhyNot(History(intervention with { Evaluation = "It helped" }), Processes.Evaluated).ShouldBeNull();
    }

    private static readonly Change At = new("test", "because", DateTimeOffset.UnixEpoch);

    private static ThreadContent.Priority Priority(int position, params string[] issues) => new() { Cycle = "c", Position = position, Wording = issues[0], Issues = issues, Reason = "r" };

    private static ThreadHistory Whole(string issue) => History(Priority(1, issue), issue);

    private static ThreadHistory History(ThreadContent content, string id = "x") => new()
    {
        Versions = [(new ThreadEntry { Point = new(content.Kind, id), Area = new AreaCode("W"), Title = id, Day = default, Source = "s", Content = content }, At)],
        Steps = [],
    };
}
