using Made.Store.Records;
using Made.Web.Composition;

namespace Made.Web.Mail;

/// <summary>Looks for whom to tell by e-mail when the records changed, a day began, or a message is to be tried again. Where no mail server is set it sends nothing.</summary>
internal sealed class MailWorker(Partnership partnership, MailRounds rounds, RecordsVersion version, ILogger<MailWorker> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterFault = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look);
        var (seen, day, next) = (-1L, default(DateOnly), DateTimeOffset.MinValue);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if ((version.Current, partnership.Today) == (seen, day) && partnership.Now < next)
                continue;
            (seen, day) = (version.Current, partnership.Today);
            try
            {
                next = await rounds.RunAsync(stoppingToken);
            }
            catch (Exception e) when (OpenRecords.Refusal(e) is not null)
            {
                next = partnership.Now + AfterFault;
                if (log.IsEnabled(LogLevel.Warning))
                    log.LogWarning("Nobody was told by e-mail: {Problem}", OpenRecords.Refusal(e));
            }
        }
    }
}
