using Made.Store.Records;
using Made.TestKit.Site;
using Made.Tests.Integration.Audit;
using Shouldly;
using Xunit;
using Given = Made.TestKit.Site.Accounts;

namespace Made.Tests.Integration.Accounts;

/// <summary>The further ways between this site, a browser and the identity provider: other hosts of it, signing out there as well, asking it again.</summary>
public sealed class ProviderRoundTests(ProviderSite provided) : IClassFixture<ProviderSite>
{
    private LiveSite Site => provided.Site;

    [ProviderTheory]
    [InlineData("token_endpoint")]
    [InlineData("jwks_uri")]
    public async Task A_host_that_the_provider_names_is_asked_only_where_it_was_named_when_the_provider_was_set(string address)
    {
        var (browser, host) = (Given.Visitor(Site), provided.Process.OtherHost);
        await provided.Process.Publish(address);
        await Set($"Council with its {address} elsewhere", []);
        var before = await provided.Process.AskedElsewhere();
        var refused = await Crawl.Visited(browser, "/sign-in/provider");
        refused.Status.ShouldBe(503);
        refused.Page.QuerySelector(".govuk-error-summary")!.TextContent.ShouldContain($"keeps its tokens or keys at {host}, which this site may not ask");
        (await provided.Process.AskedElsewhere()).ShouldBe(before);
        await Set($"Council with its {address} elsewhere", [host]);
        (await ProviderProcess.SignIn(browser, "robin.smith", "analysts")).Status.ShouldBe(200);
        (await provided.Process.AskedElsewhere()).ShouldBeGreaterThan(before);
        (await Site.Partnership.Records.Audit.Newest(new(ChangeKinds.ProviderSet, ""), 0, 1))[0].Why.ShouldContain($"may be asked at {host} as well");
    }

    [ProviderFact]
    public async Task Signing_out_here_leads_to_signing_out_at_the_provider_and_back_to_a_page_that_says_so()
    {
        await provided.Process.Publish("");
        await Set("Council to sign out of", []);
        var browser = Given.Visitor(Site);
        (await ProviderProcess.SignIn(browser, "robin.smith", "analysts")).Status.ShouldBe(200);
        var left = await Forms.Fill(browser, "/sign-out", []);
        (left.Status, left.Page.QuerySelector("h1")!.TextContent).ShouldBe((200, "You are signed out here"));
        left.Page.QuerySelector(".made-header__who a[href='/account']").ShouldBeNull("the page is a visitor's");
        (await Crawl.Visited(browser, "/account")).Status.ShouldBe(404, "the own sign-in ends first");
        var onward = left.Page.QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content")!["0; url=".Length..];
        onward.ShouldStartWith(provided.Process.Provider.Issuer);
        left.Page.QuerySelector("main a[role=button]")!.GetAttribute("href").ShouldBe(onward);
        var back = await ProviderProcess.SignOut(browser, onward);
        back.ShouldBe("/sign-out/back");
        (await Crawl.Visited(browser, back)).Page.QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content").ShouldBe("0; url=/sign-in?left=both");
        (await Crawl.Visited(browser, "/sign-in?left=both")).Body.ShouldContain("You are signed out here, and came back from signing out at Council to sign out of.");
        (await ProviderProcess.Through(browser, "", "")).ShouldContain("access_denied", customMessage: "the provider asks again who it is");
    }

    [ProviderFact]
    public async Task Where_the_provider_has_no_place_to_sign_out_on_a_host_that_may_be_asked_the_page_says_that_it_may_still_know_the_browser()
    {
        await provided.Process.Publish("end_session_endpoint");
        await Set("Council without a way out", []);
        var browser = Given.Visitor(Site);
        (await ProviderProcess.SignIn(browser, "robin.smith", "analysts")).Status.ShouldBe(200);
        (await Forms.Fill(browser, "/sign-out", [])).Headers["Location"].ShouldBe("/sign-in?left=provider");
        (await Crawl.Visited(browser, "/sign-in?left=provider")).Body.ShouldContain("may still know you in this browser");
    }

