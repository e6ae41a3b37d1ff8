using System.Diagnostics;
using Made.TestKit;
using Made.TestKit.Site;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Made.Tests.Integration.Program;

/// <summary>A file can grow no further, at whatever point of an import: it is held wholly or not at all, the program says so, and once there is room it is held once.</summary>
public sealed class FullDiskTests(ITestOutputHelper output)
{
    private const int LargestKilobytes = 900;

    private static readonly int Points = Tier.Is(10, full: 50);

    [Fact]
    public async Task Where_a_file_can_grow_no_further_an_import_is_held_wholly_or_not_at_all()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var empty = await DemoHome.Empty;
        var file = await DemoHome.Street("2026-08");
        var (held, refused) = (0, 0);
        for (var at = 0; at < Points; at++)
        {
            using var home = empty.Copy();
            // Small limits come more often: what an import writes is small.
            var kilobytes = (int)Math.Pow(LargestKilobytes, random.NextDouble());
            var (code, messages) = await Limited(home, kilobytes, file);
            var said = $"seed {seed}, {kilobytes} kB: {code} {messages}";
            var supplies = (await home.Made("supplies", "--json")).Exits(0).Json.GetArrayLength();
            supplies.ShouldBeInRange(0, 1, said);
            // What was acknowledged is there.
            if (code == 0)
                supplies.ShouldBe(1, said);
            else
                messages.Length.ShouldBeGreaterThan(20, said);
            (held, refused) = (held + supplies, refused + 1 - supplies);
            (await home.Made("intake", "--dataset", "police-street", file)).Exits(0);
            (await home.Made("supplies", "--json")).Exits(0).Json.GetArrayLength().ShouldBe(1, said);
            (await home.Made("verify")).Exits(0).Lines[^1].ShouldBe("Everything holds.", said);
        }
        output.WriteLine($"{Points} points (seed {seed}): {held} held wholly, {refused} not at all, torn states 0");
        refused.ShouldBeGreaterThan(0);
    }

    private static async Task<(int Code, string Messages)> Limited(HomeCopy home, int kilobytes, string file)
    {
        var start = new ProcessStartInfo("/bin/bash") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        // The runtime's own code lies in a file in memory, which the limit would hit as well.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        foreach (var argument in new[] { "-c", $"trap '' XFSZ; ulimit -f {kilobytes}; exec \"$@\"", "bash", MadeProgram.File, "intake", "--dataset", "police-street", file, "--home", home.Home, "--keys", home.Keys, "--today", "2026-11-22" })
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var (said, messages) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await messages + await said);
    }
}
