using Made.TestKit.Gallery;
using Made.Web.Downloads;
using Microsoft.Playwright;
using Xunit;

namespace Made.Tests.Browser.Gallery;

/// <summary>The gallery in a real browser. Where the machine has no Chromium the tests say so and pass nothing off as tried.</summary>
public sealed class GalleryFixture : IAsyncLifetime
{
    private IPlaywright? playwright;
    private GalleryHost? host;

    public IBrowser? Browser { get; private set; }

    public async Task InitializeAsync()
    {
        if (FindChromium() is not { } program)
        {
            Console.WriteLine("Skipped: " + Problems.NoBrowser.Message);
            return;
        }
        host = await GalleryHost.StartAsync();
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = ["--no-sandbox", "--disable-gpu", "--disable-quic"] });
    }

    public async Task DisposeAsync()
    {
        if (Browser is not null)
            await Browser.CloseAsync();
        playwright?.Dispose();
        if (host is not null)
            await host.DisposeAsync();
    }

    public async Task<IPage> OpenAsync(string path, int width = 1280, bool script = true)
    {
        var context = await Browser!.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 }, JavaScriptEnabled = script });
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(host!.Address, path).AbsoluteUri, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        return page;
    }

    private static string? FindChromium() =>
        new[] { Environment.GetEnvironmentVariable("MADE_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);
}
