using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Disclosure.Audit;
using Made.Core.Disclosure.Release;
using Made.Core.Disclosure.Topics;
using Made.Core.Exchange;
using Made.Core.Facts;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Tests.Unit.Indicators;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Disclosure;

public class ReleaseTests
{
    private static readonly Month Last = new(2017, 3);

    private static readonly SmallWorld World = new()
    {
        Policy = DisclosurePolicy.Partner,
        Crimes = (district, month) => 30 + ((month.Index * 7 + district.Value[0]) % 23),
        OfKindB = (district, month) => (month.Index * 5 + district.Value[0] * 3) % 13,
        Indicators =
        [
            Kind("crime", CategoryFilter.Everything), Kind("a", new CategoryFilter { Only = ["a"] }), Kind("b", new CategoryFilter { Only = ["b"] }),
        ],
    };

    [Fact]
    public void The_attack_finds_nothing_in_what_the_rule_shows()
    {
        var measures = Built(World.Inputs());
        var audit = new ReleaseAudit(World.Inputs(), (i, a, p) => measures.TryGetValue((i, a, p), out var m) && (m.Withheld & Withheld.Count) == Withheld.Nothing);
        audit.Run(Last).ShouldBeEmpty();
        audit.Hidden.ShouldBeGreaterThan(20);
        audit.Shown.ShouldBeGreaterThan(audit.Hidden);
    }

    [Fact]
    public void The_attack_breaks_a_rule_that_hides_the_small_counts_alone()
    {
        var measures = Built(World.Inputs());
        var found = new ReleaseAudit(World.Inputs(), (i, a, p) => measures.TryGetValue((i, a, p), out var m) && m.Count.IsNumber && m.Count.Number is 0 or >= 5).Run(Last);
        found.Select(f => f.Attack).Distinct().ShouldBe(["margins", "periods"], ignoreOrder: true);
        found.ShouldContain(f => f.Finding == "its limits are 0 apart");
        new ReleaseAudit(World.Inputs(), (i, a, p) => measures.ContainsKey((i, a, p))).Run(Last).ShouldContain(f => f.Attack == "small");
    }

    [Fact]
    public void A_longer_period_is_shown_only_where_each_of_its_months_is()
    {
        var measures = Built(World.Inputs());
        foreach (var m in measures.Values.Where(m => m.Level >= AreaLevel.District && m.Period.Kind != PeriodKind.Month && m.Count.IsNumber))
            IsShown(m).ShouldBe(m.Period.Each().All(month => IsShown(measures[(m.Indicator, m.Area, new Period(PeriodKind.Month, month))])), $"{m.Indicator} {m.Area} {m.Period}");
        measures.Values.ShouldContain(m => m.Period.Kind == PeriodKind.Rolling12 && m.Count.IsNumber && IsShown(m));
        measures.Values.ShouldContain(m => m.Period.Kind == PeriodKind.Quarter && m.Count.IsNumber && !IsShown(m));
    }

    [Fact]
    public void Wards_are_shown_for_financial_years_only_and_open_data_whole()
    {
        var wards = Built(World.Inputs()).Values.Where(m => m.Level == AreaLevel.Ward && m.Count.IsNumber).ToList();
        wards.Where(m => m.Period is { Kind: PeriodKind.Rolling12, Last.Number: 3 }).ShouldContain(m => IsShown(m));
        wards.Where(m => m.Period is not { Kind: PeriodKind.Rolling12, Last.Number: 3 }).ShouldAllBe(m => m.Withheld.HasFlag(Withheld.TooFine));
        var open = new SmallWorld { Crimes = World.Crimes, OfKindB = World.OfKindB, Indicators = World.Indicators };
        Built(open.Inputs()).Values.ShouldAllBe(m => m.Withheld == Withheld.Nothing);
    }

