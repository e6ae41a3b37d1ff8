using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Made.Tests.Browser;

/// <summary>
/// Every page and state, with all that folds opened: no violation of WCAG 2.2 AA that a machine can see, nothing the page's own security policy stopped,
/// no scrolling sideways however narrow the window, and on paper what is needed there, with nothing cut off. A page is opened once for all of it.
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

    [ChromiumFact]
    public async Task A_planted_script_that_breaks_or_is_not_there_is_heard()
    {
        var page = await site.Open("/glossary");
        var found = await Look.Faults(page, () => page.EvaluateAsync("() => new Promise(done => { setTimeout(() => { throw new Error('planted') }); const gone = document.createElement('script'); gone.src = '/assets/gone.js'; gone.onerror = done; document.head.append(gone) })"));
        found.ShouldContain("said: Error: planted");
        found.ShouldContain("status of 404");
        await page.Context.CloseAsync();
    }

    private async Task HasNoFault(string address, bool bare)
    {
        var page = await site.Lent(bare);
        (await Look.Faults(page, () => page.GotoAsync(site.Address(address)))).ShouldBe("", address);
        (await Paper.Faults(page)).ShouldBe("", address);
    }
}
