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
            return new Problem("file-exists", $"{file} is there already.", "Choose another name; a backup is never written over.");
        if (partnership.Records.Database != "SQLite")
            return new Problem("records-elsewhere", "The records of this home are in PostgreSQL.", "Back them up with pg_dump, and copy the home's files beside it.");
        var home = partnership.Home;
        await partnership.Records.Audit.Keep(ChangeKinds.BackupWritten, Path.GetFileName(file), partnership.Change("made backup", "Backup written"));
        using var staging = await StagingFolder.Begin(home);
        var copy = staging.File("records.db");
        await partnership.Records.CopyRecords(copy);
        var part = file + ".part";
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

    public static Problem? Unpack(string file, string root)
    {
        if (!File.Exists(file))
            return Problems.NoFile(file);
        if (Directory.Exists(root) && Directory.EnumerateFileSystemEntries(root).Any())
            return new Problem("home-not-empty", $"{root} is not empty.", "Restore into a new folder: made restore FILE --home NEW.");
        try
        {
            // The framework refuses entries that would land outside the folder.
            ZipFile.ExtractToDirectory(file, root);
            Directory.CreateDirectory(Path.Combine(root, "staging"));
            return null;
        }
        catch (InvalidDataException)
        {
            return new Problem("not-a-backup", $"{file} is damaged or is not a backup.", "Use a file that 'made backup' wrote. Delete the folder that was begun.");
        }
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
