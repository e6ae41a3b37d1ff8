using Made.TestKit.Site;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Site;

/// <summary>Near repeats, and which month the pages of twelve months open with.</summary>
public sealed class NearRepeatPageTests
{
    [Fact]
    public async Task Collisions_keep_their_day_and_are_read_in_bands_of_days()
    {
        var site = await LiveSites.OfDemo;
        var page = await Crawl.Visited(site, "/near-repeats/E07990001/2025-12?indicator=collisions&months=36");
        page.Page.QuerySelectorAll(".made-table tbody tr").Select(r => r.Children[1].TextContent).Distinct().ShouldBe(["on the same day", "1 to 7 days apart", "8 to 14 days apart", "15 to 28 days apart"]);
        page.Body.ShouldNotContain("Only the month of each record is known");
        page.Body.ShouldNotContain("map points");
        var csv = CsvText.Rows(await site.Text(page.Page.QuerySelectorAll(".made-figure__tools a").First(a => a.TextContent.StartsWith("CSV", StringComparison.Ordinal)).GetAttribute("href")!));
        csv.Select(r => r["Pairs"]).ShouldBe(page.Page.QuerySelectorAll(".made-table tbody tr").Select(r => r.Children[2].TextContent.Replace(",", "")));
    }

    [Fact]
    public async Task Police_records_are_read_in_bands_of_months_on_moved_points_and_it_is_said()
    {
        var site = await LiveSites.OfDemo;
        var page = await Crawl.Visited(site, "/near-repeats?gss=E07990001&indicator=burglary&month=2026-09&months=12");
        page.Page.QuerySelectorAll(".made-table tbody tr")[0].Children.Take(2).Select(c => c.TextContent).ShouldBe(["On the same map point", "in the same month"]);
        page.Page.QuerySelector("#careful")!.ParentElement!.TextContent.ShouldContain("Only the month of each record is known.");
        page.Page.QuerySelector(".made-figure__tools a[data-copy]")!.GetAttribute("href").ShouldBe("/near-repeats/E07990001/2026-09?edition=1&indicator=burglary&months=12");
        (await site.Text("/near-repeats?gss=E07990001&indicator=all-crime&month=2026-09")).ShouldContain("more than can be compared pair by pair here");
    }

    [Theory]
    [InlineData("/funnel/collisions")]
    [InlineData("/hotspots?indicator=collisions")]
    [InlineData("/near-repeats?indicator=collisions")]
    public async Task The_newest_month_that_can_be_answered_opens_and_it_is_said(string path)
    {
        var site = await LiveSites.OfDemo;
        var opened = await Crawl.Visited(site, path);
        opened.Body.ShouldContain("December 2025 is shown: the newest month that ends a full period of these records.");
        opened.Page.QuerySelectorAll(".made-figure, .made-table").ShouldNotBeEmpty();
        var asked = await Crawl.Visited(site, path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "month=2026-09");
        var offered = asked.Page.QuerySelectorAll("main a").Single(a => a.TextContent == "Show December 2025, the newest month that ends a full period of these records").GetAttribute("href")!;
        (await Crawl.Visited(site, offered)).Page.QuerySelectorAll(".made-figure, .made-table").ShouldNotBeEmpty();
    }
}
