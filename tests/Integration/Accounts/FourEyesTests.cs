using Made.Core.Access;
using Made.Core.Accounts;
using Made.TestKit.Site;
using Shouldly;
using Xunit;
using Given = Made.TestKit.Site.Accounts;

namespace Made.Tests.Integration.Accounts;

/// <summary>Grants proposed by one administrator and approved by another, on the pages; and what is asked for the password again.</summary>
public sealed class FourEyesTests
{
    private static readonly Grant Administrator = new() { Role = Role.Administrator };

    [Fact]
    public async Task A_grant_takes_effect_when_a_second_administrator_approves_it_and_not_before()
    {
        await using var site = await Site();
        var (one, two, subject) = (await Given.SignedInAsync(site, "one"), await Given.SignedInAsync(site, "two"), await Given.SignedInAsync(site, "subject"));
        var address = await Address(site, "subject");
        (await Forms.Fill(one, address, [("act", "propose"), ("role", "county-analyst"), ("clearance", "Official")])).Status.ShouldBe(422, "no reason");
        (await Forms.Fill(one, address, [("act", "propose"), ("role", "partner-contributor"), ("why", "a test")])).Body.ShouldContain("acts for one organisation");
        (await Forms.Fill(one, address, [("act", "propose"), ("role", "county-analyst"), ("clearance", "Official"), ("why", "joins the team")])).Status.ShouldBe(302);
        (await Crawl.Visited(subject, "/dashboard")).Status.ShouldBe(404);
        (await Crawl.Visited(two, "/access/people")).Page.QuerySelector(".made-answer")!.TextContent.ShouldBe("One grant waits for a decision.");
        var grant = (await site.Partnership.Records.Accounts.Find("subject"))!.Grants.ShouldHaveSingleItem();
        (await Forms.Fill(one, address, [("act", $"approve {grant.Id}"), ("why", "mine")])).Body.ShouldContain("You proposed this grant yourself");
        (await Forms.Fill(two, address, [("act", $"approve {grant.Id}"), ("why", "agreed")])).Status.ShouldBe(302);
        (await Crawl.Visited(subject, "/dashboard")).Status.ShouldBe(200);
        (await Forms.Fill(one, address, [("act", $"revoke {grant.Id}"), ("why", "moved on")])).Status.ShouldBe(302);
        (await Crawl.Visited(subject, "/dashboard")).Status.ShouldBe(404);
        (await SignInTests.Audit(site)).Where(r => r.StartsWith("grant", StringComparison.Ordinal)).ShouldBe(["grant-proposed", "grant-made", "grant-revoked"]);
        var rows = await site.Partnership.Records.Audit.Of("subject");
        rows.Where(r => r.What.StartsWith("grant", StringComparison.Ordinal)).Select(r => r.By).ShouldBe(["one", "two", "one"]);
    }

    [Fact]
    public async Task Nobody_approves_a_grant_to_themselves_whoever_proposed_it()
    {
        await using var site = await Site();
        var (one, two) = (await Given.SignedInAsync(site, "one"), await Given.SignedInAsync(site, "two"));
        var address = await Address(site, "one");
        (await Forms.Fill(two, address, [("act", "propose"), ("role", "county-analyst"), ("clearance", "Official"), ("why", "a favour")])).Status.ShouldBe(302);
        var grant = (await site.Partnership.Records.Accounts.Find("one"))!.Grants.Single(g => g.State == GrantState.Proposed);
        (await Forms.Fill(one, address, [("act", $"approve {grant.Id}"), ("why", "mine")])).Body.ShouldContain("This grant is for yourself");
        (await Crawl.Visited(one, "/dashboard")).Status.ShouldBe(404, "an administrator has no right to content");
    }

    [Fact]
    public async Task Information_governance_looks_and_changes_nothing()
    {
        await using var site = await Site();
        var governance = await Given.SignedInAsync(site, "governance");
        var address = await Address(site, "subject");
        (await Crawl.Visited(governance, address)).Page.QuerySelector("form[method=post]").ShouldBeNull();
        (await Forms.Fill(governance, "/account/password", [("act", "disable"), ("why", "a test")], address)).Status.ShouldBe(404);
        (await site.Partnership.Records.Accounts.Find("subject"))!.IsEnabled.ShouldBeTrue();
    }

    [Fact]
    public async Task The_audit_is_taken_away_with_a_password_of_the_last_five_minutes_only()
    {
        await using var site = await Site();
        var governance = await Given.SignedInAsync(site, "governance");
        (await Crawl.Visited(governance, "/exchange/audit.csv")).Status.ShouldBe(200);
        await Age(site);
        var asked = await Crawl.Visited(governance, "/exchange/audit.csv?what=signed-in");
        (asked.Status, asked.Headers["Location"]).ShouldBe((302, "/sign-in/again?to=%2Fexchange%2Faudit.csv%3Fwhat%3Dsigned-in"));
        (await Crawl.Visited(governance, "/exchange/audit")).Status.ShouldBe(200, "reading asks for nothing");
        (await Forms.Fill(governance, "/sign-in/again", [("secret", "wrong"), ("to", "/exchange/audit.csv")])).Status.ShouldBe(422);
        (await Crawl.Visited(governance, "/exchange/audit.csv")).Status.ShouldBe(302);
        (await Forms.Fill(governance, "/sign-in/again", [("secret", Given.Password), ("to", "/exchange/audit.csv?what=signed-in")])).Headers["Location"].ShouldBe("/exchange/audit.csv?what=signed-in");
        (await Crawl.Visited(governance, "/exchange/audit.csv")).Status.ShouldBe(200);
        (await Crawl.Visited(site, "/exchange/audit.csv")).Status.ShouldBe(200, "at the machine there is no password to ask for");
        (await Forms.Fill(governance, "/sign-in/again", [("secret", Given.Password), ("to", "//evil.example/")])).Headers["Location"].ShouldBe("/");
    }

    private static async Task<LiveSite> Site()
    {
        var site = await LiveSite.Of(await DemoHome.Empty);
        await Given.AddAsync(site.Partnership, "one", Administrator);
        await Given.AddAsync(site.Partnership, "two", Administrator);
        await Given.AddAsync(site.Partnership, "governance", new Grant { Role = Role.InformationGovernance });
        await Given.AddAsync(site.Partnership, "subject");
        return site;
    }

    private static async Task<string> Address(LiveSite site, string name) => $"/access/people/{(await site.Partnership.Records.Accounts.Find(name))!.Id}";

    /// <summary>As if six minutes had passed since every password was given.</summary>
    private static async Task Age(LiveSite site)
    {
        using var source = new Store.Records.RecordsSource(Path.Combine(site.Home.Home, "records.db"), "");
        await Audit.AuditRows.Run(source, "UPDATE sign_ins SET fresh = fresh - 360000000");
    }
}
