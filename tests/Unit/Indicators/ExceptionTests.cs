using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Disclosure.Topics;
using Made.Core.Exchange;
using Made.Core.Facts;
using Made.Core.Indicators;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Indicators;

public class ExceptionTests
{
    private static readonly Month Last = new(2022, 12);

    [Fact]
    public void What_stands_out_is_what_the_edition_calls_a_headline()
    {
        var inputs = World(200).Inputs();
        var family = new MeasureBuilder(inputs).Exceptions(Last);
        (family.Tested, family.Unusual, family.Expected).ShouldBe((3, 1, 3 * 0.05));
        var only = family.Listed.ShouldHaveSingleItem();
        (only.Measure.Indicator, only.Measure.Area, only.Outcome, only.IsTrial).ShouldBe(("a", SmallWorld.Csp, ExceptionOutcome.StandsOut, false));
        only.P.ShouldBeLessThan(1e-6);
        only.Adjusted.ShouldBe(3 * only.P, only.P);
        MeasureBuilder.Build(inputs, Last).Where(m => m.Headline).Select(m => (m.Indicator, m.Area, m.Period)).ShouldBe([(only.Measure.Indicator, only.Measure.Area, only.Measure.Period)]);
    }

    [Fact]
    public void A_reader_who_may_see_some_figures_is_told_of_no_others_not_even_how_many_they_are()
    {
        var family = new MeasureBuilder(World(200).Inputs()).Exceptions(Last);
        var within = family.Within(m => m.Indicator != "a");
        (within.Tested, within.Unusual, within.Listed.Count).ShouldBe((family.Tests.Count(t => t.Measure.Indicator != "a"), 0, 0));
        within.Tested.ShouldBeLessThan(family.Tested);
        var same = family.Within(m => m.Indicator == "a");
        (same.Unusual, same.Listed.Single().Adjusted).ShouldBe((1, family.Listed.Single().Adjusted), "what stands out was decided over all figures");
        (family.Within(_ => false) is { Tested: 0, Unusual: 0, Expected: 0.0, Listed.Count: 0 }).ShouldBeTrue();
    }

    [Fact]
    public void A_quiet_month_lists_nothing_and_a_month_without_data_tests_nothing()
    {
        new MeasureBuilder(World(0).Inputs()).Exceptions(Last).ShouldSatisfyAllConditions(f => f.Tested.ShouldBe(3), f => f.Listed.ShouldBeEmpty());
        var absent = new MeasureBuilder(new SmallWorld { Crimes = (_, m) => m == Last ? -1 : 100 }.Inputs()).Exceptions(Last);
        (absent.Tested, absent.Unusual, absent.Expected, absent.Listed.Count).ShouldBe((0, 0, 0.0, 0));
    }

    [Fact]
    public void What_is_unusual_alone_but_not_among_many_is_not_more_than_chance()
    {
        var alone = Enumerable.Range(1, 40).Select(extra => new MeasureBuilder(World(extra).Inputs()).Exceptions(Last)).First(f => f.Listed.Count > 0);
        var first = alone.Listed.ShouldHaveSingleItem();
        (first.P < 0.05, first.Adjusted >= 0.05, first.Outcome).ShouldBe((true, true, ExceptionOutcome.NotMoreThanChance));
    }

    [Fact]
    public void A_break_in_recording_holds_back_what_would_stand_out()
    {
        var world = World(200, new RecordingBreak("a", new(2022, 1), "New rules", ""));
        var only = new MeasureBuilder(world.Inputs()).Exceptions(Last).Listed.ShouldHaveSingleItem();
        (only.Outcome, only.IsTrial, only.Measure.Comparable).ShouldBe((ExceptionOutcome.HeldBack, true, Comparable.RecordingChanged));
    }

    [Theory]
    [InlineData(DisclosurePolicy.AlreadyPublic, 0, true)]
    [InlineData(DisclosurePolicy.Partner, 0, false)]
    public void Probabilities_are_hidden_where_limits_are(DisclosurePolicy policy, int withheld, bool shown)
    {
        var rule = policy == DisclosurePolicy.Partner ? DisclosureRule.Partner : DisclosureRule.AlreadyPublic;
        var builder = new MeasureBuilder(World(200).Inputs());
        var measures = builder.Build(Last).Select(m => Protection.Protect(m, rule)).ToList();
        var chart = builder.Chart("a", SmallWorld.Csp, Last, 1)! with { SmallestCount = 3 };
        var safe = ExceptionProtection.Protect(builder.Exceptions(Last), measures, _ => RunChartProtection.Protect(chart, rule, new Dictionary<Month, Reason>()).Points[^1]);
        (safe.Tested, safe.Withheld).ShouldBe((3, withheld));
        var only = safe.Listed.ShouldHaveSingleItem("a headline of the dashboard is not denied here");
        (only.Alone.IsShown, only.Together.IsShown, only.UsualUpper.IsShown, only.Mean.IsShown).ShouldBe((shown, shown, shown, shown));
    }

    [Fact]
    public void A_hidden_figure_is_counted_and_not_listed()
    {
        var builder = new MeasureBuilder(World(200).Inputs());
        var hidden = builder.Build(Last).Select(m => Protection.Protect(m with { Count = Quantity.Of(3) }, DisclosureRule.Partner)).ToList();
        var safe = ExceptionProtection.Protect(builder.Exceptions(Last), hidden, _ => null);
        (safe.Tested, safe.Withheld, safe.Listed.Count).ShouldBe((3, 1, 0));
    }

    /// <summary>Three indicators of the same steady records; the first also counts what is added in the last month.</summary>
    private static SmallWorld World(int extra, params RecordingBreak[] breaks) => new()
    {
        Crimes = (d, m) => 100 + (m.Index * 7 % 5) - 2,
        Indicators = [.. new[] { "a", "b", "c" }.Select(id => Samples.Indicator(id, id, id, id, id == "a" ? CategoryFilter.Everything : new() { Except = ["extra"] }, dataset: "crimes"))],
        Breaks = breaks,
        Extra = m => m == Last ? extra : 0,
    };
}
