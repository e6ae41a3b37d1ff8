using FsCheck;
using FsCheck.Fluent;
using Made.Core.Coarsening;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Coarsening;

public class PartOfDayTests
{
    [Theory]
    [InlineData("00:00", "night")]
    [InlineData("01:30", "night")]
    [InlineData("05:59", "night")]
    [InlineData("06:00", "morning")]
    [InlineData("11:59", "morning")]
    [InlineData("12:00", "afternoon")]
    [InlineData("17:59", "afternoon")]
    [InlineData("18:00", "evening")]
    [InlineData("23:59", "evening")]
    public void A_time_of_day_falls_in_its_quarter(string time, string part) =>
        PartsOfDay.Of(TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture)).Code().ShouldBe(part);

    [Fact]
    public void What_was_made_coarser_once_stays_as_it_is_and_no_two_minutes_of_a_part_differ()
    {
        var minutes = Gen.Choose(0, (24 * 60) - 1).Select(m => new TimeOnly(m / 60, m % 60)).ToArbitrary();
        Prop.ForAll(minutes, minutes, (time, other) =>
        {
            var part = PartsOfDay.Of(time);
            return PartsOfDay.Of(part.Start()) == part && (PartsOfDay.Of(other) == part) == (other.Hour / 6 == time.Hour / 6);
        }).QuickCheckThrowOnFailure();
        Enumerable.Range(0, 24 * 60).Select(m => PartsOfDay.Of(new TimeOnly(m / 60, m % 60))).CountBy(p => p).Select(p => p.Value).ShouldBe([360, 360, 360, 360]);
    }

    [Fact]
    public void The_words_say_where_a_part_begins_and_ends() =>
        PartsOfDay.All.Select(p => p.Words()).ShouldBe(["night (00:00 to 05:59)", "morning (06:00 to 11:59)", "afternoon (12:00 to 17:59)", "evening (18:00 to 23:59)"]);
}
