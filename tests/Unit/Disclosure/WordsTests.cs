using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Disclosure.Audit;
using Made.Core.Disclosure.Release;
using Made.Core.Disclosure.Suppression;
using Made.Core.Disclosure.Topics;
using Made.Core.Exchange;
using Made.Core.Indicators;
using Made.Tests.Unit.Indicators;
using Made.Tests.Unit.Methods;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Disclosure;

/// <summary>What words, icons and reasons tell of hidden counts.</summary>
public sealed class WordsTests
{
    private static readonly Month Last = new(2017, 3);

    [Fact]
    public void A_verdict_on_every_month_would_tell_two_hidden_counts_apart_and_ours_tells_nothing()
    {
        // Two counties that differ in hidden months alone: 1 and 4 there, or 4 and 1.
        var last = Enumerable.Range(60, 100).First(n => Naive(n, 1) != Naive(n, 4));
        Naive(last, 1).ShouldNotBe(Naive(last, 4), "judged on all months, the word for the last month differs");
        var (one, other) = (Releases.Read(World(last, 1, DisclosurePolicy.Partner).Inputs(), Last), Releases.Read(World(last, 4, DisclosurePolicy.Partner).Inputs(), Last));
        one.Values.ShouldContain(m => IsHidden(m.Period.Last) && m.Area == SmallWorld.North && m.Count.Why == Reason.SmallOrGivesAway);
        foreach (var (key, measure) in one)
            measure.ShouldBe(other[key], $"{key} tells which county it is");
        var judged = one[("crime", SmallWorld.North, new Period(PeriodKind.Month, Last))];
        (judged.Count.IsShown, judged.Variation, judged.NotJudgedFor).ShouldBe((true, Variation.NotJudged, Reason.HiddenMonths));
    }

    [Fact]
    public void Where_no_month_is_hidden_months_are_judged_as_those_of_open_data()
    {
        SmallWorld Steady(DisclosurePolicy policy) => new() { Policy = policy, Crimes = (d, m) => 40 + ((m.Index * 7 + d.Value[0]) % 9) + (m == Last && d == SmallWorld.East ? 60 : 0) };
        var read = Releases.Read(Steady(DisclosurePolicy.Partner).Inputs(), Last);
        var open = Releases.Read(Steady(DisclosurePolicy.AlreadyPublic).Inputs(), Last);
        var month = ("crime", SmallWorld.East, new Period(PeriodKind.Month, Last));
        (read[month].Variation, read[month].NotJudgedFor).ShouldBe((Variation.SpecialHigh, Reason.None));
        read[month].Variation.ShouldBe(open[month].Variation);
    }

    [Fact]
    public void Hidden_months_move_no_headline_elsewhere()
    {
        var exceptions = new[] { 1, 4 }.Select(n => new MeasureBuilder(World(70, n, DisclosurePolicy.Partner).Inputs()).Exceptions(Last)).ToList();
        exceptions.ShouldAllBe(e => e.Tested == 0);
        new MeasureBuilder(World(70, 1, DisclosurePolicy.AlreadyPublic).Inputs()).Exceptions(Last).Tested.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void An_edition_of_the_earlier_rule_is_read_without_its_verdicts()
    {
        var measure = Releases.Sealed(World(70, 1, DisclosurePolicy.AlreadyPublic).Inputs(), Last)[("crime", SmallWorld.North, new Period(PeriodKind.Month, Last))];
        measure.Variation.ShouldNotBe(Variation.NotJudged);
        var read = Protection.Protect(measure with { Withheld = Withheld.Judgement }, DisclosureRule.Partner);
        (read.Variation, read.Headline, read.NotJudgedFor).ShouldBe((Variation.NotJudged, false, Reason.HiddenMonths));
    }

    [Fact]
    public void To_tell_a_small_count_from_one_that_gives_it_away_would_tell_that_it_is_small()
    {
        // Two by two with margins: 3 is small, and three others are hidden for its sake.
        var axis = new TableAxis("x", 2, [[0], [1], [0, 1]]);
        var tables = new LinkedTables([axis, new TableAxis("y", 2, [[0], [1], [0, 1]])], [3, 20, 30, 40]);
        Array.Fill(tables.Standing, CellStanding.Offered);
        var pattern = ComplementarySuppression.Protect(tables, SuppressionRule.Usual).Value();
        pattern.Status.Where(s => s is CellStatus.Primary or CellStatus.Secondary).Distinct().Count().ShouldBe(2, "the pattern itself knows the two apart");
        IntervalAudit.Narrow(tables, c => pattern.Status[c] == CellStatus.Published, Enumerable.Range(0, tables.Cells).Where(c => pattern.Status[c] != CellStatus.Published), 5).ShouldBeEmpty();

        // Told "small", a reader keeps 1 to 4 of what was possible before: fewer than 5 whole numbers, all of them small.
        var told = Enumerable.Range(0, 24).Where(n => SuppressionRule.Usual.IsPrimary(n)).ToList();
        told.ShouldBe([1, 2, 3, 4]);
        foreach (var sealedAs in new[] { Withheld.Small, Withheld.GivesAway, Withheld.Small | Withheld.GivesAway })
            Protection.Protect(Measured(sealedAs), DisclosureRule.Partner).ShouldBe(Protection.Protect(Measured(Withheld.Small), DisclosureRule.Partner));
    }

    [Fact]
    public void The_share_placed_of_partners_records_is_not_told()
    {
        var world = new SmallWorld { Policy = DisclosurePolicy.Partner, Crimes = (_, _) => 100, Lost = _ => 3 };
        var read = Releases.Read(world.Inputs(), Last)[("crime", SmallWorld.East, new Period(PeriodKind.Month, Last))];
        (read.Count.IsShown, read.Coverage.Why).ShouldBe((true, Reason.SmallOrGivesAway));
    }

    [Fact]
    public void Every_reason_has_its_words_and_a_sentence()
    {
        Reasons.All.ShouldBe(Enum.GetValues<Reason>().Where(r => r != Reason.None));
        Reasons.All.Select(r => r.Words()).Distinct().Count().ShouldBe(Reasons.All.Count);
        Reasons.All.ShouldAllBe(r => r.Words().Length > 0 && r.Sentence().EndsWith('.'));
    }

    private static bool IsHidden(Month month) => month.Number is 3 or 7 or 11 && month < new Month(2017, 1);

    private static Measure Measured(Withheld withheld) =>
        Releases.Sealed(World(70, 1, DisclosurePolicy.AlreadyPublic).Inputs(), Last)[("crime", SmallWorld.East, new Period(PeriodKind.Month, Last))] with { Withheld = withheld };

    private static Variation Naive(int last, int hidden) =>
        Releases.Sealed(World(last, hidden, DisclosurePolicy.AlreadyPublic).Inputs(), Last)[("crime", SmallWorld.North, new Period(PeriodKind.Month, Last))].Variation;

    private static SmallWorld World(int last, int hidden, DisclosurePolicy policy) => new()
    {
        Policy = policy,
        Crimes = (district, month) =>
            IsHidden(month) && district != SmallWorld.East ? (district == SmallWorld.North ? hidden : 5 - hidden)
            : month == Last && district == SmallWorld.North ? last
            : 40 + ((month.Index * 7 + district.Value[0]) % 9),
    };
}
