using FsCheck;
using FsCheck.Fluent;
using Made.Core.Sharing;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Sharing;

/// <summary>No agreement in force, no reading.</summary>
public sealed class SharingCoverTests
{
    private static readonly DateOnly Spring = new(2021, 4, 1);

    [Fact]
    public void A_dataset_is_read_under_an_agreement_that_covers_it_and_that_its_supplier_and_every_recipient_signed() =>
        Why(Small.History(Small.Agreement), Spring).ShouldBeNull();

    [Theory]
    [InlineData(Small.Trust, "The Trust")]
    [InlineData(Small.Council, "The Council")]
    public void Without_the_signature_of_the_supplier_or_of_a_recipient_it_is_not_read(string missing, string name)
    {
        var why = Why(Small.History(Small.Agreement with { Signed = [.. Small.Agreement.Signed.Where(s => s.Organisation != missing)] }), Spring)!;
        (why.Code, why.Message).ShouldBe(("sharing-unsigned", $"The protocol, version 1, is not signed by {name}, so Admissions is not read."));
    }

    [Fact]
    public void Another_suppliers_missing_signature_does_not_stop_it()
    {
        var three = Small.Agreement with { Parties = [.. Small.Agreement.Parties, new(Small.Police, PartyRole.Supplier)] };
        Why(Small.History(three), Spring).ShouldBeNull();
        SharingStanding.Of(Small.History(three), Small.Bodies, Spring).ShouldBeOfType<SharingStanding.Unsigned>().Missing.ShouldBe([Small.Police]);
    }

    [Theory]
    [InlineData("2020-03-31", "sharing-not-begun")]
    [InlineData("2020-04-01", null)]
    [InlineData("2024-03-31", "sharing-unsigned")]
    [InlineData("2024-04-01", "sharing-expired")]
    public void It_is_read_from_its_first_day_to_its_last(string day, string? code) => Why(Small.History(Small.Agreement), DateOnly.Parse(day))?.Code.ShouldBe(code);

    [Fact]
    public void The_signature_of_a_body_that_ended_does_not_bind_the_body_that_followed_it()
    {
        Why(Small.History(Small.Agreement), Small.TrustEnds).ShouldBeNull();
        Why(Small.History(Small.Agreement), Small.TrustEnds.AddDays(1))!.Message.ShouldContain("not signed by The Board");
        Why(Small.History(Small.Agreement, Small.Signs(Small.Board, Small.TrustEnds.AddDays(5))), Small.TrustEnds.AddDays(4))!.Code.ShouldBe("sharing-unsigned");
        Why(Small.History(Small.Agreement, Small.Signs(Small.Board, Small.TrustEnds.AddDays(5))), Small.TrustEnds.AddDays(5)).ShouldBeNull();
    }

    [Fact]
    public void A_new_version_counts_once_it_is_signed_and_the_one_before_until_then()
    {
        var second = Small.Agreement with { Version = 2, Datasets = [], Signed = [] };
        var both = new SharingHistory { Versions = [Small.Agreement, second], Steps = [] };
        Why(both, Spring).ShouldBeNull();
        var half = both with { Steps = [Small.Signs(Small.Council, Spring, 2)] };
        Why(half, Spring)!.Code.ShouldBe("sharing-not-covered");
        Why(both with { Versions = [Small.Agreement, second with { Datasets = ["admissions"] }], Steps = [Small.Signs(Small.Council, Spring, 2)] }, Spring).ShouldBeNull();
    }

    [Fact]
    public void An_ended_agreement_reads_to_its_last_day_and_names_what_took_its_place()
    {
        var ended = Small.History(Small.Agreement, Small.Step(SharingStepKind.Ended, Spring) with { Other = "next" });
        Why(ended, Spring).ShouldBeNull();
        var why = Why(ended, Spring.AddDays(1))!;
        why.Code.ShouldBe("sharing-ended");
        why.Remedy.ShouldContain("/sharing/write/next");
    }

    [Fact]
    public void An_open_dataset_needs_none_and_one_without_a_controller_is_not_read_at_all()
    {
        SharingCover.WhyNot(Small.Owed with { Open = true }, [], Small.Bodies, Spring).ShouldBeNull();
        SharingCover.WhyNot(Small.Owed with { Protection = null }, [Small.History(Small.Agreement)], Small.Bodies, Spring)!.Code.ShouldBe("sharing-no-controller");
        SharingCover.WhyNot(Small.Owed, [], Small.Bodies, Spring)!.Code.ShouldBe("sharing-no-agreement");
        SharingCover.WhyNot(Small.Owed, [Small.History(Small.Agreement with { Datasets = ["other"] })], Small.Bodies, Spring)!.Code.ShouldBe("sharing-no-agreement");
    }

    [Fact]
    public void Taking_a_signature_away_never_opens_what_was_closed()
    {
        string[] who = [Small.Trust, Small.Board, Small.Council, Small.Police];
        var given = Gen.ListOf(Gen.Choose(0, 3)).Select(l => l.Distinct().ToArray());
        Prop.ForAll(given.ToArbitrary(), Gen.Choose(-30, 1800).ToArbitrary(), (picks, days) =>
        {
            var steps = picks.Select((p, i) => Small.Signs(who[p], Small.Start.AddDays(i * 40))).ToList();
            var day = Small.Start.AddDays(days);
            var bare = Small.Agreement with { Signed = [] };
            var closed = Why(Small.History(bare, [.. steps]), day) is not null;
            return !closed || steps.TrueForAll(s => Why(Small.History(bare, [.. steps.Where(x => x != s)]), day) is not null);
        }).QuickCheckThrowOnFailure();
    }

    private static Core.Problem? Why(SharingHistory history, DateOnly day) => SharingCover.WhyNot(Small.Owed, [history], Small.Bodies, day);
}
