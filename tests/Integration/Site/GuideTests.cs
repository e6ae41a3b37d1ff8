using Made.Core.Access;
using Made.TestKit;
using Made.TestKit.Site;
using Made.Web.Help;
using Shouldly;
using Xunit;
using Given = Made.TestKit.Site.Accounts;

namespace Made.Tests.Integration.Site;

/// <summary>Guides name only pages, links, buttons, headings and commands that are there for whom they are written.</summary>
public sealed class GuideTests
{
    [Fact]
    public async Task Every_step_of_every_guide_can_be_taken_by_somebody_of_its_role()
    {
        await using var site = await LiveSite.Over((await DemoHome.Prepared).Copy());
        await site.Partnership.Records.ReleaseSettings.Make("E22990001", automatic: false, site.Partnership.Today, site.Partnership.Change("test", "A draft to look at"));
        await site.Partnership.Records.Editions.Add((await site.Partnership.Records.Editions.Find(Core.Calendar.Month.Parse("2026-09"), 1))!, site.Partnership.Change("test", "A draft to look at"));
        foreach (var guide in Guide.All)
        {
            await Given.AddAsync(site.Partnership, $"guide-{guide.Id}", new Grant
            {
                Role = guide.Role,
                Organisation = guide.Role == Role.PartnerContributor ? "quillshire-fire-and-rescue" : "",
                Districts = guide.Role == Role.DistrictManager ? [new("E07990001")] : [],
            });
            guide.Steps.Count().ShouldBeGreaterThan(5);
            (await Faults(site, $"guide-{guide.Id}", guide)).ShouldBeEmpty(guide.Title);
        }
        // The same walk, shown a page that is not there, a label that is not there and a page that nothing leads to.
        var planted = Guide.Read("planted", "# Planted\nRole: district-manager\n1. [Your page](/home): **No such button**\n2. [Gone](/no-such-page)\n3. [Unreached](/access/people/*): **Role**\n1. [Your page](/home): **Your areas**");
        (await Faults(site, "guide-manager", planted)).ShouldBe(["/home has no 'No such button'", "/no-such-page answered 404", "no page before leads to /access/people/*"]);
    }

    [Fact]
    public async Task Commands_and_files_that_guides_name_are_there()
    {
        var named = Guide.All.SelectMany(g => g.Blocks.OfType<GuideBlock.Paragraph>()).SelectMany(p => p.Spans).Where(s => s.IsCommand).Select(s => s.Words).Distinct().ToList();
        named.Count.ShouldBeGreaterThan(5);
        foreach (var command in named)
            if (command.StartsWith("./made ", StringComparison.Ordinal))
                (await MadeCommand.Run([.. command["./made ".Length..].Split(' '), "--help"])).Exits(0);
            else
                File.Exists(Repository.Path(command)).ShouldBeTrue(command);
    }

    [Fact]
    public async Task Guides_are_read_without_signing_in_and_show_only_pictures_that_were_made()
    {
        var site = await LiveSites.OfDemo;
        var index = await Crawl.Visited(Given.Visitor(site), "/help");
        index.Page.QuerySelectorAll(".made-card a").Select(a => a.GetAttribute("href")).ShouldBe(Guide.All.Select(g => $"/help/{g.Id}"));
        foreach (var guide in Guide.All)
        {
            var page = (await Crawl.Visited(site, $"/help/{guide.Id}")).Page;
            page.QuerySelectorAll("main ol > li").Length.ShouldBe(guide.Steps.Count());
            page.QuerySelectorAll("main img").Length.ShouldBe(guide.Pictures.Count(p => File.Exists(GuidePictures.PathOf(p.Picture.Name))));
            page.QuerySelectorAll("main a").ShouldAllBe(a => !a.GetAttribute("href")!.Contains('*'));
        }
        (await Crawl.Visited(site, "/help/pictures/no-such-picture.png")).Status.ShouldBe(404);
        (await Crawl.Visited(site, "/help/nobody")).Status.ShouldBe(404);
    }

    private static async Task<List<string>> Faults(LiveSite site, string name, Guide guide)
    {
        var (before, walk, faults) = (new GuideWalk(Given.Visitor(site).Client), new GuideWalk((await Given.SignedInAsync(site, name)).Client), new List<string>());
        foreach (var step in guide.Steps)
            faults.AddRange(await (step.Page == "/sign-in" ? before : walk).Take(step.Page, step.Labels));
        return faults;
    }
}
