using System.Diagnostics;
using System.Globalization;

namespace Made.Bench;

public sealed record LoadResult(double PerSecond, double P99Milliseconds);

/// <summary>Sixteen connections that ask for one address as fast as they are answered, for a few seconds; never beyond this machine.</summary>
public static class WebLoad
{
    public const int Connections = 16;
    private const int Lasts = 4;
    private const string Wrk = "/usr/bin/wrk";

    public static string Tool => File.Exists(Wrk) ? "wrk" : "own client, which shares the processors with the site";

    public static async Task<LoadResult> RunAsync(string address) => File.Exists(Wrk) ? await ByWrkAsync(address) : await ByClientAsync(new Uri(address));

    private static async Task<LoadResult> ByWrkAsync(string address)
    {
        using var wrk = Process.Start(new ProcessStartInfo(Wrk)
        {
            ArgumentList = { "-t1", $"-c{Connections}", $"-d{Lasts}s", "--latency", address },
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        var (rate, p99) = (0.0, 0.0);
        while (await wrk.StandardOutput.ReadLineAsync() is { } line)
        {
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts is ["Requests/sec:", var perSecond])
                rate = double.Parse(perSecond, CultureInfo.InvariantCulture);
            else if (parts is ["99%", var latency])
                p99 = Milliseconds(latency);
            else if (parts is ["Non-2xx", ..])
                throw new InvalidOperationException($"{address} did not answer with a page: {line}");
        }
        await wrk.WaitForExitAsync();
        return new LoadResult(rate, p99);
    }

    /// <summary><c>950.00us</c>, <c>12.30ms</c>, <c>1.20s</c>.</summary>
    private static double Milliseconds(string text)
    {
        var (digits, factor) = text switch
        {
            [.. var number, 'u', 's'] => (number, 0.001),
            [.. var number, 'm', 's'] => (number, 1.0),
            [.. var number, 's'] => (number, 1000.0),
            _ => (text, double.NaN),
        };
        return double.Parse(digits, CultureInfo.InvariantCulture) * factor;
    }

    private static async Task<LoadResult> ByClientAsync(Uri address)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections });
        var since = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            var mine = new List<double>();
            while (Stopwatch.GetElapsedTime(since).TotalSeconds < Lasts)
            {
                var asked = Stopwatch.GetTimestamp();
                await client.GetByteArrayAsync(address);
                mine.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            }
            return mine;
        })));
        var all = times.SelectMany(t => t).Order().ToList();
        return new LoadResult(all.Count / Stopwatch.GetElapsedTime(since).TotalSeconds, all[(int)(all.Count * 0.99)]);
    }
}
