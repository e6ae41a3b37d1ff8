using Made.Core.Access;
using Made.Core.Accounts;
using Made.Store.Records;
using Made.TestKit.Site;
using Shouldly;
using Xunit;
using Given = Made.TestKit.Site.Accounts;

namespace Made.Tests.Integration.Accounts;

/// <summary>Signing in and out over HTTP, with real accounts on a home of the test's own.</summary>
public sealed class SignInTests
{
    private static readonly Grant Analyst = new() { Role = Role.CountyAnalyst };

    [Fact]
    public async Task Whoever_signs_in_sees_what_was_granted_and_comes_back_to_where_they_were()
    {
        await using var site = await Site();
        var caller = Given.Visitor(site);
        (await Crawl.Visited(caller, "/indicators")).Status.ShouldBe(404);
        caller.Client.DefaultRequestHeaders.Referrer = new Uri(site.Address, "/indicators");
        var answer = await caller.SignIn("analyst", Given.Password);
        (answer.Status, answer.Headers["Location"]).ShouldBe((302, "/indicators"));
        answer.Headers["Set-Cookie"].ShouldContain("made-signed-in=");
        answer.Headers["Set-Cookie"].ShouldContain("httponly");
        answer.Headers["Set-Cookie"].ShouldContain("samesite=strict");
        var page = await Crawl.Visited(caller, "/indicators");
        page.Status.ShouldBe(200);
        page.Page.QuerySelector(".made-header__who")!.TextContent.ShouldContain("analyst");
        page.Headers["Cache-Control"].ShouldContain("no-cache");
        (await Crawl.Visited(site, "/indicators")).Page.QuerySelector(".made-header__who")!.TextContent.ShouldContain("You act as the person at this machine");
        (await Audit(site)).ShouldBe(["signed-in"]);
        caller.Client.DefaultRequestHeaders.Referrer = new Uri("https://evil.example/");
        (await Given.Visitor(site).SignIn("analyst", Given.Password)).Headers["Location"].ShouldBe("/");
    }

    [Fact]
    public async Task Every_reason_not_to_let_somebody_in_reads_the_same_and_leaves_its_row_without_what_was_typed()
    {
        await using var site = await Site();
        await site.Partnership.Records.Accounts.Disable((await site.Partnership.Records.Accounts.Find("other"))!.Id, site.Partnership.Change("test", "left"));
        var answers = new List<string>();
        foreach (var (name, password) in new[] { ("analyst", "not the password"), ("nobody-of-that-name", Given.Password), ("other", Given.Password), ("", "") })
        {
            var answer = await Given.Visitor(site).SignIn(name, password);
            answer.Status.ShouldBe(422, name);
            answer.Headers.ContainsKey("Set-Cookie").ShouldBeFalse();
            answers.Add(answer.Page.QuerySelector(".govuk-error-summary")!.TextContent);
        }
        answers.Distinct().ShouldHaveSingleItem();
        var rows = await site.Partnership.Records.Audit.Newest(0, 4);
        rows.Select(r => (r.What, r.Subject)).ShouldBe(
            [("sign-in-failed", "unknown sign-in name"), ("sign-in-failed", "other"), ("sign-in-failed", "unknown sign-in name"), ("sign-in-failed", "analyst")]);
        rows.ShouldAllBe(r => !r.ToString().Contains("nobody-of-that-name") && !r.ToString().Contains("not the password"));
    }

    [Fact]
    public async Task After_five_failures_the_right_password_is_refused_as_well_until_the_lock_ends()
    {
        await using var site = await Site();
        for (var i = 0; i < SignInRules.MostFailures; i++)
            (await Given.Visitor(site).SignIn("analyst", "not the password")).Status.ShouldBe(422);
        (await Given.Visitor(site).SignIn("analyst", Given.Password)).Status.ShouldBe(422);
        (await Audit(site)).ShouldBe(["sign-in-failed", "sign-in-failed", "sign-in-failed", "sign-in-failed", "sign-in-failed", "account-locked", "sign-in-failed"]);
        (await site.Partnership.Records.Accounts.Find("analyst"))!.LockedUntil.ShouldBeGreaterThan(site.Partnership.Now.AddMinutes(14));
        (await Given.Visitor(site).SignIn("other", Given.Password)).Status.ShouldBe(302, "another account is not locked with it");
    }

