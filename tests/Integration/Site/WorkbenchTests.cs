using Made.TestKit.Site;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Site;

/// <summary>The workbench over held figures: every selection is an address, and of a partner's own figures there is only the protected run chart.</summary>
public sealed class WorkbenchTests
{
    private const string Selection = "indicator=burglary&area=E22990001&from=2021-10&to=2026-09";

    public static TheoryData<string> Methods => ["standard", "xmr", "up", "u", "c", "farrington", "ears", "cusum", "stl", "forecast"];

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Every_method_draws_or_says_why_not(string method)
    {
        var visit = await Crawl.Visited(await LiveSites.OfDemo, $"/workbench?{Selection}&method={method}");
        visit.Status.ShouldBe(200);
        visit.Page.QuerySelector("#method option[selected]")!.GetAttribute("value").ShouldBe(method);
        var answer = visit.Page.QuerySelector(".made-answer")!.TextContent;
        if (visit.Page.QuerySelector("svg.chart--wide") is null)
            answer.ShouldContain("Only the months from");
        else
        {
            answer.ShouldMatch(method == "forecast" ? "^October 2026: about [0-9]+ burglaries expected, between [0-9]+ and [0-9]+ in four cases of five\\.$" : "^September 2026: [0-9.]+[ ,]");
            visit.Page.QuerySelectorAll(".made-figure__tools a").Select(a => a.FirstChild!.TextContent).ShouldBe(["CSV", "XLSX", "ODS", "SVG", "PNG", "Method note", "Link to this chart"]);
        }
    }

    [Fact]
    public async Task The_chart_of_the_dashboards_says_the_same_here()
    {
        var site = await LiveSites.OfDemo;
        var there = CsvText.Rows(await site.Text("/dashboard/E22990001/2026-09/burglary/trend.csv"));
        var here = CsvText.Rows(await site.Text($"/workbench/chart.csv?{Selection}"));
        here.Select(r => (r["Month"], r.Values.ElementAt(1), r["Average"], r["Usual from"], r["Usual to"]))
            .ShouldBe(there.Select(r => (r["Month"], r.Values.ElementAt(1), r["Average"], r["Usual from"], r["Usual to"])));
    }

    [Fact]
    public async Task An_own_break_stands_on_the_chart_in_its_table_of_options_and_in_the_note()
    {
        var site = await LiveSites.OfDemo;
        var query = $"{Selection}&method=xmr&rules=nhs-2024&break=2024-04&reason=A+new+crime+system";
        var page = await Crawl.Visited(site, $"/workbench?{query}");
        page.Page.QuerySelector("svg.chart--wide")!.TextContent.ShouldContain("From April 2024: A new crime system");
        var link = page.Page.QuerySelector(".made-figure__tools a[data-copy]")!.GetAttribute("href")!;
        link.ShouldContain("rules=nhs-2024&break=2024-04&reason=A%20new%20crime%20system");
        (await Crawl.Visited(site, link)).Page.QuerySelector(".made-answer")!.TextContent.ShouldBe(page.Page.QuerySelector(".made-answer")!.TextContent);
        var note = await site.Text($"/workbench/note.txt?{query}");
        note.ShouldContain("April 2024: A new crime system (given by the analyst)");
        note.ShouldContain("Rules for special cause: Making Data Count, 2024 (the default: NHSRplotthedots).");
        note.ShouldContain("September 2026, edition");
        (await Crawl.Visited(site, $"/workbench/note?{query}")).Page.QuerySelector("h1")!.TextContent.ShouldStartWith("Method note: XmR chart.");
        (await site.Text($"/workbench/chart.svg?{query}")).ShouldContain("A new crime system");
    }

    [Theory]
    [InlineData("indicator=nothing", "There is no such indicator here.")]
    [InlineData("area=E99", "There is no such area here at the end of this period.")]
    [InlineData("to=2031-01", "'2031-01' is not a month held here")]
    [InlineData("from=2026-09&to=2026-01", "The first month is not before the last one.")]
    [InlineData("method=magic", "There is no such method here.")]
    [InlineData("method=farrington&years=1", "Years to go back: '1' is not a whole number of 3 or more.")]
    [InlineData("method=xmr&break=2024-04", "Say why recording differs from April 2024 on")]
    public async Task A_bad_selection_is_answered_with_a_message_and_a_page_that_works(string query, string message)
    {
        var visit = await Crawl.Visited(await LiveSites.OfDemo, "/workbench?" + query);
        visit.Status.ShouldBe(400);
        visit.Page.QuerySelector(".govuk-error-summary")!.TextContent.ShouldContain(message);
        visit.Page.QuerySelector("form #indicator").ShouldNotBeNull();
        visit.Page.Title.ShouldStartWith("Error: ");
        (await Crawl.Visited(await LiveSites.OfDemo, "/workbench/chart.csv?" + query)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Areas_stand_side_by_side_and_leave_as_one_table()
    {
        var site = await LiveSites.OfDemo;
        var page = (await Crawl.Visited(site, "/workbench?indicator=burglary&area=each-csp&to=2026-09")).Page;
        var areas = page.QuerySelectorAll(".made-multiples > li").Length;
        areas.ShouldBe(page.QuerySelectorAll("#area optgroup[label^='Community'] option").Length);
        page.QuerySelector(".made-answer")!.TextContent.ShouldMatch("^In [0-9a-z]+ of (the )?[0-9]+ areas");
        var rows = CsvText.Rows(await site.Text(page.QuerySelector("a[href*='side-by-side.csv']")!.GetAttribute("href")!));
        rows.Select(r => r["Area"]).Distinct().Count().ShouldBe(areas);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Of_a_partners_own_figures_every_method_gives_the_protected_run_chart_and_nothing_more(string method)
    {
        var site = await LiveSites.OfDemo;
        var (truth, hidden) = (await DisclosureTests.Truth(), 0);
        foreach (var (csp, district) in new[] { ("E22990001", "E07990001"), ("E22990003", "E07990003"), ("E22990005", "E07990006") })
        {
            var query = $"indicator=deliberate-fires&area={csp}&from=2021-10&to=2026-08&method={method}&across=yes&basis=per-day";
            var visit = await Crawl.Visited(site, $"/workbench?{query}");
            visit.Status.ShouldBe(200);
            visit.Page.QuerySelectorAll("#method option").Select(o => o.GetAttribute("value")).ShouldBe(["standard"]);
            var file = await Crawl.Visited(site, $"/workbench/chart.csv?{query}");
            if (file.Status == 404)
                continue;
            foreach (var row in CsvText.Rows(file.Body))
            {
                var month = DateOnly.ParseExact("1 " + row["Month"], "d MMMM yyyy").ToString("yyyy-MM");
                if (!truth.TryGetValue(("deliberate-fires", district, month), out var count) || count is not (> 0 and < 5))
                    continue;
                hidden++;
                row.Values.ElementAt(1).ShouldBeEmpty($"{csp} {month}");
                foreach (var limit in row.Where(c => c.Key is "Average" or "Usual from" or "Usual to"))
                    limit.Value.ShouldBeEmpty($"{csp} {month} {limit.Key}");
                visit.Body.ShouldNotContain($"{row["Month"]}: {count}");
            }
            foreach (var path in new[] { "chart.svg", "note.txt", "note" })
                (await Crawl.Visited(site, $"/workbench/{path}?{query}")).Body.ShouldNotContain("expected");
        }
        hidden.ShouldBeGreaterThan(5);
    }
}
