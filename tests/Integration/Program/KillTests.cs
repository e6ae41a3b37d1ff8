using System.Diagnostics;
using Made.Core.Exchange;
using Made.Store;
using Made.Store.Records;
using Made.TestKit;
using Made.TestKit.Site;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Made.Tests.Integration.Program;

/// <summary>The import of three files ended as <c>kill -9</c> ends it: here at named points of accepting a file.</summary>
public sealed class KillAtPointTests
{
    [Fact]
    public async Task Killed_at_twelve_points_each_file_is_held_wholly_or_not_and_a_retry_holds_it_once()
    {
        string[] points =
        [
            .. CrashPoints.OfAccepting.Where(p => p != CrashPoints.AfterCommit).Select(p => p + ":2"),
            "staged:1", "locked:3", "renamed:1", "renamed:3", "before-commit:3", "after-commit:1", "after-commit:3",
        ];
        points.Length.ShouldBe(12);
        foreach (var point in points)
            await KilledImport.Check(point, async (home, files) =>
            {
                var killed = await MadeProgram.Run(point, home.OnThis(["intake", "--dataset", "police-street", .. files]));
                killed.ExitCode.ShouldBe(137, $"nothing was killed at {point}: {killed.Messages}");
            });
    }
}

/// <summary>The same at times that nobody chose.</summary>
public sealed class KillAtRandomTests(ITestOutputHelper output)
{
    private static readonly int Kills = Tier.Is(13, full: 200);

    [Fact]
    public async Task Killed_at_random_times_each_file_is_held_wholly_or_not_and_a_retry_holds_it_once()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var took = TimeSpan.Zero;
        await KilledImport.Check("no kill", async (home, files) =>
        {
            var watch = Stopwatch.StartNew();
            (await home.Made(["intake", "--dataset", "police-street", .. files])).Exits(0);
            took = watch.Elapsed;
        });
        for (var kill = 0; kill < Kills; kill++)
        {
            var after = took * random.NextDouble();
            await KilledImport.Check($"seed {seed}, kill {kill} after {after.TotalMilliseconds:0} ms", async (home, files) =>
            {
                using var process = MadeProgram.Start("", home.OnThis(["intake", "--dataset", "police-street", .. files]));
                await Task.Delay(after);
                process.Kill();
                await process.WaitForExitAsync();
            });
        }
    }
}

/// <summary>The same while the file as received is sealed, moved to its place and recorded.</summary>
public sealed class KillOriginalTests
{
    [Fact]
    public async Task Killed_while_an_original_is_kept_it_is_held_wholly_or_not_and_a_retry_holds_it_once()
    {
        var file = Directory.EnumerateFiles(Path.Combine(await DemoHome.Data(), "indicator-values"), "deliberate-fires-*.csv").Order(StringComparer.Ordinal).First();
        foreach (var point in CrashPoints.OfKeepingOriginals)
        {
            using var home = (await DemoHome.Empty).Copy();
            var killed = await MadeProgram.Run(point, home.OnThis(["intake", "--dataset", "deliberate-fires", file]));
            killed.ExitCode.ShouldBe(137, $"nothing was killed at {point}: {killed.Messages}");
            (await Held(home, point)).Count.ShouldBe(point == CrashPoints.OriginalRecorded ? 1 : 0, point);
            (await home.Made("intake", "--dataset", "deliberate-fires", file, "--json")).Exits(0).Json[0].GetProperty("verdict").GetString().ShouldBe("already-held", point);
            var id = (await Held(home, point)).ShouldHaveSingleItem(point);
            (await home.Made("originals", "open", id, "--out", home.File("opened.csv"), "--by", "analyst", "--reason", "to compare")).Exits(0);
            (await File.ReadAllBytesAsync(home.File("opened.csv"))).ShouldBe(await File.ReadAllBytesAsync(file), point);
            (await home.Made("verify")).Exits(0).Lines[^1].ShouldBe("Everything holds.", customMessage: point);
        }
    }

    /// <summary>The originals that are recorded after a restart: each has its file, and there is no other.</summary>
    private static async Task<List<string>> Held(HomeCopy home, string what)
    {
        var recorded = (await home.Made("originals")).Exits(0).Lines.Where(l => l.Length > 0).Select(l => l.Split(' ')[0]).ToList();
        var folder = Path.Combine(home.Home, "originals");
        (Directory.Exists(folder) ? Directory.EnumerateFiles(folder).Select(f => Path.GetFileNameWithoutExtension(f)) : []).ShouldBe(recorded, ignoreOrder: true, what);
        Directory.EnumerateDirectories(Path.Combine(home.Home, "staging")).ShouldBeEmpty(what);
        return recorded;
    }
}

/// <summary>What must hold after an import was ended, on a home of its own each time.</summary>
internal static class KilledImport
{
    private static readonly string[] Months = ["2021-10", "2021-11", "2021-12"];

    public static async Task Check(string what, Func<HomeCopy, IReadOnlyList<string>, Task> import)
    {
        var files = await Task.WhenAll(Months.Select(DemoHome.Street));
        using var home = (await DemoHome.Empty).Copy();
        await import(home, files);
        var held = await Held(home, what);
        var retry = (await home.Made(["intake", "--dataset", "police-street", .. files, "--json"])).Exits(0).Json.EnumerateArray().ToList();
        retry.Select(r => r.GetProperty("verdict").GetString()).ShouldBe(Months.Select(m => held.Contains(m) ? "already-held" : "accepted"), customMessage: what);
        string.Join(' ', await Held(home, what)).ShouldBe(string.Join(' ', Months), what);
        (await home.Made("verify")).Exits(0).Lines[^1].ShouldBe("Everything holds.", customMessage: what);
    }

    /// <summary>The months held after a restart; every row has its whole file, every file its row, and nothing else is left.</summary>
    private static async Task<List<string>> Held(HomeCopy home, string what)
    {
        Home.Open(home.Home, home.Keys).Succeeded(out var opened, out _).ShouldBeTrue();
        (await OpenRecords.Open(opened!, new Core.Change("test", "restart", TimeProvider.System.GetUtcNow()))).Succeeded(out var records, out var problem).ShouldBeTrue(problem?.ToString());
        using (records)
        {
            var register = await records!.Supplies.Register();
            register.ShouldAllBe(s => s.State == SupplyState.Current && s.Revision == 1, what);
            register.ShouldAllBe(s => Durable.Sha256(opened!.FactsFile(s)) == s.FactsSha256, what);
            Directory.EnumerateFiles(opened!.Supplies, "*", SearchOption.AllDirectories).Count().ShouldBe(register.Count, customMessage: what);
            Directory.EnumerateDirectories(opened.Staging).ShouldBeEmpty(customMessage: what);
            return [.. register.Select(s => s.Period)];
        }
    }
}
