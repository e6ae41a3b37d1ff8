using Made.Core;
using Made.Core.Products;
using Made.Store;
using Made.Store.Audit;
using Made.Store.Editions;

namespace Made.Web.Composition;

/// <summary>What a check of the whole home found.</summary>
public sealed record VerificationReport(IReadOnlyList<string> Said, IReadOnlyList<Problem> Problems);

/// <summary>Reads the audit and what the records name: does each row follow, are the files there, unchanged, and do the counts add up?</summary>
internal static class Verification
{
    public static async Task<VerificationReport> RunAsync(Partnership partnership, CancellationToken cancel)
    {
        var (said, problems) = (new List<string>(), new List<Problem>());
        await AuditAsync(partnership, said, problems, cancel);
        var supplies = await partnership.Supplies.Register();
        foreach (var supply in supplies)
        {
            var path = partnership.Home.FactsFile(supply);
            if (!File.Exists(path))
                problems.Add(new Problem("facts-missing", $"The facts of {supply.Id} are not at {path}.", "Restore them from a backup, or load the file again."));
            else if (Durable.Sha256(path) != supply.FactsSha256)
                problems.Add(new Problem("facts-changed", $"The facts of {supply.Id} are not the bytes that were accepted.", "Restore them from a backup, or withdraw the supply and load the file again."));
        }
        said.Add($"{supplies.Count:N0} supplies read.");
        var editions = await partnership.Records.Editions.AllWithDrafts();
        foreach (var edition in editions)
        {
            if (!await partnership.Records.Editions.Verify(edition.Month, edition.Number))
                problems.Add(new Problem("edition-changed", $"The manifest of {edition.Name} is missing or changed.", "Restore it from a backup."));
            foreach (var path in edition.Measures.Select(m => partnership.MeasureFiles.PathOf(m.Month, m.Hash))
                .Concat(edition.Cubes.Select(c => partnership.Cubes.PathOf(c.Month, c.Hash))).Where(p => !File.Exists(p)))
                problems.Add(new Problem("edition-incomplete", $"{edition.Name} pins {path}, which is not there.", "Restore it from a backup."));
        }
        said.Add($"{editions.Count:N0} editions checked.");
        foreach (var papers in await partnership.Records.Papers.All())
            foreach (var (kind, sha256) in new[] { ("pdf", papers.PdfSha256), ("docx", papers.WordSha256) })
                if (partnership.Home.PaperFile(papers.Id, kind) is var path && (!File.Exists(path) || Durable.Sha256(path) != sha256))
                    problems.Add(new Problem("papers-changed", $"The papers at {path} are missing or changed.", "Restore them from a backup."));
        var vault = await partnership.Records.Vault.Check();
        said.Add($"{vault.Fields:N0} sealed fields opened.");
        problems.AddRange(vault.Problems);
        await SealedAsync("sealed originals", (await partnership.Records.Originals.All()).Where(o => o.Destroyed is null).Select(o => new Func<Task<Problem?>>(() => partnership.Records.Originals.Check(o))), said, problems);
        var attached = (await partnership.Records.Products.All()).SelectMany(p => p.Versions).Select(v => v.Value.File).OfType<ProductFile>().Distinct();
        await SealedAsync("files of products", attached.Select(f => new Func<Task<Problem?>>(() => partnership.Records.Products.Check(f))), said, problems);
        await AddUpAsync(partnership, said, problems, cancel);
        return new VerificationReport(said, problems);
    }

    private static async Task AuditAsync(Partnership partnership, List<string> said, List<Problem> problems, CancellationToken cancel)
    {
        var audit = await AuditCheck.Run(partnership.Records, cancel);
        said.Add($"{audit.Rows:N0} audit rows read, to row {audit.Last:N0}; a checkpoint vouches for them to row {audit.Covered:N0}.");
        if (audit.Restored)
            said.Add("A checkpoint says that a backup was restored: rows signed before and not in the backup are given up.");
        problems.AddRange(audit.Problems);
    }

    private static async Task SealedAsync(string what, IEnumerable<Func<Task<Problem?>>> checks, List<string> said, List<Problem> problems)
    {
        var (opened, waiting) = (0, 0);
        foreach (var check in checks)
            if (await check() is not { } problem)
                opened++;
            // A restored backup may name files that were destroyed since, or whose keys were not restored with it.
            else if (Store.Vault.Problems.IsExpected(problem))
                waiting++;
            else
                problems.Add(problem);
        said.Add($"{opened:N0} {what} opened{(waiting > 0 ? $"; the keys of {waiting:N0} were destroyed or are not in this keys' folder" : "")}.");
    }

    private static async Task AddUpAsync(Partnership partnership, List<string> said, List<Problem> problems, CancellationToken cancel)
    {
        if (partnership.Register is not { } register)
            return;
        var orders = CubeOrders.Of(register.Pack, await partnership.Supplies.Current(), partnership.Home);
        foreach (var order in orders)
        {
            cancel.ThrowIfCancellationRequested();
            if (partnership.Cubes.Verify(order, register.Places, cancel).Succeeded(out var found, out var problem))
                problems.AddRange(found);
            else
                problems.Add(problem);
        }
        said.Add($"{orders.Count:N0} cubes added up: LSOA and not determined = ward, ward = district, districts and the rest = records held.");
    }
}
