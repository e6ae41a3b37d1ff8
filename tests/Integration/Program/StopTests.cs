using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Made.TestKit;
using Made.TestKit.Site;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Made.Tests.Integration.Program;

/// <summary>The site is asked to stop while programs send files: whatever it answered that it holds, it holds.</summary>
public sealed class StopTests(ITestOutputHelper output)
{
    private const int Senders = 3;

    private static readonly int Stops = Tier.Is(10, full: 100);

    [Fact]
    public async Task Nothing_that_was_acknowledged_is_lost_when_the_site_is_stopped_under_load()
    {
        if (OperatingSystem.IsWindows())
            return;
        var seed = Environment.TickCount;
        var random = new Random(seed);
        using var home = (await DemoHome.Empty).Copy();
        var file = await CouncilFile.Read();
        var key = await CouncilFile.Key(home);
        var (acknowledged, refused) = (new ConcurrentBag<string>(), new ConcurrentBag<string>());
        for (var stop = 0; stop < Stops; stop++)
        {
            var (site, address) = await MadeProgram.Serve(home.OnThis(["serve", "--urls", "http://127.0.0.1:0"]));
            using (site)
            {
                var at = stop;
                var sending = Enumerable.Range(0, Senders).Select(sender => Task.Run(() => SendAsync(address, key, file, $"{at}-{sender}", acknowledged, refused))).ToList();
                for (var before = acknowledged.Count; acknowledged.Count == before && !site.HasExited;)
                    await Task.Delay(20);
                await Task.Delay(random.Next(0, 700));
                using (var asked = Process.Start("kill", ["-TERM", $"{site.Id}"]))
                    await asked.WaitForExitAsync();
                using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
                await site.WaitForExitAsync(patience.Token);
                site.ExitCode.ShouldBe(0, $"seed {seed}, stop {stop}");
                await Task.WhenAll(sending);
            }
        }
        var held = (await home.Made("supplies", "--json")).Exits(0).Json.EnumerateArray().Select(s => s.GetProperty("supply").GetString()!).ToList();
        acknowledged.Except(held).ShouldBeEmpty($"seed {seed}");
        acknowledged.ShouldBeUnique();
        (await home.Made("verify")).Exits(0).Lines[^1].ShouldBe("Everything holds.");
        output.WriteLine($"{Stops} stops (seed {seed}): {acknowledged.Count} files acknowledged, {held.Count} held, 0 lost");
        acknowledged.Count.ShouldBeGreaterThanOrEqualTo(Stops);
        refused.ShouldAllBe(r => r.StartsWith("503", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_request_in_progress_is_answered_before_the_site_ends_however_slowly_it_comes()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var home = (await DemoHome.Empty).Copy();
        var (site, address) = await MadeProgram.Serve(home.OnThis(["serve", "--urls", "http://127.0.0.1:0"]));
        using (site)
        {
            using var connection = new TcpClient(address.Host, address.Port);
            await using var stream = connection.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /api/v1/exchange/council-asb HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: close\r\nContent-Length: 2000\r\n\r\n"));
            await stream.WriteAsync(new byte[1000]);
            await Task.Delay(500);
            using (var asked = Process.Start("kill", ["-TERM", $"{site.Id}"]))
                await asked.WaitForExitAsync();
            await Task.Delay(4_000);
            site.HasExited.ShouldBeFalse("half of a request has come");
            await stream.WriteAsync(new byte[1000]);
            using var reader = new StreamReader(stream);
            (await reader.ReadToEndAsync()).ShouldStartWith("HTTP/1.1 ");
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            await site.WaitForExitAsync(patience.Token);
            site.ExitCode.ShouldBe(0);
        }
    }

    /// <summary>One file after the other, each with a row of its own, until nobody answers.</summary>
    private static async Task SendAsync(Uri site, string key, CouncilFile file, string sender, ConcurrentBag<string> acknowledged, ConcurrentBag<string> refused)
    {
        using var client = CouncilFile.Sender(site, key);
        for (var number = 0; ; number++)
        {
            try
            {
                using var answer = await file.Send(client, $"QC-{sender}-{number:00000}");
                if (!answer.IsSuccessStatusCode)
                {
                    refused.Add($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
                    continue;
                }
                using var receipt = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
                acknowledged.Add(receipt.RootElement[0].GetProperty("supply").GetString()!);
            }
            catch (HttpRequestException)
            {
                return;
            }
        }
    }
}
