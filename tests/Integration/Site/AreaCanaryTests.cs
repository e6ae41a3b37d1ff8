using Made.Core.Access;
using Made.Core.Calendar;
using Made.Core.GoldenThread;
using Made.Core.Methods;
using Made.Core.Register;
using Made.Core.Scorecard;
using Made.TestKit.Site;
using Shouldly;
using Xunit;
using Given = Made.TestKit.Site.Accounts;

namespace Made.Tests.Integration.Site;

/// <summary>
/// Scores, priorities, targets, statuses, exceptions and plans with a text of their own are planted in every area of a county, and looked for on every other area's pages, by whoever
/// sees all and by each area's own manager.
/// </summary>
public sealed class AreaCanaryTests
{
    private static readonly ThreadKind[] Planted = [ThreadKind.Score, ThreadKind.Priority, ThreadKind.Target, ThreadKind.Status, ThreadKind.Exception, ThreadKind.Plan];

    [Fact]
    public async Task No_page_of_one_of_fourteen_areas_shows_what_was_planted_in_another()
    {
        if (await OpenDataHome.Empty() is not { } prepared)
            return;
        await using var site = await LiveSite.Of(prepared);
        (await PlantAndLookAsync(site, "crime-reduces")).ShouldBe(14);
    }

    [Fact]
    public async Task Nor_does_any_page_of_the_fictional_county()
    {
        await using var site = await LiveSite.Of(await DemoHome.Empty);
        (await PlantAndLookAsync(site, "safer-streets")).ShouldBe(6);
        var (csps, thread) = (Csps(site), site.Partnership.Records.Thread);
        var across = Entry(csps[0], ThreadKind.Priority, new ThreadContent.Priority { Cycle = "2026-29", Position = 8, Wording = "w", Issues = ["hate-crime"], Reason = "r", RankedIn = $"{csps[1].Code}-2026-29" });
        (await thread.Keep(new ThreadWork { Entries = [across with { Point = new(ThreadKind.Priority, "across") }] }, site.Partnership.Today, site.Partnership.Change("test", "across"))).Problem!.Code.ShouldBe("thread-other-area");
    }

    private static async Task<int> PlantAndLookAsync(LiveSite site, string outcome)
    {
        var (thread, today, csps) = (site.Partnership.Records.Thread, site.Partnership.Today, Csps(site));
        foreach (var area in csps)
            (await thread.Keep(new ThreadWork
            {
                Entries = [.. Planted.Select(k => Entry(area, k, Content(area, k, outcome)))],
                Acts = [.. new[] { Processes.Real, Processes.Ask, Processes.Answer }.Select(a => new ThreadAct(Point(area, ThreadKind.Exception), a, today))],
            }, today, site.Partnership.Change("test", $"planted {Canary(area)}"))).Problem.ShouldBeNull();
        foreach (var area in csps)
        {
            foreach (var path in PagesOf(area))
                await LookAsync(site, path, area, csps);
            await Given.AddAsync(site.Partnership, $"manager-{area.Code.Value.ToLowerInvariant()}", new Grant { Role = Role.DistrictManager, Districts = [.. site.Partnership.Areas.DistrictsOf(area.Code, Month.Of(today))] });
            var manager = await Given.SignedInAsync(site, $"manager-{area.Code.Value.ToLowerInvariant()}");
            // Lists hold of all areas what may be seen: of these the own one alone.
            foreach (var path in new[] { "/recovery", "/home", "/thread", $"/thread/issue/{outcome}" }.Concat(Planted.Select(k => $"/thread?kind={k.Code()}")))
                await LookAsync(manager, path, area, csps);
            (await Crawl.Visited(manager, "/recovery")).Body.ShouldContain(Canary(area));
            var other = csps.First(c => c != area);
            foreach (var path in new[] { $"/assessment/{other.Code}", $"/recovery/{Point(other, ThreadKind.Exception).Id}", $"/thread/plan/{Point(other, ThreadKind.Plan).Id}", $"/scorecard/outcomes/{other.Code}" })
                (await Crawl.Visited(manager, path)).Status.ShouldBe(404, path);
            manager.Client.Dispose();
        }
        return csps.Count;
    }

    private static async Task LookAsync(Caller caller, string path, Area area, IReadOnlyList<Area> csps)
    {
        var visit = await Crawl.Visited(caller, path);
        visit.Status.ShouldBe(200, path);
        csps.Where(c => c != area && visit.Body.Contains(Canary(c), StringComparison.Ordinal)).Select(c => c.Code).ShouldBeEmpty(path);
        if (Uri.UnescapeDataString(path).Contains(area.Code.Value, StringComparison.OrdinalIgnoreCase))
            visit.Body.ShouldContain(Canary(area), customMessage: $"{path}: the own text stands there, or nothing was looked for");
    }

    private static IReadOnlyList<string> PagesOf(Area area) =>
    [
        $"/assessment/{area.Code}?cycle=2026-29", $"/assessment/{area.Code}/scores.csv?cycle=2026-29",
        $"/recovery/{Point(area, ThreadKind.Exception).Id}",
        .. Planted.Select(k => $"/thread?area={area.Code}&kind={k.Code()}"), $"/thread/plan/{Point(area, ThreadKind.Plan).Id}", $"/thread/status/{Point(area, ThreadKind.Status).Id}",
    ];

    private static List<Area> Csps(LiveSite site) => [.. site.Partnership.Areas.At(AreaLevel.Csp, Month.Of(site.Partnership.Today))];

    private static string Canary(Area area) => $"canary {area.Code}";

    private static ThreadPoint Point(Area area, ThreadKind kind) => new(kind, $"canary-{area.Code}");

    private static ThreadEntry Entry(Area area, ThreadKind kind, ThreadContent content) => new()
    {
        Point = Point(area, kind),
        Area = area.Code,
        Title = Canary(area),
        Day = new DateOnly(2026, 11, 1),
        Source = Canary(area),
        Content = content,
    };

    private static ThreadContent Content(Area area, ThreadKind kind, string outcome) => kind switch
    {
        ThreadKind.Score => new ThreadContent.Score { Issue = "hate-crime", Matrix = "harm-and-likelihood-2026", Cycle = "2026-29", Scorer = Canary(area), Confidence = Confidence.Low, Values = new Dictionary<string, int> { ["physical"] = 1 }, Note = Canary(area) },
        ThreadKind.Priority => new ThreadContent.Priority { Cycle = "2026-29", Position = 9, Wording = Canary(area), Issues = ["hate-crime"], Reason = Canary(area) },
        ThreadKind.Target => new ThreadContent.Target { Outcome = outcome, Indicator = "asb", Better = Improvement.Decrease, Trajectory = [new(new(2026, 9), 10)] },
        ThreadKind.Status => new ThreadContent.Status { Outcome = outcome, Indicator = "asb", Month = new(2026, 9), Edition = 1, Computed = OutcomeStatus.OffTrack, Stated = OutcomeStatus.OnTrack, Reason = Canary(area), Measure = Measure(area) },
        ThreadKind.Exception => new ThreadContent.Exception { Indicator = "asb", Month = new(2026, 9), Rule = Canary(area), Measure = Measure(area) },
        _ => new ThreadContent.Plan { Of = Point(area, ThreadKind.Exception).Id, Causes = Canary(area), Partners = Canary(area), Actions = Canary(area), Resources = Canary(area), Trajectory = [new(new(2026, 9), 10)], Exit = new(10, 3) },
    };

    private static string Measure(Area area) => ThreadPoint.OfMeasure("asb", area.Code, "2026-09").Id;
}
