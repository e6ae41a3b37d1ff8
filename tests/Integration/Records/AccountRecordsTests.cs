using Made.Core.Access;
using Made.Core.Accounts;
using Made.Core.Register;
using Made.Core.Sharing;
using Made.Store.Records;
using Made.TestKit;
using Made.Tests.Integration.Audit;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Records;

/// <summary>Accounts, grants and sign-ins on both databases, each change with its audit row.</summary>
public sealed class AccountRecordsTests
{
    private static readonly DatedGrant Manager = new()
    {
        Id = Guid.Empty,
        Grant = new Grant { Role = Role.DistrictManager, Organisation = "council", Districts = [new AreaCode("E07000001"), new AreaCode("E07000002")], Clearance = Marking.OfficialSensitive },
        From = new DateOnly(2026, 3, 2),
        Until = new DateOnly(2026, 12, 31),
        State = GrantState.InForce,
        ProposedBy = "",
        DecidedBy = "",
    };

    [Theory, OnEachDatabase]
    public async Task An_account_its_grants_and_sign_in_are_read_back_as_they_were_kept(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await home.Open();
        var account = Got(await records.Accounts.Add(" Manager, east ", "M.East@Example.org ", "hash", TemporaryHome.By("joined")));
        (account.Name, account.SignInName, account.IsEnabled, account.HasSecondFactor).ShouldBe(("Manager, east", "m.east@example.org", true, false));
        var given = Got(await records.Accounts.Give(account.Id, Manager, TemporaryHome.By("granted")));
        var done = (await records.SignIns.Try(account.Id, h => h == "hash", "a browser", TemporaryHome.By("door", 1))).ShouldBeOfType<SignInAnswer.Done>();
        var who = (await (await home.Open()).SignIns.Find(done.At.Id))!;
        (who.Account.Id, who.Account.Name, who.At.Place, who.At.Started).ShouldBe((account.Id, account.Name, "a browser", TemporaryHome.Noon.AddMinutes(1)));
        var grant = who.Account.Grants.ShouldHaveSingleItem();
        (grant.Id, grant.From, grant.Until, grant.Grant.Role, grant.Grant.Organisation, grant.Grant.Clearance)
            .ShouldBe((given.Id, Manager.From, Manager.Until, Role.DistrictManager, "council", Marking.OfficialSensitive));
        grant.Grant.Districts.ShouldBe(Manager.Grant.Districts);
        (await records.SignIns.Find(Guid.NewGuid())).ShouldBeNull();
        (await records.Audit.Of("Manager, east")).Select(r => (r.What, r.By)).ShouldBe([("account-added", "test"), ("grant-made", "test"), ("signed-in", "test")]);
    }

    [Theory, OnEachDatabase]
    public async Task Two_accounts_never_share_a_name_or_what_is_typed_to_sign_in(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await home.Open();
        Got(await records.Accounts.Add("Analyst", "a@example.org", "hash", TemporaryHome.By("joined")));
        foreach (var (name, typed) in new[] { ("Analyst", "b@example.org"), ("Other", "A@EXAMPLE.ORG"), ("a@example.org", "c@example.org") })
            (await records.Accounts.Add(name, typed, "hash", TemporaryHome.By("again"))).Problem!.Code.ShouldBe("account-exists");
        (await records.Accounts.All()).Count.ShouldBe(1);
    }

    [Theory, OnEachDatabase]
    public async Task A_revoked_grant_a_disabled_account_and_an_ended_sign_in_are_gone_at_once(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await home.Open();
        var account = Got(await records.Accounts.Add("Analyst", "a@example.org", "hash", TemporaryHome.By("joined")));
        var grant = Got(await records.Accounts.Give(account.Id, Manager, TemporaryHome.By("granted")));
        async Task<Guid> SignIn() => (await records.SignIns.Try(account.Id, _ => true, "", TemporaryHome.By("door"))).ShouldBeOfType<SignInAnswer.Done>().At.Id;
        var (first, second) = (await SignIn(), await SignIn());
        Got(await records.Accounts.Revoke(grant.Id, TemporaryHome.By("moved")));
        (await records.SignIns.Find(first))!.Account.Grants.ShouldBeEmpty();
        (await records.Accounts.Revoke(grant.Id, TemporaryHome.By("twice"))).Problem!.Code.ShouldBe("no-such-grant");
        (await records.SignIns.End((await records.SignIns.Find(first))!, TemporaryHome.By("out"))).ShouldBeTrue();
        (await records.SignIns.Find(first)).ShouldBeNull();
        Got(await records.Accounts.Disable(account.Id, TemporaryHome.By("left")));
        (await records.SignIns.Find(second)).ShouldBeNull();
        (await records.SignIns.Try(account.Id, _ => true, "", TemporaryHome.By("door"))).ShouldBeOfType<SignInAnswer.Refused>();
        Got(await records.Accounts.Enable(account.Id, TemporaryHome.By("back")));
        (await records.SignIns.Find(second)).ShouldBeNull("enabling brings no old sign-in back");
        await SignIn();
        (await records.Accounts.All())[0].Grants.ShouldHaveSingleItem().State.ShouldBe(GrantState.Revoked, "nothing is forgotten");
    }

