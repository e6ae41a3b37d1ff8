using Made.Core.Access;
using Made.Store.Audit;
using Made.Store.Records;
using Made.TestKit.Site;
using Shouldly;
using Xunit;
using Given = Made.TestKit.Site.Accounts;

namespace Made.Tests.Integration.Accounts;

/// <summary>Signing in with an identity provider that runs beside the site, over HTTP all the way.</summary>
public sealed class ProviderSignInTests(ProviderSite provided) : IClassFixture<ProviderSite>
{
    private LiveSite Site => provided.Site;

    [ProviderFact]
    public async Task Whoever_the_provider_signs_in_may_do_what_their_groups_hold_and_the_audit_says_so_without_their_name()
    {
        var browser = Given.Visitor(Site);
        (await Crawl.Visited(browser, "/sign-in")).Page.QuerySelector("main a[role=button]")!.TextContent.ShouldContain("Sign in with Quillshire Council");
        var back = await ProviderProcess.SignIn(browser, "robin.smith", "analysts,everybody", "/indicators");
        back.Status.ShouldBe(200, back.Body);
        // A strict cookie stays behind where the provider sends the browser on: our own page does.
        back.Page.QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content").ShouldBe("0; url=/indicators");
        back.Page.QuerySelector("main a[href='/indicators']").ShouldNotBeNull();
        back.Headers["Set-Cookie"].ShouldContain("made-signed-in=");
        back.Headers["Set-Cookie"].ShouldContain("samesite=strict");
        back.Headers["Cache-Control"].ShouldContain("no-store");
        back.Headers["Content-Security-Policy"].ShouldContain("form-action 'self'");
        var page = await Crawl.Visited(browser, "/indicators");
        page.Status.ShouldBe(200);
        var name = page.Page.QuerySelector(".made-header__who a[href='/account']")!.TextContent;
        name.ShouldMatch("^Quillshire Council, person [A-Z2-7]{8}$");
        var account = await Crawl.Visited(browser, "/account");
        account.Body.ShouldContain("County analyst");
        account.Body.ShouldContain("robin.smith@example.org by quillshire council");
        account.Page.QuerySelector("a[href='/account/password']").ShouldBeNull("no password of this site opens it");
        (await Forms.Fill(browser, "/indicators/asb/retire", [("why", "a test")])).Status.ShouldBe(302);
        var rows = await Rows();
        rows.ShouldContain(r => r.What == ChangeKinds.SignedIn && r.By == name && r.Subject == name && r.Why == "By Quillshire Council, as a member of: Analysts of the council");
        rows.ShouldContain(r => r.What == ChangeKinds.IndicatorRetired && r.By == name);
        rows.ShouldAllBe(r => !r.ToString().Contains("robin") && !r.ToString().Contains(ProviderProcess.Secret));
        (await Forms.Fill(browser, "/sign-out", [])).Status.ShouldBe(200);
        (await Crawl.Visited(browser, "/indicators")).Status.ShouldBe(404);
        (await ProviderProcess.SignIn(browser, "robin.smith", "analysts")).Status.ShouldBe(200);
        (await Crawl.Visited(browser, "/account")).Page.QuerySelector(".made-header__who a[href='/account']")!.TextContent.ShouldBe(name, "the same person at every sign-in");
    }

    [ProviderTheory]
    [InlineData("wrong nonce", "Its nonce is not the one that this sign-in sent")]
    [InlineData("no nonce", "Its nonce is not the one that this sign-in sent")]
    [InlineData("wrong issuer", "It names another issuer")]
    [InlineData("wrong audience", "It was made for another site")]
    [InlineData("two audiences", "It was made for another site")]
    [InlineData("another party", "It was made for another site")]
    [InlineData("expired", "It is past its time")]
    [InlineData("no expiry", "It is past its time")]
    [InlineData("no person", "It names nobody")]
    [InlineData("not signed", "It is not signed, or not by the provider")]
    [InlineData("signed by the shared secret", "It is not signed, or not by the provider")]
    [InlineData("signed by another key", "It is not signed, or not by the provider")]
    [InlineData("signed by an unknown key", "It is signed by no key that the provider publishes")]
    [InlineData("changed after it was signed", "It is not signed, or not by the provider")]
    [InlineData("no token", "It is no token that can be read")]
    public async Task A_token_that_is_not_good_signs_nobody_in_and_the_audit_says_why(string fault, string why)
    {
        var browser = Given.Visitor(Site);
        var address = await ProviderProcess.Through(browser, "robin.smith", "analysts");
        await provided.Process.Spoil(fault);
        await Refused(browser, address, why);
    }

