using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Disclosure.Topics;
using Made.Core.Exchange;
using Made.Core.Indicators;
using Made.Core.Workbench;
using Made.Tests.Unit.Indicators;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Workbench;

public class HeldStudyTests
{
    private static readonly Month From = new(2016, 1), To = new(2018, 12);

    public static TheoryData<StudyMethod> Methods => [.. Enum.GetValues<StudyMethod>()];

    [Theory]
    [MemberData(nameof(Methods))]
    public void No_method_is_run_on_a_partners_own_figures(StudyMethod method)
    {
        foreach (var crimes in new[] { 300, 3, 0 })
        {
            var builder = new MeasureBuilder(new SmallWorld { Crimes = (_, _) => crimes }.Inputs());
            Series.Refused(HeldStudies.Of(builder, DisclosurePolicy.Partner, "crime", SmallWorld.North, From, To, new() { Method = method })).Code.ShouldBe("study-partners-own");
        }
    }

    [Fact]
    public void A_series_that_is_held_is_studied_with_its_residents_and_breaks()
    {
        var world = new SmallWorld { Crimes = (_, m) => 100 + (m.Index % 3), Breaks = [new("crime", new(2017, 6), "New counting rules", "a source")] };
        var study = Series.Got(HeldStudies.Of(new(world.Inputs()), DisclosurePolicy.AlreadyPublic, "crime", SmallWorld.North, From, To, new() { Method = StudyMethod.U }));
        study.Points.Count.ShouldBe(36);
        study.Points[^1].Value.ForDrawing.ShouldBe((100 + (To.Index % 3)) / 10.0, 1e-9);
        study.Breaks.ShouldHaveSingleItem().Reason.ShouldBe("New counting rules");
        study.Shifts.ShouldBeEmpty();
    }

    [Fact]
    public void A_change_of_placement_is_told_from_a_break_in_recording()
    {
        var world = new SmallWorld { Crimes = (_, _) => 100, Lost = m => m < new Month(2017, 6) ? 0 : 200 };
        var study = Series.Got(HeldStudies.Of(new(world.Inputs()), DisclosurePolicy.AlreadyPublic, "crime", SmallWorld.North, From, To, new()));
        study.Breaks.ShouldBeEmpty();
        study.Shifts.ShouldHaveSingleItem().Month.ShouldBe(new Month(2017, 6));
    }

    [Fact]
    public void What_is_not_known_is_named()
    {
        var builder = new MeasureBuilder(new SmallWorld().Inputs());
        Series.Refused(HeldStudies.Of(builder, DisclosurePolicy.AlreadyPublic, "nothing", SmallWorld.North, From, To, new())).Code.ShouldBe("study-unknown");
        Series.Refused(HeldStudies.Of(builder, DisclosurePolicy.AlreadyPublic, "crime", new("nowhere"), From, To, new())).Code.ShouldBe("study-unknown");
    }

    [Fact]
    public void The_run_chart_of_a_partner_keeps_its_hidden_month_hidden_and_has_no_limits()
    {
        var world = new SmallWorld { Crimes = (_, m) => m == new Month(2018, 5) ? 3 : 30 + (m.Index % 4) };
        var chart = new MeasureBuilder(world.Inputs()).Chart("crime", SmallWorld.North, To, 36)!;
        var study = Series.Got(StandardStudy.Of(RunChartProtection.Protect(chart, DisclosureRule.Partner, new Dictionary<Month, Reason>()), world.Indicators[0], From, []));
        var hidden = study.Points.Single(p => p.Month == new Month(2018, 5));
        hidden.Value.Absence.ShouldBe(Absence.Suppressed);
        study.Points.ShouldAllBe(p => !p.Centre.IsShown && !p.Lower.IsShown && !p.Upper.IsShown && p.Direction == 0);
        study.Warnings.ShouldContain("Some months are hidden so that nobody can be found in a partner's own figures. They are marked and are not 0.");
        study.Verdict[1].ShouldBe("No limits are drawn: they would rest on hidden months and give them away.");
    }

    [Fact]
    public void Months_not_loaded_at_the_end_are_left_out_and_gaps_between_are_kept()
    {
        var world = new SmallWorld { Why = Absence.NotLoaded, Crimes = (_, m) => m > new Month(2018, 6) || m == new Month(2017, 3) ? -1 : 100 };
        var study = Series.Got(HeldStudies.Of(new(world.Inputs()), DisclosurePolicy.AlreadyPublic, "crime", SmallWorld.North, From, To, new()));
        study.Points[^1].Month.ShouldBe(new Month(2018, 6));
        study.Points.Single(p => !p.Value.IsShown).Month.ShouldBe(new Month(2017, 3));
    }
}
