using Microsoft.Playwright;

namespace Made.Tests.Browser;

/// <summary>A person who uses nothing but the keyboard: goes from stop to stop with Tab, sees where they are, and presses keys there.</summary>
internal sealed class Keyboard(IPage page)
{
    private const int MostStops = 400;

    // Where the focus is: a mark that stays with the element, its words, whether it is shown and differs from its look without focus.
    private const string Here =
        """
        () => {
          const at = document.activeElement;
          if (!at || at === document.body) return null;
          const order = [...document.querySelectorAll('*')].indexOf(at);
          const box = at.getBoundingClientRect();
          const look = e => { const s = getComputedStyle(e); return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.backgroundColor, s.borderColor].join('|'); };
          const focused = look(at);
          at.blur();
          const plain = look(at);
          at.focus({ preventScroll: true });
          return { order, words: (at.innerText || at.getAttribute('aria-label') || at.id || at.tagName).trim().slice(0, 80), tag: at.tagName.toLowerCase(),
            shown: box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight, marked: focused !== plain };
        }
        """;

    public IPage Page => page;

    public Task Press(string key) => page.Keyboard.PressAsync(key);

    public Task Type(string words) => page.Keyboard.TypeAsync(words);

    /// <summary>The next stop; null where Tab leaves the page.</summary>
    public async Task<Stop?> Tab(string key = "Tab")
    {
        await page.Keyboard.PressAsync(key);
        return await page.EvaluateAsync<Stop?>(Here);
    }

    /// <summary>Goes through the whole page: how many stops it has, and at which of them the focus is out of order, out of sight or not marked.</summary>
    public async Task<(int Stops, string Wrong)> Through()
    {
        var (before, stops, wrong) = (-1, 0, new List<string>());
        while (await Tab() is { } stop)
        {
            if (stop.Order <= before || !stop.Shown || !stop.Marked)
                wrong.Add($"{stop.Tag} {stop.Words}: {(stop.Order <= before ? "out of order" : !stop.Shown ? "out of sight" : "does not show its focus")}");
            before = stop.Order;
            if (++stops > MostStops)
                return (stops, "the focus is trapped");
        }
        return (stops, string.Join('\n', wrong));
    }

    /// <summary>Presses Tab until the focus is on what the selector names.</summary>
    public async Task To(string selector, string key = "Tab")
    {
        for (var stops = 0; stops < MostStops; stops++)
        {
            await page.Keyboard.PressAsync(key);
            if (await page.EvaluateAsync<bool>("s => document.activeElement.matches(s)", selector))
                return;
        }
        throw new InvalidOperationException($"{selector} was not reached within {MostStops} stops on {page.Url}.");
    }

    /// <summary>Presses Enter and waits until the address holds the words.</summary>
    public async Task Follow(string address)
    {
        await page.Keyboard.PressAsync("Enter");
        // Asked of the page again and again: waiting for an event misses one that came before the waiting began.
        await page.WaitForFunctionAsync("a => location.href.includes(a) && document.readyState === 'complete'", address);
    }
}

/// <summary>One stop of the Tab key.</summary>
internal sealed class Stop
{
    public int Order { get; set; }

    public string Words { get; set; } = "";

    public string Tag { get; set; } = "";

    public bool Shown { get; set; }

    public bool Marked { get; set; }
}
