using System.CommandLine;
using Made.Core;
using Made.Core.Exchange;
using Made.Intake.Reference;
using Made.Intake.Synthetic;
using Made.Web.Accounts;
using Made.Web.Composition;
using Made.Web.Exchange;
using Made.Web.Products;
using Made.Web.Sharing;

namespace Made.Web.Commands;

/// <summary>The main job from nothing: a home, a pack, data, every dashboard, and the pages served.</summary>
internal static class DemoCommand
{
    public static Command Build()
    {
        var data = new Option<string?>("--data") { Description = "Folder with real open data; a fictional county otherwise." };
        var port = new Option<int>("--port") { Description = "Port on 127.0.0.1; 0 picks one.", DefaultValueFactory = _ => 5080 };
        var pack = new Option<string?>("--pack") { Description = "Pack to use with --data; found by the police force whose files are there otherwise." };
        var command = new Command("demo", "Makes a home, loads data, builds every dashboard and serves the pages.") { data, port, pack };
        command.SetAction(async (parsed, cancel) =>
        {
            var folder = parsed.GetValue(data);
            var named = parsed.GetResult(CommandLine.Home) is { Implicit: false };
            var choice = OnHome.Choice(parsed);
            if (!named)
                choice = choice with { Root = Path.Combine(Packs.ProgramRoot, "demo-home", folder is null ? "fictional" : "open-data") };
            var listening = new Listening($"http://127.0.0.1:{parsed.GetValue(port)}", BehindProxy: false);
            if (listening.WhyTaken() is { } taken)
                return Say.Refused(taken);
            var prepared = await PrepareAsync(choice, folder is null ? null : Path.GetFullPath(folder), parsed.GetValue(pack), cancel);
            if (!prepared.Succeeded(out var partnership, out var problem))
                return Say.Refused(problem);
            await using (partnership)
                return await Site.RunAsync(partnership, choice, listening, cancel);
        });
        return command;
    }

    private static async Task<Outcome<Partnership>> PrepareAsync(HomeChoice choice, string? data, string? packName, CancellationToken cancel)
    {
        if (data is not null && !Directory.Exists(data))
            return new Problem("no-such-folder", $"There is no folder {data}.", "Name a folder laid out as the README says under 'Load real data'.");
        Outcome<Partnership> opened;
        if (Partnership.Exists(choice))
        {
            opened = await Partnership.OpenAsync(choice);
        }
        else
        {
            var chosen = data is null ? Packs.Find("demo") : packName is not null ? Packs.Find(packName) : Packs.ForData(data);
            if (!chosen.Succeeded(out var folder, out var which))
                return which;
            var read = PackReader.Read(folder);
            if (!read.Succeeded(out var pack, out var unreadable))
                return unreadable;
            opened = await Partnership.CreateAsync(choice, pack);
        }
        if (!opened.Succeeded(out var partnership, out var problem))
            return problem;
        var source = data ?? Path.Combine(partnership.Home.Folder, "synthetic-data");
        if (data is null && !Directory.Exists(source))
        {
            Say.Message("Making up a fictional county ...");
            // Written beside and renamed, so that a folder cut short by a kill is never taken for a whole one.
            var drawing = source + ".part";
            if (Directory.Exists(drawing))
                Directory.Delete(drawing, recursive: true);
            if (SyntheticCounty.Write(Packs.Find("demo"), drawing).Problem is { } undrawn)
                return undrawn;
            Directory.Move(drawing, source);
        }
        if (await LoadAsync(partnership, source, cancel) is { } failed)
        {
            await partnership.DisposeAsync();
            return failed;
        }
        return partnership;
    }

    private static async Task<Problem?> LoadAsync(Partnership partnership, string source, CancellationToken cancel)
    {
        if (partnership.Register is null)
        {
            Say.Message("Loading lookups, populations and boundaries ...");
            var loaded = await partnership.LoadReferenceAsync(source, partnership.Change("made demo", "Reference files loaded"));
            if (!loaded.Succeeded(out _, out var problem))
                return problem;
        }
        var seen = (await SeenAsync(partnership)).ToHashSet(StringComparer.Ordinal);
        foreach (var (dataset, all) in DataFolder.FilesByDataset(source, partnership.Pack))
        {
            // A second start, or one after a kill, goes on where the first one stopped.
            var files = all.Where(f => !seen.Contains(Path.GetFileName(f))).ToList();
            if (files.Count > 0 && await LoadAsync(partnership, dataset, files, cancel) is { } problem)
                return problem;
        }
        await DemoReturns.RecordAsync(partnership);
        await DemoProducts.FileAsync(partnership);
        await DemoAccounts.AddAsync(partnership);
        Say.Message("Building dashboards ...");
        var built = await partnership.RefreshAsync(null, partnership.Change("made demo", "Dashboards of the demonstration"), cancel);
        if (!built.Succeeded(out var editions, out var refused))
            return refused;
        Say.Message($"  {editions.Count} editions built.");
        return null;
    }

    /// <summary>Files that need not be read again. A real one that was refused may be read once an agreement is signed; a made-up one is refused for good.</summary>
    private static async Task<IEnumerable<string>> SeenAsync(Partnership partnership) => partnership.Pack.Synthetic
        ? (await partnership.Receipts.Newest(0, await partnership.Receipts.Count())).Select(r => r.Receipt.File)
        : (await partnership.Supplies.Register()).Select(r => r.File);

    private static async Task<Problem?> LoadAsync(Partnership partnership, string dataset, List<string> files, CancellationToken cancel)
    {
        Say.Message($"Loading {files.Count} {dataset} files ...");
        using var progress = new Progress(quiet: false);
        var import = new Import(partnership) { Progress = progress.Report };
        var done = await import.RunAsync(dataset, files, null, partnership.Change("made demo", "Files of the demonstration"), cancel);
        progress.Dispose();
        if (!done.Succeeded(out var kept, out var problem))
            return problem;
        var receipts = kept.Select(k => k.Receipt).ToList();
        Say.Message($"  {receipts.Sum(r => r.Stored):N0} of {receipts.Sum(r => r.RecordsIn):N0} records stored, "
            + $"{receipts.Sum(r => r.Duplicates):N0} duplicates, {receipts.Sum(r => r.Rejected):N0} rejected, "
            + $"{receipts.Count(r => r.Verdict == Verdict.Refused)} files refused.");
        return null;
    }
}
