using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Made.Tests.Browser;

/// <summary>What is printed: the page for the meeting, without what only a screen needs.</summary>
[Collection(BrowserSite.Name)]
public sealed partial class PrintTests(BrowserSite site)
{
    private const int FewPages = 4;

    [ChromiumTheory]
    [InlineData(Addresses.Month)]
    [InlineData("/dashboard/E22990004/2026-09")]
    public async Task A_dashboard_prints_on_a_few_pages(string address)
    {
        var page = await site.Open(address);
        var pdf = Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true, Format = "A4" }));
        PageObject().Count(pdf).ShouldBeInRange(1, FewPages);
        await page.Context.CloseAsync();
    }

    [ChromiumFact]
    public async Task Print_leaves_out_what_only_a_screen_needs()
    {
        var page = await site.Open(Addresses.Month);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var hidden in new[] { ".made-nav", ".govuk-breadcrumbs", ".govuk-skip-link", ".made-figure__tools", ".made-months", ".made-choice button" })
            (await page.Locator(hidden).First.IsVisibleAsync()).ShouldBeFalse(hidden);
        foreach (var kept in new[] { "h1", ".made-answer", "#indicators", ".made-marking", ".made-synthetic", ".made-footer__edition" })
            (await page.Locator(kept).First.IsVisibleAsync()).ShouldBeTrue(kept);
        await page.Context.CloseAsync();
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex PageObject();
}
