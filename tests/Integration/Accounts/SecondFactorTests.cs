using System.Security.Cryptography;
using Made.Core.Accounts;
using Made.TestKit.Site;
using Microsoft.AspNetCore.DataProtection;
using Shouldly;
using Xunit;
using Given = Made.TestKit.Site.Accounts;

namespace Made.Tests.Integration.Accounts;

/// <summary>An authenticator enrolled, used and removed over HTTP.</summary>
public sealed class SecondFactorTests
{
    private const string Enrol = "/account/second-factor/enrol";

    [Fact]
    public async Task A_second_factor_is_enrolled_with_a_right_code_and_then_asked_for()
    {
        await using var site = await SignInTests.Site();
        var (key, recovery, enrolling) = await Enrolled(site);
        recovery.Count.ShouldBe(RecoveryCodes.Count);
        (await Crawl.Visited(enrolling, "/account")).Body.ShouldContain("An authenticator");
        var caller = Given.Visitor(site);
        (await Crawl.Visited(caller, "/sign-in/code")).Headers["Location"].ShouldBe("/sign-in", "without a password no code is asked for");
        (await caller.SignIn("analyst", Given.Password)).Headers["Location"].ShouldBe("/sign-in/code");
        (await Crawl.Visited(caller, "/account")).Status.ShouldBe(404, "the password alone opens nothing");
        (await Forms.Fill(caller, "/sign-in/code", [("code", "000000")])).Status.ShouldBe(422);
        (await Forms.Fill(caller, "/sign-in/code", [("code", Code(key, 1))])).Status.ShouldBe(302);
        (await Crawl.Visited(caller, "/account")).Status.ShouldBe(200);
        var rows = await site.Partnership.Records.Audit.Newest(0, 40);
        rows.ShouldAllBe(r => !r.ToString().Contains(key) && recovery.TrueForAll(c => !r.ToString().Contains(c)));
    }

    [Fact]
    public async Task A_code_that_was_used_is_refused_also_the_one_that_enrolled()
    {
        await using var site = await SignInTests.Site();
        var (key, _, _) = await Enrolled(site);
        (await WithCode(site, Code(key, 0))).Status.ShouldBe(422, "it enrolled");
        (await WithCode(site, Code(key, -1))).Status.ShouldBe(422, "it is older");
        (await WithCode(site, Code(key, 1))).Status.ShouldBe(302);
        (await WithCode(site, Code(key, 1))).Status.ShouldBe(422, "it was used");
        (await SignInTests.Audit(site)).Count(r => r == "sign-in-failed").ShouldBe(3);
    }

    [Fact]
    public async Task A_recovery_code_opens_once_and_wrong_codes_lock_the_account_whatever_the_password()
    {
        await using var site = await SignInTests.Site();
        var (_, recovery, _) = await Enrolled(site);
        (await WithCode(site, recovery[3].ToLowerInvariant())).Status.ShouldBe(302);
        (await WithCode(site, recovery[3])).Status.ShouldBe(422);
        for (var i = 1; i < SignInRules.MostFailures; i++)
            (await WithCode(site, "123456")).Status.ShouldBe(422);
        (await WithCode(site, recovery[4])).Status.ShouldBe(0, "locked: the right password is refused before any code");
        var audit = await SignInTests.Audit(site);
        audit.Count(r => r == "recovery-code-used").ShouldBe(1);
        audit.Count(r => r == "account-locked").ShouldBe(1);
    }

    [Fact]
    public async Task An_offer_for_another_account_or_made_up_enrols_nothing_and_a_wrong_code_neither()
    {
        await using var site = await SignInTests.Site();
        var (one, other) = (await Given.SignedInAsync(site, "analyst"), await Given.SignedInAsync(site, "other"));
        var (key, offer) = await Offered(one);
        (await Forms.Fill(other, Enrol, [("offer", offer), ("code", Code(key, 0))])).Headers["Location"].ShouldBe(Enrol);
        (await Forms.Fill(one, Enrol, [("offer", offer + "x"), ("code", Code(key, 0))])).Headers["Location"].ShouldBe(Enrol);
        (await Forms.Fill(one, Enrol, [("offer", offer), ("code", Code(key, 5))])).Status.ShouldBe(422);
        (await site.Partnership.Records.Accounts.All()).ShouldAllBe(a => !a.HasSecondFactor);
    }

