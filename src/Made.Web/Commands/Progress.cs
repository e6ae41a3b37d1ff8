using System.Diagnostics;
using Made.Web.Exchange;

namespace Made.Web.Commands;

/// <summary>One line on a terminal that says how far long work is: files, rows and rate. Silent where nobody watches.</summary>
internal sealed class Progress(bool quiet) : IDisposable
{
    private readonly bool shown = !quiet && !Console.IsErrorRedirected;
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Lock gate = new();
    private bool written;

    public void Report(ImportProgress at)
    {
        if (!shown)
            return;
        lock (gate)
        {
            var rate = at.Rows / Math.Max(clock.Elapsed.TotalSeconds, 0.001);
            Console.Error.Write($"\r{at.FilesDone} of {at.Files} files, {at.Rows:N0} rows, {rate:N0} rows a second   ");
            written = true;
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            if (written)
                Console.Error.WriteLine();
            written = false;
        }
    }
}
