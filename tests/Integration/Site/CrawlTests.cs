using Made.TestKit.Site;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Site;

/// <summary>Every page of the demonstration that links lead to from the first page and the main sections.</summary>
public sealed class CrawlTests
{
    private static readonly Lazy<Task<IReadOnlyList<Visit>>> Visits = new(async () => await Crawl.Of(
        await LiveSites.OfDemo, depth: 3, "/", "/dashboard", "/scorecard", "/workbench", "/workbench/own", "/exceptions", "/funnel", "/severity", "/hotspots", "/near-repeats", "/indicators", "/indicators/define?dataset=police-street", "/tables", "/exchange", "/exchange/supplies", "/exchange/originals", "/exchange/audit", "/sharing", "/sharing/quarterly", "/data", "/how-to-read", "/glossary", "/accessibility"));

    [Fact]
    public async Task No_link_leads_nowhere_or_to_a_fault()
    {
        var visits = await Visits.Value;
        visits.Count(v => v.IsPage).ShouldBeGreaterThan(50);
        visits.Where(v => v.Status is not (200 or 302 or 304)).Select(v => $"{v.Status} {v.Path} linked from {v.From}").ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_kind_of_page_and_file_was_reached()
    {
        var paths = (await Visits.Value).Select(v => v.Path).ToList();
        foreach (var part in new[] { "/areas/E0", "/dashboard/E2", "/all-crime", ".csv", ".xlsx", ".ods", ".svg", "/scorecard?", "/exceptions/2", "/funnel/", "/severity/2", "/hotspots/", "/exchange/receipts/", "/withdraw", "/indicators/define/", "/retire", "/tables/file.", "/assets/", "/api/v1/measures", "openapi.json" })
            paths.ShouldContain(p => p.Contains(part, StringComparison.Ordinal), part);
    }

    [Fact]
    public async Task Every_page_has_a_language_a_title_and_one_main_heading()
    {
        foreach (var visit in await Pages())
        {
            visit.Page.DocumentElement.GetAttribute("lang").ShouldBe("en-GB", visit.Path);
            visit.Page.Title.ShouldEndWith(" – MADE Interactive", customMessage: visit.Path);
            visit.Page.QuerySelectorAll("h1").Length.ShouldBe(1, visit.Path);
            visit.Page.QuerySelector("h1")!.TextContent.Trim().ShouldNotBeEmpty(visit.Path);
            visit.Page.QuerySelectorAll("main").Length.ShouldBe(1, visit.Path);
        }
    }

    [Fact]
    public async Task No_page_holds_a_style_a_script_or_an_event_of_its_own()
    {
        foreach (var visit in await Pages())
            Inline(visit).ShouldBeEmpty(visit.Path);
        Inline(new Visit("/planted", 200, "text/html", "<p style='color:red' onclick='x()'>a</p><style></style><script>1</script>", new Dictionary<string, string>(), "")).Count.ShouldBe(4);
    }

    [Fact]
    public async Task No_id_stands_twice_on_a_page_and_every_reference_to_one_resolves()
    {
        foreach (var visit in await Pages())
        {
            var ids = visit.Page.QuerySelectorAll("[id]").Select(e => e.Id!).ToList();
            ids.GroupBy(i => i).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty(visit.Path);
            visit.Page.QuerySelectorAll("a[href^='#'], [aria-labelledby], [aria-describedby], label[for]")
                .SelectMany(e => (e.GetAttribute("aria-labelledby") ?? e.GetAttribute("aria-describedby") ?? e.GetAttribute("for") ?? e.GetAttribute("href")![1..]).Split(' '))
                .Where(i => i.Length > 0 && !ids.Contains(i)).Distinct().ShouldBeEmpty(visit.Path);
        }
    }

    [Fact]
    public async Task Every_page_of_the_fictional_county_says_synthetic()
    {
        foreach (var visit in await Pages())
            visit.Page.QuerySelector(".made-synthetic")?.TextContent.ShouldContain("SYNTHETIC", customMessage: visit.Path);
        (await Pages()).Where(v => v.Page.QuerySelector(".made-synthetic") is null).Select(v => v.Path).ShouldBeEmpty();
        (await Visits.Value).Where(v => v.ContentType.StartsWith("image/svg", StringComparison.Ordinal) && !v.Path.Contains("icon.svg") && !v.Body.Contains("SYNTHETIC")).Select(v => v.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task No_text_a_person_reads_says_null_nan_or_no_data()
    {
        foreach (var visit in await Pages())
        {
            var text = visit.Page.QuerySelector("main")!.TextContent;
            foreach (var word in new[] { "NaN", "No data", "null", "∞", "System.", "{0}" })
                text.ShouldNotContain(word, Case.Sensitive, visit.Path);
        }
    }

    private static async Task<IEnumerable<Visit>> Pages() => (await Visits.Value).Where(v => v.IsPage);

    private static List<string> Inline(Visit visit) =>
    [
        .. visit.Page.QuerySelectorAll("[style], style, script:not([src])").Select(e => e.OuterHtml[..Math.Min(80, e.OuterHtml.Length)]),
        .. visit.Page.All.SelectMany(e => e.Attributes).Where(a => a.Name.StartsWith("on", StringComparison.Ordinal)).Select(a => a.Name),
    ];
}
