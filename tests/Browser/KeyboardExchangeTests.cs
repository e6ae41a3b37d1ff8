using Shouldly;
using Xunit;

namespace Made.Tests.Browser;

/// <summary>The journeys of a person without a mouse that change what is held.</summary>
[Collection(BrowserSite.Name)]
public sealed class KeyboardExchangeTests(BrowserSite site)
{
    [ChromiumFact]
    public async Task A_file_is_sent_and_its_receipt_read()
    {
        var keys = new Keyboard(await site.Open("/exchange"));
        await keys.To("#dataset");
        await keys.Type("Street");
        (await keys.Page.Locator("#dataset").InputValueAsync()).ShouldBe("police-street");
        await keys.To("#files");
        // The chooser belongs to the desktop, and a browser without a window opens none for a key.
        await keys.Page.Locator("#files").SetInputFilesAsync(await SentFiles.RevisedAgain(site.Folder));
        await keys.To("main form button");
        await keys.Follow("/exchange/jobs/");
        // The page asks again by itself each second until the file is read.
        await keys.Page.Locator("main a[href^='/exchange/receipts/']").WaitForAsync(new() { Timeout = 300_000 });
        await keys.To("main a[href^='/exchange/receipts/']");
        await keys.Follow("/exchange/receipts/");
        (await keys.Page.Locator(".made-equation").TextContentAsync()).ShouldNotBeNull().ShouldContain("records in");
        await keys.Page.Context.CloseAsync();
    }

    [ChromiumFact]
    public async Task Older_receipts_are_turned_to()
    {
        var keys = new Keyboard(await site.Open("/exchange"));
        var first = await keys.Page.Locator("#receipts ~ * tbody th").First.TextContentAsync();
        await keys.To("a[rel=next]");
        await keys.Follow("part=2");
        (await keys.Page.Locator("#receipts ~ * tbody th").First.TextContentAsync()).ShouldNotBe(first);
        await keys.To("a[rel=prev]");
        await keys.Follow("part=1");
        await keys.Page.Context.CloseAsync();
    }

    [ChromiumFact]
    public async Task A_supply_is_withdrawn_with_a_reason()
    {
        var keys = new Keyboard(await site.Open("/exchange/supplies"));
        var address = site.Address("withdraw at the end");
        await keys.To($"a[href='{address}']");
        await keys.Follow(address);
        await keys.To("#reason");
        await keys.Type("Sent in error");
        await keys.To("main form button");
        await keys.Follow("/exchange/supplies");
        (await keys.Page.Locator($"a[href='{address}']").CountAsync()).ShouldBe(0);
        await keys.Page.Context.CloseAsync();
    }
}
