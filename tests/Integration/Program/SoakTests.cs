using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Made.TestKit;
using Made.TestKit.Site;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Made.Tests.Integration.Program;

/// <summary>
/// The site for four hours: twenty readers, 2,000,000 requests between them, and files that are sent all the while. Only with <c>./made test --full</c>;
/// <c>MADE_SOAK_MINUTES</c> sets another time, with as many requests as fit in it. The slope of memory is judged over the whole time only: in less it is noise.
/// </summary>
public sealed class SoakTests(ITestOutputHelper output)
{
    private const int Readers = 20;
    private const int Requests = 2_000_000;
    private const int Files = 480;
    private const int SlowestMilliseconds = 10_000;

    private static readonly TimeSpan Whole = TimeSpan.FromHours(4);
    private static readonly TimeSpan Length = LongFactAttribute.Asked ?? Whole;
    private static readonly TimeSpan BetweenRequests = Whole * Readers / Requests;
    private static readonly TimeSpan BetweenFiles = Whole / Files;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(15);

    private readonly int[] took = new int[SlowestMilliseconds + 1];
    private readonly ConcurrentQueue<string> faults = new();
    private int answered;
    private int sent;

    [LongFact]
    public async Task Under_readers_and_files_nothing_fails_grows_or_goes_unrecorded()
    {
        if (!OperatingSystem.IsLinux())
            return;
        using var home = (await DemoHome.Prepared).Copy();
        var key = await CouncilFile.Key(home);
        var rowsBefore = await RowsAsync(home, "before");
        var (site, address) = await MadeProgram.Serve(home.OnThis(["serve", "--urls", "http://127.0.0.1:0"]));
        using (site)
        {
            var (often, seldom) = await PagesAsync(address);
            using var end = new CancellationTokenSource(Length);
            var readers = Enumerable.Range(0, Readers).Select(r => Task.Run(() => ReadAsync(address, new Random(r), often, seldom, end.Token))).ToList();
            var sender = Task.Run(() => SendAsync(address, key, end.Token));
            var looks = await LookAsync(site, end.Token);
            await Task.WhenAll([.. readers, sender]);
            using (var asked = Process.Start("kill", ["-TERM", $"{site.Id}"]))
                await asked.WaitForExitAsync();
            await site.WaitForExitAsync();
            site.ExitCode.ShouldBe(0);
            Judge(looks);
        }
        var rows = await RowsAsync(home, "after");
        var (receipts, supplies) = (rows["receipt-kept"] - rowsBefore["receipt-kept"], rows["supply-accepted"] - rowsBefore["supply-accepted"]);
        output.WriteLine($"{sent:N0} files sent; audit rows of receipts {receipts:N0}, of supplies {supplies:N0}");
        (receipts, supplies).ShouldBe((sent, sent));
        (await home.Made("verify")).Exits(0).Lines[^1].ShouldBe("Everything holds.");
    }

    private void Judge(IReadOnlyList<Look> looks)
    {
        var p95 = Enumerable.Range(0, took.Length).First(ms => took.Take(ms + 1).Sum() >= answered * 0.95);
        // The first eighth is what fills what is kept.
        var later = looks.Skip(looks.Count / 8).ToList();
        var slope = Slope(later) / (1 << 20);
        var (first, last) = (Middle(later.Take(later.Count / 4)), Middle(later.TakeLast(later.Count / 4)));
        output.WriteLine($"{Length.TotalMinutes:0} minutes: {answered:N0} answers, {faults.Count:N0} faults, p95 {p95} ms (under 300); memory {later[0].Bytes / 1048576.0:0} to {later[^1].Bytes / 1048576.0:0} MB, slope {slope:0.0} MB an hour (under 1 over {Whole.TotalHours:0} hours); handles {first}, then {last}");
        faults.ShouldBeEmpty();
        p95.ShouldBeLessThan(300);
        last.ShouldBeLessThanOrEqualTo(first + Readers);
        if (Length < Whole)
            return;
        answered.ShouldBeGreaterThan(Requests * 9 / 10);
        slope.ShouldBeLessThan(1);
    }

    /// <summary>Dashboards and scorecards, which most people open, and what else the site's pages lead to.</summary>
    private static async Task<(List<string> Often, List<string> Seldom)> PagesAsync(Uri address)
    {
        var pages = await Crawl.Of(new Caller(address), depth: 1, "/", "/dashboard", "/scorecard", "/exceptions", "/funnel", "/severity", "/hotspots", "/indicators", "/tables", "/exchange", "/assessment", "/agreement", "/thread", "/products", "/data", "/glossary");
        var paths = pages.Where(p => p.Status == 200).Select(p => p.Path).Distinct(StringComparer.Ordinal).ToLookup(p => p.StartsWith("/dashboard/", StringComparison.Ordinal) || p.StartsWith("/areas/", StringComparison.Ordinal) || p.StartsWith("/scorecard", StringComparison.Ordinal));
        return ([.. paths[true]], [.. paths[false]]);
    }