    [Fact]
    public async Task A_second_factor_is_removed_with_the_password_only_or_by_a_command_at_the_machine()
    {
        await using var site = await SignInTests.Site();
        var (_, _, caller) = await Enrolled(site);
        (await Forms.Fill(caller, "/account/second-factor/remove", [("current", "wrong")])).Status.ShouldBe(422);
        (await Forms.Fill(caller, "/account/second-factor/remove", [("current", Given.Password)])).Headers["Location"].ShouldBe("/account?done=removed");
        (await Given.Visitor(site).SignIn("analyst", Given.Password)).Headers["Location"].ShouldBe("/");
        await Enrolled(site);
        (await site.Home.Made("account", "drop-second-factor", "analyst", "--reason", "lost the telephone")).Exits(0);
        (await Crawl.Visited(caller, "/account")).Status.ShouldBe(404);
        (await Given.Visitor(site).SignIn("analyst", Given.Password)).Headers["Location"].ShouldBe("/");
        (await SignInTests.Audit(site)).Count(r => r == "second-factor-removed").ShouldBe(2);
    }

    [Fact]
    public async Task A_key_that_an_earlier_version_kept_is_taken_over_into_the_vault_and_opens_as_before()
    {
        IServiceProvider services = null!;
        await using var site = await LiveSite.Over((await DemoHome.Empty).Copy(), app => services = app.Services);
        var account = await Given.AddAsync(site.Partnership, "analyst");
        var key = RandomNumberGenerator.GetBytes(OneTimeCode.KeyBytes);
        var earlier = services.GetRequiredService<IDataProtectionProvider>().CreateProtector("made account code key", account.Id.ToString("N")).Protect(Convert.ToBase64String(key));
        using var source = new Store.Records.RecordsSource(Path.Combine(site.Home.Home, "records.db"), "");
        await Audit.AuditRows.Run(source, $"UPDATE accounts SET code_key = '{earlier}'");
        // The next start seals what the column held, and the site reads out of that what it is.
        (await Web.Composition.Partnership.OpenAsync(site.Home.Choice)).Succeeded(out var started, out _).ShouldBeTrue();
        await using (started)
        {
            var secrets = started!.Records.AccountSecrets;
            (await secrets.TakeOver(services.GetRequiredService<Web.Accounts.CodeKeys>().OfEarlier, started.Change("test", "start"))).ShouldBe(1);
            (await secrets.TakeOver((_, _) => null, started.Change("test", "start"))).ShouldBe(0);
            (await started.Records.Vault.Check()).Problems.ShouldBeEmpty();
        }
        (await source.Select("SELECT code_key FROM accounts", r => r.GetString(0))).ShouldHaveSingleItem().ShouldStartWith("sealed:field-accounts-code-key.1-");
        (await WithCode(site, OneTimeCode.Of(key, OneTimeCode.StepOf(TimeProvider.System.GetUtcNow())))).Status.ShouldBe(302);
    }

    [Fact]
    public async Task A_key_moved_to_another_account_opens_nothing_there()
    {
        await using var site = await SignInTests.Site();
        var (key, _, _) = await Enrolled(site);
        using (var source = new Store.Records.RecordsSource(Path.Combine(site.Home.Home, "records.db"), ""))
            await Audit.AuditRows.Run(source, "UPDATE accounts SET code_key = (SELECT code_key FROM accounts WHERE name = 'analyst') WHERE name = 'other'");
        (await WithCode(site, Code(key, 1), "other")).Status.ShouldBe(422);
        (await WithCode(site, Code(key, 1))).Status.ShouldBe(302);
    }

    /// <summary>Status 0 where the password was refused.</summary>
    private static async Task<Visit> WithCode(LiveSite site, string code, string name = "analyst")
    {
        var caller = Given.Visitor(site);
        return (await caller.SignIn(name, Given.Password)) is { Status: 302 }
            ? await Forms.Fill(caller, "/sign-in/code", [("code", code)])
            : new Visit("", 0, "", "", new Dictionary<string, string>(), "");
    }

    private static async Task<(string Key, List<string> Recovery, Caller Caller)> Enrolled(LiveSite site)
    {
        var caller = await Given.SignedInAsync(site, "analyst");
        var (key, offer) = await Offered(caller);
        var answer = await Forms.Fill(caller, Enrol, [("offer", offer), ("code", Code(key, 0))]);
        answer.Status.ShouldBe(200);
        answer.Headers["Cache-Control"].ShouldContain("no-store");
        return (key, [.. answer.Page.QuerySelectorAll("main code").Select(c => c.TextContent)], caller);
    }

    private static async Task<(string Key, string Offer)> Offered(Caller caller)
    {
        var page = (await Crawl.Visited(caller, Enrol)).Page;
        var link = page.QuerySelector("a[href^='otpauth:']")!.GetAttribute("href")!;
        var key = page.QuerySelector("main code")!.TextContent.Replace(" ", "");
        link.ShouldContain($"secret={key}&issuer=MADE");
        return (key, page.QuerySelector("input[name=offer]")!.GetAttribute("value")!);
    }

    private static string Code(string key, int stepsAhead) => Authenticator.Code(key, stepsAhead);
}
