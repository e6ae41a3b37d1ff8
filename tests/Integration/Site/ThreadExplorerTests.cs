using System.Diagnostics;
using Made.Core.Calendar;
using Made.Core.GoldenThread;
using Made.Core.Register;
using Made.TestKit.Site;
using Made.Web.GoldenThread;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Made.Tests.Integration.Site;

/// <summary>The explorer over ten years of fourteen areas, and over changes that come while it is open.</summary>
public sealed class ThreadExplorerTests(ITestOutputHelper output)
{
    private const int Most = 150;

    [Fact]
    public async Task Ten_years_of_fourteen_areas_are_answered_in_under_150_ms_also_after_a_change()
    {
        if (await OpenDataHome.Empty() is not { } prepared)
            return;
        await using var site = await LiveSite.Of(prepared);
        var (thread, today) = (site.Partnership.Records.Thread, site.Partnership.Today);
        var csps = site.Partnership.Areas.At(AreaLevel.Csp, Month.Of(today)).ToList();
        csps.Count.ShouldBe(14);
        var entries = csps.SelectMany(History).ToList();
        (await thread.Keep(new ThreadWork { Entries = entries }, today, site.Partnership.Change("test", "ten years"))).Problem.ShouldBeNull();
        (await site.Text("/thread")).ShouldContain("entries hang together by");
        var point = entries.First(e => e.Point.Kind == ThreadKind.Exception).Point;
        var n = 0;
        foreach (var path in new[] { "/thread", $"/thread?area={csps[3].Code}&kind=exception", "/thread?kind=score", ThreadWords.Href(point), "/thread/issue/anti-social-behaviour" })
        {
            var best = double.MaxValue;
            for (var i = 0; i < 6; i++)
            {
                // A change each time: no page that was kept answers, and the whole is looked at again.
                (await thread.Keep(new ThreadWork { Acts = [new(entries.Where(e => e.Point.Kind == ThreadKind.Exception).ElementAt(n++).Point, Processes.Artefact, today)] }, today, site.Partnership.Change("test", "judged"))).Problem.ShouldBeNull();
                // The best of six by the clock: other work on the machine is not the explorer's.
                var clock = Stopwatch.StartNew();
                await site.Text(path);
                best = Math.Min(best, clock.Elapsed.TotalMilliseconds);
            }
            output.WriteLine($"{path}: {best:0} ms after a change, with {entries.Count:N0} entries and {(await thread.Links()).Count:N0} links.");
            best.ShouldBeLessThan(Most, path);
        }
    }

    [Fact]
    public async Task What_was_kept_since_is_put_in_its_place_as_if_all_had_been_read_again()
    {
        await using var site = await LiveSite.Of(await DemoHome.Empty);
        var (thread, today) = (site.Partnership.Records.Thread, site.Partnership.Today);
        using var whole = new WholeThread(site.Partnership);
        var before = await whole.OfAsync();
        (await whole.OfAsync()).ShouldBeSameAs(before, "nothing was kept meanwhile");
        var priority = (await thread.All(ThreadKind.Priority)).First(p => p is { State: "agreed", Newest.IsWhole: false });
        var added = new ThreadEntry { Point = new(ThreadKind.Target, "new"), Area = priority.Newest.Area, Title = "New", Day = today, Source = "test", Content = new ThreadContent.Target { Outcome = "nowhere", Indicator = "asb", Better = Core.Methods.Improvement.Decrease, Trajectory = [] } };
        var said = (ThreadContent.Priority)priority.Newest.Content;
        (await thread.Keep(new ThreadWork
        {
            Entries = [added, priority.Newest with { Title = "Another wording", Content = said with { RankedIn = "" } }],
            Acts = [new(priority.Point, "end", today)],
        }, today, site.Partnership.Change("test", "kept"))).Problem.ShouldBeNull();
        using var fresh = new WholeThread(site.Partnership);
        var (after, again) = (await whole.OfAsync(), await fresh.OfAsync());
        after.Entries.ToHashSet().SetEquals(again.Entries).ShouldBeTrue();
        after.Links.SelectMany(l => l).ToHashSet().SetEquals(again.Links.SelectMany(l => l)).ShouldBeTrue();
        after.Gaps.ToHashSet().SetEquals(again.Gaps).ShouldBeTrue();
        after.Gaps.Where(g => g.Point.Point == added.Point).Select(g => g.What).ShouldBe(["belongs to no agreement", "leads to issue 'nowhere', which is not here"], ignoreOrder: true);
        after.Entries.Single(e => e.Point == priority.Point).State.ShouldBe("ended");
    }

