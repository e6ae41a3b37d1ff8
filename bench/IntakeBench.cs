using System.Diagnostics;
using Made.Store.Editions;
using Made.Store.Facts.Engine;
using Made.Web.Composition;

namespace Made.Bench;

/// <summary>
/// Real files from receipt to cube, everything flushed to the disk, against the fact engine alone on the same files: reading them, and
/// making the same facts and counts by SQL with nothing checked, recorded or flushed.
/// </summary>
public static class IntakeBench
{
    private const int Runs = 5;
    private const int Threads = 2;

    public static async Task RunAsync(BenchFolder folder, string template, string data)
    {
        var files = BenchHome.StreetFiles(data);
        using var engine = FactEngine.Open(folder.Path("peer"), EngineLimits.Default with { Threads = Threads }, data, folder.Path("peer"));
        var (ours, import, read, made) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var run = 0; run <= Runs; run++)
        {
            await using (var partnership = await BenchHome.FreshAsync(folder, template, "intake"))
            {
                var since = Stopwatch.GetTimestamp();
                var rows = await BenchHome.ImportAsync(partnership, files);
                var imported = Seconds(since);
                await CountAsync(partnership);
                Keep(ours, run, Seconds(since));
                Keep(import, run, imported);
                if (run == 0)
                    Console.WriteLine($"(a) {files.Count} files, {rows:N0} records; {Runs} interleaved runs after one to warm up, {Threads} threads");
            }
            folder.Remove("intake");
            Keep(read, run, Timed(() => FactsBench.ReadAll(engine, files)));
            Directory.CreateDirectory(folder.Path("peer"));
            Keep(made, run, Timed(() => FactsBench.SameFilesBySql(engine, files, folder.Path("peer"), Threads)));
            folder.Remove("peer");
        }
        Console.WriteLine($"    intake and cubes {Median(ours):0.00} s (intake {Median(import):0.00} s); DuckDB reading {Median(read):0.00} s; DuckDB making facts and counts {Median(made):0.00} s");
        Console.WriteLine($"    against DuckDB reading the files: {Median(ours) / Median(read):0.00} (at most 2, aim 1.5)");
        Console.WriteLine($"    against DuckDB making the same facts and counts: {Median(ours) / Median(made):0.00} (at most 1.2, aim 1)");
    }

    public static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    public static double Seconds(long since) => Stopwatch.GetElapsedTime(since).TotalSeconds;

    private static async Task CountAsync(Partnership partnership)
    {
        var orders = CubeOrders.Of(partnership.Pack, await partnership.Supplies.Current(), partnership.Home);
        foreach (var cube in partnership.Cubes.Build(orders, partnership.Register!.Places, Threads))
            BenchHome.Must(cube);
    }

    private static void Keep(List<double> times, int run, double seconds)
    {
        if (run > 0)
            times.Add(seconds);
    }

    private static double Timed(Action work)
    {
        var since = Stopwatch.GetTimestamp();
        work();
        return Seconds(since);
    }
}
