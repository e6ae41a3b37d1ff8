using Made.Core.Access;
using Made.Core.Register;
using Made.Core.Sharing;
using Made.TestKit.Site;
using Microsoft.Playwright;
using Xunit;

namespace Made.Tests.Browser;

/// <summary>People with accounts on the county's site, who signed in on its pages from another machine; and a visitor. Each keeps one window.</summary>
public sealed class SignedInPeople(BrowserSite site) : IAsyncLifetime
{
    public const string Administrator = "an administrator";
    public const string Analyst = "a county analyst";
    public const string Manager = "a district manager";
    public const string Visitor = "a visitor";
    private const string From = "192.0.2.7";
    private readonly Dictionary<string, IPage> windows = new(StringComparer.Ordinal);

    public async Task InitializeAsync()
    {
        if (InstalledChromium.Program is null)
            return;
        await AddAsync(Administrator, new Grant { Role = Role.Administrator });
        await AddAsync(Analyst, new Grant { Role = Role.CountyAnalyst, Clearance = Marking.OfficialSensitive });
        await AddAsync(Manager, new Grant { Role = Role.DistrictManager, Districts = [new AreaCode("E07990001")] });
        site.Known["person"] = $"/access/people/{(await site.County.Records.Accounts.Find(Manager))!.Id}";
    }

    public async Task DisposeAsync()
    {
        foreach (var window in windows.Values)
            await window.Context.CloseAsync();
    }

    internal Task AddAsync(string name, params Grant[] grants) => Accounts.AddAsync(site.County, name, grants);

    /// <summary>The window in which somebody looks at pages one after another; signed in at its first use.</summary>
    internal async Task<IPage> Window(string who)
    {
        if (!windows.TryGetValue(who, out var page))
            windows[who] = page = who == Visitor ? await site.Open("about:blank", from: From) : await SignedIn(who);
        await page.SetViewportSizeAsync(1280, 900);
        return page;
    }

    /// <summary>A further window of somebody; the caller closes it.</summary>
    internal async Task<IPage> SignedIn(string who)
    {
        var page = await site.Open("/sign-in", from: From);
        await SignIn(page, who);
        return page;
    }

    /// <summary>Fills the page of that name and sends it.</summary>
    internal static async Task SignIn(IPage page, string who)
    {
        await page.GetByLabel("Sign-in name").FillAsync(who);
        await page.GetByLabel("Password").FillAsync(Accounts.Password);
        await Press(page, "Sign in");
    }

    /// <summary>Presses a button of the page itself and waits for what it leads to.</summary>
    internal static async Task Press(IPage page, string button) =>
        await page.RunAndWaitForRequestFinishedAsync(() => page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync(), new() { Predicate = r => r.IsNavigationRequest && r.RedirectedTo is null });
}
