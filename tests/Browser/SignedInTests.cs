using Made.Core.Access;
using Made.Core.Accounts;
using Made.TestKit.Site;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Made.Tests.Browser;

/// <summary>Pages as somebody sees them who signed in, and those by which they do: no fault that a machine sees, nothing sideways, and what is needed on paper.</summary>
[Collection(BrowserSite.Name)]
public sealed class SignedInTests(BrowserSite site, SignedInPeople people) : IClassFixture<SignedInPeople>
{
    public static TheoryData<string, string> OfSignedIn => Addresses.OfSignedIn;

    [ChromiumTheory]
    [MemberData(nameof(OfSignedIn))]
    public async Task A_page_has_no_fault_for_whoever_looks_at_it(string who, string address)
    {
        var page = await people.Window(who);
        await IsFaultless(page, () => page.GotoAsync(site.Address(address)), address);
        new Uri(page.Url).PathAndQuery.ShouldBe(site.Address(address), "it leads nowhere else");
        (await page.TitleAsync()).StartsWith("There is no such page", StringComparison.Ordinal).ShouldBe(address == "/nowhere", address);
        if (address != "/nowhere")
            (await page.Locator(".made-header__who").TextContentAsync()).ShouldNotBeNull().ShouldContain(who == SignedInPeople.Visitor ? "Sign in" : who);
        (await page.Locator(".made-seen").CountAsync()).ShouldBe(who == SignedInPeople.Manager ? 1 : 0);
    }

    [ChromiumTheory]
    [InlineData("/home")]
    [InlineData("/account")]
    [InlineData("/account/mail")]
    [InlineData("/access/keys")]
    [InlineData("/access/view-as")]
    public async Task Focus_is_seen_and_in_order_and_never_trapped(string address)
    {
        // Of its own, because where Tab begins is remembered by a window.
        var keys = new Keyboard(await (await people.Window(SignedInPeople.Administrator)).Context.NewPageAsync());
        await keys.Page.GotoAsync(address);
        var (stops, wrong) = await keys.Through();
        wrong.ShouldBe("", address);
        stops.ShouldBeGreaterThan(15);
        await keys.Page.CloseAsync();
    }

    [ChromiumFact]
    public async Task What_is_new_is_read_on_ones_own_page()
    {
        await people.AddAsync("a reader", new Grant { Role = Role.PartnerAnalyst });
        var page = await people.SignedIn("a reader");
        await page.GotoAsync("/home");
        (await page.Locator("section[aria-labelledby=released] li").CountAsync()).ShouldBeGreaterThan(0);
        await IsFaultless(page, () => SignedInPeople.Press(page, "I have read these"), "read");
        (await page.Locator("section[aria-labelledby=released] li").CountAsync()).ShouldBe(0);
        await page.Context.CloseAsync();
    }

    [ChromiumFact]
    public async Task A_second_factor_is_enrolled_used_and_removed()
    {
        const string Who = "somebody with a telephone";
        await people.AddAsync(Who);
        var page = await people.SignedIn(Who);
        await page.GotoAsync("/account/second-factor/enrol");
        var key = (await page.Locator("main code").First.TextContentAsync())!;
        await page.GetByLabel("Code").FillAsync("000000");
        await IsFaultless(page, () => SignedInPeople.Press(page, "Enrol it"), "a wrong code");
        await page.GetByLabel("Code").FillAsync(Authenticator.Code(key, 0));
        await IsFaultless(page, () => SignedInPeople.Press(page, "Enrol it"), "recovery codes");
        (await page.Locator("main li code").CountAsync()).ShouldBe(RecoveryCodes.Count);
        await IsFaultless(page, () => page.GotoAsync("/account"), "account");
        await IsFaultless(page, () => page.GotoAsync("/account/second-factor/remove"), "remove");
        await IsFaultless(page, () => SignedInPeople.Press(page, "Remove it"), "no password");

        var elsewhere = await site.Open("/sign-in", from: "192.0.2.8");
        await IsFaultless(elsewhere, () => SignedInPeople.Press(elsewhere, "Sign in"), "nothing typed");
        await IsFaultless(elsewhere, () => SignedInPeople.SignIn(elsewhere, Who), "the page for the code");
        await elsewhere.GetByLabel("Code").FillAsync("000000");
        await IsFaultless(elsewhere, () => SignedInPeople.Press(elsewhere, "Sign in"), "a wrong code");
        await elsewhere.GetByLabel("Code").FillAsync(Authenticator.Code(key, 1));
        await SignedInPeople.Press(elsewhere, "Sign in");
        await IsFaultless(elsewhere, () => elsewhere.GotoAsync("/account"), "two places");
        (await elsewhere.Locator("section[aria-labelledby=places] li").CountAsync()).ShouldBe(2);
        await IsFaultless(elsewhere, () => SignedInPeople.Press(elsewhere, "Sign out everywhere else"), "signed out elsewhere");
        await elsewhere.GotoAsync("/sign-out");
        await IsFaultless(elsewhere, () => SignedInPeople.Press(elsewhere, "Sign out"), "signed out");
        await page.Context.CloseAsync();
        await elsewhere.Context.CloseAsync();
    }

