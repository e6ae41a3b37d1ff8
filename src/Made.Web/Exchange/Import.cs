using System.Security.Cryptography;
using Made.Core;
using Made.Core.Coarsening;
using Made.Core.Exchange;
using Made.Intake.Checking;
using Made.Store.Facts;
using Made.Store.Records;
using Made.Web.Composition;
using Made.Web.Sharing;
using Problems = Made.Web.Composition.Problems;

namespace Made.Web.Exchange;

/// <summary>How far an import has come.</summary>
public readonly record struct ImportProgress(int FilesDone, int Files, long Rows);

/// <summary>
/// Takes files from check to supply: Intake reads and checks, Store keeps, and each file ends in one receipt. Three files are read at a time;
/// they are accepted in the order given, because arrival orders revisions. Killed anywhere, a file is wholly held or not at all.
/// </summary>
public sealed class Import(Partnership partnership)
{
    /// <summary>One more than the least machine has processors: while one file waits for the disk, two are read.</summary>
    private const int AtOnce = 3;

    private readonly Lock gate = new();
    private readonly Dictionary<string, long> rowsOf = new(StringComparer.Ordinal);
    private readonly UsualSupplies usual = new(partnership);
    private int filesDone;

    /// <summary>Of a dataset whose records are linked: the newest key of its purpose, made in the vault at the first file.</summary>
    private PseudonymKey? pseudonyms;

    public Action<ImportProgress>? Progress { get; init; }

    /// <summary>Reads and checks as ever, tells the receipts that there would be, and stores nothing.</summary>
    public bool ChecksOnly { get; init; }

    /// <summary>Given each file as it was read, with its receipt: for refused rows and names that are not known, which are gathered only where somebody wants them.</summary>
    public Action<KeptReceipt, ReadSupply>? GiveBack { get; init; }

    public async Task<Outcome<IReadOnlyList<KeptReceipt>>> RunAsync(
        string dataset, IReadOnlyList<string> files, DateOnly? released, Change change, CancellationToken cancel)
    {
        if (partnership.Pack.Datasets.FirstOrDefault(d => d.Id == dataset) is not { } plain)
            return Problems.UnknownDataset(dataset, partnership.Pack.Datasets.Select(d => d.Id));
        var definition = Mappings.Apply(plain, await partnership.Records.Mappings.Of(dataset));
        if (files.FirstOrDefault(f => !File.Exists(f)) is { } missing)
            return Problems.NoFile(missing);
        if (await UnreadFiles.WhyNotAsync(partnership, definition) is { } why)
            return await RefuseAsync(definition, files, why, change, cancel);
        if (partnership.Register is null)
            return Problems.NoReference();
        if (await PseudonymsAsync(definition, change) is { } unkeyed)
            return unkeyed;
        using var staging = await StagingFolder.Begin(partnership.Home);
        using var turns = new SemaphoreSlim(AtOnce);
        var reading = files.Select((path, at) => ReadInTurnAsync(new ImportedFile(path, at, definition), staging, turns, files.Count, cancel)).ToList();
        var receipts = new List<KeptReceipt>();
        var cubes = new List<Task>();
        foreach (var (path, read) in files.Zip(reading))
        {
            var before = receipts.Count;
            foreach (var (offer, at) in (await read).Select((o, at) => (o, at)))
            {
                var kept = await KeepAsync(offer, definition, staging.File($"{receipts.Count}-{at}-completed.parquet"), released, change, cubes);
                receipts.Add(kept);
                GiveBack?.Invoke(kept, offer.Supply);
            }
            if (!ChecksOnly && await KeepOriginalAsync(path, definition, [.. receipts.Skip(before).Select(r => r.Receipt.Supply).Where(s => s.Length > 0)], change) is { } problem)
                return problem;
        }
        await Task.WhenAll(cubes);
        if (ChecksOnly)
            await partnership.Records.Audit.Keep(ChangeKinds.FileChecked, dataset, change with { Why = $"{files.Count:N0} files checked; nothing was stored" });
        return receipts;
    }

