using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Disclosure.Audit;
using Made.Core.Disclosure.CellKeys;
using Made.Core.Disclosure.Release;
using Made.Core.Disclosure.Topics;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Tests.Unit.Scorecard;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Disclosure;

/// <summary>What the rule of today hides of an edition that says nothing, and what the attack on readers finds and leaves alone.</summary>
public sealed class ProtectionTodayTests
{
    private static readonly DisclosureRule Rounded = DisclosureRule.Of(Releases.Sensitive);
    private static readonly Quantity None = Quantity.Missing(Absence.NotSupplied);

    /// <summary>45 of 10,000: what a topic that rounds to 5 lets stand where it was sealed so.</summary>
    private static readonly Measure Whole = Safe.Full with { Count = Quantity.Of(45), Denominator = Quantity.Of(10_000), Value = Quantity.Of(4.5), Withheld = Withheld.Exact, Coverage = double.NaN };

    [Fact]
    public void An_area_smaller_than_the_smallest_is_too_fine_whatever_the_edition_says_and_however_small_the_count()
    {
        var counties = DisclosureRule.Of(Releases.Ordinary with { SmallestLevel = AreaLevel.County });
        foreach (var withheld in new[] { Withheld.Nothing, Withheld.TooFine, Withheld.Small })
            foreach (var count in new[] { 3, 80 })
                Protection.Protect(Safe.Full with { Count = Quantity.Of(count), Withheld = withheld }, counties).Count.Why.ShouldBe(Reason.TooFine);
        Protection.Protect(Safe.Full with { Level = AreaLevel.County }, counties).Count.IsShown.ShouldBeTrue();
        Protection.ProtectTooFine(Safe.Full, DisclosureRule.AlreadyPublic).Count.IsShown.ShouldBeTrue("nothing is too fine that everybody has");
        Protection.ProtectTooFine(Safe.Full, DisclosureRule.Partner).Count.Why.ShouldBe(Reason.TooFine);
    }

    [Fact]
    public void A_value_without_its_count_is_hidden_where_counts_are_rounded_and_only_there()
    {
        var alone = Safe.Full with { Count = None };
        Protection.Protect(alone, Rounded).Value.Why.ShouldBe(Reason.SmallOrGivesAway);
        Protection.Protect(alone, DisclosureRule.Partner).Value.ForDrawing.ShouldBe(5.7);
        Protection.Protect(alone, Rounded).RoundedTo.ShouldBe(0, "there is no count that was rounded");
        Protection.Protect(Whole, Rounded).RoundedTo.ShouldBe(5);

        // Two reasons are not none: few records below the line, and no count.
        Protection.Protect(alone with { PopulationYear = 0, Denominator = Quantity.Of(4) }, Rounded).Value.IsShown.ShouldBeFalse();
    }

    [Fact]
    public void Few_records_below_the_line_are_hidden_and_few_residents_are_not()
    {
        var few = Safe.Full with { Denominator = Quantity.Of(4) };
        Protection.Protect(few, DisclosureRule.Partner).Denominator.ForDrawing.ShouldBe(4);
        Protection.Protect(few with { PopulationYear = 0 }, DisclosureRule.Partner).Denominator.Why.ShouldBe(Reason.SmallOrGivesAway);

        // Nothing was supplied, and the release withholds it: how many live there is no secret, how many records there are is.
        var absent = Safe.Full with { Count = None, Value = None, Withheld = Withheld.GivesAway };
        Protection.Protect(absent, DisclosureRule.Partner).Denominator.IsShown.ShouldBeTrue();
        Protection.Protect(absent with { PopulationYear = 0 }, DisclosureRule.Partner).Denominator.Why.ShouldBe(Reason.SmallOrGivesAway);
    }

    [Fact]
    public void What_both_edition_and_rule_hide_stays_hidden()
    {
        var small = Safe.Full with { Count = Quantity.Of(3), CountYearBefore = Quantity.Of(2) };
        foreach (var withheld in new[] { Withheld.Small, Withheld.GivesAway, Withheld.YearBefore, Withheld.Small | Withheld.YearBefore })
            Protection.Protect(small with { Withheld = withheld }, DisclosureRule.Partner).Count.Why.ShouldBe(Reason.SmallOrGivesAway);
        Protection.Protect(Safe.Full with { CountYearBefore = Quantity.Of(2), Withheld = Withheld.YearBefore }, DisclosureRule.Partner).CountYearBefore.Why.ShouldBe(Reason.YearBefore);
        Protection.Protect(Safe.Full with { PopulationYear = 0, Denominator = Quantity.Of(3), Withheld = Withheld.GivesAway }, DisclosureRule.Partner).Denominator.IsShown.ShouldBeFalse();
    }

    [Fact]
    public void A_count_is_rounded_again_unless_it_was_sealed_rounded_to_this_base()
    {
        (string, bool) Read(Measure measure, DisclosureRule rule) => (Protection.Protect(measure, rule).Count.Text(), Protection.Protect(measure, rule).Value.IsShown);
        Read(Whole, Rounded).ShouldBe(("45", true));
        Read(Whole with { Withheld = Withheld.Nothing }, Rounded).ShouldBe(("45", false), "that it is a multiple is chance: its rate is exact");
        Read(Whole, DisclosureRule.Of(Releases.Sensitive with { RoundTo = 10 })).ShouldBe(("50", false), "rounded once, and to less than today");
        Read(Whole, DisclosureRule.Partner).ShouldBe(("45", true));
    }

