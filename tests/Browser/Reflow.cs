using Microsoft.Playwright;

namespace Made.Tests.Browser;

/// <summary>At 320 pixels, which is also 1280 at 400%, and at 768 the page itself never scrolls sideways; wide tables scroll inside their own region.</summary>
internal static class Reflow
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

    /// <summary>What sticks out of the page with all that folds opened; empty where nothing does. The window keeps its last width.</summary>
    public static async Task<string> SticksOutOf(IPage page)
    {
        await page.EvaluateAsync("() => { for (const one of document.querySelectorAll('details')) one.open = true }");
        var found = "";
        foreach (var (width, height) in new[] { (320, 640), (768, 1024) })
        {
            await page.SetViewportSizeAsync(width, height);
            found += await SticksOutNow(page);
        }
        return found;
    }

    /// <summary>The same of the page and the window as they are.</summary>
    public static Task<string> SticksOutNow(IPage page) => page.EvaluateAsync<string>(SticksOut);
}