    [ProviderFact]
    public async Task A_state_or_code_that_is_made_up_used_or_of_another_browser_signs_nobody_in()
    {
        var browser = Given.Visitor(Site);
        var address = await ProviderProcess.Through(browser, "robin.smith", "analysts");
        await Refused(browser, address.Replace("state=", "state=x", StringComparison.Ordinal), "Its state was not made here, or was changed");
        await Refused(browser, "/sign-in/provider/back?code=made-up", "Its state was not made here, or was changed");
        await Refused(Given.Visitor(Site), address, "This browser began no such sign-in, or ended it already");
        (await Crawl.Visited(browser, address)).Status.ShouldBe(200, "nothing of that spoilt it");
        await Refused(browser, address, "This browser began no such sign-in, or ended it already");
        // A code that somebody else was given, put into a sign-in of one's own: the proof key is not theirs.
        var (one, other) = (Given.Visitor(Site), Given.Visitor(Site));
        var (mine, theirs) = (await ProviderProcess.Through(one, "robin.smith", "everybody"), await ProviderProcess.Through(other, "sam.jones", "analysts"));
        await Refused(one, With(mine, "code", Of(theirs, "code")), "The provider gave no token for the code");
        // And a code that was used.
        (await Crawl.Visited(other, await ProviderProcess.Through(other, "sam.jones", "analysts"))).Status.ShouldBe(200);
        var again = Given.Visitor(Site);
        var used = await ProviderProcess.Through(again, "sam.jones", "analysts");
        (await Crawl.Visited(again, used)).Status.ShouldBe(200);
        await Refused(again, With(await ProviderProcess.Through(again, "sam.jones", "analysts"), "code", Of(used, "code")), "The provider gave no token for the code");
    }

    [ProviderFact]
    public async Task Whoever_declines_or_has_no_group_with_a_grant_is_not_signed_in()
    {
        await Refused("", "", "The provider refused, or somebody declined there");
        await Refused("pat.brown", "everybody,nobody-knows", "None of the 2 groups that the provider named has a grant here");
        await Refused("pat.brown", "", "None of the 0 groups that the provider named has a grant here");
        (await Site.Partnership.Records.Accounts.All()).ShouldAllBe(a => !a.SignInName.Contains("pat.brown"), "nothing is kept of whoever is not let in");
    }

    [ProviderFact]
    public async Task What_a_group_loses_its_members_lose_at_the_next_request()
    {
        var group = await provided.GroupAsync("Office of the commissioner", "office", Role.PccOffice);
        var (browser, people) = (Given.Visitor(Site), Site.Partnership.Records.Accounts);
        (await ProviderProcess.SignIn(browser, "kim.green", "office")).Status.ShouldBe(200);
        (await Crawl.Visited(browser, "/dashboard")).Status.ShouldBe(200);
        await people.Disable(group.Id, Site.Partnership.Change("test", "looked at"));
        (await Crawl.Visited(browser, "/dashboard")).Status.ShouldBe(404);
        await people.Enable(group.Id, Site.Partnership.Change("test", "looked at"));
        (await Crawl.Visited(browser, "/dashboard")).Status.ShouldBe(200);
        (await Site.Home.Made("account", "revoke", group.Name, "pcc-office", "--reason", "no longer")).Exits(0);
        (await Crawl.Visited(browser, "/dashboard")).Status.ShouldBe(404, "by a command beside the site, kept pages included");
        (await Crawl.Visited(browser, "/account")).Body.ShouldContain("Nothing is in force today");
        await Refused("kim.green", "office", "None of the 1 groups that the provider named has a grant here");
        var account = (await people.All()).Single(a => a.SignInName.StartsWith("kim.green", StringComparison.Ordinal));
        (await Site.Home.Made("account", "grant", account.Name, "county-analyst")).Exits(1).Messages.ShouldContain("holds the grants of its groups only");
        (await Site.Home.MadeWith("three random words", "account", "password", account.Name)).Exits(1).Messages.ShouldContain("not opened by a password");
        (await Given.Visitor(Site).SignIn(account.Name, "")).Status.ShouldBe(422);
        await people.Disable(account.Id, Site.Partnership.Change("test", "left"));
        (await Crawl.Visited(browser, "/account")).Status.ShouldBe(404);
        await Refused("kim.green", "analysts", "The account is disabled");
    }

