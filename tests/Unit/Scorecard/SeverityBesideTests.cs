using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Core.Scorecard;
using Made.Tests.Unit.Methods;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Scorecard;

public class SeverityBesideTests
{
    private static readonly IndicatorDefinition Estimate = Safe.Crime with
    {
        Id = "estimate",
        Multiplier = 1,
        Unit = "severity points per resident",
        Weights = new Dictionary<string, double> { ["Burglary"] = 380 },
    };

    private static readonly Measure Points = Safe.Year with { Indicator = "estimate", Value = Quantity.Of(12), Count = Quantity.Of(7_557), ChangeYear = Quantity.Of(2) };
    private static readonly Measure Count = Safe.Year with { ChangeYear = Quantity.Of(-3) };

    [Fact]
    public void Severity_and_volume_stand_side_by_side_with_what_a_record_weighs()
    {
        var both = SeverityBeside.Of(Estimate, Points.Public(), Count.Public()).Value();
        both.AverageWeight.Text(4).ShouldBe("187.2171", "12 points x 117,900 residents / 7,557 records");
        Sentences.Severity("Chorley", Estimate, Safe.Crime, both)
            .ShouldBe("Chorley in the 12 months to July 2022: an estimated 12.0 severity points per resident, beside 64.1 crimes for every 1,000 people. An average record weighs 187 points.");
        Sentences.SeverityIsAnEstimate.ShouldContain("not the ONS Crime Severity Score");
    }

    [Theory]
    [InlineData(2, -3, "Against the 12 months to July 2021 the estimate is 2% higher and the count 3% lower: the mix of recorded types is heavier. Neither change is tested for chance here.")]
    [InlineData(-4, 0, "Against the 12 months to July 2021 the estimate is 4% lower and the count the same: the mix of recorded types is lighter. Neither change is tested for chance here.")]
    [InlineData(5, 5.2, "Against the 12 months to July 2021 the estimate is 5% higher and the count 5% higher: the mix of recorded types is as heavy as before. Neither change is tested for chance here.")]
    public void Changes_of_both_say_whether_the_mix_is_heavier(double estimate, double count, string expected) =>
        Sentences.SeverityChange(SeverityBeside.Of(Estimate, (Points with { ChangeYear = Quantity.Of(estimate) }).Public(), (Count with { ChangeYear = Quantity.Of(count) }).Public()).Value()).ShouldBe(expected);

    [Fact]
    public void What_cannot_be_compared_or_is_absent_says_why()
    {
        var placement = Points with { Comparable = Comparable.PlacementChanged, ChangeYear = Quantity.Missing(Absence.CannotBeCalculated) };
        Sentences.SeverityChange(SeverityBeside.Of(Estimate, placement.Public(), Count.Public()).Value()).ShouldBe("Not comparable with the 12 months to July 2021: placement changed.");
        var unheld = Points with { CountYearBefore = Quantity.Missing(Absence.NotLoaded), ChangeYear = Quantity.Missing(Absence.CannotBeCalculated), Comparable = Comparable.NoBase };
        Sentences.SeverityChange(SeverityBeside.Of(Estimate, unheld.Public(), Count.Public()).Value()).ShouldBe("No comparison with the 12 months to July 2021: not loaded here.");
        var missing = Points with { Count = Quantity.Missing(Absence.NotSupplied), Value = Quantity.Missing(Absence.NotSupplied) };
        var both = SeverityBeside.Of(Estimate, missing.Public(), Count.Public()).Value();
        both.AverageWeight.Absence.ShouldBe(Absence.NotSupplied);
        Sentences.Severity("Chorley", Estimate, Safe.Crime, both).ShouldBe("Chorley, 12 months to July 2022: no severity estimate, not supplied.");
        Sentences.SeverityChange(both).ShouldBeEmpty();
    }

    [Fact]
    public void A_hidden_count_hides_what_a_record_weighs()
    {
        var both = SeverityBeside.Of(Estimate, (Points with { Count = Quantity.Of(3) }).Partner(), Count.Partner()).Value();
        both.AverageWeight.Absence.ShouldBe(Absence.Suppressed);
        Sentences.Severity("Chorley", Estimate, Safe.Crime, both).ShouldBe("Chorley, 12 months to July 2022: no severity estimate, suppressed.");
    }

    [Theory]
    [InlineData(AreaLevel.Ward, PeriodKind.Rolling12, "severity-level")]
    [InlineData(AreaLevel.District, PeriodKind.Month, "severity-period")]
    [InlineData(AreaLevel.District, PeriodKind.Year, "severity-period")]
    public void Smaller_areas_and_shorter_periods_are_refused(AreaLevel level, PeriodKind kind, string code)
    {
        var period = new Period(kind, new Month(2022, 12));
        SeverityBeside.Of(Estimate, (Points with { Level = level, Period = period }).Public(), (Count with { Level = level, Period = period }).Public()).Problem!.Code.ShouldBe(code);
    }

    [Fact]
    public void The_volume_counts_the_very_records_that_are_weighed()
    {
        var other = Safe.Crime with { Id = "other", Filter = new() { Except = ["Burglary"] } };
        SeverityBeside.VolumeOf(Estimate, [Estimate, other, Safe.Crime])!.Id.ShouldBe("all-crime");
        SeverityBeside.VolumeOf(Estimate, [Estimate, other]).ShouldBeNull();
    }

    [Fact]
    public void A_rolling_line_says_where_it_begins_and_ends_and_what_placement_did()
    {
        SafeMeasure[] held = [(Points with { Coverage = 0.891 }).Public(), (Points with { Value = Quantity.Of(13), Coverage = 0.92 }).Public()];
        Sentences.RollingLine(Estimate, held).ShouldBe("From 12.0 to 13.0 severity points per resident; 89% of the force's records were placed at its start and 92% at its end. Each point is 12 months, so neighbours share eleven of them; no usual range is drawn.");
    }
}
