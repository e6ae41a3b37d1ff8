using Made.Core.Calendar;
using Made.Core.Facts;
using Made.Core.Indicators;
using Made.Core.Register;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Indicators;

public class PlainCountsTests
{
    private static readonly Month March = new(2020, 3);

    [Fact]
    public void A_count_from_the_cubes_is_the_measure_at_every_level_and_period()
    {
        var inputs = new SmallWorld { Crimes = (d, m) => d.Value.Length + (m.Index % 9) + 20, Extra = m => m.Index % 4, Lost = _ => 7 }.Inputs();
        var measures = new MeasureBuilder(inputs).Build(March);
        measures.Select(m => m.Level).Distinct().Count().ShouldBeGreaterThan(4);
        foreach (var m in measures)
            PlainCounts.Of(inputs, inputs.Indicators[0], m.Area, m.Level, m.Period).Count.ShouldBe(m.Count, $"{m.Area} {m.Period.Code}");
        PlainCounts.Of(inputs, inputs.Indicators[0], new AreaCode("LN"), AreaLevel.Lsoa, new Period(PeriodKind.Month, March)).Count.Number
            .ShouldBe(new MeasureBuilder(inputs).LsoaMeasures(SmallWorld.North, new Period(PeriodKind.Month, March)).Single(m => m.Area.Value == "LN").Count.Number);
    }

    [Fact]
    public void A_period_with_a_month_that_is_not_held_or_before_the_first_carries_the_reason()
    {
        var inputs = new SmallWorld { Crimes = (_, m) => m == March.Plus(-2) ? -1 : 5, Why = Absence.NotLoaded }.Inputs();
        Count(inputs, inputs.Indicators[0], new Period(PeriodKind.Month, March)).ShouldBe(Quantity.Of(5));
        Count(inputs, inputs.Indicators[0], new Period(PeriodKind.Rolling12, March)).ShouldBe(Quantity.Missing(Absence.NotLoaded));
        Count(inputs, inputs.Indicators[0] with { From = March.Plus(1) }, new Period(PeriodKind.Month, March)).ShouldBe(Quantity.Missing(Absence.NotApplicable));
    }

    [Fact]
    public void Small_areas_come_with_those_that_could_not_be_told_where_any_record_is()
    {
        var inputs = new SmallWorld().Inputs();
        PlainCounts.Lsoas(inputs, [SmallWorld.North], March, March).ShouldBe([new("LN"), new("LN-empty")]);
        inputs.Cube("crimes", March)!.Add(new Place(Placement.Inside, SmallWorld.North, new("WN"), AreaCode.LsoaNotDetermined(new("WN"))), "a", 1);
        PlainCounts.Lsoas(inputs, [SmallWorld.North], March, March)[^1].ShouldBe(AreaCode.LsoaNotDetermined(new("WN")));
        AreaCode.LsoaNotDetermined(new("WN")).WardOfNotDetermined.ShouldBe(new("WN"));
    }

    [Theory]
    [InlineData("crimes/a", true)]
    [InlineData("crimes/Theft; from/to", true)]
    [InlineData("returns/a", false)]
    [InlineData("crimes/", false)]
    [InlineData("/a", false)]
    [InlineData("crimes", false)]
    public void The_key_of_a_category_names_a_dataset_of_records(string key, bool read)
    {
        RecordCategory.TryParse(key, new SmallWorld().Inputs().Areas.Pack.Datasets, out var category).ShouldBe(read);
        if (read)
            category.Key.ShouldBe(key);
    }

    private static Quantity Count(MeasureInputs inputs, IndicatorDefinition indicator, Period period) => PlainCounts.Of(inputs, indicator, SmallWorld.North, AreaLevel.District, period).Count;
}