    [Fact]
    public void A_further_edition_hides_small_changes_and_what_was_hidden_and_takes_nothing_back()
    {
        var first = Built(World.Inputs());
        var revised = new SmallWorld
        {
            Policy = World.Policy,
            Indicators = World.Indicators,
            Crimes = (d, m) => World.Crimes(d, m) + (m == Last && d == SmallWorld.East ? 2 : 0),
            OfKindB = World.OfKindB,
        };
        var second = Built(revised.Inputs() with { Earlier = (i, a, p) => first.GetValueOrDefault((i, a, p)) });
        var month = new Period(PeriodKind.Month, Last);
        IsShown(first[("crime", SmallWorld.East, month)]).ShouldBeTrue();
        second[("crime", SmallWorld.East, month)].Withheld.HasFlag(Withheld.Small).ShouldBeTrue();
        foreach (var (key, before) in first.Where(m => m.Key.Period.Kind == PeriodKind.Month && m.Value.Level >= AreaLevel.District && m.Value.Count.IsNumber))
        {
            if (!IsShown(before))
                IsShown(second[key]).ShouldBeFalse($"{key} was hidden");
            else if (before.Count.Number == second[key].Count.Number)
                IsShown(second[key]).ShouldBeTrue($"{key} was shown");
        }
        Built(World.Inputs() with { Earlier = (i, a, p) => first.GetValueOrDefault((i, a, p)) }).Values.Select(IsShown).ShouldBe(first.Values.Select(IsShown));
    }

    [Fact]
    public void What_was_hidden_of_a_kind_stays_hidden_where_a_revision_leaves_no_record_of_it()
    {
        var first = Built(World.Inputs());
        var revised = new SmallWorld
        {
            Policy = World.Policy,
            Indicators = World.Indicators,
            Crimes = World.Crimes,
            OfKindB = (d, m) => m == Last ? 0 : World.OfKindB(d, m),
        };
        var second = Built(revised.Inputs() with { Earlier = (i, a, p) => first.GetValueOrDefault((i, a, p)) });
        var hidden = first.Values.Where(m => m.Indicator == "b" && m.Period == new Period(PeriodKind.Month, Last) && m.Level >= AreaLevel.District && m.Count.IsNumber && !IsShown(m)).ToList();
        hidden.ShouldNotBeEmpty();
        foreach (var before in hidden)
            IsShown(second[("b", before.Area, before.Period)]).ShouldBeFalse($"{before.Area} was hidden");
    }

    [Fact]
    public void A_hidden_count_takes_its_rate_its_comparison_and_next_year_s_change_with_it()
    {
        var measures = Built(World.Inputs());
        foreach (var (unsafeMeasure, safe) in measures.Values.Select(m => (m, Protection.Protect(m, DisclosureRule.Partner))))
        {
            safe.Count.IsShown.ShouldBe(unsafeMeasure.Count.IsNumber && IsShown(unsafeMeasure));
            if (!safe.Count.IsShown)
                new[] { safe.Value, safe.Lower95, safe.Upper95, safe.ComparatorValue, safe.ChangeYear, safe.CountYearBefore }.ShouldAllBe(n => !n.IsShown);
            if (measures.TryGetValue((safe.Indicator, safe.Area, safe.Period.YearBefore), out var before) && !IsShown(before))
                safe.CountYearBefore.IsShown.ShouldBeFalse();
        }
    }

    private static bool IsShown(Measure measure) => (measure.Withheld & Withheld.Count) == Withheld.Nothing;

    private static Dictionary<(string Indicator, AreaCode Area, Period Period), Measure> Built(MeasureInputs inputs)
    {
        var builder = new MeasureBuilder(inputs);
        return Month.Range(SmallWorld.First, Last).SelectMany(builder.Build).ToDictionary(m => (m.Indicator, m.Area, m.Period));
    }

    private static IndicatorDefinition Kind(string id, CategoryFilter filter) => Samples.Indicator(id, id, id, id, filter, dataset: "crimes");
}
