using Microsoft.Playwright;

namespace Made.Tests.Browser;

/// <summary>A page as it is printed: what it is about and how it is marked, nothing that only a screen needs, and nothing beyond the edge of the sheet.</summary>
internal static class Paper
{
    /// <summary>What lies between the margins of A4, in the pixels of a style sheet; and of the same sheet turned.</summary>
    private const int Upright = 695;
    private const int Turned = 1024;

    /// <summary>Printing makes what is wider than its sheet smaller, down to two thirds, and cuts off the rest. By a quarter it can still be read.</summary>
    private const double Shrinks = 1.25;

    private const string Wrong =
        """
        () => {
          const seen = e => e.getClientRects().length > 0 && getComputedStyle(e).visibility === 'visible';
          const all = s => [...document.querySelectorAll(s)];
          return [
            ...all('.made-nav, .made-header__who, .govuk-breadcrumbs, .govuk-skip-link, .govuk-button, .made-no-print, .made-footer ul').filter(seen).map(e => `${e.tagName.toLowerCase()}.${e.className} is printed`),
            ...['h1', '.made-marking', '.made-synthetic', '.made-draft', '.made-viewing'].flatMap(s => all(s).filter(e => !seen(e)).map(() => `${s} is not printed`)),
            ...(all('h1').length === 1 ? [] : ['there is not one heading']),
          ].join('\n');
        }
        """;

    /// <summary>What is wrong, as plain text; empty where nothing is. The window is a screen again afterwards, and keeps its last width.</summary>
    public static async Task<string> Faults(IPage page)
    {
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var sheet = await page.EvaluateAsync<bool>("() => getComputedStyle(document.body).page === 'turned'") ? Turned : Upright;
        await page.SetViewportSizeAsync((int)(sheet * Shrinks), 980);
        var found = string.Join('\n', ((string[])[await page.EvaluateAsync<string>(Wrong), await Reflow.SticksOutNow(page)]).Where(f => f.Length > 0));
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        return found;
    }
}
