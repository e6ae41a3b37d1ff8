using Made.Web.Composition;

namespace Made.Web.Audit;

/// <summary>While the site runs: signs new audit rows within a minute, or at once where they are many, and reads the whole audit at the start and once a day.</summary>
internal sealed class AuditWatch(Partnership partnership, RecordsVersion version, AuditStanding standing, ILogger<AuditWatch> log) : BackgroundService
{
    private const long Many = 1_000;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SignedWithin = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan CheckedWithin = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look);
        var (signed, signedAt, checkedAt) = (partnership.Records.Checkpoints.Covered, partnership.Now, DateTimeOffset.MinValue);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var now = partnership.Now;
            if (version.Current > signed && (version.Current >= signed + Many || now - signedAt >= SignedWithin))
                (signed, signedAt) = (await SignAsync(), now);
            if (now - checkedAt < CheckedWithin)
                continue;
            checkedAt = now;
            foreach (var problem in (await standing.CheckAsync(stoppingToken)).Problems)
                if (log.IsEnabled(LogLevel.Error))
                    log.LogError("The audit does not hold: {Problem}", problem);
        }
    }

    private async Task<long> SignAsync()
    {
        if (!(await partnership.CheckpointAsync()).Succeeded(out var covered, out var problem) && log.IsEnabled(LogLevel.Error))
            log.LogError("The audit was not signed: {Problem}", problem);
        // Where it was refused it is asked again a minute later.
        return covered;
    }
}
