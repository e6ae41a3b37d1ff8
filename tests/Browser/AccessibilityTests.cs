using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Made.Tests.Browser;

/// <summary>
/// Every page and state, with all that folds opened: no violation of WCAG 2.2 AA that a machine can see, nothing the page's own security policy stopped,
/// and no scrolling sideways however narrow the window. A page is opened once for all of it.
/// </summary>
[Collection(BrowserSite.Name)]
public sealed class AccessibilityTests(BrowserSite site)
{
    public static TheoryData<string> OfCounty => Addresses.OfCounty;

    public static TheoryData<string> OfEmptyHome => Addresses.OfEmptyHome;

    [ChromiumTheory]
    [MemberData(nameof(OfCounty))]
    public Task A_page_has_no_accessibility_fault_and_does_not_scroll_sideways(string address) => HasNoFault(address, bare: false);

    [ChromiumTheory]
    [MemberData(nameof(OfEmptyHome))]
    public Task A_page_of_an_empty_home_has_no_accessibility_fault_and_does_not_scroll_sideways(string address) => HasNoFault(address, bare: true);

    [ChromiumFact]
    public async Task A_refused_upload_has_no_accessibility_fault()
    {
        var page = await site.Open("/exchange");
        await page.GetByRole(AriaRole.Button, new() { Name = "Check and load" }).ClickAsync();
        await page.GetByRole(AriaRole.Alert).WaitForAsync();
        (await Axe.Violations(page)).ShouldBe("");
        await page.Context.CloseAsync();
    }

    [ChromiumFact]
    public async Task A_withdrawal_without_reason_has_no_accessibility_fault()
    {
        var page = await site.Open("withdraw");
        await page.GetByRole(AriaRole.Button, new() { Name = "Withdraw this supply" }).ClickAsync();
        await page.GetByRole(AriaRole.Alert).WaitForAsync();
        (await Axe.Violations(page)).ShouldBe("");
        await page.Context.CloseAsync();
    }

    [ChromiumFact]
    public async Task A_planted_fault_is_found()
    {
        var page = await site.Open("/glossary");
        await page.EvaluateAsync("() => { for (let i = 0; i < 2; i++) { const tiny = document.createElement('button'); tiny.style = 'width:9px;height:9px;padding:0;border:0'; document.querySelector('main').append(tiny) } }");
        var found = await Axe.Violations(page);
        found.ShouldContain("button-name");
        found.ShouldContain("target-size");
        await page.Context.CloseAsync();
    }

    [ChromiumFact]
    public async Task A_planted_fault_in_what_folds_is_found()
    {
        var page = await site.Open("/glossary");
        await page.EvaluateAsync("() => { const folded = document.createElement('details'); folded.innerHTML = '<summary>More</summary><input type=text>'; document.querySelector('main').append(folded) }");
        (await Axe.Violations(page)).ShouldStartWith("with all opened, label");
        await page.Context.CloseAsync();
    }

    [ChromiumFact]
    public async Task A_planted_wide_line_is_found()
    {
        var page = await site.Open("/glossary");
        await page.EvaluateAsync("() => { const wide = document.createElement('p'); wide.style.width = '400px'; wide.textContent = 'wide'; document.querySelector('main').append(wide) }");
        (await Reflow.SticksOutOf(page)).ShouldContain("p.");
        await page.Context.CloseAsync();
    }

    private async Task HasNoFault(string address, bool bare)
    {
        var page = await site.Lent(bare);
        var said = new List<string>();
        void Heard(object? sender, IConsoleMessage message)
        {
            // The browser itself says so where a page answers that it does not exist or was asked for what cannot be.
            if (message.Type == "error" && !message.Text.Contains("status of 404", StringComparison.Ordinal) && !message.Text.Contains("status of 400", StringComparison.Ordinal))
                said.Add(message.Text);
        }
        void Broke(object? sender, string error) => said.Add(error);
        page.Console += Heard;
        page.PageError += Broke;
        await page.GotoAsync(site.Address(address));
        var found = (await Axe.Violations(page), await Reflow.SticksOutOf(page));
        page.Console -= Heard;
        page.PageError -= Broke;
        found.ShouldBe(("", ""), address);
        said.ShouldBeEmpty(address);
    }
}
