using Made.Core.Assessment;
using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Disclosure.Topics;
using Made.Core.GoldenThread;
using Made.Core.Indicators;
using Made.Core.Methods;
using Made.Core.Register;
using Made.Core.Scorecard;
using Made.Tests.Unit.Methods;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Scorecard;

/// <summary>The status of an outcome's indicator comes from the run chart and the trajectory, never from the raw difference.</summary>
public sealed class OutcomeRulesTests
{
    private static readonly Month July = new(2022, 7);

    private static readonly ThreadContent.Target Fewer = new()
    {
        Outcome = "safer",
        Indicator = "all-crime",
        Better = Improvement.Decrease,
        Trajectory = [new(new Month(2022, 1), 700), new(new Month(2022, 7), 640), new(new Month(2023, 7), 520)],
    };

    private static readonly Vocabulary Words = new([new("safer", "Streets are safer", IssueKind.Outcome, "", ["all-crime"], DateOnly.MinValue, DateOnly.MaxValue, "made up"), new("asb", "Disorder", IssueKind.Issue, "", [], DateOnly.MinValue, DateOnly.MaxValue, "made up")], []);

    [Fact]
    public void The_page_shows_what_the_rule_says()
    {
        var statuses = new HashSet<OutcomeStatus>();
        foreach (var r in MethodPages.Rows("outcome-status", 15))
        {
            var planned = MethodPages.Number(r[5]);
            var target = double.IsNaN(planned) ? null : Fewer with { Better = Enum.Parse<Improvement>(r[4]), Trajectory = [new(July, planned)] };
            var judged = OutcomeRules.Judge(Chart(Quantity.Of(MethodPages.Number(r[0])), MethodPages.Number(r[1]), MethodPages.Number(r[2]), Enum.Parse<Variation>(r[3])), July, target);
            judged.Status.ShouldBe(Enum.Parse<OutcomeStatus>(r[6]), string.Join(' ', r));
            judged.Absence.ShouldBe(Absence.None);
            statuses.Add(judged.Status);
        }
        statuses.Count.ShouldBe(8);
    }

    [Theory]
    [InlineData(Absence.NotSupplied)]
    [InlineData(Absence.NotLoaded)]
    [InlineData(Absence.NotYetDue)]
    [InlineData(Absence.NotReported)]
    [InlineData(Absence.NotApplicable)]
    [InlineData(Absence.CannotBeCalculated)]
    public void A_figure_that_is_absent_answers_with_the_name_of_its_absence(Absence absence)
    {
        var judged = OutcomeRules.Judge(Chart(Quantity.Missing(absence), 500, 700, Variation.NotJudged), July, Fewer);
        (judged.Status, judged.Absence).ShouldBe((OutcomeStatus.NotJudged, absence));
        Sentences.OutcomeIndicator(Safe.Crime, July, judged, Fewer).ShouldBe($"Crimes: {absence.Words()} for July 2022. Not judged: {absence.Words()}.");
    }

    [Fact]
    public void What_is_hidden_is_not_judged_neither_by_its_figure_nor_by_its_range()
    {
        var chart = Made(Quantity.Of(672), 500, 700, Variation.Common);
        var hidden = OutcomeRules.Judge(RunChartProtection.Protect(chart, DisclosureRule.Partner, new Dictionary<Month, Reason> { [July] = Reason.SmallOrGivesAway }), July, Fewer);
        (hidden.Status, hidden.Absence).ShouldBe((OutcomeStatus.NotJudged, Absence.Suppressed));
        var range = OutcomeRules.Judge(RunChartProtection.Protect(chart, DisclosureRule.Partner, new Dictionary<Month, Reason> { [July.Plus(-5)] = Reason.SmallOrGivesAway }), July, Fewer);
        (range.Status, range.Absence).ShouldBe((OutcomeStatus.NotJudged, Absence.Suppressed));
        Sentences.OutcomeIndicator(Safe.Crime, July, range, Fewer).ShouldContain("its usual range is suppressed");
    }

    [Fact]
    public void Without_a_usual_range_nothing_is_said_however_far_the_figure_lies_from_its_target()
    {
        foreach (var chart in new[] { Chart(Quantity.Of(9000), double.NaN, double.NaN, Variation.TooShort), Chart(Quantity.Of(9000), 500, 700, Variation.SpecialHigh, isTrial: true) })
        {
            var judged = OutcomeRules.Judge(chart, July, Fewer);
            (judged.Status, judged.Absence).ShouldBe((OutcomeStatus.NotJudged, Absence.CannotBeCalculated));
        }
        (OutcomeRules.Judge(null, July, Fewer).Status, OutcomeRules.Judge(null, July, Fewer).Absence).ShouldBe((OutcomeStatus.NotJudged, Absence.NotApplicable));
    }

    [Fact]
    public void A_trajectory_runs_straight_between_its_points_holds_after_the_last_and_is_not_there_before_the_first()
    {
        OutcomeRules.PlannedFor(Fewer, new Month(2022, 4)).ShouldBe(670);
        OutcomeRules.PlannedFor(Fewer, new Month(2022, 7)).ShouldBe(640);
        OutcomeRules.PlannedFor(Fewer, new Month(2022, 10)).ShouldBe(610);
        OutcomeRules.PlannedFor(Fewer, new Month(2030, 1)).ShouldBe(520);
        OutcomeRules.PlannedFor(Fewer, new Month(2021, 12)).ShouldBe(double.NaN);
        var early = OutcomeRules.Judge(Chart(Quantity.Of(672), 500, 700, Variation.Common), July, Fewer with { Trajectory = [new(new Month(2023, 4), 600)] });
        (early.Status, early.Planned.Absence).ShouldBe((OutcomeStatus.Usual, Absence.NotYetDue));
        Sentences.OutcomeIndicator(Safe.Crime, July, early, Fewer with { Trajectory = [new(new Month(2023, 4), 600)] }).ShouldEndWith("Its trajectory begins in April 2023.");
    }

