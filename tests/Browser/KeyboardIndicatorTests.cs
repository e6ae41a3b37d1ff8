using Shouldly;
using Xunit;

namespace Made.Tests.Browser;

/// <summary>An analyst without a mouse defines an indicator, corrects what was wrong, sees it on the dashboards, and retires it; and saves a table.</summary>
[Collection(BrowserSite.Name)]
public sealed class KeyboardIndicatorTests(BrowserSite site)
{
    [ChromiumFact]
    public async Task An_indicator_is_defined_and_retired()
    {
        var keys = new Keyboard(await site.Open("/indicators"));
        await keys.To("main a[href='/indicators/define']");
        await keys.Follow("/indicators/define");
        await keys.To("#dataset");
        await keys.Press("Space");
        await keys.To("main form button");
        await keys.Follow("dataset=police-street");

        await keys.To("button[value=check]");
        await keys.Press("Enter");
        await keys.Page.Locator(".govuk-error-summary").WaitForAsync();
        (await Axe.Violations(keys.Page)).ShouldBe("");
        await keys.To("a[href='#title']");
        await keys.Press("Enter");
        (await keys.Page.EvaluateAsync<string>("() => document.activeElement.id")).ShouldBe("title");
        await keys.Type("Burglary and robbery");
        foreach (var (field, words) in new[] { ("id", "burglary-and-robbery"), ("plural", "burglaries and robberies"), ("singular", "burglary or robbery"), ("group", "Theft and burglary"), ("definition", "Burglary and robbery together.") })
            await Fill(keys, field, words);
        foreach (var category in new[] { "Burglary", "Robbery" })
        {
            await keys.To($"input[name=categories][value='{category}']");
            await keys.Press("Space");
        }
        foreach (var (field, words) in new[] { ("numerator", "Records of both types"), ("source", "Made up"), ("why", "Asked for"), ("by", "analyst") })
            await Fill(keys, field, words);
        await keys.To("button[value=check]");
        await keys.Press("Enter");
        await keys.Page.Locator("button[value=save]").WaitForAsync();
        (await keys.Page.Locator("main").TextContentAsync()).ShouldNotBeNull().ShouldContain("Burglary, Robbery");
        (await Axe.Violations(keys.Page)).ShouldBe("");
        await keys.To("button[value=save]");
        await keys.Follow("/indicators/burglary-and-robbery?done=saved");
        (await Axe.Violations(keys.Page)).ShouldBe("");

        await keys.To("a[href='/indicators/burglary-and-robbery/retire']");
        await keys.Follow("/retire");
        await Fill(keys, "why", "Only a test");
        await Fill(keys, "by", "analyst");
        await keys.To("main form button");
        await keys.Follow("done=retired");
        (await keys.Page.Locator("main").TextContentAsync()).ShouldNotBeNull().ShouldContain("Only a test");
        await keys.Page.Context.CloseAsync();
    }

    [ChromiumFact]
    public async Task A_table_is_built_saved_removed_and_taken_back()
    {
        var keys = new Keyboard(await site.Open("/tables"));
        await keys.To("input[name=indicator][value=robbery]");
        await keys.Press("Space");
        await keys.To("#columns");
        await keys.Type("Indi");
        await keys.To("#choose > button");
        await keys.Follow("columns=indicator");
        await keys.To("#name");
        await keys.Type("Robbery beside all crime");
        await keys.To("#by");
        await keys.Type("analyst");
        await keys.Press("Enter");
        await keys.Page.WaitForURLAsync("**/tables/robbery-beside-all-crime?done=saved");
        await keys.To("a[href='/tables/robbery-beside-all-crime/remove']");
        await keys.Follow("/remove");
        await keys.To("main form button");
        await keys.Follow("removed=robbery-beside-all-crime");
        (await Axe.Violations(keys.Page)).ShouldBe("");
        await keys.To("form[action$='/take-back'] button");
        await keys.Follow("/tables/robbery-beside-all-crime");
        await keys.Page.Context.CloseAsync();
    }

    private static async Task Fill(Keyboard keys, string field, string words)
    {
        await keys.To("#" + field);
        await keys.Type(words);
    }
}
