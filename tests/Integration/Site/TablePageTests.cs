using Made.TestKit.Site;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Site;

/// <summary>Tables of areas, periods and indicators: the same figures as the API, as a link, a file and under a name.</summary>
public sealed class TablePageTests
{
    private const string Two = "/tables?indicator=burglary&indicator=robbery&level=district&period=month&from=2026-07&to=2026-09&show=count&rows=area&columns=period";

    [Fact]
    public async Task A_table_shows_what_the_API_answers_and_the_file_is_the_same_table()
    {
        var site = await LiveSites.OfDemo;
        var api = CsvText.Rows(await site.Text("/api/v1/measures?indicator=burglary,robbery&level=district&from=2026-07&to=2026-09&format=csv"));
        var page = await Crawl.Visited(site, Two);
        var rows = page.Page.QuerySelectorAll(".made-table tbody tr").Select(r => r.Children.Select(c => c.TextContent.Trim()).ToList()).ToList();
        page.Page.QuerySelectorAll(".made-table thead th").Select(h => h.TextContent.Trim()).ShouldBe(["Area", "Indicator", "July 2026", "August 2026", "September 2026"]);
        rows.Count.ShouldBe(api.Count / 3);
        foreach (var row in rows)
            row.Skip(2).ShouldBe(api.Where(a => a["area_name"] == row[0] && a["indicator"].Equals(row[1], StringComparison.OrdinalIgnoreCase)).OrderBy(a => a["period"]).Select(a => double.Parse(a["count"]).ToString("N0")), row[0]);
        page.Page.QuerySelector("#result + p")!.TextContent.ShouldStartWith($"Counts: 2 indicators in {rows.Count / 2} districts, July 2026 to September 2026, by month. {rows.Count * 3} figures.");
        var file = page.Page.QuerySelectorAll(".made-figure__tools a").First(a => a.TextContent.StartsWith("CSV", StringComparison.Ordinal)).GetAttribute("href")!;
        file.ShouldContain("edition=2026-09%2F");
        CsvText.Rows(await site.Text(file)).Select(r => r["September 2026"]).ShouldBe(rows.Select(r => r[4].Replace(",", "")));
        foreach (var kind in new[] { "xlsx", "ods" })
            (await Crawl.Visited(site, file.Replace(".csv", "." + kind))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task It_turns_and_sorts_by_the_link_alone()
    {
        var site = await LiveSites.OfDemo;
        var turned = await Crawl.Visited(site, "/tables?indicator=burglary&level=district&from=last3&to=2026-09&rows=period&columns=area");
        turned.Page.QuerySelectorAll(".made-table tbody th").Select(h => h.TextContent).ShouldBe(["July 2026", "August 2026", "September 2026"]);
        var sorted = await Crawl.Visited(site, "/tables?indicator=burglary&level=district&from=last1&to=2026-09&sort=-2026-09");
        var counts = sorted.Page.QuerySelectorAll(".made-table tbody td").Select(c => int.Parse(c.TextContent.Replace(",", ""))).ToList();
        counts.Count.ShouldBeGreaterThan(2);
        counts.ShouldBe(counts.OrderDescending());
        sorted.Page.QuerySelector("select[name=sort] option[selected]")!.TextContent.ShouldBe("September 2026, highest first");
        var rates = await Crawl.Visited(site, "/tables?indicator=burglary&level=district&from=last1&to=2026-09&show=rate");
        rates.Body.ShouldContain("Rates divide by residents at the middle of");
        rates.Page.QuerySelector("#result")!.TextContent.ShouldEndWith(": per 1,000 residents");
        (await site.Text("/tables?indicator=burglary&level=district&from=last1&to=2023-08")).ShouldContain("not loaded here.");
    }

    [Fact]
    public async Task Categories_are_counted_without_an_indicator_and_sums_are_added_where_nothing_overlaps()
    {
        var site = await LiveSites.OfDemo;
        const string Span = "&level=district&from=2026-07&to=2026-09&sums=yes";
        var page = await Crawl.Visited(site, $"/tables?category=police-street/Burglary&category=police-street/Robbery{Span}");
        var rows = page.Page.QuerySelectorAll(".made-table tbody tr").Select(r => r.Children.Select(c => c.TextContent.Trim()).ToList()).ToList();
        var defined = (await Crawl.Visited(site, $"/tables?indicator=burglary&indicator=robbery{Span}")).Page.QuerySelectorAll(".made-table tbody tr").Select(r => r.Children.Select(c => c.TextContent.Trim()).ToList()).ToList();
        page.Page.QuerySelectorAll(".made-table thead th").Select(h => h.TextContent.Trim()).ShouldBe(["Area", "Category", "July 2026", "August 2026", "September 2026", "Sum"]);
        rows.ShouldBe(defined);
        foreach (var row in rows)
            Number(row[5]).ShouldBe(row.Skip(2).Take(3).Sum(Number), row[0]);
        var sums = page.Page.QuerySelectorAll(".made-table tfoot tr").Select(r => r.Children.Select(c => c.TextContent.Trim()).ToList()).ToList();
        sums.Select(s => s[1]).ShouldBe(["Burglary", "Robbery"]);
        foreach (var sum in sums)
            for (var at = 2; at < 6; at++)
                Number(sum[at]).ShouldBe(rows.Where(r => r[1] == sum[1]).Sum(r => Number(r[at])));
        CsvText.Rows(await site.Text($"/tables/file.csv?category=police-street/Burglary&category=police-street/Robbery{Span}")).TakeLast(2).Select(r => r["Area"]).ShouldBe(["Sum", "Sum"]);
        // All crime holds burglaries: columns of indicators are not added up, and neither are overlapping periods.
        (await Crawl.Visited(site, "/tables?indicator=all-crime&indicator=burglary&level=district&period=rolling12&from=last2&to=2026-09&columns=indicator&rows=period&area=E07990001&sums=yes")).Page.QuerySelectorAll("tfoot").ShouldBeEmpty();
    }

    [Fact]
    public async Task Small_areas_add_up_to_their_district_and_a_partners_own_are_refused_with_the_reason()
    {
        var site = await LiveSites.OfDemo;
        var small = CsvText.Rows(await site.Text("/tables/file.csv?indicator=burglary&category=police-street/Burglary&level=lsoa&within=E07990001&from=last2&to=2026-09&sums=yes"));
        var district = CsvText.Rows(await site.Text("/tables/file.csv?indicator=burglary&level=district&area=E07990001&from=last2&to=2026-09"))[0];
        small.Count.ShouldBeGreaterThan(60);
        small.Where(r => r["Area"] == "Sum").Select(r => r["September 2026"]).ShouldBe([district["September 2026"], district["September 2026"]]);
        var refused = await Crawl.Visited(site, "/tables?indicator=deliberate-fires&level=lsoa&within=E07990001&from=last2&to=2026-09");
        refused.Status.ShouldBe(400);
        refused.Body.ShouldContain("Small areas are not shown for a partner&#x27;s own data");
        var mixed = await Crawl.Visited(site, "/tables?indicator=deliberate-fires&indicator=burglary&level=lsoa&within=E07990001&from=last2&to=2026-09");
        mixed.Page.QuerySelector("#result")!.TextContent.ShouldStartWith("Burglary in ");
        mixed.Body.ShouldContain("Small areas are not shown for a partner&#x27;s own data");
    }

    [Theory]
    [InlineData("category=police-street/Nothing", "is no category of a dataset")]
    [InlineData("category=deliberate-fires/x", "is no category of a dataset")]
    [InlineData("category=police-street/Burglary&show=rate", "A category has counts only")]
    [InlineData("indicator=burglary&level=lsoa&show=change", "A small area has counts only")]
    [InlineData("indicator=burglary&level=lsoa&area=E99", "No area of that level")]
    [InlineData("indicator=nothing", "There is no indicator")]
    [InlineData("level=street", "is not a level of tables")]
    [InlineData("within=E99", "There is no area with the code")]
    [InlineData("area=E99", "There is no area with the code")]
    [InlineData("period=week", "is not a kind of period")]
    [InlineData("from=yesterday", "is not a month")]
    [InlineData("from=last0", "is not a month")]
    [InlineData("to=2026-13", "is not a month")]
    [InlineData("from=2026-09&to=2026-01", "is after the last")]
    [InlineData("to=1999-01", "There is no edition of January 1999")]
    [InlineData("edition=2026-09/99", "There is no edition 2026-09/99")]
    [InlineData("edition=2026-09", "does not name an edition")]
    [InlineData("to=2026-09&edition=2026-08/1", "ends before September 2026")]
    [InlineData("rows=colour", "is nothing a table can run along")]
    [InlineData("rows=period&columns=period", "Rows and columns are the same.")]
    [InlineData("show=colour", "is nothing a table can show")]
    [InlineData("level=ward&period=year", "Wards are counted by month and over 12 months only.")]
    [InlineData("period=year&from=2026-07&to=2026-09", "No financial year ends between")]
    public async Task What_cannot_be_made_is_answered_in_words_on_the_page_and_as_a_file(string query, string words)
    {
        var site = await LiveSites.OfDemo;
        var page = await Crawl.Visited(site, $"/tables?{query}");
        page.Status.ShouldBe(400);
        page.Page.QuerySelector(".govuk-error-summary")!.TextContent.ShouldContain(words);
        page.Page.QuerySelector("form#choose").ShouldNotBeNull();
        (await Crawl.Visited(site, $"/tables/file.csv?{query}")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_table_too_large_for_a_page_is_offered_as_a_file()
    {
        var site = await LiveSites.OfDemo;
        var every = string.Join('&', new[] { "all-crime", "asb", "burglary", "robbery", "drugs", "shoplifting" }.Select(i => $"indicator={i}"));
        var page = await Crawl.Visited(site, $"/tables?{every}&level=ward&from=last37&to=2026-09");
        page.Status.ShouldBe(200);
        page.Body.ShouldContain("a page shows up to 5,000. Take it as a file");
        page.Page.QuerySelector(".made-table").ShouldBeNull();
        var href = page.Page.QuerySelectorAll(".made-figure__tools a").First(a => a.TextContent.StartsWith("CSV", StringComparison.Ordinal)).GetAttribute("href")!;
        (CsvText.Rows(await site.Text(href)).Count * 37).ShouldBeGreaterThan(5_000);
    }

    [Fact]
    public async Task A_saved_table_has_an_address_shows_then_and_newest_and_is_removed_and_taken_back()
    {
        await using var site = await LiveSite.Of(await DemoHome.Prepared);
        var selection = "?indicator=burglary&level=district&from=last3";
        (await Forms.Fill(site, "/tables", [("selection", selection), ("name", ""), ("by", "")])).Page.QuerySelectorAll(".govuk-error-summary__list a").Select(a => a.GetAttribute("href")).ShouldBe(["#name", "#by"]);
        (await Forms.Fill(site, "/tables", [("selection", selection), ("name", "Burglary, by district!"), ("by", "Analyst")])).Headers["Location"].ShouldBe("/tables/burglary-by-district?done=saved");
        (await Forms.Fill(site, "/tables", [("selection", selection), ("name", "Burglary by district"), ("by", "Analyst")])).Body.ShouldContain("There already is a saved table at /tables/burglary-by-district");
        var newest = await Crawl.Visited(site, "/tables/burglary-by-district");
        newest.Body.ShouldContain("Read from September 2026, edition 1, the newest, which is also the one it was saved from.");
        newest.Body.ShouldContain("by Analyst (tables page)");
        newest.Page.QuerySelectorAll(".made-table tbody tr").Length.ShouldBeGreaterThan(2);
        (await site.Text("/tables/burglary-by-district?as=then")).ShouldContain("As it was when it was saved: read from September 2026, edition 1.");

        (await Forms.Fill(site, "/indicators/burglary/retire", [("why", "A test"), ("by", "Analyst")])).Status.ShouldBe(302);
        (await Forms.Until(site, "/tables/burglary-by-district", v => !v.Body.Contains("also the one it was saved from", StringComparison.Ordinal))).Body.ShouldContain("None of the indicators chosen is in the edition September 2026, edition 2.");
        (await site.Text("/tables/burglary-by-district?as=then")).ShouldContain("made-table");

        (await Forms.Fill(site, "/tables/burglary-by-district/remove", [])).Headers["Location"].ShouldBe("/tables?removed=burglary-by-district");
        (await Crawl.Visited(site, "/tables/burglary-by-district")).Status.ShouldBe(404);
        (await Forms.Fill(site, "/tables?removed=burglary-by-district", [], "/tables/burglary-by-district/take-back")).Headers["Location"].ShouldBe("/tables/burglary-by-district");
        (await site.Text("/tables")).ShouldContain("/tables/burglary-by-district");
    }

    private static int Number(string shown) => int.Parse(shown.Replace(",", ""));
}
