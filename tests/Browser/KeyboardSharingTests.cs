using Shouldly;
using Xunit;

namespace Made.Tests.Browser;

/// <summary>Recording a letter of the statutory exchange, without a mouse.</summary>
[Collection(BrowserSite.Name)]
public sealed class KeyboardSharingTests(BrowserSite site)
{
    [ChromiumFact]
    public async Task A_letter_is_read_and_its_sending_recorded()
    {
        var keys = new Keyboard(await site.Open("/sharing/quarterly/2026-06"));
        await keys.To("main a[href='/sharing/quarterly/2026-06/2/quillshire-police']");
        await keys.Follow("/2/quillshire-police");
        await keys.To("#kind");
        await keys.Press("ArrowDown");
        await keys.To("#day");
        await keys.Type("2026-10-05");
        await keys.To("#why");
        await keys.Type("Letter of 5 October");
        await keys.To("#by");
        await keys.Type("Designated liaison officer");
        await keys.To("main form button");
        await keys.Follow("done=recorded");
        (await keys.Page.Locator(".made-answer").TextContentAsync()).ShouldNotBeNull().ShouldContain("Chased on 5 October 2026");
        await keys.Page.Context.CloseAsync();
    }
}
