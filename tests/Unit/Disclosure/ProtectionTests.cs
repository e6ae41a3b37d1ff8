using Made.Core.Disclosure;
using Made.Core.Disclosure.Release;
using Made.Core.Disclosure.Topics;
using Made.Core.Indicators;
using Made.Core.Methods;
using Made.Tests.Unit.Scorecard;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Disclosure;

/// <summary>Figure by figure: what each reason hides of a measure, and that it hides nothing else.</summary>
public sealed class ProtectionTests
{
    /// <summary>A month with everything that a measure can say.</summary>
    private static readonly Measure Whole = Safe.Full with
    {
        Comparison = Comparison.Higher,
        ComparatorValue = Quantity.Of(4.2),
        Variation = Variation.SpecialHigh,
        VariationCause = XmrCause.Outside,
        Headline = true,
    };

    private static readonly string[] Made = ["Denominator", "Value", "Lower95", "Upper95"];
    private static readonly string[] Change = ["CountYearBefore", "ChangeYear", "ChangeLower", "ChangeUpper"];

    [Theory]
    [InlineData(Withheld.Small, Reason.SmallOrGivesAway)]
    [InlineData(Withheld.GivesAway, Reason.SmallOrGivesAway)]
    [InlineData(Withheld.TooFine, Reason.TooFine)]
    public void A_hidden_count_takes_everything_with_it_but_the_residents(Withheld withheld, Reason why)
    {
        var shown = (Whole with { Withheld = withheld }).Partner();
        Hidden(shown).ShouldBe(["Count", "Value", "Lower95", "Upper95", .. Change, "ComparatorValue", "Coverage"], ignoreOrder: true);
        (shown.Count.Why, shown.Value.Why, shown.ChangeYear.Why, shown.ComparatorValue.Why, shown.NotJudgedFor).ShouldBe((why, why, why, why, why));
        Judged(shown).ShouldBe((Variation.NotJudged, XmrCause.Common, VariationBasis.None, false, Comparison.NotCompared, ChangeVerdict.NotJudged));
        shown.Denominator.Text().ShouldBe("117,900");
        // Of records as the denominator the share would be the count.
        Hidden((Whole with { Withheld = withheld, PopulationYear = 0 }).Partner()).ShouldBe(["Count", .. Made, .. Change, "ComparatorValue", "Coverage"], ignoreOrder: true);
    }

    [Fact]
    public void A_hidden_year_before_takes_the_change_and_the_headline_and_leaves_the_rest()
    {
        var shown = (Whole with { Withheld = Withheld.YearBefore }).Partner();
        Hidden(shown).ShouldBe([.. Change, "Coverage"], ignoreOrder: true);
        shown.CountYearBefore.Why.ShouldBe(Reason.YearBefore);
        Judged(shown).ShouldBe((Variation.SpecialHigh, XmrCause.Outside, VariationBasis.PerDay, false, Comparison.Higher, ChangeVerdict.NotJudged));
        shown.NotJudgedFor.ShouldBe(Reason.None);
        Hidden((Whole with { CountYearBefore = Quantity.Of(4) }).Partner()).ShouldBe([.. Change, "Coverage"], ignoreOrder: true, "a small one is hidden whatever the release said");
        Hidden((Whole with { CountYearBefore = Quantity.Of(5) }).Partner()).ShouldBe(["Coverage"]);
    }

    [Fact]
    public void A_hidden_comparison_takes_the_comparators_value_alone()
    {
        var shown = (Whole with { Withheld = Withheld.Comparator }).Partner();
        Hidden(shown).ShouldBe(["ComparatorValue", "Coverage"], ignoreOrder: true);
        shown.ComparatorValue.Why.ShouldBe(Reason.Comparison);
        Judged(shown).ShouldBe((Variation.SpecialHigh, XmrCause.Outside, VariationBasis.PerDay, true, Comparison.NotCompared, ChangeVerdict.Higher));
        (Whole with { Withheld = Withheld.Comparator, ComparatorValue = Quantity.Missing(Absence.NotApplicable) }).Partner().ComparatorValue.Absence.ShouldBe(Absence.NotApplicable, "an absence that is named keeps its name");
    }

