using System.Text.Json;
using Made.Core.Access;
using Made.Core.Sharing;
using Made.Store.Records;
using Made.TestKit.Site;
using Shouldly;
using Xunit;
using Given = Made.TestKit.Site.Accounts;

namespace Made.Tests.Integration.Accounts;

/// <summary>An administrator who looks as somebody else learns which pages open, gets no content by it, and changes nothing.</summary>
public sealed class ViewAsTests
{
    private const string Own = "/dashboard/E22990001/2026-08";
    private const string Other = "/dashboard/E22990002/2026-08";
    private static readonly (string, string)[] Manager = [("act", "begin"), ("role", "district-manager"), ("district", "E07990001"), ("why", "A question from Amberwick")];

    [Fact]
    public async Task Looking_as_a_role_shows_which_pages_open_and_never_more_than_ones_own_grants_do()
    {
        await using var site = await LiveSite.Of(await DemoHome.Prepared);
        await Given.AddAsync(site.Partnership, "the administrator", new Grant { Role = Role.Administrator });
        await Given.AddAsync(site.Partnership, "analyst too", new Grant { Role = Role.Administrator }, new Grant { Role = Role.CountyAnalyst, Clearance = Marking.OfficialSensitive });
        var (administrator, analyst) = (await Given.SignedInAsync(site, "the administrator"), await Given.SignedInAsync(site, "analyst too"));

        (await Crawl.Visited(administrator, Own)).Status.ShouldBe(404);
        (await Forms.Fill(administrator, "/access/view-as", [("act", "begin"), ("role", "district-manager"), ("why", "a test")])).Body.ShouldContain("given for one district or more");
        (await Forms.Fill(administrator, "/access/view-as", [("act", "begin"), ("role", "county-analyst")])).Status.ShouldBe(422, "a reason is asked for");
        (await Forms.Fill(administrator, "/access/view-as", Manager)).Headers["Location"].ShouldBe("/");
        (await Crawl.Visited(administrator, "/")).Page.QuerySelector(".made-viewing")!.TextContent.ShouldContain("You look as: District CSP manager, inside E07990001");
        (await Crawl.Visited(administrator, Own)).Headers["Location"].ShouldBe($"/access/view-as?open={Uri.EscapeDataString(Own)}");
        (await Crawl.Visited(administrator, $"/access/view-as?open={Own}")).Body.ShouldContain($"{Own} opens to them.");
        foreach (var closed in new[] { Other, "/indicators/define", "/exchange", "/access/people", "/exchange/audit" })
            (await Crawl.Visited(administrator, closed)).Body.ShouldBe((await Crawl.Visited(administrator, "/no-such-page")).Body, closed);
        var before = (await site.Partnership.Records.Audit.Newest(0, 1))[0].Number;
        foreach (var changed in new[] { "/tables", "/account", "/account/password", "/exchange" })
            (await Forms.Fill(administrator, "/access/view-as", [("act", "x")], changed)).Headers["Location"].ShouldBe("/access/view-as?refused=change", changed);
        (await site.Partnership.Records.Audit.Newest(0, 1))[0].Number.ShouldBe(before, "nothing was changed, and a look is no refusal");
        (await Forms.Fill(administrator, "/access/view-as", [("act", "end")])).Headers["Location"].ShouldBe("/access/people");
        (await Crawl.Visited(administrator, "/access/people")).Page.QuerySelector(".made-viewing").ShouldBeNull();
        (await Crawl.Visited(administrator, Own)).Status.ShouldBe(404);
        (await SignInTests.Audit(site)).Count(r => r == ChangeKinds.ViewedAs).ShouldBe(2);
        (await site.Partnership.Records.Audit.Newest(new(ChangeKinds.ViewedAs, ""), 0, 2))[1].Why.ShouldBe("Began to look as: District CSP manager, inside E07990001, OFFICIAL-SENSITIVE. A question from Amberwick");

        // Whoever may see it all anyway sees it as the other would.
        (await Crawl.Visited(analyst, Other)).Status.ShouldBe(200);
        (await Forms.Fill(analyst, "/access/view-as", Manager)).Status.ShouldBe(302);
        (await Crawl.Visited(analyst, Own)).Status.ShouldBe(200);
        (await Crawl.Visited(analyst, Other)).Status.ShouldBe(404, "kept pages included");
        (await Districts(analyst)).ShouldBe(["E07990001"]);
        (await Crawl.Visited(analyst, "/indicators/define")).Status.ShouldBe(404);
        var grant = (await site.Partnership.Records.Accounts.Find("analyst too"))!.Grants.Single(g => g.Grant.Role == Role.Administrator);
        await site.Partnership.Records.Accounts.Revoke(grant.Id, site.Partnership.Change("test", "moved on"));
        (await Crawl.Visited(analyst, Other)).Status.ShouldBe(200, "who may no longer look as others is themselves at the next request");
        (await Districts(analyst)).Count.ShouldBeGreaterThan(1);
    }

    private static async Task<List<string>> Districts(Caller caller)
    {
        using var json = JsonDocument.Parse(await caller.Text("/api/v1/measures?indicator=deliberate-fires&level=district&from=2026-08&to=2026-08&format=json"));
        return [.. json.RootElement.EnumerateArray().Select(r => r.GetProperty("area_code").GetString()!).Distinct().Order(StringComparer.Ordinal)];
    }
}
