using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Made.Tests.Browser;

/// <summary>Pages say everything without script, and every form does its work.</summary>
[Collection(BrowserSite.Name)]
public sealed class WithoutScriptTests(BrowserSite site)
{
    [ChromiumFact]
    public async Task A_dashboard_says_the_same_without_script()
    {
        var (with, without) = (await site.Open(Addresses.Month), await site.Open(Addresses.Month, script: false));
        foreach (var part in new[] { "h1", ".made-strip", ".made-answer", ".made-attention", "table.made-table tbody", "#quality + ul" })
            (await Text(without, part)).ShouldBe(await Text(with, part), part);
        (await without.Locator("svg.chart:visible").CountAsync()).ShouldBe(await with.Locator("svg.chart:visible").CountAsync());
        await with.Context.CloseAsync();
        await without.Context.CloseAsync();
    }

    [ChromiumFact]
    public async Task The_table_of_a_chart_opens_without_script()
    {
        var page = await site.Open(Addresses.Month + "/all-crime", script: false);
        await page.GetByText("The same numbers as a table").First.ClickAsync();
        (await page.Locator("details[open] table").First.IsVisibleAsync()).ShouldBeTrue();
        await page.Context.CloseAsync();
    }

    [ChromiumFact]
    public async Task The_ward_indicator_and_the_scorecard_are_chosen_without_script()
    {
        var page = await site.Open(Addresses.Month, script: false);
        await page.GetByLabel("Indicator", new() { Exact = true }).SelectOptionAsync("burglary");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        page.Url.ShouldContain("where=burglary");
        (await page.Locator("#where ~ .made-columns .made-figure__title").First.TextContentAsync()).ShouldNotBeNull().ShouldContain("urglary");
        await page.GotoAsync("/scorecard");
        await page.GetByLabel("Show", new() { Exact = true }).SelectOptionAsync("count");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        page.Url.ShouldContain("measure=count");
        await page.Context.CloseAsync();
    }

    [ChromiumFact]
    public async Task A_file_is_sent_and_its_receipt_read_without_script()
    {
        var page = await site.Open("/exchange", script: false);
        await page.GetByLabel("What is it?").SelectOptionAsync("police-street");
        await page.GetByLabel("Which files?").SetInputFilesAsync(await SentFiles.Refused(site.Folder));
        await page.GetByRole(AriaRole.Button, new() { Name = "Check and load" }).ClickAsync();
        var receipt = page.Locator("main a[href^='/exchange/receipts/']");
        // The page asks again by itself each second until the file is read.
        await receipt.WaitForAsync(new() { Timeout = 300_000 });
        await receipt.ClickAsync();
        (await page.Locator("main").TextContentAsync()).ShouldNotBeNull().ShouldContain("missing-column");
        await page.Context.CloseAsync();
    }

    [ChromiumFact]
    public async Task A_withdrawal_without_reason_is_refused_without_script()
    {
        var page = await site.Open("withdraw", script: false);
        await page.GetByRole(AriaRole.Button, new() { Name = "Withdraw this supply" }).ClickAsync();
        (await page.GetByRole(AriaRole.Alert).TextContentAsync()).ShouldNotBeNull().ShouldContain("Say why");
        await page.Context.CloseAsync();
    }

    private static async Task<string> Text(IPage page, string part) =>
        string.Join(' ', (await page.Locator(part).First.InnerTextAsync()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
