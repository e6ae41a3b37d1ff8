using Made.Core.Sharing;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Sharing;

public sealed class SharingRulesTests
{
    private static readonly DateOnly Today = new(2023, 6, 1);

    [Fact]
    public void A_sound_agreement_breaks_no_rule() => SharingRules.Broken(Small.Agreement, Small.Pack).ShouldBeEmpty();

    [Fact]
    public void Everything_that_is_wrong_is_named_by_its_field()
    {
        var wrong = Small.Agreement with
        {
            Title = "",
            Parties = [new("nobody", PartyRole.Supplier)],
            Purposes = [],
            Gateways = ["later", "none"],
            DataItems = [],
            Datasets = ["open", "unknown"],
            Review = Small.Start,
            To = Small.Start.AddDays(-1),
        };
        SharingRules.Broken(wrong, Small.Pack).Select(b => $"{b.Field}: {b.Why}").ShouldBe(
        [
            "title: is empty", "parties: 'nobody' is not an organisation of the register", "parties: nobody receives", "purposes: no purpose is given",
            "gateways: 'later' is not in force when the agreement begins", "gateways: 'none' is not a gateway of the register", "dataItems: no data item is listed",
            "datasets: 'open' is open: it is published under an open licence and needs no agreement",
            "datasets: the supplier of 'open', The Trust, is not a party that supplies", "datasets: 'unknown' is not a dataset of the register",
            "review: lies before the agreement begins", "to: lies before the agreement begins",
        ]);
    }

    [Theory]
    [InlineData(Small.Trust, "2023-05-01", "director", "sharing-body-not-then")]
    [InlineData(Small.Police, "2023-05-01", "director", "sharing-not-a-party")]
    [InlineData(Small.Council, "2023-05-01", "director", "sharing-signed-already")]
    [InlineData(Small.Board, "2023-06-02", "director", "sharing-day-ahead")]
    [InlineData(Small.Board, "2023-05-01", " ", "sharing-role-missing")]
    [InlineData(Small.Board, "2023-05-01", "director", null)]
    public void A_signature_is_taken_from_a_party_that_existed_on_the_day_or_from_its_successor(string who, string day, string role, string? code) =>
        SharingRules.WhyNotSign(Small.History(Small.Agreement), new Signature(who, role, DateOnly.Parse(day)), Small.Bodies, Today)?.Code.ShouldBe(code);

    [Fact]
    public void The_refusal_names_the_body_that_stands_in_the_others_place() =>
        SharingRules.WhyNotSign(Small.History(Small.Agreement), new Signature(Small.Trust, "director", Today), Small.Bodies, Today)!.Remedy.ShouldStartWith("The Board stood in its place");

    [Fact]
    public void What_has_ended_is_neither_signed_nor_ended_again()
    {
        var ended = Small.History(Small.Agreement, Small.Step(SharingStepKind.Ended, Today));
        SharingRules.WhyNotSign(ended, new Signature(Small.Board, "director", Today), Small.Bodies, Today)!.Code.ShouldBe("sharing-agreement-ended");
        SharingRules.WhyNotEnd(ended, Today)!.Code.ShouldBe("sharing-agreement-ended");
        SharingRules.WhyNotEnd(Small.History(Small.Agreement), Small.Start.AddDays(-1))!.Code.ShouldBe("sharing-ends-before-it-begins");
        SharingRules.WhyNotEnd(Small.History(Small.Agreement), Today).ShouldBeNull();
    }

    [Theory]
    [InlineData(91, null)]
    [InlineData(90, 90)]
    [InlineData(31, 90)]
    [InlineData(30, 30)]
    [InlineData(1, 30)]
    [InlineData(0, 0)]
    [InlineData(-400, 0)]
    public void A_reminder_comes_90_and_30_days_before_and_on_the_day(int daysLeft, int? step) => Reminder.Step(Today.AddDays(daysLeft), Today).ShouldBe(step);

    [Fact]
    public void Review_and_expiry_are_reminded_of_apart_and_an_ended_agreement_never()
    {
        var day = Small.Agreement.To.AddDays(-10);
        Reminder.Due([Small.History(Small.Agreement)], Small.Bodies, day).Select(r => (r.Kind, r.Within, r.DaysLeft))
            .ShouldBe([(ReminderKind.Review, 0, Small.Agreement.Review.DayNumber - day.DayNumber), (ReminderKind.Expiry, 30, 10)]);
        Reminder.Due([Small.History(Small.Agreement, Small.Step(SharingStepKind.Ended, day.AddDays(-1)))], Small.Bodies, day).ShouldBeEmpty();
    }

    [Fact]
    public void Who_stands_in_whose_place_is_followed_through_every_successor_and_never_in_a_circle()
    {
        Small.Bodies.InPlaceOf(Small.Trust, Small.TrustEnds).Select(o => o.Id).ShouldBe([Small.Trust]);
        Small.Bodies.InPlaceOf(Small.Trust, Small.TrustEnds.AddDays(1)).Select(o => o.Id).ShouldBe([Small.Board]);
        Small.Bodies.InPlaceOf("nobody", Today).ShouldBeEmpty();
        var circle = new Core.Register.Bodies([Small.Organisations[0] with { Successors = [Small.Trust] }]);
        circle.InPlaceOf(Small.Trust, Today).ShouldBeEmpty();
    }
}
