using Shouldly;
using Xunit;

namespace Made.Tests.Browser;

/// <summary>The journeys of a person without a mouse: through pages that only show.</summary>
[Collection(BrowserSite.Name)]
public sealed class KeyboardTests(BrowserSite site)
{
    [ChromiumFact]
    public async Task The_skip_link_leads_past_the_navigation()
    {
        var keys = await At(Addresses.Month);
        (await keys.Tab()).ShouldNotBeNull().Words.ShouldBe("Skip to main content");
        await keys.Press("Enter");
        (await keys.Page.EvaluateAsync<string>("() => document.activeElement.id")).ShouldBe("main");
        await keys.Tab();
        (await keys.Page.EvaluateAsync<bool>("() => document.activeElement.closest('main') !== null")).ShouldBeTrue();
        await keys.Page.Context.CloseAsync();
    }

    [ChromiumTheory]
    [InlineData(Addresses.Month)]
    [InlineData("/scorecard")]
    [InlineData("/exchange")]
    public async Task Focus_is_seen_and_in_order_and_never_trapped(string address)
    {
        var keys = await At(address);
        var (stops, wrong) = await keys.Through();
        wrong.ShouldBe("", address);
        stops.ShouldBeGreaterThan(15);
        await keys.Page.Context.CloseAsync();
    }

    [ChromiumFact]
    public async Task A_month_of_a_partnership_is_chosen()
    {
        var keys = await At("/dashboard");
        await keys.To("#month");
        await keys.Press("ArrowDown");
        // The second of the list: another test may have sent a newer month meanwhile.
        var (month, name) = (await keys.Page.EvaluateAsync<string>("document.querySelector('#month').value"), await keys.Page.EvaluateAsync<string>("document.querySelector('#month').selectedOptions[0].text.trim()"));
        month.ShouldBe(await keys.Page.EvaluateAsync<string>("document.querySelector('#month').options[1].value"));
        await keys.To("main form button");
        await keys.Follow($"month={month}");
        await keys.To($"a[href='/dashboard/E22990001/{month}']");
        await keys.Follow($"/dashboard/E22990001/{month}");
        (await keys.Page.TitleAsync()).ShouldStartWith($"Amberwick, {name}");
        await keys.Page.Context.CloseAsync();
    }

    [ChromiumFact]
    public async Task An_indicator_is_opened_and_left_again()
    {
        var keys = await At(Addresses.Month);
        await keys.To("#indicators ~ * a[href$='/burglary']");
        await keys.Follow("/burglary");
        (await keys.Page.TitleAsync()).ShouldStartWith("Burglary");
        await keys.To("nav.govuk-breadcrumbs a[href^='/dashboard/E22990001/']");
        await keys.Follow(Addresses.Month);
        await keys.Page.WaitForFunctionAsync("() => document.title.startsWith('Amberwick, September 2026')");
        await keys.Page.Context.CloseAsync();
    }

    [ChromiumFact]
    public async Task The_wards_show_another_indicator()
    {
        var keys = await At(Addresses.Month);
        await keys.To("#show");
        await keys.Type("Burg");
        await keys.To("main form.made-choice button");
        await keys.Follow("where=burglary");
        await keys.Page.Context.CloseAsync();
    }

    [ChromiumFact]
    public async Task A_term_is_explained_and_closed_with_escape()
    {
        var keys = await At(Addresses.Month);
        await keys.To("button.made-term");
        await keys.Press("Enter");
        var meaning = keys.Page.Locator("[popover]:popover-open");
        (await meaning.CountAsync()).ShouldBe(1);
        await keys.Press("Escape");
        (await meaning.CountAsync()).ShouldBe(0);
        (await keys.Page.EvaluateAsync<string>("() => document.activeElement.className")).ShouldContain("made-term");
        await keys.Page.Context.CloseAsync();
    }

    [ChromiumFact]
    public async Task A_table_is_sorted()
    {
        var keys = await At(Addresses.Month + "/all-crime");
        await keys.To("#wards ~ * th[aria-sort] button");
        await keys.Press("Enter");
        (await keys.Page.EvaluateAsync<string>("() => document.activeElement.closest('th').getAttribute('aria-sort')")).ShouldBe("ascending");
        await keys.Press("Space");
        (await keys.Page.EvaluateAsync<string>("() => document.activeElement.closest('th').getAttribute('aria-sort')")).ShouldBe("descending");
        await keys.Page.Context.CloseAsync();
    }

    [ChromiumFact]
    public async Task The_table_of_a_chart_is_opened_and_its_values_are_read_with_the_arrows()
    {
        var keys = await At(Addresses.Month + "/all-crime");
        await keys.To("svg[data-values]");
        await keys.Press("ArrowLeft");
        (await keys.Page.Locator(".made-readout").TextContentAsync()).ShouldNotBeNullOrWhiteSpace();
        await keys.To(".made-figure summary");
        await keys.Press("Enter");
        (await keys.Page.Locator(".made-figure details[open] table").First.IsVisibleAsync()).ShouldBeTrue();
        await keys.Page.Context.CloseAsync();
    }

    [ChromiumFact]
    public async Task The_scorecard_leads_to_wards_and_back_to_a_dashboard()
    {
        var keys = await At("/scorecard");
        await keys.To("table a[href*='level=ward']");
        await keys.Follow("level=ward");
        await keys.To("main a[href^='/dashboard/']");
        await keys.Follow("/dashboard/");
        await keys.Page.Context.CloseAsync();
    }

    [ChromiumFact]
    public async Task A_table_is_downloaded_as_csv()
    {
        var keys = await At(Addresses.Month);
        await keys.To("main section a[href*='.csv']");
        var download = await keys.Page.RunAndWaitForDownloadAsync(() => keys.Press("Enter"));
        download.SuggestedFilename.ShouldEndWith(".csv");
        (await File.ReadAllLinesAsync((await download.PathAsync())!)).Length.ShouldBeGreaterThan(5);
        await keys.Page.Context.CloseAsync();
    }

    private async Task<Keyboard> At(string address) => new(await site.Open(address));
}