    [Fact]
    public void A_hidden_judgement_leaves_every_figure()
    {
        var shown = (Whole with { Withheld = Withheld.Judgement }).Partner();
        Hidden(shown).ShouldBe(["Coverage"]);
        Judged(shown).ShouldBe((Variation.NotJudged, XmrCause.Common, VariationBasis.None, false, Comparison.Higher, ChangeVerdict.Higher));
        shown.NotJudgedFor.ShouldBe(Reason.HiddenMonths);
    }

    [Fact]
    public void With_nothing_withheld_a_partners_figures_are_shown_but_the_share_placed()
    {
        var shown = Whole.Partner();
        Hidden(shown).ShouldBe(["Coverage"]);
        Judged(shown).ShouldBe((Variation.SpecialHigh, XmrCause.Outside, VariationBasis.PerDay, true, Comparison.Higher, ChangeVerdict.Higher));
        (shown.SmallNumber, shown.RoundedTo, shown.NotJudgedFor).ShouldBe((false, 0, Reason.None));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void A_small_count_is_hidden_of_a_partner_and_cautioned_of_public_data(int count, bool isSmall)
    {
        var measure = Whole with { Count = Quantity.Of(count) };
        measure.Partner().Count.IsShown.ShouldBe(!isSmall);
        var open = measure.Public();
        (open.SmallNumber, open.Count.Text()).ShouldBe((isSmall, $"{count}"));
        Hidden(open).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(3, 0, false)]
    [InlineData(5, 0, true)]
    [InlineData(3, 2020, true)]
    public void Few_records_below_the_line_are_hidden_and_few_residents_are_not(int below, int populationYear, bool isShown)
    {
        var shown = (Whole with { Count = Quantity.Missing(Absence.NotSupplied), Value = Quantity.Missing(Absence.NotSupplied), Denominator = Quantity.Of(below), PopulationYear = populationYear }).Partner();
        shown.Denominator.IsShown.ShouldBe(isShown);
        shown.Count.Absence.ShouldBe(Absence.NotSupplied);
    }

    [Fact]
    public void What_is_absent_keeps_its_name_whatever_was_withheld()
    {
        var shown = (Safe.Missing(Absence.NotSupplied) with { Withheld = Withheld.Small }).Partner();
        (shown.Count.Absence, shown.Value.Absence, shown.Denominator.Absence).ShouldBe((Absence.NotSupplied, Absence.NotSupplied, Absence.NotSupplied));
    }

    [Fact]
    public void Finer_than_offered_is_hidden_of_a_partner_and_not_of_public_data()
    {
        var hidden = Protection.ProtectTooFine(Whole, DisclosureRule.Partner);
        (hidden.Count.IsShown, hidden.Count.Why).ShouldBe((false, Reason.TooFine));
        Protection.ProtectTooFine(Whole, DisclosureRule.AlreadyPublic).Count.Text().ShouldBe("672");
    }

    [Fact]
    public void Limits_that_are_not_numbers_say_that_they_do_not_apply_or_share_the_values_absence()
    {
        var shown = (Whole with { Lower95 = double.NaN, Upper95 = double.NaN, ChangeLower = double.NaN, ChangeUpper = double.NaN }).Public();
        (shown.Lower95.Absence, shown.Upper95.Absence, shown.ChangeLower.Absence, shown.ChangeUpper.Absence).ShouldBe((Absence.NotApplicable, Absence.NotApplicable, Absence.NotApplicable, Absence.NotApplicable));
        var missing = (Whole with { Value = Quantity.Missing(Absence.NotSupplied), Lower95 = double.NaN, Upper95 = double.NaN, ChangeYear = Quantity.Missing(Absence.NotLoaded), ChangeLower = double.NaN, ChangeUpper = double.NaN }).Public();
        (missing.Lower95.Absence, missing.Upper95.Absence, missing.ChangeLower.Absence, missing.ChangeUpper.Absence).ShouldBe((Absence.NotSupplied, Absence.NotSupplied, Absence.NotLoaded, Absence.NotLoaded));
    }

    private static List<string> Hidden(SafeMeasure shown) =>
        [.. typeof(SafeMeasure).GetProperties().Where(p => p.PropertyType == typeof(SafeNumber) && ((SafeNumber)p.GetValue(shown)!).Absence == Absence.Suppressed).Select(p => p.Name)];

    private static (Variation, XmrCause, VariationBasis, bool, Comparison, ChangeVerdict) Judged(SafeMeasure m) =>
        (m.Variation, m.VariationCause, m.VariationBasis, m.Headline, m.Comparison, m.ChangeVerdict);
}
