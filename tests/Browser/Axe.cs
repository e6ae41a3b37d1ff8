using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Made.Tests.Browser;

/// <summary>The accessibility engine on a page as it stands, and then within all that folds and now stands open: WCAG 2.2 AA, with the size of targets, which is off unless named.</summary>
internal static class Axe
{
    private const string Run =
        """
        async () => {
          const details = [...document.querySelectorAll('details:not([open])')];
          const meaning = document.querySelector('[popover]');
          const wrong = await look(document);
          for (const one of details) one.open = true;
          meaning?.showPopover();
          const opened = meaning ? [...details, meaning] : details;
          const within = opened.length > 0 ? await look({ include: opened }) : [];
          return wrong.concat(within.filter(v => !wrong.includes(v)).map(v => 'with all opened, ' + v)).join('\n');

          async function look(where) {
            const found = await axe.run(where, {
              runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
              rules: { 'target-size': { enabled: true } },
              resultTypes: ['violations'],
            });
            return found.violations.map(v => `${v.id}: ${v.help}\n` + v.nodes.slice(0, 4).map(n =>
              `  ${n.target.join(' ')}\n    ${n.html.slice(0, 200)}\n    ${n.failureSummary.replaceAll('\n', ' ')}`).join('\n'));
          }
        }
        """;

    private static readonly Lazy<string> Script = new(() => new BundledAxeScriptProvider().GetScript());

    /// <summary>What is wrong, as plain text; empty where nothing is.</summary>
    public static async Task<string> Violations(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(Script.Value);
        return await page.EvaluateAsync<string>(Run);
    }
}
