using System.Diagnostics;
using Made.TestKit;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Made.Tests.Browser;

/// <summary>Writes the pictures of the README from the fictional county; run with MADE_SCREENSHOTS=1.</summary>
[Collection(BrowserSite.Name)]
[Trait("Category", "Screenshots")]
public sealed class ScreenshotTests(BrowserSite site)
{
    private const int LargestBytes = 200_000;

    [ScreenshotFact]
    public async Task The_pictures_of_the_readme_are_written()
    {
        var folder = Directory.CreateDirectory(Repository.Path("docs", "screenshots")).FullName;
        foreach (var (name, address) in new[] { ("dashboard", "/dashboard/E22990003/2026-08"), ("scorecard", "/scorecard?month=2026-08"), ("exchange", "/exchange") })
        {
            var page = await site.Open(address);
            var path = Path.Combine(folder, name + ".png");
            await page.ScreenshotAsync(new() { Path = path, Animations = ScreenshotAnimations.Disabled });
            await page.Context.CloseAsync();
            await FewerColours(path);
            new FileInfo(path).Length.ShouldBeLessThan(LargestBytes, name);
        }
    }

    // Flat colours and text lose nothing in a palette; without the program the picture stays as it is.
    private static async Task FewerColours(string path)
    {
        var program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(p => Path.Combine(p, "convert")).FirstOrDefault(File.Exists);
        if (program is null)
            return;
        using var convert = Process.Start(program, [path, "-colors", "128", "-strip", "PNG8:" + path]);
        await convert.WaitForExitAsync();
    }
}
