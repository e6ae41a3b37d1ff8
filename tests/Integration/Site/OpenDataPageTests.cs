using Made.TestKit;
using Made.TestKit.Site;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Site;

/// <summary>The main job's pages on the real open data.</summary>
public sealed class OpenDataPageTests
{
    [Fact]
    public async Task Every_month_has_a_page_for_each_partnership_with_values_where_a_file_was_supplied()
    {
        if (await LiveSites.OfOpenData is not { } site)
            return;
        var held = OpenDataHome.Street("lancashire").Select(f => Path.GetFileName(f)[..7]).ToHashSet();
        var pages = (from month in Months() from csp in Enumerable.Range(150, 14) select (Month: month, Csp: $"E22000{csp}")).ToList();
        pages.Count.ShouldBe(14 * 80);
        foreach (var (month, csp) in pages.Where((_, at) => Tier.IsFull || at % 37 == 0))
        {
            var visit = await Crawl.Visited(site, $"/dashboard/{csp}/{month}");
            visit.Status.ShouldBe(200, visit.Path);
            var cells = visit.Page.QuerySelectorAll("tr").Where(r => r.QuerySelector("th a[href$='/all-crime'], th a[href$='/asb']") is not null)
                .Select(r => r.QuerySelector("td")!.TextContent.Trim()).ToList();
            cells.Count.ShouldBe(2, visit.Path);
            cells.ShouldAllBe(c => held.Contains(month) ? int.Parse(c.Replace(",", "")) > 0 : c == "not loaded here", visit.Path);
        }
    }

    [Fact]
    public async Task The_page_of_a_month_shows_the_known_counts()
    {
        if (await LiveSites.OfOpenData is not { } site)
            return;
        foreach (var (csp, month, crime, asb) in new[] { ("E22000153", "2019-12", "636", "210"), ("E22000151", "2019-12", "1,743", "658"), ("E22000157", "2025-03", "583", "272") })
        {
            var page = (await Crawl.Visited(site, $"/dashboard/{csp}/{month}")).Page;
            string Shown(string indicator) => page.QuerySelectorAll("tr").First(r => r.QuerySelector($"th a[href$='/{indicator}']") is not null).QuerySelector("td")!.TextContent.Trim();
            (Shown("all-crime"), Shown("asb")).ShouldBe((crime, asb), $"{csp} {month}");
        }
    }

    [Fact]
    public async Task July_2022_says_not_comparable_in_words_and_claims_no_rise()
    {
        if (await LiveSites.OfOpenData is not { } site)
            return;
        foreach (var csp in new[] { "E22000153", "E22000150", "E22000163" })
        {
            var page = (await Crawl.Visited(site, $"/dashboard/{csp}/2022-07")).Page;
            var answer = page.QuerySelector(".made-answer")!.TextContent;
            var attention = page.QuerySelector(".made-attention")!.TextContent;
            page.QuerySelector("main")!.TextContent.ShouldContain("placement changed");
            foreach (var rise in new[] { "% more than in July 2021", "up on July 2021", "rose" })
            {
                answer.ShouldNotContain(rise, Case.Insensitive, csp);
                attention.ShouldNotContain(rise, Case.Insensitive, csp);
            }
        }
    }

    [Fact]
    public async Task A_month_without_a_file_says_so_and_a_districts_code_leads_to_its_partnership()
    {
        if (await LiveSites.OfOpenData is not { } site)
            return;
        (await Crawl.Visited(site, "/dashboard/E22000153/2020-06")).Page.QuerySelector("main")!.TextContent.ShouldContain("not loaded here");
        using var answer = await site.Get("/dashboard/E07000118/2022-07");
        ((int)answer.StatusCode, answer.Headers.Location!.ToString()).ShouldBe((302, "/dashboard/E22000153/2022-07"));
        (await Crawl.Visited(site, "/dashboard/E22000153/2018-10")).Status.ShouldBe(404);
        (await Crawl.Visited(site, "/dashboard/E22000153/2025-07")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Pages_of_real_places_do_not_say_synthetic()
    {
        if (await LiveSites.OfOpenData is not { } site)
            return;
        foreach (var path in new[] { "/", "/dashboard/E22000153/2022-07", "/scorecard", "/areas/E07000118" })
            (await site.Text(path)).ShouldNotContain("SYNTHETIC", customMessage: path);
    }

    private static IEnumerable<string> Months()
    {
        for (var month = new DateOnly(2018, 11, 1); month <= new DateOnly(2025, 6, 1); month = month.AddMonths(1))
            yield return month.ToString("yyyy-MM");
    }
}
