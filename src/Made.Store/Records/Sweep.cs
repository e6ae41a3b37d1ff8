using Made.Store.Vault;
using Microsoft.EntityFrameworkCore;

namespace Made.Store.Records;

/// <summary>
/// Removes what a kill left behind: staging folders nobody holds, and supplies, originals, files of products and edition files that no row names. Files are renamed only in
/// the same turn that commits their row, so taking that turn is enough to tell debris from work in progress.
/// </summary>
internal static class Sweep
{
    public static async Task<IReadOnlyList<string>> Run(Home home, RecordsSource source)
    {
        var swept = new List<string>(await StagingFolder.Sweep(home));
        swept.AddRange(await Unnamed(source, Supplies.Turn, SuppliesOf(home), "SELECT id FROM supplies"));
        swept.AddRange(await Unnamed(source, EditionRecords.Turn, EditionsOf(home),
            "SELECT month || '/' || CAST(number AS TEXT) || '.json' FROM editions"));
        swept.AddRange(await Unnamed(source, Originals.Turn, SealedIn(home.Originals), "SELECT id FROM originals"));
        swept.AddRange(await Unnamed(source, ProductRecords.Turn, SealedIn(home.Products), "SELECT id FROM product_files"));
        return [.. swept.Select(s => Path.IsPathRooted(s) ? Path.GetRelativePath(home.Folder, s) : s)];
    }

    private static Dictionary<string, string> SuppliesOf(Home home) => Directory.EnumerateDirectories(home.Supplies)
        .SelectMany(Directory.EnumerateDirectories)
        .SelectMany(Directory.EnumerateDirectories)
        .ToDictionary(f => Path.GetFileName(f));

    private static Dictionary<string, string> EditionsOf(Home home) => Directory.EnumerateDirectories(home.Editions)
        .SelectMany(Directory.EnumerateFiles)
        .ToDictionary(f => $"{Path.GetFileName(Path.GetDirectoryName(f))}/{Path.GetFileName(f)}");

    private static Dictionary<string, string> SealedIn(string folder) => Directory.Exists(folder) ? Directory.EnumerateFiles(folder).ToDictionary(f => Path.GetFileNameWithoutExtension(f)) : [];

    private static async Task<IReadOnlyList<string>> Unnamed(
        RecordsSource source, string turn, Dictionary<string, string> found, string named)
    {
        if (found.Count == 0 || !found.Keys.Except(await source.Select(named, r => r.GetString(0))).Any())
            return [];
        // Looked at again in turn: what seemed unnamed may have been committed meanwhile.
        return await source.Tell<IReadOnlyList<string>>(turn, async db =>
        {
            var debris = found.Keys.Except(await db.Database.SqlQueryRaw<string>(named).ToListAsync()).Select(k => found[k]).ToList();
            foreach (var path in debris.Where(Directory.Exists))
                Directory.Delete(path, recursive: true);
            foreach (var path in debris.Where(File.Exists))
                File.Delete(path);
            return debris;
        });
    }
}
