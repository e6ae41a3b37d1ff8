using System.Diagnostics;
using Made.Web.Composition;
using Made.Web.Exchange;

namespace Made.Web.Commands;

/// <summary>Tells the job that a page watches how far the import has come, about once a second.</summary>
internal sealed class JobProgress : IDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Timer timer;
    private long rows;

    public JobProgress(Partnership partnership, Guid job) =>
        timer = new Timer(_ => _ = Tell(partnership, job), null, Beat, Beat);

    public void Report(ImportProgress at) => Interlocked.Exchange(ref rows, at.Rows);

    public void Dispose() => timer.Dispose();

    private Task<bool> Tell(Partnership partnership, Guid job)
    {
        var sofar = Interlocked.Read(ref rows);
        return partnership.Jobs.Heartbeat(job, sofar, sofar / clock.Elapsed.TotalSeconds, "Reading", partnership.Change("job", "").At);
    }
}
