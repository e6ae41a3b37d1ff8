using Made.TestKit;
using Made.TestKit.Site;
using Made.Web.Help;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Made.Tests.Browser;

/// <summary>The pictures of the guides, taken of the running site each time, so that none shows what is no longer there. They are no part of the repository.</summary>
[Collection(BrowserSite.Name)]
public sealed class GuidePictureTests(BrowserSite site)
{
    private const int LargestBytes = 200_000;

    [ChromiumFact]
    public async Task Each_guide_has_its_pictures_and_none_is_large()
    {
        await site.Draft();
        var folder = Directory.CreateDirectory(Repository.Path("docs", "guides", "pictures")).FullName;
        foreach (var guide in Guide.All)
        {
            var home = await site.Open("/home", width: 1000, height: 720);
            using var client = new HttpClient { BaseAddress = new Uri(home.Url) };
            var walk = new GuideWalk(client);
            await walk.Take("/home", []);
            foreach (var step in guide.Steps)
                await walk.Take(step.Page, []);
            foreach (var (picture, shown) in guide.Pictures)
            {
                await home.GotoAsync(walk.AddressOf(shown).ShouldNotBeNull(shown));
                var path = Path.Combine(folder, picture.Name + ".png");
                await home.ScreenshotAsync(new() { Path = path, Animations = ScreenshotAnimations.Disabled });
                new FileInfo(path).Length.ShouldBeLessThan(LargestBytes, picture.Name);
            }
            await home.Context.CloseAsync();
        }
    }
}
