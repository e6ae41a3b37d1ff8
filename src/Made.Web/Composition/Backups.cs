using System.IO.Compression;
using Made.Core;
using Made.Store.Records;

namespace Made.Web.Composition;

/// <summary>One archive of a home: immutable files as they are, the records as a consistent copy. Keys stay outside; it says which ones it needs.</summary>
internal static class Backups
{
    private const string KeysNeeded = "keys-needed.txt";
    private static readonly string[] Left = ["lock", "checkpoints.jsonl", "records.db-wal", "records.db-shm", "records.db"];

    public static async Task<Outcome<string>> WriteAsync(Partnership partnership, string file, CancellationToken cancel)
    {
        if (File.Exists(file))
            return Problems.BackupThere(file);
        if (partnership.Records.Database != "SQLite")
            return Problems.RecordsElsewhere();
        var home = partnership.Home;
        await partnership.Records.Audit.Keep(ChangeKinds.BackupWritten, Path.GetFileName(file), partnership.Change("made backup", "Backup written"));
        using var staging = await StagingFolder.Begin(home);
        var copy = staging.File("records.db");
        await partnership.Records.CopyRecords(copy);
        var part = file + ".part";
        File.Delete(part); // Left by one that was ended.
        var count = 0;
        using (var archive = ZipFile.Open(part, ZipArchiveMode.Create))
        {
            archive.CreateEntryFromFile(copy, "records.db", CompressionLevel.Fastest);
            await using (var needed = new StreamWriter(archive.CreateEntry(KeysNeeded).Open()))
                foreach (var key in await partnership.Records.Vault.KeysNeeded())
                    await needed.WriteAsync(key + "\n");
            foreach (var path in Directory.EnumerateFiles(home.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                cancel.ThrowIfCancellationRequested();
                var name = Path.GetRelativePath(home.Folder, path).Replace(Path.DirectorySeparatorChar, '/');
                if (Left.Contains(name) || name.StartsWith("staging/", StringComparison.Ordinal) || name.StartsWith("inbox/", StringComparison.Ordinal))
                    continue;
                archive.CreateEntryFromFile(path, name, CompressionLevel.NoCompression);
                count++;
            }
        }
        Store.Durable.FlushAndMove(part, file);
        return $"{count + 1:N0} files in {file}";
    }

    /// <summary>
    /// Unpacks into a new or empty folder, or into one where a restore was ended: there it starts over. Until <see cref="Whole"/> the folder says that it is not whole, and nothing opens it.
    /// </summary>
    public static Problem? Unpack(string file, string root)
    {
        if (!File.Exists(file))
            return Problems.NoFile(file);
        var begun = Begun(root);
        if (!File.Exists(begun) && Directory.Exists(root) && Directory.EnumerateFileSystemEntries(root).Any())
            return Problems.HomeNotEmpty(root);
        try
        {
            Store.Durable.MakeFolder(root);
            using (File.Create(begun))
                Clear(root);
            // The framework refuses entries that would land outside the folder.
            ZipFile.ExtractToDirectory(file, root);
            Directory.CreateDirectory(Path.Combine(root, "staging"));
            if (File.Exists(Path.Combine(root, Home.SettingsName)))
                return null;
        }
        catch (InvalidDataException)
        {
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Problems.NotUnpacked(file, e.Message);
        }
        Clear(root);
        Whole(root);
        return Problems.NotABackup(file);
    }

    /// <summary>What was unpacked is in place.</summary>
    public static void Whole(string root) => File.Delete(Begun(root));

    private static string Begun(string root) => Path.Combine(root, Home.RestoringName);

    private static void Clear(string root)
    {
        foreach (var folder in Directory.EnumerateDirectories(root))
            Directory.Delete(folder, recursive: true);
        foreach (var file in Directory.EnumerateFiles(root).Where(f => f != Begun(root)))
            File.Delete(file);
    }

    /// <summary>The keys that an unpacked backup names: told once, its home then needs no list.</summary>
    public static IReadOnlyList<string> TakeKeysNeeded(string root)
    {
        var file = Path.Combine(root, KeysNeeded);
        if (!File.Exists(file))
            return [];
        var keys = File.ReadAllLines(file);
        File.Delete(file);
        return keys;
    }
}
