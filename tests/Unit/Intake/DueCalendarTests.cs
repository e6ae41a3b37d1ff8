using Made.Core.Calendar;
using Made.Core.Exchange;
using Made.TestKit.Intake;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Intake;

public sealed class DueCalendarTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    // Owed monthly from June, 20 days after the month.
    private static readonly DatasetDefinition Monthly = TestDatasets.IncidentsOfPartner with { Open = false, DueDays = 20, OwedFrom = new Month(2026, 6) };

    [Fact]
    public void Each_return_stands_as_what_is_held_of_it_says()
    {
        var returns = DueCalendar.Of([Monthly], [Held("2026-06", 5), Held("2026-07", 0), Held("2026-09", 5, provisional: true), Held("2026-11", 2, provisional: true)], Today);
        returns.Take(7).Select(r => (r.Last.ToString(), r.State)).ShouldBe(
        [
            ("2026-06", DueState.Received), ("2026-07", DueState.Nil), ("2026-08", DueState.Late), ("2026-09", DueState.Late), ("2026-10", DueState.Late),
            ("2026-11", DueState.Provisional), ("2026-12", DueState.ToCome),
        ]);
        returns[2].Day.ShouldBe(new DateOnly(2026, 9, 20));
    }

    [Fact]
    public void A_quarter_is_received_when_each_of_its_months_is()
    {
        var quarterly = Monthly with { FrequencyMonths = 3, DueDays = 60 };
        DueCalendar.Of([quarterly], [Held("2026-07", 1), Held("2026-08", 1)], Today).Single(r => r.Last == new Month(2026, 9)).State.ShouldBe(DueState.Provisional);
        DueCalendar.Of([quarterly], [Held("2026-07", 1), Held("2026-08", 1), Held("2026-09", 1)], Today).Single(r => r.Last == new Month(2026, 9)).State.ShouldBe(DueState.Received);
        // What was owed only from June on is not asked for April and May.
        DueCalendar.Of([quarterly], [], Today)[0].First.ShouldBe(new Month(2026, 6));
    }

    [Fact]
    public void A_reminder_comes_a_week_before_the_last_day_and_stays_until_the_return_is_in()
    {
        var due = DueCalendar.Of([Monthly], [], Today).Single(r => r.Last == new Month(2026, 11));
        due.IsRemindedOn(new DateOnly(2026, 12, 12)).ShouldBeFalse();
        due.IsRemindedOn(new DateOnly(2026, 12, 13)).ShouldBeTrue();
        due.IsRemindedOn(new DateOnly(2027, 2, 1)).ShouldBeTrue();
        (due with { State = DueState.Nil }).IsRemindedOn(new DateOnly(2026, 12, 20)).ShouldBeFalse();
        (due with { Day = new DateOnly(2026, 11, 30) }).IsRemindedOn(new DateOnly(2026, 11, 30)).ShouldBeFalse();
    }

    [Fact]
    public void Open_data_are_owed_by_nobody() => DueCalendar.Of([Monthly with { Open = true }], [], Today).ShouldBeEmpty();

    private static Supply Held(string month, long records, bool provisional = false) => new()
    {
        Id = $"partner-incidents-{month}-r1",
        Dataset = Monthly.Id,
        First = Month.Parse(month),
        Last = Month.Parse(month),
        Revision = 1,
        State = SupplyState.Current,
        File = "a.csv",
        Sha256 = "",
        FactsSha256 = "",
        Received = DateTimeOffset.UnixEpoch,
        Released = null,
        Stored = records,
        WithoutPlace = 0,
        OutsideArea = 0,
        IsProvisional = provisional,
    };
}
