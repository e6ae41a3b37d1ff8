using System.Diagnostics;
using System.IO.Compression;
using Made.Core.Calendar;

namespace Made.Bench;

/// <summary>Twenty million synthetic records: the rows of one real file over and over, each with an id of its own, month after month.</summary>
public static class LargeBench
{
    private const int Months = 100;
    private const int RowsOfMonth = 200_000;
    private const double MostMebibytes = 2048;

    public static async Task RunAsync(BenchFolder folder, string template, string data)
    {
        var source = Lines(BenchHome.StreetFiles(data)[^1]);
        await using var partnership = await BenchHome.FreshAsync(folder, template, "large");
        var first = new Month(2011, 1);
        var (rows, seconds) = (0L, 0.0);
        for (var at = 0; at < Months; at++)
        {
            var (more, took) = await TakeAsync(folder, partnership, source, first.Plus(at));
            rows += more;
            seconds += took;
        }
        Console.WriteLine($"(b) {rows:N0} synthetic records in {Months} files: intake {rows / seconds:N0} rows/s");
        var since = Stopwatch.GetTimestamp();
        BenchHome.Must(await partnership.RefreshAsync(null, BenchHome.Change, CancellationToken.None));
        Console.WriteLine($"    every cube, measure and edition: {IntakeBench.Seconds(since):0.0} s");
        await TakeAsync(folder, partnership, source, first.Plus(Months));
        since = Stopwatch.GetTimestamp();
        BenchHome.Must(await partnership.RefreshAsync(null, BenchHome.Change, CancellationToken.None));
        Console.WriteLine($"    refresh of one new month: {IntakeBench.Seconds(since):0.0} s (under 5)");
        using var self = Process.GetCurrentProcess();
        var peak = self.PeakWorkingSet64 / 1048576.0;
        Console.WriteLine($"    peak memory {peak:N0} MiB: {peak / MostMebibytes:0.00} of 2 GiB");
    }

    private static async Task<(long Rows, double Seconds)> TakeAsync(BenchFolder folder, Web.Composition.Partnership partnership, string[] source, Month month)
    {
        var file = folder.Path($"{month}-synthetic-street.csv");
        await WriteAsync(file, source, month);
        var since = Stopwatch.GetTimestamp();
        var rows = await BenchHome.ImportAsync(partnership, [file]);
        var took = IntakeBench.Seconds(since);
        File.Delete(file);
        return (rows, took);
    }

    internal static string[] Lines(string file)
    {
        using Stream stream = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(File.OpenRead(file), CompressionMode.Decompress) : File.OpenRead(file);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    internal static async Task WriteAsync(string file, string[] source, Month month)
    {
        await using var to = new StreamWriter(file);
        await to.WriteLineAsync(source[0]);
        for (var row = 0; row < RowsOfMonth; row++)
        {
            var line = source[1 + (row % (source.Length - 1))];
            var cells = line.IndexOf(',', line.IndexOf(',', StringComparison.Ordinal) + 1);
            var id = line[0] == ',' ? "" : $"{month.Index:x8}{row:x8}{"",48}".Replace(' ', '0');
            await to.WriteLineAsync($"{id},{month}{line[cells..]}");
        }
    }
}
