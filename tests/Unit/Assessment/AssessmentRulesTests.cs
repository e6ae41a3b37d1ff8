using Made.Core;
using Made.Core.Assessment;
using Made.Core.GoldenThread;
using Made.Core.Register;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Assessment;

public sealed class AssessmentRulesTests
{
    private static readonly DateOnly Day = new(2026, 11, 1);

    private static readonly ThreadContent.Assessment Plan = new()
    {
        Cycle = "2026-29",
        From = new(2027, 4, 1),
        To = new(2030, 3, 31),
        Stages = [new("draft", "Draft", new(2026, 10, 1)), new("signed-off", "Signed off", new(2026, 12, 1))],
        Sections = [new("evaluation", "Evaluation of previous work"), new("consultation", "What consultation found")],
    };

    [Fact]
    public void It_is_not_complete_while_a_section_is_missing_or_only_drafted_and_says_which()
    {
        var history = History(Plan, "draft");
        var problem = AssessmentRules.WhyNot(history, "signed-off", [Section("evaluation", ready: false)], [])!;
        problem.Code.ShouldBe("assessment-sections-missing");
        problem.Message.ShouldBe("'x' is not complete: 'Evaluation of previous work' is drafted and not ready; 'What consultation found' is not written.");
        AssessmentRules.WhyNot(history, "draft", [], []).ShouldBeNull();
        AssessmentRules.WhyNot(history, "signed-off", [Section("evaluation", ready: true), Section("consultation", ready: true)], []).ShouldBeNull();
    }

    [Fact]
    public void An_annual_evaluation_asks_that_every_key_finding_was_looked_at_since()
    {
        var complete = History(Plan, "draft", "signed-off");
        ThreadHistory[] findings = [Finding(), Finding("confirm"), Finding("outdate")];
        AssessmentRules.NotLookedAt(complete, findings).ShouldBe([findings[0]]);
        AssessmentRules.WhyNot(complete, Processes.Evaluate, [], findings)!.Message.ShouldBe("1 key finding was not looked at since 'x' was completed or last evaluated.");
        AssessmentRules.WhyNot(complete, Processes.Evaluate, [], findings[1..]).ShouldBeNull();
        // A year later the confirmation of the year before no longer counts; what is outdated is not asked about again.
        var evaluated = complete with { Steps = [.. complete.Steps, Step(complete.Point, Processes.Evaluate, "signed-off", "signed-off", 100)] };
        AssessmentRules.NotLookedAt(evaluated, findings).ShouldBe([findings[0], findings[1]]);
    }

    [Fact]
    public void Stages_whose_day_is_over_are_late_until_they_are_passed_and_a_new_beginning_passes_none()
    {
        AssessmentRules.Stages(History(Plan), Day).Select(s => (s.Passed is not null, s.IsLate)).ShouldBe([(false, true), (false, false)]);
        AssessmentRules.Stages(History(Plan, "draft"), Day).Select(s => (s.Passed is not null, s.IsLate)).ShouldBe([(true, false), (false, false)]);
        AssessmentRules.Stages(History(Plan, "draft", "return"), Day)[0].Passed.ShouldBeNull();
    }

    [Fact]
    public void Once_it_is_complete_only_new_key_findings_are_kept()
    {
        AssessmentRules.WhyNotKept(History(Plan, "draft"), isNewFinding: false).ShouldBeNull();
        AssessmentRules.WhyNotKept(History(Plan, "draft", "signed-off"), isNewFinding: true).ShouldBeNull();
        AssessmentRules.WhyNotKept(History(Plan, "draft", "signed-off"), isNewFinding: false)!.Code.ShouldBe("assessment-complete");
    }

