using System.Threading.Channels;
using Made.Store.Records;
using Made.Web.Composition;

namespace Made.Web.Access;

/// <summary>
/// Audit rows of what known persons were refused. They are written beside the answer, in order: were they written before it, what is hidden
/// would answer later than what is not there. Nothing depends on them but the record: the refused deed is refused either way.
/// </summary>
internal sealed class Refusals(Partnership partnership, ILogger<Refusals> log) : BackgroundService
{
    private const int Most = 1_000;
    private readonly Channel<(string By, string What, string Why)> waiting =
        Channel.CreateBounded<(string, string, string)>(new BoundedChannelOptions(Most) { SingleReader = true });

    /// <summary>Waits only where a thousand are unwritten.</summary>
    public ValueTask TellAsync(string by, string what, string why) => waiting.Writer.WriteAsync((by, what, why));

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        waiting.Writer.TryComplete();
        return base.ExecuteTask ?? Task.CompletedTask;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Ends when the site stops and the last one is written.
        await foreach (var (by, what, why) in waiting.Reader.ReadAllAsync(CancellationToken.None))
            try
            {
                await partnership.Records.Audit.Keep(ChangeKinds.AccessRefused, what, partnership.Change(by, why));
            }
            catch (Exception e) when (OpenRecords.Refusal(e) is { } problem)
            {
                if (log.IsEnabled(LogLevel.Error))
                    log.LogError("A refusal has no audit row: {Problem}", problem);
            }
    }
}
