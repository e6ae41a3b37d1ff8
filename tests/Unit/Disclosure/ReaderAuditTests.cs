using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Disclosure.Audit;
using Made.Core.Disclosure.Release;
using Made.Core.Disclosure.Topics;
using Made.Core.Exchange;
using Made.Core.Indicators;
using Made.Tests.Unit.Indicators;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Disclosure;

/// <summary>Each attack on what readers are handed finds nothing in ours, and finds what is planted.</summary>
public sealed class ReaderAuditTests
{
    private static readonly Month Last = new(2017, 3);
    private static readonly DisclosureRule Rounded = DisclosureRule.Of(Releases.Sensitive);

    [Fact]
    public void Exact_counts_and_rates_of_a_rounded_topic_are_found()
    {
        var exact = Releases.Sealed(World(DisclosurePolicy.AlreadyPublic).Inputs(), Last).Values.First(m => m.Count.Number % 5 != 0 && m.Count.Number > 10 && m.Value.IsNumber) with { Coverage = double.NaN };
        Found(exact, DisclosureRule.Partner).ShouldContain(("rounding", "an exact count is shown"));

        // Its count was rounded and its rate forgotten.
        var half = exact with { Count = Quantity.Of(Rounded.Rounded(exact.Count.Number)), Withheld = Withheld.Exact };
        Found(half, Rounded).ShouldBe([("rounding", "its rate is made from an exact count")]);
        Found(exact, Rounded).ShouldBeEmpty("the door rounds what was sealed exact, and hides what was made from it");
    }

    [Fact]
    public void A_figure_beside_a_hidden_count_and_the_share_placed_are_found()
    {
        var measure = Releases.Sealed(World(DisclosurePolicy.AlreadyPublic).Inputs(), Last)[("crime", SmallWorld.East, new Period(PeriodKind.Month, Last))];
        Found(measure, DisclosureRule.AlreadyPublic).ShouldContain(("rates", "the share placed gives the records without a place"));
        var hidden = Protection.Protect(measure with { Withheld = Withheld.Small }, DisclosureRule.Partner);
        ReaderAudit.Of(hidden, DisclosureRule.Partner, 1000).ShouldBeEmpty();
        var shown = Protection.Protect(measure, DisclosureRule.Partner);
        foreach (var leaking in new[] { hidden with { Value = shown.Value }, hidden with { Upper95 = shown.Upper95 }, hidden with { PopulationYear = 0, Denominator = shown.Denominator } })
            ReaderAudit.Of(leaking, DisclosureRule.Partner, 1000).ShouldBe([("rates", "a figure made from it is shown")]);
    }

    [Fact]
    public void A_verdict_that_rests_on_hidden_months_is_found()
    {
        var ours = Releases.Read(World(DisclosurePolicy.Partner).Inputs(), Last);
        ours.Values.ShouldContain(m => m.Count.Why == Reason.SmallOrGivesAway && m.Period.Kind == PeriodKind.Month);
        ReaderAudit.JudgedOnHiddenMonths([.. ours.Values]).ShouldBeEmpty();
        var open = Releases.Sealed(World(DisclosurePolicy.AlreadyPublic).Inputs(), Last);
        var judged = open[("crime", SmallWorld.North, new Period(PeriodKind.Month, Last))];
        judged.Variation.ShouldNotBe(Variation.NotJudged);
        ours[("crime", SmallWorld.North, new Period(PeriodKind.Month, Last))] = Protection.Protect(judged, DisclosureRule.Partner);
        ReaderAudit.JudgedOnHiddenMonths([.. ours.Values]).ShouldHaveSingleItem().Area.ShouldBe(SmallWorld.North);
    }

    private static List<(string Attack, string Finding)> Found(Measure measure, DisclosureRule shownUnder) =>
        [.. ReaderAudit.Of(Protection.Protect(measure, shownUnder), Rounded, 1000)];

    private static SmallWorld World(DisclosurePolicy policy) => new()
    {
        Policy = policy,
        Crimes = (district, month) =>
            month.Number == 7 && district != SmallWorld.East ? 2
            : month == Last && district == SmallWorld.North ? 120
            : 41 + ((month.Index * 7 + district.Value[0]) % 9),
    };
}
