using Made.Core.Disclosure;
using Made.Core.Disclosure.Suppression;
using Made.Core.Indicators;
using Made.Tests.Unit.Scorecard;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Disclosure;

/// <summary>The one form in which a number leaves: its text, its digits in files, its place on a chart, and what stands there in place of it.</summary>
public sealed class SafeNumberTests
{
    private static SafeNumber Shown(double number) => (Safe.Full with { Count = Quantity.Of(number) }).Public().Count;

    private static SafeNumber Missing(Absence why) => Safe.Missing(why).Public().Count;

    private static SafeNumber Hidden => (Safe.Full with { Count = Quantity.Of(3) }).Partner().Count;

    [Fact]
    public void A_shown_number_has_text_digits_and_a_place()
    {
        var number = Shown(12_345.6789);
        (number.IsShown, number.Absence, number.Why).ShouldBe((true, Absence.None, Reason.None));
        (number.Text(), number.Text(2), number.TextWithReason(1), number.Digits(), number.ToString()).ShouldBe(("12,346", "12,345.68", "12,345.7", "12345.6789", "12,345.7"));
        number.ForDrawing.ShouldBe(12_345.6789);
        Shown(0.12345678).Digits().ShouldBe("0.123457");
        Shown(-3).Text().ShouldBe("-3");
    }

    [Fact]
    public void A_hidden_number_has_its_marker_and_its_reason_and_nothing_to_draw_or_to_add_up()
    {
        (Hidden.IsShown, Hidden.Absence, Hidden.Why).ShouldBe((false, Absence.Suppressed, Reason.SmallOrGivesAway));
        (Hidden.Text(), Hidden.Digits(), Hidden.ToString()).ShouldBe(("suppressed", "", "suppressed"));
        Hidden.TextWithReason().ShouldBe($"suppressed ({Reason.SmallOrGivesAway.Words()})");
        Hidden.ForDrawing.ShouldBe(double.NaN);
        (Missing(Absence.NotSupplied).TextWithReason(), Missing(Absence.NotSupplied).ForDrawing).ShouldBe(("not supplied", double.NaN));
        (SafeNumber.Nothing.Absence, SafeNumber.Nothing.IsShown, SafeNumber.Nothing.Text()).ShouldBe((Absence.NotApplicable, false, "not applicable"));
    }

    [Fact]
    public void A_sum_is_shown_where_all_its_parts_are_and_else_says_why_a_suppressed_part_before_the_rest()
    {
        SafeNumber.Sum([Shown(3), Shown(4), Shown(5)]).Text().ShouldBe("12");
        SafeNumber.Sum([]).Text().ShouldBe("0");
        SafeNumber.Sum([Shown(3), Missing(Absence.NotSupplied), Missing(Absence.NotLoaded)]).Absence.ShouldBe(Absence.NotSupplied);
        SafeNumber.Sum([Missing(Absence.NotSupplied), Hidden, Missing(Absence.NotLoaded)]).Absence.ShouldBe(Absence.Suppressed);
        SafeNumber.Sum([Hidden, Missing(Absence.NotLoaded)]).ShouldSatisfyAllConditions(s => s.Absence.ShouldBe(Absence.Suppressed), s => s.Why.ShouldBe(Reason.SmallOrGivesAway), s => s.Digits().ShouldBe(""));
    }

    [Theory]
    [InlineData(0, false, true)]
    [InlineData(1, true, true)]
    [InlineData(4, true, true)]
    [InlineData(5, false, false)]
    public void A_count_is_hidden_at_first_hand_above_nothing_and_under_the_threshold(long count, bool usual, bool withZeros)
    {
        SuppressionRule.Usual.IsPrimary(count).ShouldBe(usual);
        (SuppressionRule.Usual with { ProtectZeros = true }).IsPrimary(count).ShouldBe(withZeros);
        (SuppressionRule.Usual.Threshold, SuppressionRule.Usual.MinWidth).ShouldBe((5, 5));
    }

    [Fact]
    public void An_axis_knows_who_holds_a_part_who_holds_it_alone_and_of_what_a_grouping_is_made()
    {
        var axis = new TableAxis("area", 4, [[0, 1, 2, 3], [0, 1], [2, 3], [0], [1], [2], [1, 2]]);
        axis.GroupingsOf(1).ShouldBe([0, 1, 4, 6]);
        axis.GroupingsOf(3).ShouldBe([0, 2]);
        Enumerable.Range(0, 4).Select(axis.AloneIn).ShouldBe([3, 4, 5, -1]);
        axis.PartsOf(0).ShouldBe([1, 2], "the largest parts that make it up");
        axis.PartsOf(1).ShouldBe([3, 4]);
        axis.PartsOf(2).ShouldBeEmpty("one of its parts is never shown alone");
        axis.PartsOf(6).ShouldBe([4, 5]);
        axis.PartsOf(3).ShouldBeEmpty();
    }
}