    [Fact]
    public void A_plan_says_what_is_wrong_with_it()
    {
        AssessmentRules.Broken(Plan).ShouldBeEmpty();
        AssessmentRules.Broken(Plan with { To = new(2026, 1, 1) }).ShouldBe([("to", "the last day lies before the first")]);
        AssessmentRules.Broken(Plan with { Stages = [], Sections = [] }).Select(b => b.Field).ShouldBe(["stages", "sections"]);
        AssessmentRules.Broken(Plan with { Stages = [.. Plan.Stages.Reverse()] }).ShouldBe([("stages", "a stage is planned before the one that it follows")]);
        AssessmentRules.Broken(Plan with { Stages = [new("evaluate", "Evaluate", Day)] }).Single().Field.ShouldBe("stages");
        AssessmentRules.Broken(Plan with { Sections = [new("a", "A"), new("a", "A")] }).Single().Field.ShouldBe("sections");
    }

    [Fact]
    public void A_key_finding_rests_on_something_and_on_no_other_areas_measure()
    {
        var area = new AreaCode("E22990001");
        var vocabulary = new Vocabulary([new("asb", "ASB", IssueKind.Issue, "", [], DateOnly.MinValue, DateOnly.MaxValue, "")], []);
        var finding = new ThreadContent.KeyFinding { Of = "a", Text = "t", Issues = ["asb"], Measures = [new("asb.E22990001.2026-08-r12", new(2026, 8), 1)] };
        KeyFindingRules.Broken(finding, area, false, vocabulary).ShouldBeEmpty();
        KeyFindingRules.Broken(finding with { Measures = [] }, area, false, vocabulary).ShouldBe([("measures", "it rests on no measure, no survey and no named piece of evidence")]);
        KeyFindingRules.Broken(finding with { Measures = [], Evidence = [new("Profile", "Analysts")] }, area, false, vocabulary).ShouldBeEmpty();
        KeyFindingRules.Broken(finding, new AreaCode("E22990002"), false, vocabulary).ShouldBe([("measures", "'asb.E22990001.2026-08-r12' is no measure of this area")]);
        KeyFindingRules.Broken(finding, new AreaCode("QUILL-7"), true, vocabulary).ShouldBeEmpty();
        KeyFindingRules.Broken(finding with { Issues = ["fly"], Text = " ", Evidence = [new("Profile", "")] }, area, false, vocabulary).Select(b => b.Field).ShouldBe(["text", "issues", "evidence"]);
        KeyFindingRules.NumberOf(KeyFindingRules.PointOf("a", area, 12)).ShouldBe(12);
        KeyFindingRules.NumberOf(new(ThreadKind.KeyFinding, "none")).ShouldBe(0);
    }

    private static ThreadHistory History(ThreadContent content, params string[] acts)
    {
        var point = new ThreadPoint(content.Kind, "x");
        var (steps, state) = (new List<ThreadStep>(), Processes.Of(content).Start);
        foreach (var act in acts)
        {
            var to = Processes.Of(content).Take("x", state, act).Succeeded(out var move, out var problem) ? move.To : throw new InvalidOperationException(problem.ToString());
            steps.Add(Step(point, act, state, to, steps.Count));
            state = to;
        }
        return new() { Versions = [(new ThreadEntry { Point = point, Area = new AreaCode("W"), IsWhole = true, Title = "x", Day = Day, Source = "s", Content = content }, At(0))], Steps = steps };
    }

    private static ThreadHistory Section(string part, bool ready) =>
        History(new ThreadContent.Section { Of = "x", Part = part, Text = "t", Author = "a" }, ready ? [Processes.Ready] : []);

    private static ThreadHistory Finding(params string[] acts)
    {
        var history = History(new ThreadContent.KeyFinding { Of = "x", Text = "t", Issues = ["asb"] }, acts);
        return history with { Steps = [.. history.Steps.Select(s => s with { Change = At(50) })] };
    }

    private static ThreadStep Step(ThreadPoint point, string act, string from, string to, int second) => new(point, act, from, to, Day, At(second));

    private static Change At(int second) => new("test", "because", DateTimeOffset.UnixEpoch.AddSeconds(second));
}
