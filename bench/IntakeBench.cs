using System.Diagnostics;
using Made.Core.Facts;
using Made.Store.Editions;
using Made.Store.Facts;
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
        var (ours, read, made) = (new List<Cost>(), new List<Cost>(), new List<Cost>());
        for (var run = 0; run <= Runs; run++)
        {
            await using (var partnership = await BenchHome.FreshAsync(folder, template, $"intake-{run}"))
            {
                var since = Cost.Now();
                var rows = await BenchHome.ImportAsync(partnership, files);
                var cost = since.Since();
                Keep(ours, run, cost);
                await CheckAsync(partnership, files.Count);
                if (run == 0)
                    Console.WriteLine($"(a) {files.Count} files, {rows:N0} records; {Runs} interleaved runs after one to warm up, {Threads} threads");
            }
            Keep(read, run, Timed(() => FactsBench.ReadAll(engine, files)));
            Directory.CreateDirectory(folder.Path("peer"));
            Keep(made, run, Timed(() => FactsBench.SameFilesBySql(engine, files, folder.Path("peer"), Threads)));
            folder.Remove("peer");
        }
        Console.WriteLine("    each run: " + string.Join(", ", ours.Select(c => $"{c.Seconds:0.00} s")) + "; DuckDB reading: " + string.Join(", ", read.Select(c => $"{c.Seconds:0.00} s")));
        Tell("intake and cubes", ours);
        Tell("DuckDB reading", read);
        Tell("DuckDB making facts and counts", made);
        Compare("DuckDB reading the files", ours, read, "at most 2, aim 1.5");
        Compare("DuckDB making the same facts and counts", ours, made, "at most 1.2, aim 1");
    }

    public static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    public static double Seconds(long since) => Stopwatch.GetElapsedTime(since).TotalSeconds;

    /// <summary>Outside the clock: every cube is there, and together they hold what the supplies do.</summary>
    private static async Task CheckAsync(Partnership partnership, int files)
    {
        var supplies = await partnership.Supplies.Current();
        var orders = CubeOrders.Of(partnership.Pack, supplies, partnership.Home);
        var places = partnership.Register!.Places;
        if (orders.Count != files || !orders.All(o => File.Exists(partnership.Cubes.PathOf(o.Month, CubeFiles.HashOf(o, places.Vintage)))))
            throw new InvalidOperationException("A cube is missing.");
        var everything = new CategoryFilter();
        var counted = partnership.Cubes.Build(orders, places, Threads).Select(BenchHome.Must)
            .Sum(c => c.Districts.Sum(d => c.Sum(d, everything)) + c.SumOutside(everything) + c.SumWithoutPlace(everything));
        if (counted != supplies.Sum(s => s.Stored))
            throw new InvalidOperationException("The cubes do not hold what was stored.");
    }

    private static void Keep(List<Cost> costs, int run, Cost cost)
    {
        if (run > 0)
            costs.Add(cost);
    }

    private static Cost Timed(Action work)
    {
        var since = Cost.Now();
        work();
        return since.Since();
    }

    private static void Tell(string what, List<Cost> costs) =>
        Console.WriteLine($"    {what}: {Wall(costs):0.00} s, {Processor(costs):0.00} s of processor time");

    /// <summary>Beside the ratio of the clock that of processor time, which other work on the machine moves less.</summary>
    private static void Compare(string peer, List<Cost> ours, List<Cost> theirs, string bound) =>
        Console.WriteLine($"    against {peer}: {Wall(ours) / Wall(theirs):0.00} ({bound}); by processor time {Processor(ours) / Processor(theirs):0.00}");

    private static double Wall(List<Cost> costs) => Median([.. costs.Select(c => c.Seconds)]);

    private static double Processor(List<Cost> costs) => Median([.. costs.Select(c => c.ProcessorSeconds)]);
}

/// <summary>What a piece of work took, by the clock and of the processors.</summary>
public readonly record struct Cost(double Seconds, double ProcessorSeconds)
{
    public static Cost Now()
    {
        using var self = Process.GetCurrentProcess();
        return new Cost((double)Stopwatch.GetTimestamp() / Stopwatch.Frequency, self.TotalProcessorTime.TotalSeconds);
    }

    public Cost Since()
    {
        var now = Now();
        return new Cost(now.Seconds - Seconds, now.ProcessorSeconds - ProcessorSeconds);
    }
}
