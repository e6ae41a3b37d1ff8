using Made.Core.Calendar;
using Made.Core.Register;
using Made.Core.Sharing;
using Made.Store.Records;
using Made.TestKit;
using Made.Tests.Integration.Vault;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Records;

/// <summary>The sharing register and the returns of the statutory exchange, on both databases.</summary>
public sealed class SharingRecordsTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly Period Quarter = new(PeriodKind.Quarter, new Month(2025, 9));

    private static readonly SharingAgreement Protocol = SignedAgreements.Protocol with { Signed = [new("nps", "director", new DateOnly(2025, 3, 3))] };

    private static readonly Pack Pack = SamplePack.Pack with
    {
        Organisations = [.. SamplePack.Pack.Organisations, Body("nps"), Body("crc")],
        Gateways = [new Gateway("s115", "Disclosure", "power", "s.115", "may", DateOnly.MinValue, DateOnly.MaxValue, Certainty.Source, "made up")],
        Agreements = [Protocol],
        PrescribedSets = [new PrescribedSet(9, "Admissions", "paragraph 9", "Trust", "Board", "counts", Certainty.SecondHand, "made up")],
        PrescribedProviders = [new PrescribedProvider(9, "nps", DateOnly.MinValue, DateOnly.MaxValue, false, "not certain", "made up")],
    };

    [Theory, OnEachDatabase]
    public async Task What_a_pack_brings_is_signed_revised_and_ended_here_with_who_and_why(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await Adopted(home);
        var held = (await records.Sharing.All()).ShouldHaveSingleItem();
        Json.Text(held.Newest).ShouldBe(Json.Text(Protocol));
        var signed = Got(await records.Sharing.Sign("protocol", new("crc", " director ", Today), Bodies, Today, held.State, TemporaryHome.By("letter of 2 March")));
        signed.Signatures(1).ShouldBe([Protocol.Signed[0], new Signature("crc", "director", Today)]);
        var revised = Got(await records.Sharing.Revise(Protocol with { Purposes = ["assessment", "plan"] }, signed.State, TemporaryHome.By("a further purpose")));
        (revised.Newest.Version, revised.Signatures(2).Count, revised.Signatures(1).Count).ShouldBe((2, 0, 2));
        Got(await records.Sharing.End("protocol", Today, "", revised.State, TemporaryHome.By("merged")));

        var reopened = (await (await home.Open()).Sharing.All()).ShouldHaveSingleItem();
        reopened.Steps.Select(s => (s.Kind, s.Version, s.Change.Why)).ShouldBe(
            [(SharingStepKind.Signed, 1, "letter of 2 March"), (SharingStepKind.Revised, 2, "a further purpose"), (SharingStepKind.Ended, 2, "merged")]);
        (reopened.End!.Day, reopened.Steps[0].Change.By, reopened.Steps[0].Change.At).ShouldBe((Today, TemporaryHome.By("").By, TemporaryHome.Noon));
        (await records.Audit.Of("protocol")).Select(c => c.What).ShouldBe([ChangeKinds.SharingSigned, ChangeKinds.SharingRevised, ChangeKinds.SharingEnded]);
    }

    [Theory, OnEachDatabase]
    public async Task A_change_from_an_earlier_state_is_refused_and_leaves_nothing(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await Adopted(home);
        var state = (await records.Sharing.All())[0].State;
        Got(await records.Sharing.Sign("protocol", new("crc", "director", Today), Bodies, Today, state, TemporaryHome.By("first")));
        (await records.Sharing.Sign("protocol", new("crc", "chair", Today), Bodies, Today, state, TemporaryHome.By("late"))).Problem!.Code.ShouldBe("sharing-changed-meanwhile");
        (await records.Sharing.Revise(Protocol with { Title = "Late" }, state, TemporaryHome.By("late"))).Problem!.Code.ShouldBe("sharing-changed-meanwhile");
        (await records.Sharing.End("protocol", Today, "", state, TemporaryHome.By("late"))).Problem!.Code.ShouldBe("sharing-changed-meanwhile");
        (await records.Sharing.Revise(Protocol, state + 1, TemporaryHome.By("same"))).Problem!.Code.ShouldBe("sharing-nothing-changed");
        (await records.Sharing.End("protocol", Today, "nothing", state + 1, TemporaryHome.By("lost"))).Problem!.Code.ShouldBe("no-such-sharing-agreement");
        (await records.Sharing.Sign("none", new("crc", "chair", Today), Bodies, Today, 1, TemporaryHome.By("lost"))).Problem!.Code.ShouldBe("no-such-sharing-agreement");
        (await records.Sharing.Add(Protocol, TemporaryHome.By("again"))).Problem!.Code.ShouldBe("sharing-agreement-exists");
        (await records.Audit.Of("protocol")).ShouldHaveSingleItem().Why.ShouldBe("first");
        (await records.Sharing.All()).ShouldHaveSingleItem().State.ShouldBe(state + 1);
    }

    [Theory, OnEachDatabase]
    public async Task An_update_of_the_pack_leaves_what_was_made_here_as_it_is(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await Adopted(home);
        Got(await records.Sharing.Add(Protocol with { Id = "ours", Title = "Ours" }, TemporaryHome.By("ours")));
        Got(await records.Sharing.Revise(Protocol with { Title = "Changed here" }, 1, TemporaryHome.By("here")));
        var update = (await records.Register.UpdatePack(Pack with { Version = "2", Agreements = [Protocol with { Version = 2, Title = "Changed there" }] }, TemporaryHome.By("update")))
            .Succeeded(out var done, out var problem) ? done : throw new InvalidOperationException(problem.ToString());
        update.Conflicts.ShouldHaveSingleItem().Message.ShouldContain("this home made version 2 itself");
        (await records.Sharing.All()).Select(a => a.Newest.Title).ShouldBe(["Changed here", "Ours"]);
        (await records.Register.UpdatePack(Pack with { Version = "2" }, TemporaryHome.By("same"))).Succeeded(out var same, out _).ShouldBeTrue();
        same.Conflicts.ShouldBeEmpty();
    }

    [Theory, OnEachDatabase]
    public async Task A_return_is_chased_received_and_taken_back_each_with_its_audit_row(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await Adopted(home);
        Task<Core.Outcome<StatutoryReturn>> Record(ReturnStepKind kind, int known, string organisation = "nps") => records.Returns.Record(
            new ReturnStep(9, organisation, Quarter.Last, kind, Today, TemporaryHome.By("x")), Pack, known, Today, TemporaryHome.By($"because {kind}"));
        Got(await Record(ReturnStepKind.Chased, 0)).State(Today).ShouldBe(ReturnState.Chased);
        (await Record(ReturnStepKind.Received, 0)).Problem!.Code.ShouldBe("return-changed-meanwhile");
        Got(await Record(ReturnStepKind.Received, 1)).State(Today).ShouldBe(ReturnState.ReceivedLate);
        (await Record(ReturnStepKind.Chased, 2)).Problem!.Code.ShouldBe("return-settled");
        (await Record(ReturnStepKind.Chased, 0, "crc")).Problem!.Code.ShouldBe("return-not-owed");
        Got(await Record(ReturnStepKind.TakenBack, 2)).State(Today).ShouldBe(ReturnState.Chased);
        var reopened = await home.Open();
        (await reopened.Returns.Of(Quarter)).Select(s => (s.Kind, s.Change.Why)).ShouldBe(
            [(ReturnStepKind.Chased, "because Chased"), (ReturnStepKind.Received, "because Received"), (ReturnStepKind.TakenBack, "because TakenBack")]);
        (await reopened.Returns.Of(Quarter with { Last = Quarter.Last.Plus(3) })).ShouldBeEmpty();
        (await records.Audit.Of("9 nps 2025-26-Q2")).Count.ShouldBe(3);
    }

    private static Bodies Bodies => new(Pack.Organisations);

    private static Organisation Body(string id) => new(id, id.ToUpperInvariant(), "probation", DateOnly.MinValue, DateOnly.MaxValue, [], "made up");

    private static async Task<OpenRecords> Adopted(TemporaryHome home)
    {
        var records = await home.Open();
        (await records.Register.AdoptPack(Pack, TemporaryHome.By("init"))).Problem.ShouldBeNull();
        Json.Text((await records.Register.Load())!).ShouldBe(Json.Text(Pack with { Areas = (await records.Register.Load())!.Areas, Indicators = (await records.Register.Load())!.Indicators }));
        return records;
    }

    private static T Got<T>(Core.Outcome<T> outcome) => outcome.Succeeded(out var value, out var problem) ? value : throw new InvalidOperationException(problem.ToString());
}
