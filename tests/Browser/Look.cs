using Microsoft.Playwright;

namespace Made.Tests.Browser;

/// <summary>What a browser finds wrong with a page in one look: against WCAG 2.2 AA, sideways in a narrow window, and what it said while the page opened.</summary>
internal static class Look
{
    /// <summary>Each fault in words; empty where there is none.</summary>
    /// <param name="page">The window.</param>
    /// <param name="open">Leads it to the page: by its address, or as a person gets there.</param>
    public static async Task<string> Faults(IPage page, Func<Task> open)
    {
        var said = new List<(string Words, string Where)>();
        void Heard(object? sender, IConsoleMessage message)
        {
            if (message.Type == "error")
                said.Add((message.Text, message.Location));
        }
        void Broke(object? sender, string error) => said.Add((error, ""));
        page.Console += Heard;
        page.PageError += Broke;
        await open();
        var found = string.Join('\n', ((string[])[await Axe.Violations(page), await Reflow.SticksOutOf(page)]).Where(f => f.Length > 0));
        page.Console -= Heard;
        page.PageError -= Broke;
        // The browser says itself that a page answered 404, or 422 to what was sent. Of anything that a page loads it is a fault.
        return string.Join('\n', [.. found.Length > 0 ? new[] { found } : [], .. said.Where(s => !(IsStatus(s.Words) && IsPage(s.Where, page.Url))).Select(s => $"said: {s.Words} {s.Where}")]);
    }

    private static bool IsStatus(string words) => words.StartsWith("Failed to load resource: the server responded with a status of", StringComparison.Ordinal);

    /// <param name="where">Address, line and column.</param>
    /// <param name="url">The page's.</param>
    private static bool IsPage(string where, string url) => where.Split(':') is { Length: > 2 } parts && string.Join(':', parts[..^2]) == url.Split('#')[0];
}
