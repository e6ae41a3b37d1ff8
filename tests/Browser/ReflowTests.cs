using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Made.Tests.Browser;

/// <summary>At 320 pixels, which is also 1280 at 400%, and at 768 the page itself never scrolls sideways; wide tables scroll inside their own region.</summary>
[Collection(BrowserSite.Name)]
public sealed class ReflowTests(BrowserSite site)
{
    // Names the elements that stick out and are not held by a region that scrolls or clips, so that a failure says where to look.
    private const string SticksOut =
        """
        () => {
          if (document.documentElement.scrollWidth <= innerWidth) return '';
          const held = e => { for (let p = e.parentElement; p && p !== document.body; p = p.parentElement) if (getComputedStyle(p).overflowX !== 'visible') return true; };
          const out = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !held(e));
          return `${document.documentElement.scrollWidth} in ${innerWidth}: ` + out.slice(0, 5).map(e => `${e.tagName.toLowerCase()}.${e.getAttribute('class') ?? ''} ${Math.round(e.getBoundingClientRect().right)}`).join('; ');
        }
        """;

    public static TheoryData<string> OfCounty => Addresses.OfCounty;

    [ChromiumTheory]
    [MemberData(nameof(OfCounty))]
    public async Task A_page_does_not_scroll_sideways(string address)
    {
        var page = await site.Open(address, width: 320, height: 640);
        (await Sideways(page)).ShouldBe("", $"{address} at 320");
        await page.SetViewportSizeAsync(768, 1024);
        (await Sideways(page)).ShouldBe("", $"{address} at 768");
        await page.Context.CloseAsync();
    }

    [ChromiumFact]
    public async Task A_planted_wide_line_is_found()
    {
        var page = await site.Open("/glossary", width: 320, height: 640);
        await page.EvaluateAsync("() => { const wide = document.createElement('p'); wide.style.width = '400px'; wide.textContent = 'wide'; document.querySelector('main').append(wide) }");
        (await Sideways(page)).ShouldContain("p.");
        await page.Context.CloseAsync();
    }

    private static async Task<string> Sideways(IPage page)
    {
        await page.EvaluateAsync("() => { for (const one of document.querySelectorAll('details')) one.open = true }");
        return await page.EvaluateAsync<string>(SticksOut);
    }
}
