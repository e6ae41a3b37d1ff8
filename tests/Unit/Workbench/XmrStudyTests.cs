using Made.Core.Indicators;
using Made.Core.Methods;
using Made.Core.Workbench;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Workbench;

public class XmrStudyTests
{
    private static readonly double[] Steady = [10, 12, 11, 13, 10, 12, 11, 13, 10, 12, 11, 13, 10, 12];

    private static readonly double[] Raised = [.. Steady, 30];

    [Fact]
    public void The_verdict_names_month_value_unit_range_and_rules()
    {
        var study = Series.Got(Studies.Of(Series.Of(Raised), new()));
        var chart = Xmr.Chart(Raised, new());
        study.Verdict.ShouldBe(
        [
            $"March 2021: 30 calls, above the usual range of {chart.Groups[0].Limits.Lower:0.0} to {chart.Groups[0].Limits.Upper:0.0}.",
            "By the rules of NHSRplotthedots 1 of 15 months stands out: March 2021.",
        ]);
        study.State.ShouldBe(Variation.SpecialHigh);
        study.Points[^1].Upper.ForDrawing.ShouldBe(chart.Groups[0].Limits.Upper, 1e-9);
        study.Points[^1].Reading.ShouldBe("above the upper limit");
    }

    [Fact]
    public void A_steady_series_says_that_nothing_stands_out()
    {
        var study = Series.Got(Studies.Of(Series.Of(Steady), new()));
        study.Verdict[1].ShouldBe("By the rules of NHSRplotthedots none of the 14 months stands out.");
        study.State.ShouldBe(Variation.Common);
        study.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void A_direction_that_is_better_is_judged()
    {
        var worse = Series.Got(Studies.Of(Series.Of(Raised), new() { Polarity = Polarity.LowerIsBetter }));
        worse.Points[^1].Reading.ShouldBe("above the upper limit: concern");
        var better = Series.Got(Studies.Of(Series.Of(Raised), new() { Polarity = Polarity.HigherIsBetter }));
        better.Points[^1].Reading.ShouldBe("above the upper limit: improvement");
    }

    [Theory]
    [InlineData(1, Polarity.HigherIsBetter, XmrAssurance.ConsistentPass, "will go on being met")]
    [InlineData(50, Polarity.HigherIsBetter, XmrAssurance.ConsistentFail, "will go on being missed")]
    [InlineData(11, Polarity.HigherIsBetter, XmrAssurance.Inconsistent, "by chance alone")]
    [InlineData(11, Polarity.Neutral, XmrAssurance.None, "is not said")]
    public void A_target_is_held_against_the_usual_range(double target, Polarity polarity, XmrAssurance assurance, string words)
    {
        var study = Series.Got(Studies.Of(Series.Of(Steady), new() { Target = target, Polarity = polarity }));
        study.Assurance.ShouldBe(assurance);
        study.Verdict[^1].ShouldContain(words);
    }

    [Fact]
    public void An_own_break_starts_limits_again_and_its_reason_is_kept()
    {
        var reason = "The call handlers moved to another system";
        var options = new StudyOptions { Rebases = [new(Series.First.Plus(14), reason)] };
        var study = Series.Got(Studies.Of(Series.Of([.. Steady, .. Steady.Select(v => v + 40)]), options));
        study.Breaks.ShouldHaveSingleItem().Reason.ShouldBe(reason);
        study.Points[13].Centre.ForDrawing.ShouldBe(Steady.Average(), 1e-9);
        study.Points[14].Centre.ForDrawing.ShouldBe(Steady.Average() + 40, 1e-9);
        study.Warnings.ShouldContain($"Break in March 2021: {reason}. The two sides are not comparable; limits begin again there.");
        study.Points.ShouldAllBe(p => p.Direction == 0);
    }

    [Fact]
    public void A_break_without_reason_or_outside_the_period_is_refused()
    {
        Series.Refused(Studies.Of(Series.Of(Steady), new() { Rebases = [new(Series.First.Plus(3), "")] })).Code.ShouldBe("study-break-without-reason");
        Series.Refused(Studies.Of(Series.Of(Steady), new() { Rebases = [new(Series.First, "too early")] })).Code.ShouldBe("study-break-outside");
        Series.Refused(Studies.Of(Series.Of(Steady), new() { Rebases = [new(Series.First.Plus(14), "too late")] })).Code.ShouldBe("study-break-outside");
    }

    [Fact]
    public void Breaks_drawn_across_are_still_warned_of()
    {
        var series = Series.Of([.. Steady, .. Steady]) with { Breaks = [new(Series.First.Plus(6), "New rules")], Shifts = [new(Series.First.Plus(10), "Placement changed")] };
        var centres = (BreakRule rule) => Series.Got(Studies.Of(series, new() { Breaks = rule })).Points.Select(p => p.Centre.ForDrawing).Distinct().Count();
        centres(BreakRule.All).ShouldBe(3);
        centres(BreakRule.Dated).ShouldBe(2);
        centres(BreakRule.None).ShouldBe(1);
        var across = Series.Got(Studies.Of(series, new() { Breaks = BreakRule.None }));
        across.Warnings.ShouldContain(w => w.StartsWith("Break in July 2020: New rules. You chose to draw on across it"));
        across.Warnings.ShouldContain(w => w.StartsWith("Placement of records changed once") && w.EndsWith("You chose to draw on across them."));
        across.Breaks.Count.ShouldBe(1);
        across.Shifts.Count.ShouldBe(1);
    }

    [Fact]
    public void Few_months_small_numbers_season_and_gaps_are_warned_of()
    {
        var few = Series.Got(Studies.Of(Series.Of(3, 0, 2, double.NaN, 4, 1), new()));
        few.Warnings.ShouldContain("Limits from January 2020 on come from 5 months: fewer than 13, so they are trial limits and may still move.");
        few.Warnings.ShouldContain("Small numbers: 2.0 a month on average, fewer than 10. One or two events more or less look like a change; look at longer periods.");
        few.Warnings.ShouldContain("One month has no number (not supplied): April 2020. Nothing is filled in; runs and moving ranges stop there.");
        few.Points[3].Value.Absence.ShouldBe(Absence.NotSupplied);
        few.Points.ShouldAllBe(p => p.IsTrial);
        Series.Got(Studies.Of(Series.Of(Series.Seasonal(48, 60)), new())).Warnings.ShouldContain(w => w.StartsWith("The series follows the time of year (strength of season 0.9"));
        Series.Got(Studies.Of(Series.Of(Series.Seasonal(48, 0)), new())).Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void One_month_has_no_limits_and_says_so()
    {
        var study = Series.Got(Studies.Of(Series.Of(5), new()));
        study.Verdict.ShouldBe(["January 2020: 5 calls. No limits can be drawn yet: no two months of this stretch follow on each other."]);
        study.State.ShouldBe(Variation.TooShort);
        study.Points[0].Upper.IsShown.ShouldBeFalse();
    }

    [Fact]
    public void Nothing_held_is_refused() => Series.Refused(Studies.Of(Series.Of(double.NaN), new())).Code.ShouldBe("study-nothing-held");

    [Fact]
    public void The_average_a_day_and_the_rate_are_other_bases()
    {
        var series = Series.Of(31, 29, 31).By(2000);
        var day = Series.Got(Studies.Of(series, new() { Basis = StudyBasis.PerDay }));
        day.Points.Select(p => p.Value.ForDrawing).ShouldBe([1, 1, 1]);
        day.Unit.ShouldBe("calls a day");
        var rate = Series.Got(Studies.Of(series, new() { Basis = StudyBasis.Rate }));
        rate.Points[0].Value.ForDrawing.ShouldBe(15.5);
        rate.Unit.ShouldBe("calls a month per 1,000 homes");
        Series.Refused(Studies.Of(Series.Of(1, 2), new() { Basis = StudyBasis.Rate })).Code.ShouldBe("study-needs-denominator");
    }
}