    [ProviderFact]
    public async Task A_provider_that_does_not_say_when_confirms_nothing_and_the_page_says_what_would_help()
    {
        await provided.Process.Publish("");
        await Set("Council without a clock", []);
        var browser = Given.Visitor(Site);
        await provided.Process.Spoil("authenticated at no time");
        (await ProviderProcess.SignIn(browser, "lee.white", "governance")).Status.ShouldBe(200, "it signs people in");
        await provided.Process.Spoil("authenticated at no time");
        var answer = await Crawl.Visited(browser, await ProviderProcess.Through(browser, "lee.white", "governance", "/exchange/audit.csv"));
        (answer.Status, answer.Page.QuerySelector("h1")!.TextContent).ShouldBe((422, "It was not confirmed that it is you"));
        answer.Body.ShouldContain("Council without a clock does not say when you gave your password there");
        answer.Body.ShouldContain("(auth_time)");
        (await Crawl.Visited(browser, "/account")).Status.ShouldBe(200, "signed in as before");
        (await Crawl.Visited(browser, "/exchange/audit.csv")).Status.ShouldBe(302, "and still asked");
    }

    [ProviderFact]
    public async Task After_half_an_hour_the_provider_tells_the_groups_anew_without_asking_anybody_and_whoever_left_them_is_out()
    {
        await provided.Process.Publish("");
        await Set("Council that people leave", []);
        var browser = Given.Visitor(Site);
        (await ProviderProcess.SignIn(browser, "mo.grey", "analysts")).Status.ShouldBe(200);
        await Age(31);
        (await Crawl.Visited(browser, "/indicators")).Status.ShouldBe(200, "what a page fetches does not go round");
        browser.Client.DefaultRequestHeaders.Add("Accept", "text/html,*/*");
        var sent = await Crawl.Visited(browser, "/indicators?area=E22990001");
        (sent.Status, sent.Headers["Location"]).ShouldBe((302, "/sign-in/provider?renew=yes&to=%2Findicators%3Farea%3DE22990001"));
        var back = await Crawl.Visited(browser, await ProviderProcess.From(browser, sent.Headers["Location"], "", ""));
        back.Page.QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content").ShouldBe("0; url=/indicators?area=E22990001", back.Body);
        (await Crawl.Visited(browser, "/indicators")).Status.ShouldBe(200);
        (await Crawl.Visited(browser, "/account")).Page.QuerySelectorAll("section[aria-labelledby=places] li").Length.ShouldBe(1, "the new sign-in takes the place of the other");
        await provided.Process.Move("mo.grey", "everybody");
        await Age(31);
        sent = await Crawl.Visited(browser, "/indicators");
        (await Crawl.Visited(browser, await ProviderProcess.From(browser, sent.Headers["Location"], "", ""))).Status.ShouldBe(422);
        (await Crawl.Visited(browser, "/indicators")).Status.ShouldBe(404);
        (await Crawl.Visited(browser, "/account")).Status.ShouldBe(404);
    }

    [ProviderFact]
    public async Task After_an_hour_a_sign_in_by_the_provider_opens_nothing()
    {
        await provided.Process.Publish("");
        await Set("Council of an hour", []);
        var browser = Given.Visitor(Site);
        (await ProviderProcess.SignIn(browser, "jo.black", "analysts")).Status.ShouldBe(200);
        await Age(59);
        (await Crawl.Visited(browser, "/account")).Status.ShouldBe(200);
        await Age(2);
        (await Crawl.Visited(browser, "/account")).Status.ShouldBe(404);
    }

    /// <summary>Another name, so that what was published before is asked for anew.</summary>
    private async Task Set(string name, string[] hosts) => (await Site.Partnership.Records.Providers.Set(
        provided.Process.Provider with { Name = name, Hosts = hosts }, ProviderProcess.Secret, Site.Partnership.Change("test", "Made by a test"))).ShouldBeNull();

    /// <summary>As if so many minutes had passed since everybody signed in.</summary>
    private async Task Age(int minutes)
    {
        using var source = new RecordsSource(Path.Combine(Site.Home.Home, "records.db"), "");
        await AuditRows.Run(source, $"UPDATE sign_ins SET started = started - {minutes * 60_000_000L}");
    }
}
