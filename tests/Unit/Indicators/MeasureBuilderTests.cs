using Made.Core.Calendar;
using Made.Core.Facts;
using Made.Core.Indicators;
using Made.Core.Register;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Indicators;

public class MeasureBuilderTests
{
    private static readonly Month March = new(2021, 3);

    [Fact]
    public void A_month_not_held_makes_month_quarter_year_and_rolling_12_absent_with_its_reason()
    {
        var world = new SmallWorld { Crimes = (_, m) => m == new Month(2021, 1) ? -1 : 100 };
        var measures = MeasureBuilder.Build(world.Inputs(), March);
        foreach (var kind in new[] { PeriodKind.Quarter, PeriodKind.Rolling12, PeriodKind.Year })
        {
            var measure = Find(measures, SmallWorld.North, kind);
            measure.Count.Absence.ShouldBe(Absence.NotSupplied);
            measure.Value.Absence.ShouldBe(Absence.NotSupplied);
            measure.Comparable.ShouldBe(Comparable.NoBase);
        }
        Find(measures, SmallWorld.North, PeriodKind.Month).Count.Number.ShouldBe(100);
    }

    [Fact]
    public void An_indicator_is_not_applicable_before_the_month_it_is_counted_from()
    {
        var inputs = new SmallWorld { Indicators = [new SmallWorld().Indicators[0] with { From = March }] }.Inputs();
        Find(MeasureBuilder.Build(inputs, March), SmallWorld.North, PeriodKind.Month).Count.Number.ShouldBe(100);
        Find(MeasureBuilder.Build(inputs, March), SmallWorld.North, PeriodKind.Rolling12).Count.Absence.ShouldBe(Absence.NotApplicable);
        Find(MeasureBuilder.Build(inputs, March.Plus(-1)), SmallWorld.North, PeriodKind.Month).Value.Absence.ShouldBe(Absence.NotApplicable);
        Find(MeasureBuilder.Build(inputs, March.Plus(11)), SmallWorld.North, PeriodKind.Rolling12).Count.Number.ShouldBe(1200);
    }

    [Fact]
    public void The_force_counts_records_without_place_and_its_districts_do_not()
    {
        var measures = MeasureBuilder.Build(new SmallWorld { Lost = _ => 60 }.Inputs(), March);
        Find(measures, SmallWorld.County, PeriodKind.Month).Count.Number.ShouldBe(300);
        Find(measures, SmallWorld.Force, PeriodKind.Month).Count.Number.ShouldBe(360);
        Find(measures, SmallWorld.Force, PeriodKind.Month).Coverage.ShouldBe(1);
        Find(measures, SmallWorld.North, PeriodKind.Month).Coverage.ShouldBe(300 / 360.0);
        Find(measures, SmallWorld.Force, PeriodKind.Month).Denominator.Number.ShouldBe(30_000);
    }

    [Fact]
    public void A_CSP_is_its_districts_of_the_day_and_is_compared_with_itself_a_year_before()
    {
        var inputs = new SmallWorld().Inputs();
        Find(MeasureBuilder.Build(inputs, new(2019, 12)), SmallWorld.Csp, PeriodKind.Month).Count.Number.ShouldBe(100);
        var after = Find(MeasureBuilder.Build(inputs, new(2020, 6)), SmallWorld.Csp, PeriodKind.Month);
        after.Count.Number.ShouldBe(200);
        after.CountYearBefore.Number.ShouldBe(200);
        after.Denominator.Number.ShouldBe(20_000);
    }

    [Fact]
    public void An_area_is_compared_with_the_rest_of_its_comparator_over_12_months_only()
    {
        var measures = MeasureBuilder.Build(new SmallWorld { Crimes = (d, _) => d == SmallWorld.East ? 50 : 100 }.Inputs(), March);
        var year = Find(measures, SmallWorld.Csp, PeriodKind.Rolling12);
        year.Comparison.ShouldBe(Comparison.Higher);
        year.ComparatorValue.Number.ShouldBe(60);
        Find(measures, SmallWorld.Csp, PeriodKind.Month).Comparison.ShouldBe(Comparison.NotCompared);
    }

    [Theory]
    [InlineData("2021-03", Comparable.RecordingChanged)]
    [InlineData("2020-04", Comparable.RecordingChanged)]
    [InlineData("2020-03", Comparable.Yes)]
    [InlineData("2021-04", Comparable.Yes)]
    public void A_break_matters_where_it_lies_between_the_two_months(string month, Comparable expected)
    {
        var world = new SmallWorld { Breaks = [new("crime", Month.Parse(month), "New rules", "")] };
        Find(MeasureBuilder.Build(world.Inputs(), March), SmallWorld.North, PeriodKind.Month).Comparable.ShouldBe(expected);
    }