    [Fact]
    public void A_sentence_names_figure_range_trajectory_and_what_follows()
    {
        var judged = OutcomeRules.Judge(Chart(Quantity.Of(672), 500, 700, Variation.Common), July, Fewer);
        Sentences.OutcomeIndicator(Safe.Crime, July, judged, Fewer).ShouldBe(
            "Crimes: 672 in July 2022, usually 500 to 700. The trajectory of at most 640 runs through the usual range, so chance alone meets it in one month and misses it in the next.");
        Sentences.OutcomeTogether([OutcomeStatus.OffTrack, OutcomeStatus.NotJudged, OutcomeStatus.OffTrack]).ShouldBe("Of 3 indicators: 2 off track; 1 not judged.");
        Sentences.OutcomeTogether([]).ShouldBe("No indicator of it is defined here: not applicable.");
    }

    [Fact]
    public void What_a_target_lacks_is_told_by_field()
    {
        OutcomeRules.Broken(Fewer, [Safe.Crime], Words).ShouldBeEmpty();
        OutcomeRules.Broken(Fewer with { Outcome = "asb", Indicator = "x", Better = Improvement.Neutral, Trajectory = [new(July, -1), new(July, 2)] }, [Safe.Crime], Words).Select(b => b.Field)
            .ShouldBe(["outcome", "indicator", "better", "trajectory", "trajectory"]);
    }

    [Fact]
    public void The_agreement_in_force_speaks_before_the_last_one_and_the_last_before_the_next()
    {
        var (past, next, own) = (Agreement("past", 2019, 2021), Agreement("next", 2023, 2025), Agreement("own", 2022, 2024, area: "E22000150"));
        var silent = Agreement("silent", 2022, 2024, "asb");
        Speaks(past, next, own, silent).ShouldBe("own");
        Speaks(past, next, silent).ShouldBe("past");
        Speaks(next, silent).ShouldBe("next");
        OutcomeRules.Speaking([silent], Words, new("E22000150"), July).ShouldBeNull();
        OutcomeRules.Speaking([own], Words, new("E22000151"), July).ShouldBeNull("an area's own plan speaks for no other area");

        string Speaks(params ThreadHistory[] all) => OutcomeRules.Speaking(all, Words, new("E22000150"), July)!.Point.Id;
    }

    [Fact]
    public void Nobody_approves_a_status_of_their_own_on_whatever_page_and_what_was_is_found_again()
    {
        var proposed = History(new ThreadContent.Status { Outcome = "safer", Indicator = "all-crime", Month = July, Edition = 1, Computed = OutcomeStatus.OffTrack, Stated = OutcomeStatus.OnTrack, Reason = "r", Measure = "all-crime.E22000150.2022-07" }, "analyst (scorecard page)");
        OutcomeRules.WhyNot(proposed, Processes.Approve, "analyst (thread page)")!.Code.ShouldBe("scorecard-own-proposal");
        OutcomeRules.WhyNot(proposed, Processes.Approve, "chair (thread page)").ShouldBeNull();
        OutcomeRules.WhyNot(proposed, "refuse", "analyst (thread page)").ShouldBeNull();
        var again = proposed with { Steps = [new(proposed.Point, Processes.ProposeAgain, "refused", Processes.Proposed, new(2022, 9, 1), new("chair", "why", DateTimeOffset.UnixEpoch.AddDays(1)))] };
        OutcomeRules.WhyNot(again, Processes.Approve, "chair")!.Code.ShouldBe("scorecard-own-proposal");
        again.AsAt(DateTimeOffset.UnixEpoch)!.Steps.ShouldBeEmpty();
        again.AsAt(DateTimeOffset.UnixEpoch.AddTicks(-1)).ShouldBeNull();
    }

    private static SafeRunChart Chart(Quantity value, double lower, double upper, Variation state, bool isTrial = false) =>
        RunChartProtection.Protect(Made(value, lower, upper, state, isTrial), DisclosureRule.AlreadyPublic, new Dictionary<Month, Reason>());

    private static RunChart Made(Quantity value, double lower, double upper, Variation state, bool isTrial = false) => new()
    {
        Indicator = "all-crime",
        Area = new("E22000150"),
        Level = AreaLevel.Csp,
        Unit = "crimes a month",
        Basis = VariationBasis.PerDay,
        BasisText = "",
        Points = [new() { Month = July, Value = value, Count = value.Number, Mean = (lower + upper) / 2, Usual = new(lower, upper), IsTrial = isTrial, State = state, Cause = XmrCause.Common }],
        Breaks = [],
        SmallestCount = 400,
    };

    private static ThreadHistory Agreement(string id, int from, int to, string term = "safer", string area = "") => History(
        new ThreadContent.Agreement { Cycle = id, From = new(from, 1, 1), To = new(to, 12, 31), Sections = [], Priorities = [], Terms = [term], Leads = [], Chain = [] }, "test", id, area);

    private static ThreadHistory History(ThreadContent content, string by, string id = "x", string area = "") => new()
    {
        Versions = [(new ThreadEntry { Point = new(content.Kind, id), Area = new AreaCode(area.Length > 0 ? area : "WHOLE"), IsWhole = area.Length == 0, Title = id, Day = new(2022, 1, 1), Source = "made up", Content = content }, new(by, "why", DateTimeOffset.UnixEpoch))],
        Steps = [],
    };
}