    [ChromiumFact]
    public async Task Somebody_looks_as_another_role_and_every_page_and_sheet_says_so()
    {
        await people.AddAsync("who looks", new Grant { Role = Role.Administrator }, new Grant { Role = Role.CountyAnalyst });
        var page = await people.SignedIn("who looks");
        await page.GotoAsync("/access/view-as");
        await IsFaultless(page, () => SignedInPeople.Press(page, "Look as they do"), "no reason");
        await page.GetByLabel("Role").SelectOptionAsync("district-manager");
        await page.GetByLabel("Amberwick", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("Reason").FillAsync("A question from there");
        await IsFaultless(page, () => SignedInPeople.Press(page, "Look as they do"), "first page");
        foreach (var address in new[] { Addresses.Month, "/scorecard", "/home", "/access/view-as", "/access/view-as?refused=change", "/access/view-as?open=%2Fhome" })
        {
            await IsFaultless(page, () => page.GotoAsync(address), address);
            (await page.Locator(".made-viewing").TextContentAsync()).ShouldNotBeNull().ShouldContain("You look as: District CSP manager");
        }
        await page.GotoAsync("/access/view-as");
        await IsFaultless(page, () => SignedInPeople.Press(page, "Look as yourself again"), "ended");
        (await page.Locator(".made-viewing").CountAsync()).ShouldBe(0);
        await page.Context.CloseAsync();
    }

    [ChromiumFact]
    public async Task A_key_is_made_shown_and_revoked()
    {
        var page = await people.SignedIn(SignedInPeople.Administrator);
        await page.GotoAsync("/access/keys");
        await IsFaultless(page, () => SignedInPeople.Press(page, "Make the key"), "nothing typed");
        await page.GetByLabel("What sends with it?").FillAsync("Case system, nightly");
        await page.GetByLabel("Last day").FillAsync("2027-11-30");
        await page.GetByLabel("Reason").First.FillAsync("A trial");
        await IsFaultless(page, () => SignedInPeople.Press(page, "Make the key"), "the key");
        (await page.Locator(".govuk-inset-text code").CountAsync()).ShouldBe(1);
        await page.Locator("#revoke-why").FillAsync("The trial is over");
        await IsFaultless(page, () => SignedInPeople.Press(page, "Revoke it"), "revoked");
        await page.Context.CloseAsync();
    }

    [ChromiumFact]
    public async Task An_address_for_notices_is_refused_kept_and_removed()
    {
        var page = await people.SignedIn(SignedInPeople.Analyst);
        await page.GotoAsync("/account/mail");
        await page.GetByText("Tell me by e-mail").CheckAsync();
        await IsFaultless(page, () => SignedInPeople.Press(page, "Save"), "no address");
        await page.GetByLabel("Your e-mail address").FillAsync("analyst@example.org");
        await IsFaultless(page, () => SignedInPeople.Press(page, "Save"), "told");
        await IsFaultless(page, () => page.GotoAsync("/account/mail"), "given");
        await IsFaultless(page, () => SignedInPeople.Press(page, "Remove the address"), "removed");
        await page.Context.CloseAsync();
    }

    [ChromiumFact]
    public async Task A_sign_in_by_a_provider_that_does_not_answer_is_said()
    {
        var (providers, change) = (site.County.Records.Providers, site.County.Change("test", "A provider to look at"));
        (await providers.Set(new IdentityProvider { Name = "Quillshire Council", Issuer = "http://127.0.0.1:9", ClientId = "made", GroupsClaim = "groups", Hosts = [] }, "a secret", change)).ShouldBeNull();
        try
        {
            var page = await people.Window(SignedInPeople.Visitor);
            await IsFaultless(page, () => page.GotoAsync("/sign-in?left=both"), "the button");
            await IsFaultless(page, () => page.ClickAsync("main a[role=button]"), "no answer");
            (await page.TitleAsync()).ShouldStartWith("Error: ");
        }
        finally
        {
            (await providers.Clear(change)).ShouldBeNull();
        }
    }

    [ChromiumFact]
    public async Task What_paper_must_not_show_or_leave_out_is_found_where_it_is_planted()
    {
        var page = await people.Window(SignedInPeople.Administrator);
        await page.GotoAsync("/account");
        await page.EvaluateAsync("() => { const main = document.querySelector('main'); main.append(Object.assign(document.createElement('p'), { className: 'made-no-print' })); main.lastChild.style.setProperty('display', 'block', 'important'); main.append(Object.assign(document.createElement('p'), { textContent: 'wide' })); main.lastChild.style.width = '900px'; document.querySelector('.made-marking').hidden = true; document.querySelector('.made-marking').style.display = 'none' }");
        var found = await Paper.Faults(page);
        found.ShouldContain("p.made-no-print is printed");
        found.ShouldContain(".made-marking is not printed");
        found.ShouldContain("in 868: p.");
    }

    private static async Task IsFaultless(IPage page, Func<Task> open, string state)
    {
        (await Look.Faults(page, open)).ShouldBe("", state);
        (await Paper.Faults(page)).ShouldBe("", state);
        await page.SetViewportSizeAsync(1280, 900);
    }
}
