using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Made.Tests.Browser;

/// <summary>The accessibility engine on a page as it stands: WCAG 2.2 AA, with the size of targets, which is off unless named.</summary>
internal static class Axe
{
    private const string Run =
        """
        async () => {
          const found = await axe.run(document, {
            runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
            rules: { 'target-size': { enabled: true } },
            resultTypes: ['violations'],
          });
          return found.violations.map(v => `${v.id}: ${v.help}\n` + v.nodes.slice(0, 4).map(n =>
            `  ${n.target.join(' ')}\n    ${n.html.slice(0, 200)}\n    ${n.failureSummary.replaceAll('\n', ' ')}`).join('\n'));
        }
        """;

    private const string OpenAll =
        """
        () => {
          const details = [...document.querySelectorAll('details:not([open])')];
          for (const one of details) one.open = true;
          const meaning = document.querySelector('[popover]');
          meaning?.showPopover();
          return details.length > 0 || meaning !== null;
        }
        """;

    private static readonly Lazy<string> Script = new(() => new BundledAxeScriptProvider().GetScript());

    /// <summary>What is wrong, as plain text; empty where nothing is.</summary>
    public static async Task<string> Violations(IPage page)
    {
        await page.EvaluateAsync(Script.Value);
        var closed = await page.EvaluateAsync<string[]>(Run);
        var opened = await page.EvaluateAsync<bool>(OpenAll) ? await page.EvaluateAsync<string[]>(Run) : [];
        return string.Join('\n', closed.Concat(opened.Except(closed).Select(v => "with all opened, " + v)));
    }
}
