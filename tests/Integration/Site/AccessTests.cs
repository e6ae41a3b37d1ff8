using Made.Core.Access;
using Made.TestKit.Site;
using Made.Web.Access;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Site;

/// <summary>Every address has a rule, and the page says which.</summary>
public sealed class AccessTests
{
    private static readonly string[] Public =
    [
        "/", "/access", "/access.{kind:regex(^(csv|xlsx|ods)$)}", "/accessibility", "/api/v1/areas", "/api/v1/editions", "/api/v1/editions/{month:length(7)}/{number:int}/changes",
        "/api/v1/editions/{month:length(7)}/{number:int}/measures.csv-metadata.json", "/api/v1/editions/{month:length(7)}/{number:int}/measures.{kind:regex(^(csv|parquet|ods|xlsx)$)}", "/embed/{gss}/{indicator}",
        "/api/v1/indicators", "/api/v1/measures", "/api/v1/{documentName}.json",
        "/areas/{gss}", "/data", "/feeds/areas/{gss}.atom", "/feeds/indicators/{id}.atom", "/feeds/released.atom", "/glossary", "/health", "/help", "/help/pictures/{name:regex(^[a-z-]+$)}.png", "/help/{id:regex(^(supplier|analyst|manager|administrator)$)}", "/how-to-read", "/problem", "/sign-in", "/sign-in/code", "/sign-in/provider", "/sign-in/provider/back", "/sign-out", "/sign-out/back",
    ];

    private static Task<PreparedHome> Begun => PreparedHome.Of("begun-access", async folder =>
        (await MadeCommand.Run("init", "--pack", "demo", "--home", Path.Combine(folder, "home"), "--keys", Path.Combine(folder, "keys"), "--today", "2026-11-22")).Exits(0));

    [Fact]
    public async Task Every_address_of_the_running_site_has_a_rule_and_every_rule_an_address()
    {
        await using var site = await LiveSite.Of(await Begun);
        var patterns = site.Patterns.Select(AddressRules.Written).Distinct(StringComparer.Ordinal).ToList();
        patterns.Count.ShouldBeGreaterThan(50);
        patterns.Where(p => AddressRules.Find(p) is null).ShouldBeEmpty();
        AddressRules.All.Select(r => r.Address).Except(patterns).ShouldBeEmpty();
        AddressRules.All.SelectMany(r => new[] { (r.Resource, r.Look), (r.Resource, r.Send) }).Where(r => AccessMatrix.Find(r.Item1, r.Item2) is null).ShouldBeEmpty();
    }

    [Fact]
    public void The_public_addresses_are_these_and_no_other() =>
        AddressRules.All.Where(r => AccessMatrix.Find(r.Resource, r.Look)!.IsPublic).Select(r => r.Address).Order(StringComparer.Ordinal)
            .ShouldBe(Public.Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_planted_address_without_a_rule_is_noticed_and_answered_as_one_that_is_not_there()
    {
        await using var site = await LiveSite.Over((await Begun).Copy(), app => app.MapGet("/planted", () => "open door"));
        site.Patterns.Where(p => AddressRules.Find(p) is null).ShouldBe(["/planted"]);
        var (hidden, absent) = (await Crawl.Visited(site, "/planted"), await Crawl.Visited(site, "/no-such-page"));
        hidden.Status.ShouldBe(404);
        hidden.Body.ShouldBe(absent.Body);
        hidden.Headers.Keys.Order(StringComparer.Ordinal).ShouldBe(absent.Headers.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_page_shows_each_line_of_the_matrix_and_what_a_role_may_do()
    {
        await using var site = await LiveSite.Of(await Begun);
        var page = (await Crawl.Visited(site, "/access")).Page;
        page.QuerySelectorAll("tbody tr").Length.ShouldBe(AccessMatrix.Rules.Count);
        var role = (await Crawl.Visited(site, "/access?role=administrator")).Page;
        role.QuerySelectorAll("table").Length.ShouldBe(2);
        role.QuerySelectorAll("table")[1].QuerySelectorAll("tbody tr").Count(r => r.TextContent.TrimEnd().EndsWith("yes", StringComparison.Ordinal)).ShouldBe(7, "what is public, the own account and requests, accounts and grants, and nothing else");
        (await Crawl.Visited(site, "/access?role=nobody")).Page.QuerySelectorAll("table").Length.ShouldBe(1);
        CsvText.Rows(await site.Text("/access.csv")).Count.ShouldBe(AccessMatrix.Rules.Count);
    }
}