    [Theory, OnEachDatabase]
    public async Task A_proposed_grant_counts_once_another_administrator_approved_it_and_the_first_one_at_once(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await home.Open();
        var administrator = new DatedGrant { Id = Guid.Empty, Grant = new Grant { Role = Role.Administrator }, From = Manager.From, Until = DateOnly.MaxValue, State = GrantState.Proposed, ProposedBy = "", DecidedBy = "" };
        var first = Got(await records.Accounts.Add("First", "first@example.org", "hash", TemporaryHome.By("joined")));
        var second = Got(await records.Accounts.Add("Second", "second@example.org", "hash", TemporaryHome.By("joined")));
        Got(await records.Accounts.Propose(first.Id, administrator, TemporaryHome.By("begin"))).State.ShouldBe(GrantState.InForce);
        var proposed = Got(await records.Accounts.Propose(second.Id, administrator, TemporaryHome.By("machine")));
        (proposed.State, proposed.ProposedBy).ShouldBe((GrantState.Proposed, "test"));
        (await records.Accounts.Decide(proposed.Id, second, true, TemporaryHome.By("own"))).Problem!.Code.ShouldBe("own-grant");
        var given = Got(await records.Accounts.Decide(proposed.Id, first, true, TemporaryHome.By("approved") with { By = "First" }));
        (given.State, given.DecidedBy).ShouldBe((GrantState.InForce, "First"));
        (await records.Accounts.Decide(proposed.Id, first, false, TemporaryHome.By("twice"))).Problem!.Code.ShouldBe("grant-not-proposed");
        var own = Got(await records.Accounts.Propose(second.Id, Manager, TemporaryHome.By("more") with { By = "First" }));
        (await records.Accounts.Decide(own.Id, first, true, TemporaryHome.By("own"))).Problem!.Code.ShouldBe("own-proposal");
        Got(await records.Accounts.Decide(own.Id, second with { Id = Guid.NewGuid() }, false, TemporaryHome.By("no"))).State.ShouldBe(GrantState.Declined);
        (await records.Audit.Of("First"))[^1].Why.ShouldContain("The first administrator, made by one person");
        (await records.Audit.Of("Second")).Select(r => r.What).ShouldBe(["account-added", "grant-proposed", "grant-made", "grant-proposed", "grant-declined"]);
    }

    [Theory, OnEachDatabase]
    public async Task The_lock_ends_by_itself_and_counts_from_anew(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await home.Open();
        var account = Got(await records.Accounts.Add("Analyst", "a@example.org", "hash", TemporaryHome.By("joined")));
        Task<SignInAnswer> Try(bool right, double minutes) => records.SignIns.Try(account.Id, _ => right, "", TemporaryHome.By("door", minutes));
        for (var i = 0; i < SignInRules.MostFailures; i++)
            (await Try(false, 0)).ShouldBeOfType<SignInAnswer.Refused>();
        (await Try(true, 14.9)).ShouldBeOfType<SignInAnswer.Refused>();
        (await Try(false, 15.1)).ShouldBeOfType<SignInAnswer.Refused>();
        (await Try(true, 15.2)).ShouldBeOfType<SignInAnswer.Done>();
    }

    [Theory, OnEachDatabase]
    public async Task Where_the_audit_takes_no_row_nobody_is_let_in_and_no_failure_is_forgiven(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await home.Open();
        var account = Got(await records.Accounts.Add("Analyst", "a@example.org", "hash", TemporaryHome.By("joined")));
        using var source = new RecordsSource(home.Home.RecordsFile, home.Home.Settings.Records);
        await AuditRows.Run(source, source.IsPostgres
            ? "CREATE FUNCTION refuse() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'planted: no row'; END $$ LANGUAGE plpgsql; CREATE TRIGGER refusing BEFORE INSERT ON changes FOR EACH ROW EXECUTE FUNCTION refuse()"
            : "CREATE TRIGGER refusing BEFORE INSERT ON changes BEGIN SELECT RAISE(ABORT, 'planted: no row'); END");
        OpenRecords.Refusal(await Should.ThrowAsync<Exception>(() => records.SignIns.Try(account.Id, _ => true, "", TemporaryHome.By("door")))).ShouldNotBeNull();
        OpenRecords.Refusal(await Should.ThrowAsync<Exception>(() => records.Accounts.Give(account.Id, Manager, TemporaryHome.By("granted")))).ShouldNotBeNull();
        (await records.SignIns.Of(account, TemporaryHome.Noon)).ShouldBeEmpty();
        (await records.Accounts.All())[0].Grants.ShouldBeEmpty();
    }

    [Theory, OnEachDatabase]
    public async Task A_home_says_whether_everybody_signs_in(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await home.Open();
        (await records.Accounts.IsSignInRequired()).ShouldBeFalse();
        foreach (var required in new[] { true, true, false })
        {
            await records.Accounts.RequireSignIn(required, TemporaryHome.By("decided"));
            (await (await home.Open()).Accounts.IsSignInRequired()).ShouldBe(required);
        }
        (await records.Audit.Of("home")).Select(r => r.What).ShouldBe(["sign-in-required", "sign-in-not-required"]);
    }

    private static T Got<T>(Core.Outcome<T> outcome) => outcome.Succeeded(out var value, out var problem) ? value : throw new InvalidOperationException(problem.ToString());
}
