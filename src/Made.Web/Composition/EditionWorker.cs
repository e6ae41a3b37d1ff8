using Made.Web.Recovery;

namespace Made.Web.Composition;

/// <summary>
/// Watches the records, also those that a command beside the site changes: keeps <see cref="RecordsVersion"/> current, and builds the editions
/// that new supplies, a withdrawal, a passed due day or another definition of an indicator call for. Drafts whose set time has come are released:
/// the time stands in the records, so a restart forgets none. Exceptions that nobody answered in time are handed on.
/// </summary>
internal sealed class EditionWorker(Partnership partnership, RecordsVersion version, ILogger<EditionWorker> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look);
        var (builtAt, builtOn, lookedAt) = ("", default(DateOnly), (0L, default(DateOnly)));
        do
        {
            version.Current = await partnership.VersionAsync();
            await partnership.TakeInSignInAsync();
            if ((version.Current, partnership.Today) != lookedAt)
            {
                lookedAt = (version.Current, partnership.Today);
                if (await ExceptionClock.RunAsync(partnership) is { } unkept && log.IsEnabled(LogLevel.Warning))
                    log.LogWarning("Exceptions were not handed on: {Problem}", unkept);
            }
            var state = $"{await partnership.TakeInDefinitionsAsync()} {await SuppliesStateAsync()}";
            var outcome = state != builtAt || partnership.Today != builtOn
                ? await partnership.RefreshAsync(null, partnership.Change("worker", "Supplies, due dates or definitions changed"), stoppingToken)
                : await partnership.ReleaseDueAsync();
            if (outcome.Succeeded(out var editions, out var problem) || problem.Code == "no-reference")
                (builtAt, builtOn) = (state, partnership.Today);
            else if (log.IsEnabled(LogLevel.Warning))
                log.LogWarning("Editions were not built or released: {Problem}", problem);
            if (editions is { Count: > 0 })
                version.Current = await partnership.VersionAsync();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<string> SuppliesStateAsync() =>
        string.Join(' ', (await partnership.Supplies.Current()).Select(s => s.Id));
}

/// <summary>The number of the last change to the records, as the worker last saw it: pages kept from before it are stale.</summary>
public sealed class RecordsVersion
{
    private long current;

    public long Current
    {
        get => Interlocked.Read(ref current);
        set => Interlocked.Exchange(ref current, value);
    }
}
