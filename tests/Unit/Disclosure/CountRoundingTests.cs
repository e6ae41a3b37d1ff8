using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Disclosure.Rounding;
using Made.Core.Disclosure.Suppression;
using Made.Core.Disclosure.Topics;
using Made.Core.Exchange;
using Made.Core.Facts;
using Made.Core.Indicators;
using Made.Core.Methods;
using Made.Core.Register;
using Made.Core.Scorecard;
using Made.Tests.Unit.Indicators;
using Made.Tests.Unit.Methods;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Disclosure;

public sealed class CountRoundingTests
{
    private static readonly Month Last = new(2018, 12);

    private static readonly Func<AreaCode, Month, int> Crimes = (district, month) => 60 + ((month.Index * 7 + district.Value[0]) % 23);

    private static readonly SmallWorld Rounded = new() { Policy = DisclosurePolicy.Partner, Topics = [Releases.Ordinary, Releases.Sensitive], Topic = "domestic-abuse", Crimes = Crimes };

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 0)]
    [InlineData(3, 5)]
    [InlineData(12, 10)]
    [InlineData(13, 15)]
    [InlineData(100, 100)]
    public void A_count_goes_to_the_nearest_multiple(int count, int shown)
    {
        CountRounding.ToNearest(count, 5).ShouldBe(shown);
        CountRounding.IsMultiple(count, 5).ShouldBe(count == shown);
    }

    [Fact]
    public void The_page_on_rounding_shows_what_the_code_makes()
    {
        var rows = MethodPages.Rows("count-rounding", 5);
        var tables = new LinkedTables([new TableAxis("district", 4, [[0], [1], [2], [3], [0, 1, 2, 3]])], [.. rows.Take(4).Select(r => int.Parse(r[1]))]);
        Array.Fill(tables.Standing, CellStanding.Offered);
        var pattern = ComplementarySuppression.Protect(tables, DisclosureRule.Of(Releases.Sensitive).Suppression).Value();
        for (var i = 0; i < rows.Count; i++)
        {
            var (shown, residents) = (CountRounding.ToNearest(pattern.Counts[i], 5), i < 4 ? 10_000 : 40_000);
            string[] expected = pattern.Status[i] == CellStatus.Published ? [$"{shown:0}", $"{1000 * shown / residents:0.0}"] : ["suppressed", "suppressed"];
            rows[i][1..].ShouldBe([$"{pattern.Counts[i]}", .. expected], rows[i][0]);
        }
    }

    [Fact]
    public void Ordinary_topics_are_not_rounded()
    {
        var world = new SmallWorld { Policy = DisclosurePolicy.Partner, Topics = [Releases.Ordinary], Crimes = Crimes };
        var open = Releases.Sealed(new SmallWorld { Crimes = Crimes }.Inputs(), Last);
        Releases.Read(world.Inputs(), Last).Values.Where(m => m.Count.IsShown).ShouldAllBe(m => m.RoundedTo == 0 && m.Count.ForDrawing == Exactly(open, m));
    }

    [Fact]
    public void Every_figure_is_made_from_the_rounded_count()
    {
        var exact = Releases.Sealed(new SmallWorld { Crimes = Crimes }.Inputs(), Last);
        var shown = Releases.Read(Rounded.Inputs(), Last).Values.Where(m => m.Count.IsShown).ToList();
        shown.Count.ShouldBeGreaterThan(200);
        foreach (var m in shown)
        {
            var count = CountRounding.ToNearest(exact[(m.Indicator, m.Area, m.Period)].Count.Number, 5);
            m.Count.ForDrawing.ShouldBe(count, $"{m.Area} {m.Period}");
            if (!m.Value.IsShown)
                continue;
            m.Value.ForDrawing.ShouldBe(1000 * count / m.Denominator.ForDrawing, 1e-9);
            m.Lower95.ForDrawing.ShouldBe(PoissonInterval.OfRate(count, m.Denominator.ForDrawing, 1000).Lower, 1e-9);
            if (m.ChangeYear.IsShown)
                m.ChangeYear.ForDrawing.ShouldBe(((count / m.CountYearBefore.ForDrawing) - 1) * 100, 1e-9);
        }
        shown.ShouldContain(m => m.ChangeYear.IsShown);
        shown.ShouldContain(m => m.Count.ForDrawing != Exactly(exact, m));
    }

    private static double Exactly(Dictionary<(string Indicator, AreaCode Area, Period Period), Measure> sealedAs, SafeMeasure m) => sealedAs[(m.Indicator, m.Area, m.Period)].Count.Number;

    [Fact]
    public void The_rest_of_the_comparator_is_what_is_shown_of_it_less_what_is_shown_of_the_area()
    {
        var read = Releases.Read(Rounded.Inputs(), Last);
        var year = new Period(PeriodKind.Rolling12, Last);
        var (own, whole) = (read[("crime", SmallWorld.North, year)], read[("crime", SmallWorld.County, year)]);
        var rest = whole.Count.ForDrawing - own.Count.ForDrawing;
        own.ComparatorValue.ForDrawing.ShouldBe(1000 * rest / (whole.Denominator.ForDrawing - own.Denominator.ForDrawing), 1e-9);
    }

    [Fact]
    public void The_run_chart_draws_rounded_months()
    {
        var chart = new MeasureBuilder(Rounded.Inputs()).Chart("crime", SmallWorld.East, Last, 24)!;
        chart.Points.ShouldAllBe(p => p.Value.Number % 5 == 0);
        chart.Points.Select(p => p.Value.Number).Distinct().Count().ShouldBeGreaterThan(1);
    }

    [Fact]
    public void A_cell_reads_alike_whatever_became_of_the_others()
    {
        var changed = new SmallWorld { Policy = Rounded.Policy, Topics = Rounded.Topics, Topic = Rounded.Topic, Crimes = (d, m) => Crimes(d, m) + (d == SmallWorld.North ? 31 : 0) };
        var month = new Period(PeriodKind.Month, Last);
        Releases.Read(changed.Inputs(), Last)[("crime", SmallWorld.East, month)].Count.ShouldBe(Releases.Read(Rounded.Inputs(), Last)[("crime", SmallWorld.East, month)].Count);
    }

    [Fact]
    public void A_further_edition_hides_a_change_of_one_step_and_keeps_one_that_rounding_swallows()
    {
        SmallWorld With(int more) => new() { Policy = Rounded.Policy, Topics = Rounded.Topics, Topic = Rounded.Topic, Crimes = (d, m) => (d == SmallWorld.East && m == Last ? 61 + more : 70) };
        var first = Releases.Sealed(With(0).Inputs(), Last);
        Measure Second(int more) => Releases.Sealed(With(more).Inputs() with { Earlier = (i, a, p) => first.GetValueOrDefault((i, a, p)) }, Last)[("crime", SmallWorld.East, new Period(PeriodKind.Month, Last))];
        Releases.IsSealedShown(Second(1)).ShouldBeTrue("60 before and after");
        Releases.IsSealedShown(Second(4)).ShouldBeFalse("a step of 5 tells of a change of 1 to 9");
        Releases.IsSealedShown(Second(20)).ShouldBeTrue();
    }

    [Fact]
    public void A_reported_value_is_made_again_from_the_rounded_count_and_hidden_where_it_came_without_one()
    {
        var returns = Samples.Indicator("r", "r", "r", "r", CategoryFilter.Everything, dataset: "returns") with { Denominator = DenominatorKind.Reported };
        ReportedValue Value(AreaCode area, Quantity count) => new()
        {
            Indicator = "r",
            Area = area.Value,
            Start = Last.FirstDay,
            End = Last.LastDay,
            Numerator = count,
            Denominator = Quantity.Of(10_000),
            Value = Quantity.Of(1.23),
            Status = "final",
        };


        var world = new SmallWorld
        {
            Policy = DisclosurePolicy.Partner,
            Topics = Rounded.Topics,
            Topic = Rounded.Topic,
            Indicators = [returns],
            Why = Absence.None,
            Reported = [Value(SmallWorld.North, Quantity.Of(123)), Value(SmallWorld.South, Quantity.Of(140)), Value(SmallWorld.East, Quantity.Missing(Absence.NotReported))],
        };
        var read = Releases.Read(world.Inputs(), Last);
        var north = read[("r", SmallWorld.North, new Period(PeriodKind.Month, Last))];
        (north.Count.ForDrawing, north.Value.ForDrawing).ShouldBe((125, 12.5));
        Sentences.Rounded(north).ShouldBe("Counts are rounded to the nearest 5, and rates and changes are made from the rounded counts.");
        read[("r", SmallWorld.East, new Period(PeriodKind.Month, Last))].Value.Absence.ShouldBe(Absence.Suppressed);
    }
}
