using System.Diagnostics;
using Made.Core.Access;
using Made.Core.Register;
using Made.TestKit;
using Made.TestKit.Site;
using Shouldly;
using Xunit;
using Xunit.Abstractions;
using Given = Made.TestKit.Site.Accounts;

namespace Made.Tests.Integration.Accounts;

/// <summary>
/// What is hidden and what is not there answer with the same bytes after the same time, for each kind of thing that an address may name. They are asked
/// for in turn, so that what else the machine does falls on both.
/// </summary>
public sealed class HiddenTimeTests(ITestOutputHelper output)
{
    private const double MostMilliseconds = 2;
    private const int Rounds = 3;
    private static readonly int Pairs = Tier.Is(40, full: 2_000);

    [Fact]
    public async Task Nobody_can_tell_by_bytes_or_time_whether_something_is_hidden_or_not_there()
    {
        await using var site = await LiveSite.Of(await DemoHome.Prepared);
        var named = await NamedObjects.OfAsync(site);
        await Given.AddAsync(site.Partnership, "manager", new Grant { Role = Role.DistrictManager, Districts = [new AreaCode("E07990001")] });
        await Given.AddAsync(site.Partnership, "supplier", new Grant { Role = Role.PartnerContributor, Organisation = "quillshire-fire-and-rescue" });
        await Given.AddAsync(site.Partnership, "analyst", new Grant { Role = Role.CountyAnalyst });
        await Given.AddAsync(site.Partnership, "nobody");
        var (manager, supplier, analyst, nobody) = (await Given.SignedInAsync(site, "manager"), await Given.SignedInAsync(site, "supplier"), await Given.SignedInAsync(site, "analyst"), await Given.SignedInAsync(site, "nobody"));
        var none = Guid.NewGuid();
        (string What, Caller Who, string Hidden, string Absent)[] kinds =
        [
            ("a dashboard, to a visitor", Given.Visitor(site), "/dashboard/E22990001/2026-08", "/dashboard/E22990999/2026-08"),
            ("another district's dashboard", manager, "/dashboard/E22990002/2026-08", "/dashboard/E22990999/2026-08"),
            ("another district's product", manager, named["product of Brindlemoor"], $"/products/{none}"),
            ("the file of another district's product", manager, named["file of Brindlemoor's product"], $"/products/{none}/file"),
            ("a product above one's clearance", manager, named["product above every clearance here"], $"/products/{none}"),
            ("another district's request", manager, named["request about Brindlemoor"], $"/work-plan/{none}"),
            ("another district's exception", manager, named["exception of Brindlemoor"], $"/recovery/{none}"),
            ("another district's entry of the thread", manager, "/thread/ranking/E22990002-2026-29", "/thread/ranking/E22990999-2026-29"),
            ("papers of another district", manager, named["papers of another district"], $"/papers/{none}.docx"),
            ("another supplier's receipt", supplier, named["receipt of the police"], $"/exchange/receipts/{none}"),
            ("another supplier's supply", supplier, named["withdraw the police's"], "/exchange/supplies/nothing-2026-08-r1/withdraw"),
            ("an original, to somebody without a role", nobody, named["original of the fire service"], $"/exchange/originals/{none}"),
            ("somebody's account", analyst, named["somebody's account"], $"/access/people/{none}"),
        ];
        // However long it takes to ask them all: some ask for a password of the last five minutes.
        await Age(site, minutes: -24 * 60);
        var worst = 0.0;
        foreach (var (what, who, hidden, absent) in kinds)
        {
            var (one, other) = (await Crawl.Visited(who, hidden), await Crawl.Visited(who, absent));
            (one.Status, other.Status).ShouldBe((404, 404), what);
            one.Body.ShouldBe(other.Body, what);
            one.Headers.Keys.Order(StringComparer.Ordinal).ShouldBe(other.Headers.Keys.Order(StringComparer.Ordinal), what);
            // A difference that is there is there in each round; what else the machine does is not.
            var difference = await Difference(who, hidden, absent);
            for (var round = 1; Math.Abs(difference) >= MostMilliseconds && round < Rounds; round++)
                difference = await Difference(who, hidden, absent);
            output.WriteLine($"{what}: hidden answers {difference:+0.000;-0.000} ms after absent, median of {Pairs:N0} pairs");
            worst = Math.Max(worst, Math.Abs(difference));
            Math.Abs(difference).ShouldBeLessThan(MostMilliseconds, what);
        }
        output.WriteLine($"{kinds.Length} kinds, {kinds.Length * Pairs:N0} pairs: 0 byte differences, largest median difference {worst:0.000} ms");
        await Age(site, minutes: 25 * 60);
        var asked = 0;
        foreach (var (what, who, hidden, absent) in kinds)
        {
            var (one, other) = (await Crawl.Visited(who, hidden), await Crawl.Visited(who, absent));
            (one.Status, one.Body).ShouldBe((other.Status, other.Body), $"{what}, where the password was given long ago");
            asked += one.Status == 302 ? 1 : 0;
        }
        asked.ShouldBeGreaterThan(0, "some of them ask for it again");
    }

    [Fact]
    public async Task A_planted_difference_is_noticed()
    {
        await using var site = await LiveSite.Over((await DemoHome.Empty).Copy(), app => app.Use(async (context, next) =>
        {
            if (context.Request.Query.ContainsKey("hidden"))
                await Task.Delay(4);
            await next(context);
        }));
        (await Difference(site, "/nowhere?hidden=yes", "/nowhere?absent=yes")).ShouldBeGreaterThan(MostMilliseconds);
    }

    /// <summary>As if so many minutes had passed since every password was given.</summary>
    private static async Task Age(LiveSite site, int minutes)
    {
        using var source = new Store.Records.RecordsSource(Path.Combine(site.Home.Home, "records.db"), "");
        await Audit.AuditRows.Run(source, $"UPDATE sign_ins SET fresh = fresh - ({minutes * 60_000_000L})");
    }

    /// <summary>By how many milliseconds the one answers later than the other: the median over pairs, of which each asks first in turn.</summary>
    private static async Task<double> Difference(Caller who, string hidden, string absent)
    {
        var differences = new List<double>(Pairs);
        for (var pair = -5; pair < Pairs; pair++)
        {
            var (first, second) = pair % 2 == 0 ? (hidden, absent) : (absent, hidden);
            var (one, other) = (await Time(who, first), await Time(who, second));
            if (pair >= 0)
                differences.Add(pair % 2 == 0 ? one - other : other - one);
        }
        differences.Sort();
        return differences[differences.Count / 2];
    }

    private static async Task<double> Time(Caller who, string path)
    {
        var began = Stopwatch.GetTimestamp();
        using var answer = await who.Get(path);
        await answer.Content.ReadAsByteArrayAsync();
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        ((int)answer.StatusCode).ShouldBe(404, path);
        return took;
    }
}