    private async Task ReadAsync(Uri address, Random random, List<string> often, List<string> seldom, CancellationToken end)
    {
        var reader = new Caller(address);
        while (!end.IsCancellationRequested)
        {
            var from = random.Next(100) < 85 ? often : seldom;
            var path = from[random.Next(from.Count)];
            var began = Stopwatch.GetTimestamp();
            try
            {
                using var answer = await reader.Get(path);
                await answer.Content.ReadAsByteArrayAsync(CancellationToken.None);
                if ((int)answer.StatusCode >= 500)
                    faults.Enqueue($"{(int)answer.StatusCode} {path}");
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
            {
                faults.Enqueue($"{e.GetType().Name} {path}");
            }
            var spent = Stopwatch.GetElapsedTime(began);
            Interlocked.Increment(ref took[(int)Math.Min(spent.TotalMilliseconds, SlowestMilliseconds)]);
            Interlocked.Increment(ref answered);
            if (spent < BetweenRequests)
                await Task.Delay(BetweenRequests - spent, CancellationToken.None);
        }
    }

    private async Task SendAsync(Uri address, string key, CancellationToken end)
    {
        var file = await CouncilFile.Read();
        using var client = CouncilFile.Sender(address, key);
        while (!end.IsCancellationRequested)
        {
            using var answer = await file.Send(client, $"QC-soak-{sent:00000}");
            if (answer.IsSuccessStatusCode)
                sent++;
            else
                faults.Enqueue($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(CancellationToken.None)}");
            await Pause(BetweenFiles, end);
        }
    }

    private static async Task<IReadOnlyList<Look>> LookAsync(Process site, CancellationToken end)
    {
        var looks = new List<Look>();
        while (!end.IsCancellationRequested)
        {
            var status = await File.ReadAllLinesAsync($"/proc/{site.Id}/status", CancellationToken.None);
            var resident = long.Parse(new string([.. status.Single(l => l.StartsWith("VmRSS:", StringComparison.Ordinal)).Where(char.IsAsciiDigit)]), CultureInfo.InvariantCulture) * 1024;
            looks.Add(new(Stopwatch.GetTimestamp(), resident, Directory.GetFileSystemEntries($"/proc/{site.Id}/fd").Length));
            await Pause(BetweenLooks, end);
        }
        return looks;
    }

    private static async Task Pause(TimeSpan time, CancellationToken end)
    {
        try
        {
            await Task.Delay(time, end);
        }
        catch (OperationCanceledException)
        {
            // The time is over.
        }
    }

    /// <summary>How many audit rows there are of each kind.</summary>
    private static async Task<Dictionary<string, int>> RowsAsync(HomeCopy home, string name)
    {
        (await home.Made("audit", "export", home.File(name))).Exits(0);
        return File.ReadLines(home.File(name, "changes.jsonl")).GroupBy(l => JsonDocument.Parse(l).RootElement.GetProperty("what").GetString()!).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
    }

    /// <summary>Bytes an hour, by least squares.</summary>
    private static double Slope(IReadOnlyList<Look> looks)
    {
        var hours = looks.Select(l => Stopwatch.GetElapsedTime(looks[0].At, l.At).TotalHours).ToList();
        var (middle, mean) = (hours.Average(), looks.Average(l => l.Bytes));
        return hours.Zip(looks, (h, l) => (h - middle) * (l.Bytes - mean)).Sum() / hours.Sum(h => (h - middle) * (h - middle));
    }

    private static int Middle(IEnumerable<Look> looks) => looks.Select(l => l.Handles).Order().ToList() is { Count: > 0 } sorted ? sorted[sorted.Count / 2] : 0;

    private sealed record Look(long At, long Bytes, int Handles);

    /// <summary>A test of hours, run before a release or for as long as somebody asks.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class LongFactAttribute : FactAttribute
    {
        public LongFactAttribute() => Skip = Tier.IsFull || Asked is not null ? null! : "Hours of readers and files: only with ./made test --full, or for MADE_SOAK_MINUTES minutes.";

        public static TimeSpan? Asked { get; } = double.TryParse(Environment.GetEnvironmentVariable("MADE_SOAK_MINUTES"), CultureInfo.InvariantCulture, out var minutes) ? TimeSpan.FromMinutes(minutes) : null;
    }
}