    /// <summary>The key of the dataset's purpose. A check keeps no pseudonym, so that any key will do and none is made in the vault.</summary>
    private async Task<Problem?> PseudonymsAsync(DatasetDefinition dataset, Change change)
    {
        if (dataset.Pseudonym is not { } purpose)
            return null;
        if (ChecksOnly)
        {
            var passing = RandomNumberGenerator.GetBytes(32);
            pseudonyms = new PseudonymKey(1, text => HMACSHA256.HashData(passing, System.Text.Encoding.UTF8.GetBytes(text)));
            return null;
        }
        if (!(await partnership.Records.Vault.PurposeKey(purpose, change)).Succeeded(out var key, out var problem))
            return problem;
        pseudonyms = new PseudonymKey(key.Version, key.Mac);
        return null;
    }

    private async Task<Outcome<IReadOnlyList<KeptReceipt>>> RefuseAsync(
        DatasetDefinition dataset, IReadOnlyList<string> files, Problem why, Change change, CancellationToken cancel)
    {
        var receipts = new List<KeptReceipt>();
        foreach (var path in files)
        {
            await using var bytes = File.OpenRead(path);
            receipts.Add(await KeepAsync(await UnreadFiles.ReceiptAsync(dataset, Path.GetFileName(path), bytes, why, cancel), change));
        }
        return receipts;
    }

    private async Task<List<ReadFile>> ReadInTurnAsync(ImportedFile file, StagingFolder staging, SemaphoreSlim turns, int all, CancellationToken cancel)
    {
        await turns.WaitAsync(cancel);
        try
        {
            return await Task.Run(() => Read(file, staging, all, cancel), cancel);
        }
        finally
        {
            turns.Release();
        }
    }

    private List<ReadFile> Read(ImportedFile file, StagingFolder staging, int all, CancellationToken cancel)
    {
        FactWriter? writer = null;
        var options = Options(file.Dataset, all) with
        {
            Open = (_, texts) =>
            {
                writer?.Dispose();
                var open = writer = new FactWriter(partnership.Engine, texts);
                return open.Add;
            },
        };
        var read = new List<ReadFile>();
        try
        {
            using var stream = File.OpenRead(file.Path);
            foreach (var supply in new SupplyReader(options).Read(new ReceivedFile(Path.GetFileName(file.Path), stream), cancel))
            {
                var staged = staging.File($"{file.At}-{read.Count}.parquet");
                read.Add(Stage(supply, file.Dataset, writer, staged, cancel));
                writer?.Dispose();
                writer = null;
            }
        }
        finally
        {
            writer?.Dispose();
        }
        Interlocked.Increment(ref filesDone);
        return read;
    }

    /// <summary>The facts of an accepted file, staged and counted; nothing where nothing is to be kept.</summary>
    private ReadFile Stage(ReadSupply supply, DatasetDefinition dataset, FactWriter? writer, string staged, CancellationToken cancel)
    {
        if (supply.Receipt.Verdict is not (Verdict.Accepted or Verdict.AcceptedWithRejections) || supply.Months is null)
            return new ReadFile(supply, null, []);
        if (dataset.Shape == DatasetShape.ReportedValues)
            return new ReadFile(supply, ReportedFiles.Write(partnership.Engine, staged, supply.Reported, cancel), []);
        var facts = writer!.Write(staged, cancel);
        return new ReadFile(supply, facts, partnership.Cubes.Stage(
            dataset.Id, facts, writer, partnership.Register!.Places, month => Path.ChangeExtension(staged, $"{month}.cube"), cancel));
    }

    /// <summary>The receipt of a file that becomes no supply; a check gives it without keeping it.</summary>
    private async Task<KeptReceipt> KeepAsync(Receipt receipt, Change change) => ChecksOnly
        ? new KeptReceipt(Guid.CreateVersion7(change.At), change.At, change.By, receipt)
        : await partnership.Receipts.Keep(receipt, change);

