using Made.Core.Access;
using Made.Core.Sharing;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Access;

public sealed class SendingKeyTests
{
    private static readonly DateOnly Today = new(2026, 11, 30);
    private static readonly string[] Bodies = ["fire", "police"];

    [Theory]
    [InlineData(0, false, true)]
    [InlineData(1, false, true)]
    [InlineData(-1, false, false)]
    [InlineData(1, true, false)]
    public void A_key_opens_to_its_last_day_and_not_once_it_was_revoked(int daysLeft, bool revoked, bool open) =>
        Key(Today.AddDays(daysLeft), revoked).IsOpen(Today).ShouldBe(open);

    [Fact]
    public void Whoever_sends_with_it_is_a_contributor_of_its_body_and_nothing_else()
    {
        var sender = Key(Today, revoked: false).Person;
        (sender.Name, sender.IsKnown).ShouldBe(("Case system (key)", true));
        sender.Grants.ShouldHaveSingleItem().ShouldBe(new Grant { Role = Role.PartnerContributor, Organisation = "fire", Districts = sender.Grants[0].Districts, Clearance = Marking.OfficialSensitive });
        sender.Grants[0].Districts.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "fire", 1, "not-a-key-name")]
    [InlineData("Case (old)", "fire", 1, "not-a-key-name")]
    [InlineData("Case)", "fire", 1, "not-a-key-name")]
    [InlineData("Case\tsystem", "fire", 1, "not-a-key-name")]
    [InlineData("123456789012345678901234567890123456789012345678901234567890", "fire", 1, null)]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901", "fire", 1, "not-a-key-name")]
    [InlineData("Case system", "coastguard", 1, "no-such-organisation")]
    [InlineData("Case system", "fire", -1, "not-a-key-day")]
    [InlineData("Case system", "fire", 0, null)]
    [InlineData("Case system", "police", 731, null)]
    [InlineData("Case system", "police", 732, "not-a-key-day")]
    public void A_key_has_a_name_a_body_and_a_day_within_two_years(string name, string body, int days, string? code)
    {
        var why = SendingKey.WhyNot(name, body, Today.AddDays(days), Bodies, Today);
        why?.Code.ShouldBe(code);
        (why is null).ShouldBe(code is null);
        (why?.Message.Length is null or > 20).ShouldBeTrue();
        (why?.Remedy.Length is null or > 20).ShouldBeTrue();
    }

    private static SendingKey Key(DateOnly until, bool revoked) => new()
    {
        Id = Guid.Empty,
        Name = "Case system",
        Organisation = "fire",
        Made = DateTimeOffset.UnixEpoch,
        By = "administrator",
        Until = until,
        Revoked = revoked ? DateTimeOffset.UnixEpoch : null,
    };
}
