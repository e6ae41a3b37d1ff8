using Shouldly;
using Xunit;

namespace Made.Tests.Browser;

/// <summary>The pages by which a draft is checked and released, like every other page: no fault that a machine sees, no sideways scroll on a phone, and DRAFT on paper.</summary>
[Collection(BrowserSite.Name)]
public sealed class DraftPageTests(BrowserSite site)
{
    [ChromiumTheory]
    [InlineData("/drafts/2026-09")]
    [InlineData("/drafts/2026-09/note")]
    [InlineData("/drafts/2026-09/release")]
    [InlineData(Addresses.Month + "?edition=")]
    public async Task A_page_of_a_draft_has_no_fault_fits_a_phone_and_says_so_on_paper(string address)
    {
        var draft = await site.Draft();
        var page = await site.Open(address + (address.EndsWith('=') ? $"{draft.Number}" : ""), width: 320, height: 640);
        (await Axe.Violations(page)).ShouldBe("", address);
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(320, address);
        await page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        (await page.Locator(".made-draft").IsVisibleAsync()).ShouldBeTrue(address);
        await page.Context.CloseAsync();
    }
}