    /// <summary>Four cycles of scores, a ranking and priorities each, ten exceptions a year, each third with a plan and a decision.</summary>
    private static IEnumerable<ThreadEntry> History(Area area)
    {
        string[] issues = ["anti-social-behaviour", "violent-crime", "domestic-abuse", "sexual-offences", "acquisitive-crime", "hate-crime", "road-safety", "substance-misuse"];
        ThreadEntry Entry(ThreadKind kind, string id, int year, ThreadContent content) =>
            new() { Point = new(kind, $"{area.Code}-{id}"), Area = area.Code, Title = $"{kind} {id} of {area.Name}", Day = new(year, 6, 1), Source = "synthetic", Content = content };
        for (var cycle = 2016; cycle <= 2025; cycle += 3)
        {
            var scores = issues.SelectMany(i => new[] { "police", "council" }.Select(s => (Issue: i, Scorer: s))).ToList();
            foreach (var (issue, scorer) in scores)
                yield return Entry(ThreadKind.Score, $"{cycle}-{issue}-{scorer}", cycle, new ThreadContent.Score { Issue = issue, Matrix = "harm-and-likelihood-2026", Cycle = $"{cycle}", Scorer = scorer, Confidence = Confidence.High, Values = new Dictionary<string, int> { ["physical"] = 2 }, Evidence = [ThreadPoint.OfMeasure("asb", area.Code, $"{cycle}-03").Id] });
            yield return Entry(ThreadKind.Ranking, $"{cycle}", cycle, new ThreadContent.Ranking { Cycle = $"{cycle}", Basis = "synthetic", Places = [.. issues.Select((i, n) => new RankedPlace(n + 1, i, [i]))], Scores = [.. scores.Select(s => $"{area.Code}-{cycle}-{s.Issue}-{s.Scorer}")] });
            for (var p = 0; p < 5; p++)
                yield return Entry(ThreadKind.Priority, $"{cycle}-{p}", cycle, new ThreadContent.Priority { Cycle = $"{cycle}", Position = p + 1, Wording = issues[p], Issues = [issues[p]], Reason = "synthetic", RankedIn = $"{area.Code}-{cycle}" });
        }
        for (var n = 0; n < 100; n++)
        {
            var (year, month) = (2016 + (n / 10), new Month(2016 + (n / 10), 1 + (n % 10)));
            yield return Entry(ThreadKind.Exception, $"x{n}", year, new ThreadContent.Exception { Indicator = "asb", Month = month, Rule = "synthetic", Measure = ThreadPoint.OfMeasure("asb", area.Code, $"{month}").Id, Issues = ["anti-social-behaviour"], Priorities = [$"{area.Code}-{2016 + (n / 30 * 3)}-0"], Lead = "lancashire-constabulary" });
            if (n % 3 != 0)
                continue;
            yield return Entry(ThreadKind.Plan, $"x{n}", year, new ThreadContent.Plan { Of = $"{area.Code}-x{n}", Causes = "c", Partners = "p", Actions = "a", Resources = "r", Trajectory = [new(month, 10)], Exit = new(10, 3) });
            yield return Entry(ThreadKind.Decision, $"d{n}", year, new ThreadContent.Decision { Cycle = "", By = "The board", Decided = "Accept it", Reason = "synthetic", Plans = [$"{area.Code}-x{n}"] });
        }
    }
}
