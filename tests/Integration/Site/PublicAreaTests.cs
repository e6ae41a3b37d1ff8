using Made.TestKit.Site;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Site;

public sealed class PublicAreaTests
{
    [Theory]
    [InlineData("/areas/E07990001")]
    [InlineData("/areas/E07990004")]
    [InlineData("/areas/E06990001")]
    [InlineData("/areas/E22990004")]
    public async Task A_residents_page_says_999_before_anything_else_and_is_light(string path)
    {
        var visit = await Crawl.Visited(await LiveSites.OfDemo, path);
        visit.Body.Length.ShouldBeLessThan(100_000);
        var main = visit.Page.QuerySelector("main")!;
        var heading = main.QuerySelector("h1")!.TextContent.Trim();
        var text = string.Join(' ', main.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        text[heading.Length..].TrimStart().ShouldStartWith("In an emergency call 999");
        main.QuerySelector("#help")!.TextContent.ShouldContain("101");
        main.QuerySelectorAll("table").Length.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task The_first_page_leads_to_every_district_and_to_help()
    {
        var visit = await Crawl.Visited(await LiveSites.OfDemo, "/");
        visit.Page.QuerySelectorAll("a[href^='/areas/E']").Select(a => a.GetAttribute("href")).Distinct().Count().ShouldBe(7);
        visit.Page.QuerySelector("#help").ShouldNotBeNull();
        visit.Body.Length.ShouldBeLessThan(100_000);
    }

    [Fact]
    public async Task A_districts_code_leads_to_its_partnership_also_where_two_districts_share_one()
    {
        var site = await LiveSites.OfDemo;
        foreach (var (district, csp) in new[] { ("E07990001", "E22990001"), ("E07990004", "E22990004"), ("E07990005", "E22990004"), ("E06990001", "E22990006") })
        {
            using var answer = await site.Get($"/dashboard/{district}/2026-08?where=asb");
            ((int)answer.StatusCode).ShouldBe(302);
            answer.Headers.Location!.ToString().ShouldBe($"/dashboard/{csp}/2026-08?where=asb");
        }
    }
}
