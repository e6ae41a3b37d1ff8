using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Made.Tests.Browser.Gallery;

public sealed class GalleryTests(GalleryFixture gallery) : IClassFixture<GalleryFixture>
{
    // target-size is off by default in axe.
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        Rules = new Dictionary<string, RuleOptions> { ["target-size"] = new() { Enabled = true } },
    };

    [Theory]
    [InlineData("/gallery", 1280)]
    [InlineData("/gallery", 320)]
    [InlineData("/gallery/components", 1280)]
    [InlineData("/gallery/components", 320)]
    public async Task Every_component_and_chart_passes_axe(string path, int width)
    {
        if (gallery.Browser is null)
            return;
        var page = await gallery.OpenAsync(path, width);
        // An experimental rule that GOV.UK's own file upload does not meet: its button is named by label and state together.
        Rules.Rules["label-content-name-mismatch"] = new RuleOptions { Enabled = path == "/gallery" };
        var result = await page.RunAxe(Rules);
        await ShootAsync(page, $"{path.Replace('/', '-')}-{width}");
        result.Violations.Select(v => $"{v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/gallery", true)]
    [InlineData("/gallery", false)]
    [InlineData("/gallery/components", true)]
    [InlineData("/gallery/components", false)]
    public async Task Nothing_scrolls_sideways_at_320_pixels(string path, bool script)
    {
        if (gallery.Browser is null)
            return;
        var page = await gallery.OpenAsync(path, 320, script: true);
        if (!script)
            page = await gallery.OpenAsync(path, 320, script: false);
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        width.ShouldBeLessThanOrEqualTo(320);
    }

    [Fact]
    public async Task The_strict_content_security_policy_blocks_nothing_we_use()
    {
        if (gallery.Browser is null)
            return;
        var page = await gallery.OpenAsync("/gallery");
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);
        await page.ReloadAsync();
        complaints.ShouldNotContain(c => c.Contains("Content Security Policy", StringComparison.Ordinal) && !c.Contains("style-src-attr", StringComparison.Ordinal));
        (await page.Locator("body.govuk-frontend-supported").CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_month_of_a_trend_can_be_read_with_the_arrow_keys()
    {
        if (gallery.Browser is null)
            return;
        var page = await gallery.OpenAsync("/gallery");
        var chart = page.Locator("#trend-asb-figure svg.chart--wide");
        await chart.FocusAsync();
        await page.Locator("#trend-asb-figure .made-readout").GetByText("July 2022: 240, higher than usual").WaitForAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Locator("#trend-asb-figure .made-readout").GetByText("June 2022").WaitForAsync();
    }

    [Fact]
    public async Task Sorting_moves_rows_inside_their_group_only()
    {
        if (gallery.Browser is null)
            return;
        var page = await gallery.OpenAsync("/gallery");
        await page.GetByRole(AriaRole.Button, new() { Name = "Indicator", Exact = true }).First.ClickAsync();
        var group = page.Locator("table.made-table--cards tbody").Nth(2);
        (await group.Locator("tr").First.InnerTextAsync()).ShouldBe("Acquisitive crime");
        (await group.Locator("tr").CountAsync()).ShouldBe(4);
    }

    [Fact]
    public async Task A_term_opens_without_script_and_closes_with_escape()
    {
        if (gallery.Browser is null)
            return;
        var page = await gallery.OpenAsync("/gallery", script: false);
        var term = page.Locator(".made-answer .made-term");
        await term.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var meaning = page.Locator(".made-answer .made-term__text");
        await Assertions.Expect(meaning).ToBeVisibleAsync();
        await ShootAsync(page, "term", full: false);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(meaning).ToBeHiddenAsync();
    }

    [Fact]
    public async Task An_area_lights_up_in_map_and_bars_together()
    {
        if (gallery.Browser is null)
            return;
        var page = await gallery.OpenAsync("/gallery");
        await page.Locator("#bars-wards-figure svg.chart--wide a").First.FocusAsync();
        (await page.Locator("#map-wards-figure a.made-linked").CountAsync()).ShouldBe(1);
    }

    // For looking at: MADE_SHOTS names a folder.
    private static async Task ShootAsync(IPage page, string name, bool full = true)
    {
        if (Environment.GetEnvironmentVariable("MADE_SHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = full });
    }
}
