using Made.TestKit;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Made.Tests.Browser;

/// <summary>
/// A supplier who has never seen the product gets from the template to an accepted file, three mistakes corrected on the way, in at most eight views of
/// pages. With MADE_SCREENSHOTS=1 each view is kept as a picture.
/// </summary>
[Collection(BrowserSite.Name)]
public sealed class SupplierJourneyTests(BrowserSite site)
{
    private const int MostViews = 8;

    [ChromiumFact]
    public async Task From_the_template_to_an_accepted_file_with_three_mistakes_corrected_takes_at_most_eight_views()
    {
        var page = await site.Open("/exchange");
        // What loads again by itself is one view; every other address is one of its own.
        var views = new List<string> { page.Url };
        page.FrameNavigated += (_, frame) =>
        {
            if (frame == page.MainFrame && frame.Url != views[^1])
                views.Add(frame.Url);
        };
        await PictureAsync(page, 1);
        await page.GetByRole(AriaRole.Link, new() { Name = "Anti-social behaviour known to councils" }).ClickAsync();
        await PictureAsync(page, 2);
        var template = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "template as CSV" }).ClickAsync());
        var headings = (await File.ReadAllLinesAsync(await template.PathAsync()))[0];

        // Filled in with a kind that is not one, a date as it is written by hand, and a metre reading with its unit.
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(site.Folder, "sent")).FullName, "council-asb-2026-10.csv");
        await File.WriteAllLinesAsync(file, Filled(headings, "noise nuisance", "5 October 2026", "412000 m"));
        await page.GetByLabel("Which files?").SetInputFilesAsync(file);
        await page.GetByRole(AriaRole.Button, new() { Name = "Check without sending" }).ClickAsync();
        await page.GetByText("The file would be accepted, but 3 rows were rejected.").WaitForAsync(new() { Timeout = 300_000 });
        var found = await page.Locator("main").InnerTextAsync();
        found.ShouldContain("unknown-code");
        found.ShouldContain("not-a-date");
        found.ShouldContain("not-a-whole-number");
        await PictureAsync(page, 3);

        await File.WriteAllLinesAsync(file, Filled(headings, "noise", "2026-10-05", "412000"));
        await page.GetByLabel("Which files?").SetInputFilesAsync(file);
        await page.GetByRole(AriaRole.Button, new() { Name = "Check and load" }).ClickAsync();
        await page.Locator("main a[href^='/exchange/receipts/']").WaitForAsync(new() { Timeout = 300_000 });
        await PictureAsync(page, 4);
        await page.Locator("main a[href^='/exchange/receipts/']").ClickAsync();
        (await page.Locator(".made-answer").TextContentAsync()).ShouldBe("The file was accepted as council-asb-2026-10-r1.");
        await PictureAsync(page, 5);
        views.Count.ShouldBeLessThanOrEqualTo(MostViews, string.Join('\n', views));
        await page.Context.CloseAsync();
    }

    private static async Task PictureAsync(IPage page, int number)
    {
        if (Environment.GetEnvironmentVariable("MADE_SCREENSHOTS") != "1")
            return;
        var folder = Directory.CreateDirectory(Repository.Path("docs", "screenshots")).FullName;
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"supplier-{number}.png"), Animations = ScreenshotAnimations.Disabled });
    }

    /// <summary>Eight records in the template's columns, three of them with what is given.</summary>
    private static IEnumerable<string> Filled(string headings, string kind, string day, string easting)
    {
        var columns = headings.TrimStart('\uFEFF').Split(',');
        for (var row = -1; row < 8; row++)
        {
            string Cell(string column) => column switch
            {
                "report_ref" => $"R-{row}",
                "kind" => row == 1 ? kind : "fly-tipping",
                "report_date" => row == 3 ? day : $"2026-10-{10 + row}",
                "report_time" => "14:30",
                "location_easting" => row == 6 ? easting : "",
                "location_northing" => "",
                _ => row == 6 ? "" : "E07990001",
            };
            yield return row < 0 ? headings : string.Join(',', columns.Select(Cell));
        }
    }
}
