namespace Made.Bench;

/// <summary>A dashboard page of the built program under 16 connections, against the same bytes as a static file of the same server.</summary>
public static class PagesBench
{
    private const int Rounds = 3;
    private const string Static = "bench-page.html";

    public static async Task RunAsync(BenchFolder folder, string template, string data)
    {
        string page;
        var root = folder.Path("pages");
        await using (var partnership = await BenchHome.FreshAsync(folder, template, "pages"))
        {
            await BenchHome.ImportAsync(partnership, [.. BenchHome.StreetFiles(data).TakeLast(6)]);
            BenchHome.Must(await partnership.RefreshAsync(null, BenchHome.Change, CancellationToken.None));
            page = (await partnership.FirstDashboardPathAsync())!;
        }
        await using var site = await BenchSite.Over(root);
        var copy = Path.Combine(BenchSite.Program, "wwwroot", Static);
        try
        {
            using var client = new HttpClient();
            await File.WriteAllBytesAsync(copy, await client.GetByteArrayAsync(new Uri(site.Origin + page)));
            var (dashboard, file) = (new List<LoadResult>(), new List<LoadResult>());
            for (var round = 0; round <= Rounds; round++)
            {
                var (one, other) = (await WebLoad.RunAsync(site.Origin + page), await WebLoad.RunAsync($"{site.Origin}/{Static}"));
                if (round == 0)
                    continue;
                dashboard.Add(one);
                file.Add(other);
            }
            Tell(page, new FileInfo(copy).Length, dashboard, file);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    private static void Tell(string page, long bytes, List<LoadResult> dashboard, List<LoadResult> file)
    {
        double Rate(List<LoadResult> of) => IntakeBench.Median([.. of.Select(r => r.PerSecond)]);
        double P99(List<LoadResult> of) => IntakeBench.Median([.. of.Select(r => r.P99Milliseconds)]);
        Console.WriteLine($"(c) {page}, {bytes:N0} bytes, {WebLoad.Connections} connections ({WebLoad.Tool}), medians of {Rounds} interleaved rounds");
        Console.WriteLine($"    page {Rate(dashboard):N0} requests/s, p99 {P99(dashboard):0.0} ms; static file {Rate(file):N0} requests/s, p99 {P99(file):0.0} ms");
        Console.WriteLine($"    page against static file: {Rate(dashboard) / Rate(file):0.00} (at least 0.8); p99 {P99(dashboard):0.0} ms (under 50)");
    }
}
