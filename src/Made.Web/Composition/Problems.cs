using Made.Core;

namespace Made.Web.Composition;

/// <summary>What can be expected to go wrong with a home as a whole.</summary>
internal static class Problems
{
    public static Problem HomeWithoutPack(string folder) =>
        new("home-without-pack", $"The home {folder} was begun but never got its pack.", "Delete it and run 'made init --pack NAME' again.");

    public static Problem NoFolder(string folder) =>
        new("no-such-folder", $"There is no folder {folder}.", "Name a folder that holds the publishers' files.");

    public static Problem NoReference() =>
        new("no-reference", "No lookups, populations or boundaries are loaded, so no record can be placed.", "Run 'made reference DIR' first; the README says which files to fetch.");

    public static Problem UnknownDataset(string id, IEnumerable<string> known) =>
        new("unknown-dataset", $"There is no dataset '{id}' here.", $"Use one of: {string.Join(", ", known)}.");

    public static Problem BackupThere(string file) =>
        new("file-exists", $"{file} is there already.", "Choose another name; a backup is never written over.");

    public static Problem RecordsElsewhere() =>
        new("records-elsewhere", "The records of this home are in PostgreSQL.", "Back them up with pg_dump, and copy the home's files beside it.");

    public static Problem HomeNotEmpty(string folder) =>
        new("home-not-empty", $"{folder} is not empty.", "Restore into a new folder: made restore FILE --home NEW.");

    public static Problem NotABackup(string file) =>
        new("not-a-backup", $"{file} is damaged or is not a backup.", "Use a file that 'made backup' wrote.");

    public static Problem NotUnpacked(string file, string why) =>
        new("backup-not-unpacked", $"{file} could not be unpacked: {why}", "Free the disk or see to the rights of the folder, then restore it again.");

    public static Problem NoFile(string path) =>
        new("no-such-file", $"There is no file {path}.", "Check the name; nothing was loaded from it.");
}
