using System.Globalization;
using System.Text;
using Made.Core.Exchange;
using Made.Store;
using Made.Store.Records;
using Made.Web.Composition;

namespace Made.Web.Exchange;

/// <summary>
/// A folder for each dataset under the home's inbox, into which other programs drop files (SFTP). A file that has stopped growing is moved aside, read
/// as one that was sent, and ends in taken or refused with its receipt beside it. Killed anywhere, it is read again, and a file that is held already
/// is not held twice.
/// </summary>
public sealed class Inbox(Partnership partnership, Uploads uploads)
{
    public const string Taken = "taken";
    public const string Refused = "refused";

    private const string Reading = "reading";

    /// <summary>The ends of names under which programs write what is not whole yet.</summary>
    private static readonly string[] Unfinished = [".part", ".partial", ".tmp", ".filepart", ".crdownload"];

    private readonly Dictionary<string, (long Length, DateTime Written)> seen = new(StringComparer.Ordinal);

    /// <summary>Makes the folders of datasets that are new.</summary>
    public void Prepare()
    {
        foreach (var dataset in partnership.Pack.Datasets)
            foreach (var part in new[] { Reading, Taken, Refused })
                Directory.CreateDirectory(Path.Combine(Folder(dataset), part));
    }

    /// <summary>Looks into every folder once: what was left half read comes first, then what lies as it lay at the last look. Tells how many files were dealt with.</summary>
    public async Task<int> LookAsync(CancellationToken cancel)
    {
        var done = 0;
        foreach (var dataset in partnership.Pack.Datasets)
        {
            if (!Directory.Exists(Folder(dataset)))
                continue;
            foreach (var file in Files(Path.Combine(Folder(dataset), Reading)))
                done += await ReadAsync(dataset, file, cancel);
            foreach (var file in Files(Folder(dataset)).Where(HasSettled))
            {
                var aside = Path.Combine(Folder(dataset), Reading, Path.GetFileName(file));
                File.Move(file, aside);
                done += await ReadAsync(dataset, aside, cancel);
            }
        }
        return done;
    }

    private string Folder(DatasetDefinition dataset) => Path.Combine(partnership.Home.Inbox, dataset.Id);

    // A link could lead anywhere; what begins with a dot is hidden from people, too.
    private static List<string> Files(string folder) =>
    [
        .. Directory.EnumerateFiles(folder).Where(f => new FileInfo(f).LinkTarget is null && Path.GetFileName(f)[0] != '.'
            && !Unfinished.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase)).Order(StringComparer.Ordinal),
    ];

    /// <summary>True where a file has the length and time that it had at the look before.</summary>
    private bool HasSettled(string file)
    {
        var now = new FileInfo(file);
        var same = seen.TryGetValue(file, out var before) && before == (now.Length, now.LastWriteTimeUtc);
        if (same)
            seen.Remove(file);
        else
            seen[file] = (now.Length, now.LastWriteTimeUtc);
        return same;
    }

    private async Task<int> ReadAsync(DatasetDefinition dataset, string file, CancellationToken cancel)
    {
        if (!(await uploads.StartAsync(dataset.Id, [new SentFile(Path.GetFileName(file), () => File.OpenRead(file))], false, partnership.Change("inbox", "A file lay in the inbox"))).Succeeded(out var sending, out _))
            return 0; // Nothing can be read at all yet: it waits.
        await sending.Done.WaitAsync(cancel);
        var receipts = await partnership.Receipts.OfJob(sending.Job.Id);
        if (receipts.Count == 0)
            return 0; // The reading process was stopped: it is read again at the next look.
        await PutAwayAsync(dataset, file, receipts);
        return 1;
    }

    /// <summary>The receipt first, whole or not at all. A partner's file is not left on the disk: what is to be kept of it is sealed already.</summary>
    private async Task PutAwayAsync(DatasetDefinition dataset, string file, IReadOnlyList<KeptReceipt> receipts)
    {
        var folder = Path.Combine(Folder(dataset), receipts.Any(r => r.Receipt.Verdict == Verdict.Refused) ? Refused : Taken);
        var name = $"{receipts[0].Received.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}-{receipts[0].Id.ToString("N")[^6..]}-{Path.GetFileName(file)}";
        var stays = dataset.Disclosure == DisclosurePolicy.AlreadyPublic;
        var text = ReceiptText.Of(receipts) + (stays ? "" : "The file itself was removed: a partner's records do not lie open on a disk.\n");
        var part = Path.Combine(folder, $".{name}.part");
        await File.WriteAllTextAsync(part, text, new UTF8Encoding(false));
        Durable.FlushAndMove(part, Path.Combine(folder, name + ".receipt.txt"));
        if (stays)
            File.Move(file, Path.Combine(folder, name));
        else
            Durable.Erase(file);
    }
}

/// <summary>Looks into the inbox every few seconds. One process of a home does: another waits until it has ended.</summary>
internal sealed class InboxWatch(Partnership partnership, Inbox inbox, ILogger<InboxWatch> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look);
        FileLock? alone = null;
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                if ((alone ??= FileLock.TryTake(Path.Combine(partnership.Home.Inbox, "lock"))) is null)
                    continue;
                try
                {
                    inbox.Prepare();
                    await inbox.LookAsync(stoppingToken);
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException || OpenRecords.Refusal(e) is not null)
                {
                    if (log.IsEnabled(LogLevel.Error))
                        log.LogError("The inbox could not be looked into: {Why}", e.Message);
                }
            }
        }
        finally
        {
            alone?.Dispose();
        }
    }
}
