using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Made.Core;
using Made.Core.Exchange;
using Made.Intake.Checking;
using Made.Store.Records;
using Made.Web.Composition;
using Made.Web.Sharing;

namespace Made.Web.Exchange;

/// <summary>
/// Takes files from the page and has them read by a process of its own, at low priority and with a memory limit, so that the site keeps
/// answering whatever a file holds. Progress stands in the job that the page shows.
/// </summary>
public sealed class Uploads(Partnership partnership, HomeChoice choice, GivenBack givenBack, IHostApplicationLifetime lifetime) : IHostedService
{
    public const long LargestBytes = 512L << 20;

    private const string HeapLimit = "0x60000000";
    private const string Kind = "intake";

    /// <summary>The kind of a job that checks and stores nothing.</summary>
    public const string CheckKind = "check";

    private readonly ConcurrentDictionary<Guid, Task> reading = [];

    public async Task<Outcome<Sending>> StartAsync(string dataset, IReadOnlyList<SentFile> files, bool checksOnly, Change change)
    {
        if (partnership.Pack.Datasets.FirstOrDefault(d => d.Id == dataset) is not { } definition)
            return Composition.Problems.UnknownDataset(dataset, partnership.Pack.Datasets.Select(d => d.Id));
        if (files.Count == 0)
            return new Problem("no-file", "Choose a file to send.", "Then press the button again.");
        if (await UnreadFiles.WhyNotAsync(partnership, definition) is { } why)
            return new Sending(await RefuseAsync(definition, files, checksOnly, why, change), Task.CompletedTask);
        if (partnership.Register is null)
            return Composition.Problems.NoReference();
        var staging = await StagingFolder.Begin(partnership.Home);
        var paths = new List<string>();
        foreach (var file in files)
        {
            // Each in a folder of its own: two files may bear one name, and a name is never used as a path.
            var folder = Directory.CreateDirectory(staging.File(paths.Count.ToString(CultureInfo.InvariantCulture)));
            var path = Path.Combine(folder.FullName, SafeName(file.Name, definition));
            await using var to = File.Create(path);
            await using var from = file.Open();
            await from.CopyToAsync(to);
            paths.Add(path);
        }
        var job = await partnership.Jobs.Start(checksOnly ? CheckKind : Kind, $"{(checksOnly ? "Checking" : "Reading")} {Count(files.Count)}", change);
        var read = Task.Run(() => ReadAsync(job, dataset, paths, staging));
        reading[job.Id] = read;
        _ = read.ContinueWith(_ => reading.TryRemove(job.Id, out var _), TaskScheduler.Default);
        return new Sending(job, read);
    }

    Task IHostedService.StartAsync(CancellationToken cancel) => Task.CompletedTask;

    /// <summary>The reading processes were told to end; each job says what became of it before the records are closed.</summary>
    Task IHostedService.StopAsync(CancellationToken cancel) => Task.WhenAll(reading.Values).WaitAsync(cancel);

    /// <summary>Nothing of these files is kept or opened; the job stands for the receipts that say why.</summary>
    private async Task<Job> RefuseAsync(DatasetDefinition dataset, IReadOnlyList<SentFile> files, bool checksOnly, Problem why, Change change)
    {
        var job = await partnership.Jobs.Start(checksOnly ? CheckKind : Kind, $"Looking at the agreements for {Count(files.Count)}", change);
        var refusing = partnership.Change($"job {job.Id:N}", "Files refused unread");
        var receipts = new List<KeptReceipt>();
        foreach (var file in files)
        {
            await using var bytes = file.Open();
            var receipt = await UnreadFiles.ReceiptAsync(dataset, SafeName(file.Name, dataset), bytes, why, CancellationToken.None);
            receipts.Add(checksOnly ? new KeptReceipt(Guid.CreateVersion7(refusing.At), refusing.At, refusing.By, receipt) : await partnership.Receipts.Keep(receipt, refusing));
        }
        if (checksOnly)
            givenBack.Keep(job.Id, receipts);
        await partnership.Jobs.Finish(job.Id, JobState.Done, "No file was opened: see the receipts for the reason.", partnership.Change("exchange page", "Files refused unread"));
        return (await partnership.Jobs.Find(job.Id))!;
    }

    private async Task ReadAsync(Job job, string dataset, List<string> paths, StagingFolder staging)
    {
        using (staging)
        {
            var (state, message) = (JobState.Failed, "The reading process ended without an answer. Nothing was half stored; send the file again.");
            try
            {
                var results = Directory.CreateDirectory(staging.File("results")).FullName;
                using var child = Start(job, dataset, paths, results);
                using var stop = lifetime.ApplicationStopping.Register(() => child.Kill(entireProcessTree: true));
                await child.WaitForExitAsync();
                if (child.ExitCode is 0 or 1)
                {
                    givenBack.TakeIn(job.Id, results);
                    (state, message) = (JobState.Done, (child.ExitCode, job.Kind) switch
                    {
                        (_, CheckKind) => "Nothing was stored.",
                        (0, _) => "Every file was read.",
                        _ => "Some files were refused: see the receipts.",
                    });
                }
            }
            finally
            {
                await partnership.Jobs.Finish(job.Id, state, message, partnership.Change("exchange page", "Files read"));
            }
        }
    }

    private Process Start(Job job, string dataset, List<string> paths, string results)
    {
        var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "made.exe" : "made");
        var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardOutput = false };
        start.Environment["DOTNET_GCHeapHardLimit"] = HeapLimit;
        foreach (var argument in new[] { "intake", "--dataset", dataset, "--home", choice.Root, "--keys", choice.KeysFolder, "--job", job.Id.ToString(), "--results", results })
            start.ArgumentList.Add(argument);
        if (job.Kind == CheckKind)
            start.ArgumentList.Add("--check");
        if (choice.Today is { } today)
        {
            start.ArgumentList.Add("--today");
            start.ArgumentList.Add(today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
        foreach (var path in paths)
            start.ArgumentList.Add(path);
        var child = Process.Start(start) ?? throw new InvalidOperationException("The reading process did not start.");
        if (!child.HasExited)
            child.PriorityClass = ProcessPriorityClass.BelowNormal;
        return child;
    }

    private static string Count(int files) => files == 1 ? "one file" : $"{files} files";

    /// <summary>
    /// What is left of a sent name when only harmless letters stay: shown on the receipt, and asked for its month. It is looked through for personal
    /// details as it was sent: without its signs an address of e-mail is no longer seen as one.
    /// </summary>
    private static string SafeName(string asSent, DatasetDefinition dataset)
    {
        var sent = FileNames.Shown(asSent, dataset);
        var name = sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..];
        var kept = new string([.. name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or ' ' or '(' or ')' ? c : '_')]).Trim('.', ' ');
        return kept.Length == 0 ? "file" : kept[..Math.Min(kept.Length, 120)];
    }
}
