using Made.Core.Disclosure;
using Made.Core.Editions;
using Made.Core.Indicators;
using Made.Tests.Unit.Scorecard;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Editions;

public sealed class EditionChangesTests
{
    [Fact]
    public void Exactly_the_figures_that_read_otherwise_are_listed_with_what_stood_before()
    {
        var more = Safe.Full with { Count = Quantity.Of(680), Value = Quantity.Of(5.8) };
        var change = EditionChanges.Between([Safe.Full.Public(), Safe.Year.Public()], [more.Public(), Safe.Year.Public()]).ShouldHaveSingleItem();
        (change.Period, change.CountBefore.Text(), change.CountNow.Text(), change.ValueBefore.Text(1), change.ValueNow.Text(1)).ShouldBe((Safe.Full.Period, "672", "680", "5.7", "5.8"));
        EditionChanges.Between([Safe.Full.Public()], [Safe.Full.Public()]).ShouldBeEmpty();
    }

    [Fact]
    public void A_marker_that_takes_a_numbers_place_is_a_change_and_a_hidden_count_stays_hidden()
    {
        var hidden = (Safe.Full with { Count = Quantity.Of(3) }).Partner();
        var change = EditionChanges.Between([Safe.Full.Partner()], [hidden]).ShouldHaveSingleItem();
        (change.CountBefore.Text(), change.CountNow.Text()).ShouldBe(("672", "suppressed"));
        EditionChanges.Between([hidden], [(Safe.Full with { Count = Quantity.Of(4) }).Partner()]).ShouldBeEmpty();
    }

    [Fact]
    public void A_figure_that_only_one_edition_has_reads_not_applicable_in_the_other()
    {
        EditionChanges.Between([], [Safe.Full.Public()]).ShouldHaveSingleItem().CountBefore.ShouldBe(SafeNumber.Nothing);
        EditionChanges.Between([Safe.Full.Public()], []).ShouldHaveSingleItem().CountNow.ShouldBe(SafeNumber.Nothing);
    }
}
