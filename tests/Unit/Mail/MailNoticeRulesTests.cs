using Made.Core.Mail;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Mail;

/// <summary>When somebody is told, and when a message is tried again.</summary>
public sealed class MailNoticeRulesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Nothing_is_due_where_all_that_is_new_was_told()
    {
        var standing = new MailStanding(Noon, Noon.AddMinutes(-90));
        MailNoticeRules.DueAt(standing, Noon).ShouldBeNull();
        MailNoticeRules.DueAt(standing, Noon.AddMinutes(-1)).ShouldBeNull();
        MailNoticeRules.DueAt(new MailStanding(Noon, DateTimeOffset.MinValue), Noon).ShouldBeNull();
    }

    [Fact]
    public void What_is_new_is_due_at_once_and_within_an_hour_of_a_message_when_the_hour_is_over()
    {
        MailNoticeRules.DueAt(new MailStanding(Noon, DateTimeOffset.MinValue), Noon.AddTicks(1)).ShouldBe(Noon.AddTicks(1));
        MailNoticeRules.DueAt(new MailStanding(Noon, Noon), Noon.AddMinutes(10)).ShouldBe(Noon.AddHours(1));
        MailNoticeRules.DueAt(new MailStanding(Noon, Noon), Noon.AddMinutes(60)).ShouldBe(Noon.AddHours(1));
        MailNoticeRules.DueAt(new MailStanding(Noon, Noon), Noon.AddMinutes(61)).ShouldBe(Noon.AddMinutes(61));
    }

    [Fact]
    public void A_message_that_is_never_taken_is_tried_twelve_times_with_growing_pauses_the_last_time_after_a_day()
    {
        var (at, tries, pauses) = (Noon, 1, new List<double>());
        while (MailNoticeRules.NextTry(Noon, tries, at) is { } next)
        {
            pauses.Add((next - at).TotalMinutes);
            (at, tries) = (next, tries + 1);
        }
        pauses.ShouldBe([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 417]);
        (tries, at).ShouldBe((12, Noon.AddDays(1)));
    }

    [Fact]
    public void A_try_after_the_day_is_the_last_however_few_there_were()
    {
        MailNoticeRules.NextTry(Noon, 1, Noon.AddDays(3)).ShouldBeNull();
        MailNoticeRules.NextTry(Noon, 1, Noon.AddHours(23.99)).ShouldBe(Noon.AddDays(1));
        MailNoticeRules.NextTry(Noon, int.MaxValue, Noon).ShouldBe(Noon.AddMinutes(1024));
    }
}
