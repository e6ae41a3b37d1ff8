namespace Made.Store.Records;

/// <summary>
/// A folder of one import's or build's unfinished files. Its lock lives as long as the process, so a folder whose lock is free was left
/// behind by a kill and may be swept.
/// </summary>
public sealed class StagingFolder : IDisposable
{
    private const string LockName = "lock";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly FileLock held;

    private StagingFolder(string folder, FileLock held)
    {
        Folder = folder;
        this.held = held;
    }

    public string Folder { get; }

    public string File(string name) => Path.Combine(Folder, name);

    public static async Task<StagingFolder> Begin(Home home)
    {
        // Making the folder and locking it are two steps; nobody sweeps between them.
        using var gate = await FileLock.Take(GateOf(home), Patience);
        var folder = Path.Combine(home.Staging, Guid.CreateVersion7().ToString("N"));
        Directory.CreateDirectory(folder);
        return new StagingFolder(folder, FileLock.TryTake(Path.Combine(folder, LockName))!);
    }

    /// <summary>Removes the folders that no living process holds; tells their names.</summary>
    internal static async Task<IReadOnlyList<string>> Sweep(Home home)
    {
        if (!Directory.EnumerateDirectories(home.Staging).Any())
            return [];
        using var gate = await FileLock.Take(GateOf(home), Patience);
        var swept = new List<string>();
        foreach (var folder in Directory.GetDirectories(home.Staging))
        {
            using var free = FileLock.TryTake(Path.Combine(folder, LockName));
            if (free is null)
                continue;
            Directory.Delete(folder, recursive: true);
            swept.Add(Path.GetRelativePath(home.Folder, folder));
        }
        return swept;
    }

    public void Dispose()
    {
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
        held.Dispose();
    }

    private static string GateOf(Home home) => Path.Combine(home.Staging, LockName);
}