    [ProviderFact]
    public async Task A_deed_of_weight_is_confirmed_at_the_provider_and_only_by_whoever_signed_in()
    {
        var browser = Given.Visitor(Site);
        await provided.Process.Spoil("authenticated long ago");
        (await ProviderProcess.SignIn(browser, "lee.white", "governance")).Status.ShouldBe(200);
        var asked = await Crawl.Visited(browser, "/exchange/audit.csv");
        asked.Headers["Location"].ShouldBe("/sign-in/again?to=%2Fexchange%2Faudit.csv");
        (await Crawl.Visited(browser, asked.Headers["Location"])).Page.QuerySelector("main a[role=button]")!.GetAttribute("href").ShouldBe("/sign-in/provider?to=%2Fexchange%2Faudit.csv");
        provided.Process.Forget(browser);
        await Refused(browser, await ProviderProcess.Through(browser, "alex.black", "governance"), "The provider did not say that this person gave password or code just now");
        provided.Process.Forget(browser);
        await provided.Process.Spoil("authenticated long ago");
        await Refused(browser, await ProviderProcess.Through(browser, "lee.white", "governance"), "The provider did not say that this person gave password or code just now");
        await provided.Process.Spoil("authenticated in time to come");
        await Refused(browser, await ProviderProcess.Through(browser, "lee.white", "governance"), "Its password was given in a time to come");
        var back = await ProviderProcess.SignIn(browser, "lee.white", "governance", "/exchange/audit.csv");
        back.Page.QuerySelector("main a[href='/exchange/audit.csv']").ShouldNotBeNull(back.Body);
        (await Crawl.Visited(browser, "/exchange/audit.csv")).Status.ShouldBe(200);
        (await Rows()).ShouldContain(r => r.What == ChangeKinds.SignInRenewed && r.Subject.StartsWith("Quillshire Council, person ", StringComparison.Ordinal));
    }

    private Task<IReadOnlyList<RecordedChange>> Rows() => Site.Partnership.Records.Audit.Newest(0, 60);

    private async Task Refused(string person, string groups, string why)
    {
        var browser = Given.Visitor(Site);
        await Refused(browser, await ProviderProcess.Through(browser, person, groups), why);
    }

    /// <summary>One page for every reason, no cookie, and a row that says which.</summary>
    private async Task Refused(Caller browser, string address, string why)
    {
        var answer = await Crawl.Visited(browser, address);
        answer.Status.ShouldBe(422);
        answer.Body.ShouldContain("You were not signed in: the identity provider&#x27;s answer could not be taken");
        answer.Body.ShouldNotContain(why);
        answer.Headers.GetValueOrDefault("Set-Cookie", "").ShouldNotContain("made-signed-in=");
        (await Site.Partnership.Records.Audit.Newest(new(ChangeKinds.SignInFailed, ""), 0, 1))[0].Why.ShouldBe(why);
    }

    private static string Of(string address, string name) => System.Web.HttpUtility.ParseQueryString(new Uri("http://x" + address).Query)[name]!;

    private static string With(string address, string name, string value) => address.Replace($"{name}={Uri.EscapeDataString(Of(address, name))}", $"{name}={Uri.EscapeDataString(value)}", StringComparison.Ordinal);
}
