using Made.Core;
using Made.Core.Calendar;
using Made.Core.Exchange;

namespace Made.Store.Records;

/// <summary>One partnership's folder: where every file of a running system lies.</summary>
public sealed class Home
{
    /// <summary>The file that makes a folder a home.</summary>
    public const string SettingsName = "settings.json";

    /// <summary>A file that lies in a home while a backup is unpacked into it: what is there then is not whole.</summary>
    public const string RestoringName = "restoring";

    private Home(string folder, string keys, HomeSettings settings)
    {
        Folder = folder;
        Keys = keys;
        Settings = settings;
    }

    public string Folder { get; }

    /// <summary>Keys and audit checkpoints lie outside the home and its backups: an old backup would revive what was destroyed.</summary>
    public string Keys { get; }

    public HomeSettings Settings { get; }

    public string LockFile => At("lock");

    public string RecordsFile => At("records.db");

    /// <summary>A copy of the checkpoints that lie with the keys: by it verify sees that some were taken away there.</summary>
    public string CheckpointsCopy => At("checkpoints.jsonl");

    public string Supplies => At("supplies");

    public string Cubes => At("cubes");

    public string Measures => At("measures");

    public string Editions => At("editions");

    public string Published => At("published");

    public string Reference => At("reference");

    /// <summary>Partners' files as they were received, each sealed under a key of its own.</summary>
    public string Originals => At("originals");

    /// <summary>Files attached to intelligence products, each sealed under a key of its own.</summary>
    public string Products => At("products");

    /// <summary>Where other programs drop files: a folder for each dataset.</summary>
    public string Inbox => At("inbox");

    public string Staging => At("staging");

    /// <summary>Makes a home in a new or empty folder.</summary>
    /// <param name="records">A PostgreSQL connection string, or empty for SQLite inside the home.</param>
    public static async Task<Outcome<Home>> Create(string folder, string keys, string records = "")
    {
        (folder, keys) = (Path.GetFullPath(folder), Path.GetFullPath(keys));
        if (IsInside(keys, folder))
            return Problems.KeysInsideHome(keys);
        Durable.MakeFolder(folder);
        var made = new Home(folder, keys, new HomeSettings { Layout = HomeSettings.CurrentLayout, Id = Guid.CreateVersion7(), Records = records });
        using var held = await FileLock.Take(made.LockFile, TimeSpan.FromMinutes(1));
        if (File.Exists(made.At(SettingsName)))
            return Problems.HomeExists(folder);
        if (Directory.EnumerateFileSystemEntries(folder).Any(e => e != made.LockFile && !made.Folders.Contains(e)))
            return Problems.FolderNotEmpty(folder);
        foreach (var part in made.Folders)
            Durable.MakeFolder(part);
        MakePrivate(keys);
        using var staging = await StagingFolder.Begin(made);
        Durable.Write(staging, made.At(SettingsName), Json.Document(made.Settings));
        return made;
    }

    /// <param name="folder">The home.</param>
    /// <param name="keys">Its keys' folder.</param>
    /// <param name="restoring">By the one who puts a backup in place; for everybody else there is no home before it is whole.</param>
    public static Outcome<Home> Open(string folder, string keys, bool restoring = false)
    {
        (folder, keys) = (Path.GetFullPath(folder), Path.GetFullPath(keys));
        var file = Path.Combine(folder, SettingsName);
        if (!restoring && File.Exists(Path.Combine(folder, RestoringName)))
            return Problems.RestoreUnfinished(folder);
        if (!File.Exists(file))
            return Problems.NoHome(folder);
        if (IsInside(keys, folder))
            return Problems.KeysInsideHome(keys);
        var settings = Json.Read<HomeSettings>(File.ReadAllText(file));
        if (settings.Layout > HomeSettings.CurrentLayout)
            return Problems.HomeNewer(settings.Layout);
        MakePrivate(keys);
        var home = new Home(folder, keys, settings);
        // An archive holds no empty folders: a backup of a home without supplies has none for them.
        foreach (var part in home.Folders)
            Durable.MakeFolder(part);
        return home;
    }

    public string FactsFile(Supply supply) => Path.Combine(SupplyFolder(supply.Dataset, supply.Period, supply.Id), "facts.parquet");

    public string CubeFile(Month month, string hash) => Path.Combine(Cubes, month.ToString(), Checked(hash) + ".parquet");

    public string MeasureFile(Month month, string hash) => Path.Combine(Measures, month.ToString(), Checked(hash) + ".parquet");

    public string EditionFile(Month month, int number) => Path.Combine(Editions, month.ToString(), $"{number}.json");

    /// <summary>Papers for a meeting; they name no folder of their own before the first.</summary>
    public string PaperFile(Guid id, string kind) => Path.Combine(Folder, "papers", $"{id}.{Checked(kind)}");

    /// <summary>A file attached to a product, sealed; as papers, they have a folder from the first on.</summary>
    public string ProductFile(Guid id) => Path.Combine(Products, $"{id}.sealed");

    public string OriginalFile(Guid id) => Path.Combine(Originals, $"{id}.sealed");

    internal string SupplyFolder(string dataset, string period, string id) =>
        Path.Combine(Supplies, Checked(dataset), period.Replace('/', '_'), Checked(id));

    private string[] Folders => [Supplies, Cubes, Measures, Editions, Published, Reference, Originals, Inbox, Staging];

    private string At(string name) => Path.Combine(Folder, name);

    // Ids come from packs that people write; none of them may lead out of the home.
    private static string Checked(string id) => id.Length > 0 && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
        ? id
        : throw new ArgumentException($"'{id}' cannot name a file: only letters, digits and hyphens can.", nameof(id));

    private static bool IsInside(string path, string folder) =>
        path == folder || path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static void MakePrivate(string keys)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(keys);
        else
            Directory.CreateDirectory(keys, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}

/// <summary>The few things a home knows about itself before its records are open.</summary>
public sealed record HomeSettings
{
    public const int CurrentLayout = 1;

    public required int Layout { get; init; }

    /// <summary>Repeated in the records: files and records of different homes are never mixed.</summary>
    public required Guid Id { get; init; }

    /// <summary>A PostgreSQL connection string, or empty for SQLite inside the home. The environment variable <c>MADE_RECORDS</c> goes first.</summary>
    public required string Records { get; init; }
}
