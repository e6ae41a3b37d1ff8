using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Made.Tests.Browser;

/// <summary>The workbench without a mouse and without script: held figures by address, own figures by form.</summary>
[Collection(BrowserSite.Name)]
public sealed class WorkbenchTests(BrowserSite site)
{
    private static readonly string Figures = "Month,Calls\n" + string.Join('\n', Enumerable.Range(0, 30).Select(i => $"{2022 + (i / 12)}-{(i % 12) + 1:00},{40 + ((i * 7) % 11)}"));

    [ChromiumFact]
    public async Task A_method_and_an_option_are_chosen_with_the_keyboard()
    {
        var keys = new Keyboard(await site.Open("/workbench?indicator=burglary&area=E22990001"));
        await keys.To("#method");
        await keys.Type("XmR");
        await keys.To("main form button");
        await keys.Follow("method=xmr");
        await keys.To("main form summary");
        await keys.Press("Enter");
        await keys.To("#rules");
        await keys.Type("Making");
        await keys.To("main form button");
        await keys.Follow("rules=nhs-2024");
        (await keys.Page.Locator(".made-lede").First.TextContentAsync()).ShouldNotBeNull().ShouldContain("By the rules of Making Data Count (2024)");
        await keys.Page.Context.CloseAsync();
    }

    [ChromiumTheory]
    [InlineData("/workbench?indicator=burglary&area=E22990001&method=xmr&rules=nhs-2024")]
    [InlineData("/workbench/own")]
    public async Task Focus_is_seen_and_in_order_and_never_trapped(string address)
    {
        var keys = new Keyboard(await site.Open(address));
        var (before, stops) = (-1, 0);
        while (await keys.Tab() is { } stop)
        {
            stop.Order.ShouldBeGreaterThan(before, stop.Words);
            stop.Shown.ShouldBeTrue($"{stop.Tag} {stop.Words} is out of sight");
            stop.Marked.ShouldBeTrue($"{stop.Tag} {stop.Words} does not show its focus");
            before = stop.Order;
            (++stops).ShouldBeLessThan(400);
        }
        stops.ShouldBeGreaterThan(15);
        await keys.Page.Context.CloseAsync();
    }

    [ChromiumTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Own_figures_are_pasted_drawn_and_taken_away(bool script)
    {
        var page = await site.Open("/workbench/own", script);
        await page.GetByLabel("Or paste the figures").FillAsync(Figures);
        await page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        await page.Locator("svg.chart--wide").WaitForAsync();
        (await page.Locator(".made-answer").TextContentAsync()).ShouldNotBeNull().ShouldStartWith("June 2024: 45 calls, within the usual range of ");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "CSV", Exact = true }).ClickAsync());
        download.SuggestedFilename.ShouldBe("own-figures.csv");
        (await File.ReadAllLinesAsync((await download.PathAsync())!)).Length.ShouldBe(31);
        if (script)
            (await Axe.Violations(page)).ShouldBe("");
        await page.SetViewportSizeAsync(320, 640);
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(320);
        await page.Context.CloseAsync();
    }

    [ChromiumFact]
    public async Task Figures_with_faults_have_no_accessibility_fault()
    {
        var page = await site.Open("/workbench/own");
        await page.GetByLabel("Or paste the figures").FillAsync("Month,Calls\n2024-13,x\n");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Alert).WaitForAsync();
        (await Axe.Violations(page)).ShouldBe("");
        await page.Context.CloseAsync();
    }
}
