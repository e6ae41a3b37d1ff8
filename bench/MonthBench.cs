using System.Diagnostics;
using Made.Core.Calendar;
using Made.Core.Register;
using Made.Web.Composition;

namespace Made.Bench;

/// <summary>
/// The month in practice: the newest file of real months to a draft for every partnership, with nothing done by hand; then a released dashboard under 16 readers while the same
/// site reads files from its inbox and builds their editions.
/// </summary>
public static class MonthBench
{
    private const string Dataset = "police-street";
    private const int Arriving = 8;

    public static async Task RunAsync(BenchFolder folder, string template, string data)
    {
        var files = BenchHome.StreetFiles(data);
        string page;
        await using (var partnership = await BenchHome.FreshAsync(folder, template, "month"))
        {
            await BenchHome.ImportAsync(partnership, [.. files.SkipLast(1)]);
            BenchHome.Must(await partnership.RefreshAsync(null, BenchHome.Change, CancellationToken.None));
            page = (await partnership.FirstDashboardPathAsync())!;
            await DraftsAsync(partnership, files[^1]);
        }
        await using var site = await BenchSite.Over(folder.Path("month"));
        await WebLoad.RunAsync(site.Origin + page); // The first answers are compiled while they are given.
        var alone = await WebLoad.RunAsync(site.Origin + page);
        using var stop = new CancellationTokenSource();
        var arriving = ArriveAsync(folder, LargeBench.Lines(files[^1]), stop.Token);
        await Task.Delay(TimeSpan.FromSeconds(3)); // A file is read when it was seen twice, a second apart.
        var beside = await WebLoad.RunAsync(site.Origin + page);
        await stop.CancelAsync();
        var taken = await arriving;
        Console.WriteLine($"    {page}, {WebLoad.Connections} connections ({WebLoad.Tool}): {alone.PerSecond:N0} requests/s, p99 {alone.P99Milliseconds:0.0} ms;"
            + $" while files are read ({taken} were sent): {beside.PerSecond:N0} requests/s, p99 {beside.P99Milliseconds:0.0} ms (under 50)");
    }

    /// <summary>Every partnership's editions wait for a person, so that what is built is a draft.</summary>
    private static async Task DraftsAsync(Partnership partnership, string newest)
    {
        var partnerships = partnership.Areas.At(AreaLevel.Csp, (await partnership.LatestMonthAsync())!.Value).ToList();
        foreach (var csp in partnerships)
            await partnership.Records.ReleaseSettings.Make(csp.Code.Value, automatic: false, partnership.Today, BenchHome.Change);
        var since = Stopwatch.GetTimestamp();
        await BenchHome.ImportAsync(partnership, [newest]);
        var built = BenchHome.Must(await partnership.RefreshAsync(null, BenchHome.Change, CancellationToken.None));
        var took = IntakeBench.Seconds(since);
        var drafts = await partnership.Records.Editions.Drafts();
        Console.WriteLine($"(d) one file to the drafts of {partnerships.Count} partnerships: {took:0.0} s (under 60); months built {built.Count}, of them drafts {drafts.Count}");
    }

    /// <summary>Files of months before the real ones, one after the other until told to stop; tells how many.</summary>
    private static async Task<int> ArriveAsync(BenchFolder folder, string[] source, CancellationToken stop)
    {
        var inbox = folder.Path(Path.Combine("month", "inbox", Dataset));
        var first = new Month(2012, 1);
        for (var at = 0; at < Arriving; at++)
        {
            var part = Path.Combine(inbox, $"{first.Plus(at)}-synthetic-street.csv.part");
            await LargeBench.WriteAsync(part, source, first.Plus(at));
            File.Move(part, part[..^".part".Length]);
            if (stop.IsCancellationRequested)
                return at + 1;
        }
        return Arriving;
    }
}
