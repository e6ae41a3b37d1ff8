using Made.Core.Exchange;

namespace Made.Web.Composition;

/// <summary>
/// Looks once a day, and at the start, for sealed originals that are past their day, and says so. Destroying takes two persons, so the site does not do it
/// by itself.
/// </summary>
internal sealed class RetentionWatch(Partnership partnership, ILogger<RetentionWatch> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look);
        var lookedOn = default(DateOnly);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var today = partnership.Today;
            if (today == lookedOn)
                continue;
            lookedOn = today;
            var due = (await partnership.Records.Originals.All()).Count(o => o.Standing(today) == OriginalStanding.Due);
            if (due > 0 && log.IsEnabled(LogLevel.Warning))
                log.LogWarning("{Due} sealed originals are past their day and are to be destroyed by two persons: made retention.", due);
        }
    }
}