    [Theory]
    [InlineData(9, Comparable.Yes)]
    [InlineData(10, Comparable.PlacementChanged)]
    public void A_change_is_not_comparable_where_placement_moved_by_more_than_three_points(int lost, Comparable expected)
    {
        var world = new SmallWorld { Lost = m => m == March ? lost : 0 };
        var measures = MeasureBuilder.Build(world.Inputs(), March);
        var north = Find(measures, SmallWorld.North, PeriodKind.Month);
        north.Comparable.ShouldBe(expected);
        north.ChangeYear.IsNumber.ShouldBe(expected == Comparable.Yes);
        Find(measures, SmallWorld.Force, PeriodKind.Month).Comparable.ShouldBe(Comparable.Yes);
    }

    [Fact]
    public void Rate_is_not_shown_when_the_denominator_is_missing()
    {
        var measure = Find(MeasureBuilder.Build(new SmallWorld { HasPopulation = false }.Inputs(), March), SmallWorld.North, PeriodKind.Month);
        measure.Count.Number.ShouldBe(100);
        measure.Value.Absence.ShouldBe(Absence.CannotBeCalculated);
        measure.Denominator.Absence.ShouldBe(Absence.NotLoaded);
        measure.PopulationYear.ShouldBe(0);
    }

    [Fact]
    public void Wards_have_months_and_12_months_and_LSOAs_have_counts_without_rates()
    {
        var builder = new MeasureBuilder(new SmallWorld().Inputs());
        builder.Build(March).Where(m => m.Level == AreaLevel.Ward).Select(m => m.Period.Kind).Distinct().Order().ShouldBe([PeriodKind.Month, PeriodKind.Rolling12]);
        var lsoas = builder.LsoaMeasures(SmallWorld.North, new Period(PeriodKind.Rolling12, March));
        lsoas.Select(m => (m.Area.Value, m.Count.Number)).ShouldBe([("LN", 1200), ("LN-empty", 0)]);
        lsoas.ShouldAllBe(m => m.Value.Absence == Absence.NotApplicable);
    }

    [Fact]
    public void Weights_make_a_value_without_interval_and_a_smallest_level_hides_rows_below_it()
    {
        var severity = Samples.Indicator("severity", "Severity", "points", "point", CategoryFilter.Everything, dataset: "crimes") with
        {
            Weights = new Dictionary<string, double> { ["a"] = 5 },
            SmallestLevel = AreaLevel.Csp,
            Periods = [PeriodKind.Rolling12],
        };
        var measures = MeasureBuilder.Build(new SmallWorld { Indicators = [severity] }.Inputs(), March);
        measures.ShouldAllBe(m => m.Level >= AreaLevel.Csp && m.Period.Kind == PeriodKind.Rolling12);
        var csp = Find(measures, SmallWorld.Csp, PeriodKind.Rolling12);
        csp.Count.Number.ShouldBe(2400);
        csp.Value.Number.ShouldBe(600);
        csp.Lower95.ShouldBe(double.NaN);
        csp.Comparison.ShouldBe(Comparison.NotCompared);
        csp.ComparatorValue.Number.ShouldBe(600);
    }

    [Fact]
    public void Reported_values_keep_their_own_figures_and_a_silent_return_is_not_reported()
    {
        var indicator = Samples.Indicator("done", "Done", "cases done", "case done", CategoryFilter.Everything, dataset: "returns") with { Denominator = DenominatorKind.Reported, Multiplier = 100 };
        ReportedValue One(string area, double part, double whole) => new()
        {
            Indicator = "done",
            Area = area,
            Start = March.FirstDay,
            End = March.LastDay,
            Numerator = Quantity.Of(part),
            Denominator = Quantity.Of(whole),
            Value = Quantity.Missing(Absence.NotReported),
            Status = "final",
        };
        var world = new SmallWorld { Indicators = [indicator], Reported = [One("N", 8, 10), One("S", 4, 10)] };
        var measures = MeasureBuilder.Build(world.Inputs(), March);
        Find(measures, SmallWorld.North, PeriodKind.Month).Value.Number.ShouldBe(80);
        Find(measures, SmallWorld.Csp, PeriodKind.Month).Value.Number.ShouldBe(60);
        Find(measures, SmallWorld.North, PeriodKind.Quarter).Value.Absence.ShouldBe(Absence.NotReported);
        measures.ShouldNotContain(m => m.Area == SmallWorld.East);
    }

    [Fact]
    public void The_same_inputs_give_the_same_measures()
    {
        var world = new SmallWorld { Crimes = (d, m) => 50 + (m.Index * 7 % 13) + d.Value.Length };
        MeasureBuilder.Build(world.Inputs(), March).ShouldBe(MeasureBuilder.Build(world.Inputs(), March));
    }

    private static Measure Find(IReadOnlyList<Measure> measures, AreaCode area, PeriodKind kind) => measures.Single(m => m.Area == area && m.Period.Kind == kind);
}
