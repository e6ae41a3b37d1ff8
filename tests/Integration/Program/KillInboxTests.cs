using Made.TestKit;
using Made.TestKit.Site;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Made.Tests.Integration.Program;

/// <summary>The site is ended as <c>kill -9</c> ends it while it takes files from the inbox.</summary>
public sealed class KillInboxTests(ITestOutputHelper output)
{
    private static readonly int Kills = Tier.Is(3, full: 30);

    [Fact]
    public async Task Killed_at_random_times_each_file_of_the_inbox_is_held_once_in_the_end_and_none_is_left_behind()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        using var home = (await DemoHome.Empty).Copy();
        var inbox = Directory.CreateDirectory(home.File("home", "inbox", "police-street")).FullName;
        var files = Directory.EnumerateFiles(Path.GetDirectoryName(await DemoHome.Street("2021-10"))!).Order(StringComparer.Ordinal).Take(Kills).ToList();
        foreach (var file in files)
            await WhileServing(home, async () =>
            {
                File.Copy(file, Path.Combine(inbox, Path.GetFileName(file)));
                await Task.Delay(random.Next(0, 5_000));
            });
        await WhileServing(home, async () =>
        {
            using var patience = new CancellationTokenSource();
            for (var waiting = int.MaxValue; waiting > 0; await Task.Delay(200, patience.Token))
            {
                if (Waiting(inbox).Count is var left && left < waiting)
                    patience.CancelAfter(TimeSpan.FromMinutes(2));
                waiting = left;
            }
        });
        var held = (await home.Made("supplies", "--json")).Exits(0).Json.EnumerateArray().Select(s => s.GetProperty("supply").GetString()!).ToList();
        held.Order(StringComparer.Ordinal).ShouldBe(files.Select(f => $"police-street-{Path.GetFileName(f)[..7]}-r1"), $"seed {seed}");
        (await home.Made("verify")).Exits(0).Lines[^1].ShouldBe("Everything holds.");
        output.WriteLine($"{Kills} kills (seed {seed}): {held.Count} files held once, none left behind.");
    }

    /// <summary>A site of its own process, killed when the work beside it is done.</summary>
    private static async Task WhileServing(HomeCopy home, Func<Task> work)
    {
        var (site, _) = await MadeProgram.Serve(home.OnThis(["serve", "--urls", "http://127.0.0.1:0"]));
        using (site)
        {
            await work();
            site.Kill();
            await site.WaitForExitAsync();
        }
    }

    /// <summary>What lies in the inbox and is neither taken nor refused.</summary>
    private static List<string> Waiting(string inbox) => [.. Directory.EnumerateFiles(inbox), .. Directory.EnumerateFiles(Path.Combine(inbox, "reading"))];
}