    /// <summary>One file after the other. Its cubes are moved meanwhile: they can be counted again, so nobody waits for their folders to reach the disk.</summary>
    private async Task<KeptReceipt> KeepAsync(ReadFile file, DatasetDefinition dataset, string staged, DateOnly? released, Change change, List<Task> cubes)
    {
        if (file.Facts is not { } facts)
            return await KeepAsync(file.Supply.Receipt, change);
        if (!(await OfferAsync(file, facts, dataset, staged, released)).Succeeded(out var offer, out var problem))
            return await KeepAsync(UnreadFiles.Refused(file.Supply.Receipt, problem), change);
        if (ChecksOnly)
            return await KeepAsync(await partnership.Supplies.Foreseen(offer), change);
        var acceptance = await partnership.Supplies.Accept(offer, change);
        // Of a file that completes another the cubes hold its own records alone.
        if (acceptance is Acceptance.Accepted && offer.Completes is null)
            cubes.AddRange(file.Cubes.Select(c => Task.Run(() => CubeFiles.Keep(c))));
        return acceptance.Receipt;
    }

    private async Task<Outcome<SupplyOffer>> OfferAsync(ReadFile file, FactFile facts, DatasetDefinition dataset, string staged, DateOnly? released)
    {
        var receipt = file.Supply.Receipt;
        var (first, last) = file.Supply.Months!.Value;
        var offer = new SupplyOffer
        {
            Dataset = dataset.Id,
            Shape = dataset.Shape,
            First = first,
            Last = last,
            Sha256 = receipt.Sha256,
            File = receipt.File,
            Released = released,
            Receipt = receipt,
            StagedFacts = facts,
        };
        if (file.Supply.IsCorrection)
            return await new Corrections(partnership).CompleteAsync(offer, dataset, staged);
        if (dataset.Shape == DatasetShape.Records && await partnership.Supplies.Current(dataset.Id, first, last) is { } current && current.Sha256 != offer.Sha256)
            offer = offer with { Receipt = receipt with { Changes = ChangesSince(current, facts.Path, dataset) } };
        return await usual.UnusualAsync(dataset, offer) is { Count: > 0 } unusual
            ? offer with { Receipt = offer.Receipt with { Findings = [.. offer.Receipt.Findings, .. unusual] } }
            : offer;
    }

    /// <summary>Sealed where the dataset's protection says so and something was made of the file; nothing is kept of a file that was refused.</summary>
    private async Task<Problem?> KeepOriginalAsync(string path, DatasetDefinition dataset, IReadOnlyList<string> supplies, Change change) =>
        dataset.Protection is { OriginalKeptDays: > 0 and var days } && supplies.Count > 0
            ? (await partnership.Records.Originals.Keep(path, dataset.Id, supplies, days, partnership.Today, change)).Problem
            : null;

    private string ChangesSince(Supply current, string staged, DatasetDefinition dataset)
    {
        var detail = dataset.Columns.FirstOrDefault(c => c.Role == ColumnRole.Detail)?.Name.ToLowerInvariant() ?? "detail";
        return RevisionDiff.Of(partnership.Engine, partnership.Home.FactsFile(current), staged).Succeeded(out var diff, out var problem)
            ? $"Against {current.Id}: {diff.Sentence(detail)}"
            : $"Replaces {current.Id}. {problem.Message}";
    }

    private IntakeOptions Options(DatasetDefinition dataset, int all) => new()
    {
        Dataset = dataset,
        Datasets = partnership.Pack.Datasets,
        Places = partnership.Register!.Places,
        Today = partnership.Today,
        Open = (_, _) => _ => { },
        Pseudonyms = pseudonyms,
        GivesBack = GiveBack is not null,
        Indicators = partnership.Pack.Indicators.Where(i => i.Dataset == dataset.Id).Select(i => i.Id).ToHashSet(StringComparer.Ordinal),
        Proportions = partnership.Pack.Indicators.Where(i => i.Dataset == dataset.Id && i.Unit == "per cent").Select(i => i.Id).ToHashSet(StringComparer.Ordinal),
        Areas = partnership.Areas.All.Select(a => a.Code.Value).ToHashSet(StringComparer.Ordinal),
        Progress = at =>
        {
            lock (gate)
            {
                rowsOf[at.File] = at.Rows;
                Progress?.Invoke(new ImportProgress(filesDone, all, rowsOf.Values.Sum()));
            }
        },
    };

    private sealed record ImportedFile(string Path, int At, DatasetDefinition Dataset);

    private sealed record ReadFile(ReadSupply Supply, FactFile? Facts, IReadOnlyList<StagedCube> Cubes);
}
