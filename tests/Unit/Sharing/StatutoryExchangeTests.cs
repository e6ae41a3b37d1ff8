using Made.Core;
using Made.Core.Calendar;
using Made.Core.Sharing;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Sharing;

/// <summary>SI 2007/1831: each quarter from 1 July 2007 is due by the end of the next.</summary>
public sealed class StatutoryExchangeTests
{
    public static TheoryData<int, int> Quarters { get; } = Every();

    [Theory, MemberData(nameof(Quarters))]
    public void A_quarter_is_due_by_the_end_of_the_next_one(int year, int lastMonth)
    {
        // Written out by hand from regulation 3(1), not from the code.
        var due = lastMonth switch { 3 => new DateOnly(year, 6, 30), 6 => new DateOnly(year, 9, 30), 9 => new DateOnly(year, 12, 31), _ => new DateOnly(year + 1, 3, 31) };
        var quarter = new Period(PeriodKind.Quarter, new Month(year, lastMonth));
        StatutoryExchange.DueDay(quarter).ShouldBe(due);
        StatutoryExchange.QuarterOf(quarter.Start).ShouldBe(quarter);
        StatutoryExchange.QuarterOf(quarter.End).ShouldBe(quarter);
        StatutoryExchange.NewestEnded(quarter.End.AddDays(1)).ShouldBe(quarter);
    }

    [Fact]
    public void The_first_quarter_is_July_to_September_2007_and_every_one_since_is_counted_once()
    {
        Quarters.Count.ShouldBe(114);
        StatutoryExchange.First.Name.ShouldBe("July to September 2007");
        StatutoryExchange.DueDay(StatutoryExchange.First).ShouldBe(new DateOnly(2007, 12, 31));
        StatutoryExchange.Back(new Period(PeriodKind.Quarter, new Month(2035, 12))).Count().ShouldBe(114);
        StatutoryExchange.NewestEnded(new DateOnly(2007, 8, 1)).ShouldBe(StatutoryExchange.First);
    }

    [Fact]
    public void After_a_providers_end_the_body_that_followed_it_is_asked_and_that_is_said_to_be_uncertain()
    {
        var before = StatutoryExchange.Of(Small.Pack, Quarter(2022, 6), []).ShouldHaveSingleItem();
        (before.Provider.Id, before.Certain, before.Note).ShouldBe((Small.Trust, true, ""));
        var after = StatutoryExchange.Of(Small.Pack, Quarter(2022, 9), []).ShouldHaveSingleItem();
        (after.Provider.Id, after.Certain, after.Note).ShouldBe((Small.Board, false, "In place of The Trust."));
    }

    [Fact]
    public void A_return_is_not_yet_due_then_late_then_chased_and_received_late()
    {
        var r = One();
        r.State(r.Due).ShouldBe(ReturnState.NotYetDue);
        r.State(r.Due.AddDays(1)).ShouldBe(ReturnState.Late);
        r.WhyNot(ReturnStepKind.Chased, r.Due, r.Due)!.Code.ShouldBe("return-not-yet-due");
        r.WhyNot(ReturnStepKind.Received, r.Quarter.End, r.Due)!.Code.ShouldBe("return-quarter-not-over");
        r.WhyNot(ReturnStepKind.Received, r.Due.AddDays(1), r.Due)!.Code.ShouldBe("sharing-day-ahead");
        r.WhyNot(ReturnStepKind.TakenBack, r.Due, r.Due)!.Code.ShouldBe("return-nothing-to-take-back");
        var chased = With(r, ReturnStepKind.Chased, r.Due.AddDays(3));
        chased.State(r.Due.AddDays(4)).ShouldBe(ReturnState.Chased);
        var received = With(chased, ReturnStepKind.Received, r.Due.AddDays(9));
        received.State(r.Due.AddDays(9)).ShouldBe(ReturnState.ReceivedLate);
        received.WhyNot(ReturnStepKind.Chased, r.Due.AddDays(10), r.Due.AddDays(10))!.Code.ShouldBe("return-settled");
        With(received, ReturnStepKind.TakenBack, r.Due.AddDays(10)).State(r.Due.AddDays(10)).ShouldBe(ReturnState.Chased);
        With(r, ReturnStepKind.Received, r.Due).State(r.Due).ShouldBe(ReturnState.Received);
        With(r, ReturnStepKind.NotHeld, r.Due).State(r.Due.AddYears(1)).ShouldBe(ReturnState.NotHeld);
    }

    private static StatutoryReturn One() => StatutoryExchange.Of(Small.Pack, Quarter(2021, 3), [])[0];

    private static StatutoryReturn With(StatutoryReturn r, ReturnStepKind kind, DateOnly day) =>
        r with { Steps = [.. r.Steps, new(1, r.Provider.Id, r.Quarter.Last, kind, day, new Change("analyst", "because", default))] };

    private static Period Quarter(int year, int month) => new(PeriodKind.Quarter, new Month(year, month));

    private static TheoryData<int, int> Every()
    {
        var data = new TheoryData<int, int>();
        for (var year = 2007; year <= 2035; year++)
            foreach (var month in new[] { 3, 6, 9, 12 })
                if (year > 2007 || month > 6)
                    data.Add(year, month);
        return data;
    }
}
