using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Disclosure.Release;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Tests.Unit.Scorecard;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Disclosure;

public class GrainTests
{
    private static readonly Month March = new(2022, 3);

    [Fact]
    public void The_finest_grain_with_at_most_30_of_100_hidden_is_offered_first()
    {
        var measures = Figures(AreaLevel.Ward, PeriodKind.Rolling12, shown: 69, hidden: 31).Concat(Figures(AreaLevel.District, PeriodKind.Month, 70, 30)).Concat(Figures(AreaLevel.District, PeriodKind.Year, 100, 0)).ToList();
        var grains = Grain.Measured(measures);
        grains.Select(g => (g.Level, g.Newest.Kind, g.ShareHidden)).ShouldBe([(AreaLevel.Ward, PeriodKind.Rolling12, 0.31), (AreaLevel.District, PeriodKind.Month, 0.3), (AreaLevel.District, PeriodKind.Year, 0)]);
        var first = Grain.OfferedFirst(grains)!;
        (first.Level, first.Newest).ShouldBe((AreaLevel.District, new Period(PeriodKind.Month, March)));
    }

    [Fact]
    public void Smaller_areas_come_before_shorter_periods()
    {
        var grains = Grain.Measured(Figures(AreaLevel.District, PeriodKind.Month, 10, 0).Concat(Figures(AreaLevel.District, PeriodKind.Quarter, 10, 0)).Concat(Figures(AreaLevel.Ward, PeriodKind.Rolling12, 10, 0)));
        grains.Select(g => (g.Level, g.Newest.Kind)).ShouldBe([(AreaLevel.Ward, PeriodKind.Rolling12), (AreaLevel.District, PeriodKind.Month), (AreaLevel.District, PeriodKind.Quarter)]);
    }

    [Fact]
    public void Where_more_is_hidden_of_every_grain_none_is_offered_first() =>
        Grain.OfferedFirst(Grain.Measured(Figures(AreaLevel.District, PeriodKind.Month, 2, 1))).ShouldBeNull();

    [Fact]
    public void A_period_of_which_nothing_is_offered_is_not_part_of_a_grain_and_what_is_absent_is_not_hidden()
    {
        var tooFine = Enumerable.Range(0, 9).Select(i => Protection.ProtectTooFine(One(AreaLevel.Ward, PeriodKind.Rolling12, i, 80) with { Period = new Period(PeriodKind.Rolling12, March.Plus(1)) }, Partner));
        var missing = One(AreaLevel.Ward, PeriodKind.Rolling12, 20, 80) with { Count = Quantity.Missing(Absence.NotSupplied), Value = Quantity.Missing(Absence.NotSupplied) };
        var grain = Grain.Measured([.. tooFine, Protection.Protect(missing, Partner), .. Figures(AreaLevel.Ward, PeriodKind.Rolling12, 3, 1)]).ShouldHaveSingleItem();
        (grain.Shown, grain.Hidden, grain.Newest.Last).ShouldBe((3, 1, March));
        Grain.Measured(tooFine).ShouldBeEmpty("a level that is never offered has no grain");
    }

    [Fact]
    public void Indicators_in_one_table_are_offered_at_a_grain_that_all_of_them_have()
    {
        var wide = Grain.Measured(Figures(AreaLevel.Ward, PeriodKind.Rolling12, 100, 0).Concat(Figures(AreaLevel.District, PeriodKind.Month, 100, 0)));
        var rare = Grain.Measured(Figures(AreaLevel.Ward, PeriodKind.Rolling12, 30, 70).Concat(Figures(AreaLevel.District, PeriodKind.Month, 60, 40)));
        Grain.OfferedFirst(wide, rare)!.ShouldSatisfyAllConditions(g => g.Level.ShouldBe(AreaLevel.District), g => g.ShareHidden.ShouldBe(0.2));
        Grain.OfferedFirst(wide)!.Level.ShouldBe(AreaLevel.Ward);
        Grain.OfferedFirst(wide, Grain.Measured(Figures(AreaLevel.County, PeriodKind.Month, 1, 0))).ShouldBeNull();
    }

    private static Core.Disclosure.Topics.DisclosureRule Partner => Core.Disclosure.Topics.DisclosureRule.Partner;

    private static IEnumerable<SafeMeasure> Figures(AreaLevel level, PeriodKind kind, int shown, int hidden) =>
        Enumerable.Range(0, shown + hidden).Select(i => One(level, kind, i, i < shown ? 80 : 3).Partner());

    private static Measure One(AreaLevel level, PeriodKind kind, int area, int count) =>
        Safe.Full with { Level = level, Area = new AreaCode($"A{area}"), Period = new Period(kind, March), Count = Quantity.Of(count) };
}
