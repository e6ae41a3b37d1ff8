using Made.Core.Mail;
using Made.TestKit.Site;
using Shouldly;
using Xunit;
using Given = Made.TestKit.Site.Accounts;

namespace Made.Tests.Integration.Mail;

/// <summary>One's own address, changed in two windows, or at the machine meanwhile.</summary>
public sealed class MailAddressFormTests
{
    [Fact]
    public async Task What_was_changed_meanwhile_is_not_written_over_and_nothing_that_was_typed_is_lost()
    {
        await using var site = await LiveSite.Over((await DemoHome.Empty).Copy());
        await Given.AddAsync(site.Partnership, "told");
        var caller = await Given.SignedInAsync(site, "told");
        (await Crawl.Visited(caller, "/account/mail")).Page.QuerySelectorAll("input[type=hidden][name^=seen]").Select(i => i.GetAttribute("value")).ShouldBe(["", ""]);
        (await site.Home.MadeWith("from-the-machine@example.org", "account", "mail", "address", "told", "--tell")).Exits(0);

        var stale = await Forms.Fill(caller, "/account/mail", [("address", "typed@example.org"), ("told", "yes"), ("seen", ""), ("seenTold", "")]);
        stale.Status.ShouldBe(409);
        stale.Headers["Cache-Control"].ShouldContain("no-store");
        stale.Page.QuerySelector("#address")!.GetAttribute("value").ShouldBe("typed@example.org");
        stale.Page.QuerySelector("input[name=told]")!.HasAttribute("checked").ShouldBeTrue();
        stale.Page.QuerySelector(".govuk-error-summary")!.TextContent.ShouldContain("nothing of yours was saved");
        stale.Body.ShouldContain("Kept now: from-the-machine@example.org, told by e-mail.");
        (await KeptAsync(site)).ShouldBe(new MailChoice("from-the-machine@example.org", true));
        foreach (var (act, address) in new[] { ("remove", ""), ("", "") })
            (await Forms.Fill(caller, "/account/mail", [("act", act), ("address", address), ("seen", "from-the-machine@example.org"), ("seenTold", "")])).Status.ShouldBe(409, "told or not is part of it");
        (await site.Partnership.Records.Audit.Newest(0, 20)).Count(r => r.What == Store.Records.ChangeKinds.MailAddressGiven).ShouldBe(1, "what was refused left no row");

        // The form that came back knows what is kept now: sent again it is taken.
        var seen = stale.Page.QuerySelectorAll("form:has(#address) input[type=hidden][name^=seen]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!)).ToList();
        (await Forms.Fill(caller, "/account/mail", [("address", "typed@example.org"), ("told", "yes"), .. seen])).Headers["Location"].ShouldBe("/account?done=told");
        (await KeptAsync(site)).ShouldBe(new MailChoice("typed@example.org", true));
        // Cleared at the machine meanwhile: what is typed does not bring it back unasked.
        (await site.Home.Made("account", "mail", "address", "told", "--clear")).Exits(0);
        var cleared = await Forms.Fill(caller, "/account/mail", [("address", "typed@example.org"), ("seen", "typed@example.org"), ("seenTold", "yes")]);
        (cleared.Status, cleared.Body.Contains("Kept now: no address.", StringComparison.Ordinal)).ShouldBe((409, true));
    }

    private static async Task<MailChoice> KeptAsync(LiveSite site) => await site.Partnership.Records.MailAddresses.Of((await site.Partnership.Records.Accounts.Find("told"))!.Id);
}