    [Fact]
    public async Task Guesses_made_at_once_do_not_outrun_the_lock()
    {
        await using var site = await Site();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Given.Visitor(site).SignIn("analyst", i == 19 ? Given.Password : $"guess number {i}")));
        var rows = await Audit(site);
        rows.Count(r => r == "account-locked").ShouldBeLessThanOrEqualTo(1);
        answers.Count(a => a.Status == 302).ShouldBe(rows.Count(r => r == "signed-in"));
        if (rows.Contains("signed-in"))
            rows.IndexOf("signed-in").ShouldBeLessThanOrEqualTo(SignInRules.MostFailures, "the right password came before the lock");
        (await site.Partnership.Records.Accounts.Find("analyst"))!.LockedUntil.ShouldBeGreaterThan(site.Partnership.Now);
    }

    [Fact]
    public async Task A_cookie_is_worth_nothing_after_signing_out_also_where_a_copy_was_kept()
    {
        await using var site = await Site();
        var caller = await Given.SignedInAsync(site, "analyst");
        var kept = Copy(caller, site);
        (await Crawl.Visited(kept, "/account")).Status.ShouldBe(200);
        (await Forms.Fill(caller, "/sign-out", [])).Status.ShouldBe(302);
        (await Crawl.Visited(kept, "/dashboard")).Status.ShouldBe(404);
        (await Crawl.Visited(kept, "/account")).Status.ShouldBe(404);
        (await Audit(site)).ShouldBe(["signed-in", "signed-out"]);
    }

    [Fact]
    public async Task A_changed_password_ends_the_other_sign_ins_and_the_old_one_opens_nothing()
    {
        await using var site = await Site();
        var (here, elsewhere) = (await Given.SignedInAsync(site, "analyst"), await Given.SignedInAsync(site, "analyst"));
        (await Crawl.Visited(here, "/account")).Page.QuerySelectorAll("section[aria-labelledby=places] li").Length.ShouldBe(2);
        (await Forms.Fill(here, "/account/password", [("current", "wrong one"), ("chosen", "another three words")])).Status.ShouldBe(422);
        (await Forms.Fill(here, "/account/password", [("current", Given.Password), ("chosen", "short")])).Status.ShouldBe(422);
        (await Forms.Fill(here, "/account/password", [("current", Given.Password), ("chosen", "another three words")])).Headers["Location"].ShouldBe("/account?done=password");
        (await Crawl.Visited(here, "/account")).Status.ShouldBe(200);
        (await Crawl.Visited(elsewhere, "/account")).Status.ShouldBe(404);
        (await Given.Visitor(site).SignIn("analyst", Given.Password)).Status.ShouldBe(422);
        (await Given.Visitor(site).SignIn("analyst", "another three words")).Status.ShouldBe(302);
    }

    [Fact]
    public async Task What_is_revoked_or_disabled_is_gone_at_the_next_request_also_by_a_command_beside_the_site()
    {
        await using var site = await Site();
        var (caller, other) = (await Given.SignedInAsync(site, "analyst"), await Given.SignedInAsync(site, "other"));
        (await Crawl.Visited(caller, "/dashboard")).Status.ShouldBe(200);
        (await Crawl.Visited(caller, "/dashboard")).Status.ShouldBe(200);
        (await site.Home.Made("account", "revoke", "analyst", "county-analyst", "--reason", "moved on")).Exits(0);
        (await Crawl.Visited(caller, "/dashboard")).Status.ShouldBe(404, "kept pages included");
        (await Crawl.Visited(caller, "/account")).Status.ShouldBe(200, "signed in still");
        (await site.Home.Made("account", "disable", "other", "--reason", "left")).Exits(0);
        (await Crawl.Visited(other, "/account")).Status.ShouldBe(404);
        (await Given.Visitor(site).SignIn("other", Given.Password)).Status.ShouldBe(422);
    }

    [Fact]
    public async Task A_page_kept_for_one_person_is_never_given_to_another_who_may_not_see_it()
    {
        await using var site = await LiveSite.Of(await DemoHome.Prepared);
        await Given.AddAsync(site.Partnership, "analyst", Analyst);
        await Given.AddAsync(site.Partnership, "councillor", new Grant { Role = Role.ScrutinyCouncillor });
        var (analyst, councillor, visitor) = (await Given.SignedInAsync(site, "analyst"), await Given.SignedInAsync(site, "councillor"), Given.Visitor(site));
        foreach (var path in new[] { "/dashboard/E22990001/2026-08", "/scorecard" })
        {
            var (machine, first, again) = (await Crawl.Visited(site, path), await Crawl.Visited(analyst, path), await Crawl.Visited(analyst, path));
            (machine.Status, first.Status, again.Status).ShouldBe((200, 200, 200));
            again.Headers["ETag"].ShouldBe(first.Headers["ETag"]);
            again.Headers["Cache-Control"].ShouldBe("no-cache, private");
            machine.Headers["Cache-Control"].ShouldBe("no-cache");
            first.Body.ShouldContain(">analyst</a>");
            machine.Body.ShouldNotContain(">analyst</a>");
            foreach (var refused in new[] { councillor, visitor })
                (await Crawl.Visited(refused, path)).Body.ShouldBe((await Crawl.Visited(refused, "/dashboard-of-nothing")).Body);
        }
        (await Crawl.Visited(visitor, "/areas/E07990001")).Body.ShouldNotContain("You act as the person at this machine");
    }

    [Theory]
    [InlineData("Forwarded", "for=127.0.0.1")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-Host", "localhost")]
    [InlineData("X-Forwarded-Proto", "http")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("X-Real-IP", "127.0.0.1")]
    [InlineData("Host", "safety.example.org")]
    [InlineData("Host", "127.0.0.1.example.org")]
    public async Task Whatever_was_passed_on_is_not_from_the_person_at_the_machine(string header, string value)
    {
        await using var site = await Site();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/dashboard", UriKind.Relative));
        request.Headers.TryAddWithoutValidation(header, value);
        ((int)(await site.Client.SendAsync(request)).StatusCode).ShouldBe(404);
        (await Crawl.Visited(site, "/dashboard")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_home_that_asks_for_sign_in_asks_the_person_at_the_machine_too()
    {
        await using var site = await Site();
        (await Crawl.Visited(site, "/dashboard")).Status.ShouldBe(200);
        (await site.Home.Made("account", "require")).Exits(0);
        (await Forms.Until(site, "/dashboard", v => v.Status == 404)).Page.QuerySelector(".made-header__who")!.TextContent.ShouldNotContain("You act as");
        (await Crawl.Visited(site, "/access")).Body.ShouldContain("at this machine too");
        (await site.Home.Made("account", "release")).Exits(0);
        await Forms.Until(site, "/dashboard", v => v.Status == 200);
        (await site.Partnership.Records.Audit.Newest(0, 2)).Select(r => r.What).ShouldBe(["sign-in-not-required", "sign-in-required"]);
    }

    [Fact]
    public async Task Behind_a_proxy_nobody_acts_without_signing_in_and_cookies_travel_over_https_only()
    {
        await using var site = await LiveSite.Over((await DemoHome.Empty).Copy(), behindProxy: true);
        await Given.AddAsync(site.Partnership, "analyst", Analyst);
        (await Crawl.Visited(site, "/dashboard")).Status.ShouldBe(404);
        (await Crawl.Visited(site, "/sign-in")).Headers["Set-Cookie"].ShouldContain("secure");
    }

    [Fact]
    public async Task Somebody_known_who_is_refused_leaves_a_row_and_a_visitor_none()
    {
        await using var site = await Site();
        var other = await Given.SignedInAsync(site, "other");
        (await Crawl.Visited(other, "/exchange/audit")).Status.ShouldBe(404);
        (await Crawl.Visited(Given.Visitor(site), "/exchange/audit")).Status.ShouldBe(404);
        (await Crawl.Visited(other, "/no-such-page")).Status.ShouldBe(404);
        for (var i = 0; i < 400 && (await Audit(site)).Count < 2; i++)
            await Task.Delay(50);
        (await site.Partnership.Records.Audit.Newest(0, 1))[0].ShouldSatisfyAllConditions(
            r => r.What.ShouldBe(ChangeKinds.AccessRefused), r => r.By.ShouldBe("other"), r => r.Subject.ShouldBe("GET /exchange/audit"));
        (await Audit(site)).Count(r => r == ChangeKinds.AccessRefused).ShouldBe(1);
    }

    [Fact]
    public async Task A_change_made_by_somebody_signed_in_carries_their_name_whatever_the_form_says()
    {
        await using var site = await LiveSite.Of(await DemoHome.Prepared);
        await Given.AddAsync(site.Partnership, "analyst", Analyst);
        var caller = await Given.SignedInAsync(site, "analyst");
        (await Crawl.Visited(caller, "/indicators/asb/retire")).Page.QuerySelector("input[name=by]").ShouldBeNull();
        (await Forms.Fill(caller, "/indicators/asb/retire", [("why", "a test"), ("by", "somebody else")])).Status.ShouldBe(302);
        (await site.Partnership.Records.Audit.Newest(new(ChangeKinds.IndicatorRetired, ""), 0, 1))[0].By.ShouldBe("analyst");
    }

    internal static async Task<LiveSite> Site()
    {
        var site = await LiveSite.Of(await DemoHome.Empty);
        await Given.AddAsync(site.Partnership, "analyst", Analyst);
        await Given.AddAsync(site.Partnership, "other");
        return site;
    }

    /// <summary>What happened since the accounts were made, oldest first; the worker's rows left out.</summary>
    internal static async Task<List<string>> Audit(LiveSite site)
    {
        var rows = await site.Partnership.Records.Audit.Newest(0, 60);
        return [.. rows.TakeWhile(r => r.By != "test").Where(r => r.By is not "worker").Select(r => r.What).Reverse()];
    }

    private static Caller Copy(Caller caller, LiveSite site)
    {
        var copy = Given.Visitor(site);
        foreach (System.Net.Cookie cookie in caller.Cookies.GetCookies(site.Address))
            copy.Cookies.Add(site.Address, new System.Net.Cookie(cookie.Name, cookie.Value, cookie.Path));
        return copy;
    }
}