    [Fact]
    public void The_attack_on_readers_leaves_alone_what_keeps_the_rule()
    {
        Found(Protection.Protect(Whole, Rounded), Rounded).ShouldBeEmpty();
        Found(Protection.Protect(Whole with { Count = Quantity.Of(47), Value = Quantity.Of(4.7) }, DisclosureRule.Partner), DisclosureRule.Partner).ShouldBeEmpty("an ordinary topic rounds nothing");
        Found(Protection.Protect(Whole with { Withheld = Withheld.Small }, Rounded), Rounded).ShouldBeEmpty("what is hidden is no exact count");

        // Rates of large counts carry rounding errors of their own.
        for (var count = 1_000_000; count < 1_000_300; count += 5)
            Found(Protection.Protect(Whole with { Count = Quantity.Of(count), Denominator = Quantity.Of(3_333_331), Value = Quantity.Of(count * 1000.0 / 3_333_331) }, Rounded), Rounded).ShouldBeEmpty();
        Found(Protection.Protect(Whole with { Value = Quantity.Of(4.6) }, Rounded), Rounded).ShouldBe([("rounding", "its rate is made from an exact count")]);
    }

    [Fact]
    public void A_month_judged_in_or_after_the_first_hidden_one_is_found_and_one_before_it_is_not()
    {
        SafeMeasure At(int month, bool hidden = false, bool judged = false, bool headline = false, PeriodKind kind = PeriodKind.Month) =>
            Safe.Full.Partner() with
            {
                Period = new Period(kind, new(2022, month)),
                Count = hidden ? SafeNumber.Hidden(Reason.SmallOrGivesAway) : SafeNumber.Of(Quantity.Of(80)),
                Variation = judged ? Variation.SpecialHigh : Variation.NotJudged,
                Headline = headline,
            };
        int[] Judged(params SafeMeasure[] measures) => [.. ReaderAudit.JudgedOnHiddenMonths(measures).Select(m => m.Period.Last.Number)];
        Judged(At(2, judged: true), At(3, hidden: true), At(4, judged: true), At(5, hidden: true), At(6, judged: true)).ShouldBe([4, 6]);
        Judged(At(3, hidden: true, judged: true)).ShouldBe([3]);
        Judged(At(3, hidden: true), At(4, headline: true), At(5)).ShouldBe([4]);

        // A headline of 12 months rests on sums that are shown; a judgement of a quarter rests on its months, the last ones too.
        Judged(At(3, hidden: true), At(4, headline: true, kind: PeriodKind.Rolling12)).ShouldBeEmpty();
        Judged(At(5, hidden: true), At(6, judged: true, kind: PeriodKind.Quarter)).ShouldBe([6]);
        Judged(At(3, hidden: true, kind: PeriodKind.Quarter), At(4, judged: true)).ShouldBeEmpty("a hidden quarter is no month of the run chart");
        Judged(At(3, hidden: true), At(4, judged: true) with { Area = new("other") }, At(4, judged: true) with { Indicator = "other" }).ShouldBeEmpty();
    }

    [Fact]
    public void A_grain_is_measured_over_all_its_periods_and_named_by_the_newest()
    {
        SafeMeasure At(PeriodKind kind, int month, int area, Reason hide = Reason.None) => Safe.Full.Partner() with
        {
            Level = AreaLevel.District,
            Area = new($"A{area}"),
            Period = new Period(kind, new(2022, month)),
            Count = hide == Reason.None ? SafeNumber.Of(Quantity.Of(80)) : SafeNumber.Hidden(hide),
        };
        var grain = Grain.Measured([At(PeriodKind.Month, 1, 1), At(PeriodKind.Month, 1, 2, Reason.SmallOrGivesAway), At(PeriodKind.Month, 3, 1), At(PeriodKind.Month, 3, 2, Reason.TooFine), At(PeriodKind.Month, 2, 1)]).ShouldHaveSingleItem();
        (grain.Newest.Last.Number, grain.Shown, grain.Hidden).ShouldBe((3, 3, 2));

        // Of the same length the rolling months come before the financial year, whichever is given first.
        Grain.Measured([At(PeriodKind.Year, 3, 1), At(PeriodKind.Rolling12, 3, 1)]).Select(g => g.Newest.Kind).ShouldBe([PeriodKind.Rolling12, PeriodKind.Year]);

        // Three indicators in one table: 3 of 9 are hidden, too many, though of none more than half.
        var half = Grain.Measured([At(PeriodKind.Month, 1, 1), At(PeriodKind.Month, 1, 2), At(PeriodKind.Month, 1, 3, Reason.SmallOrGivesAway)]);
        Grain.OfferedFirst(half, half, half).ShouldBeNull();
        var all = Grain.Measured([At(PeriodKind.Month, 1, 1), At(PeriodKind.Month, 1, 2)]);
        var first = Grain.OfferedFirst(half, all, all, half)!;
        (first.Shown, first.Hidden).ShouldBe((8, 2));
    }

    [Fact]
    public void A_suppressed_number_is_nowhere_to_be_drawn_and_a_reason_that_is_none_says_nothing()
    {
        double.IsNaN(SafeNumber.Hidden(Reason.TooFine).ForDrawing).ShouldBeTrue();
        double.IsNaN(SafeNumber.Missing(Absence.NotSupplied).Number).ShouldBeTrue();
        (Reason.None.Words(), Reason.None.Sentence()).ShouldBe(("", ""));
        CellKeyKind.Fraction.Holds(0).ShouldBeTrue();
        new[] { CellKeyKind.Fraction.Holds(1), CellKeyKind.Fraction.Holds(-0.1m) }.ShouldBe([false, false]);
    }

    private static List<(string Attack, string Finding)> Found(SafeMeasure measure, DisclosureRule rule) => [.. ReaderAudit.Of(measure with { Coverage = SafeNumber.Nothing }, rule, 1000)];
}
