using System.Security.Cryptography;
using System.Text;
using Made.Store.Records;

namespace Made.TestKit.Site;

/// <summary>
/// A home that was loaded by the program once and is kept under the temporary folder, by a hash of program and packs, so that a second run of
/// the tests starts at once. It is never opened itself: each test gets a copy, in which the immutable files are links.
/// </summary>
public sealed class PreparedHome
{
    private const string Ready = "ready";

    /// <summary>To be raised when a preparation does something else than before.</summary>
    private const string Version = "2";

    private static readonly string[] Immutable = ["supplies", "cubes", "measures", "editions", "reference", "synthetic-data"];
    private readonly string folder;

    private PreparedHome(string folder) => this.folder = folder;

    /// <summary>Files that the preparation left beside the home.</summary>
    public string File(string name) => Path.Combine(folder, name);

    /// <param name="name">Short name of what is prepared.</param>
    /// <param name="make">Fills a folder: <c>home</c>, <c>keys</c> and whatever tests look at besides.</param>
    public static async Task<PreparedHome> Of(string name, Func<string, Task> make)
    {
        var root = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "made-prepared-homes")).FullName;
        using var alone = await FileLock.Take(Path.Combine(root, name + ".lock"), TimeSpan.FromMinutes(15));
        var folder = Path.Combine(root, $"{name}-{Fingerprint()}");
        if (!System.IO.File.Exists(Path.Combine(folder, Ready)))
        {
            foreach (var stale in Directory.EnumerateDirectories(root, name + "-*").Where(IsOld).Append(folder).Where(Directory.Exists))
                Directory.Delete(stale, recursive: true);
            Directory.CreateDirectory(folder);
            await make(folder);
            await System.IO.File.WriteAllTextAsync(Path.Combine(folder, Ready), name);
        }
        return new PreparedHome(folder);
    }

    /// <summary>A copy to work on, removed when it is disposed of.</summary>
    public HomeCopy Copy()
    {
        var copy = new HomeCopy();
        CopyInto(copy.Home, copy.Keys);
        return copy;
    }

    public void CopyInto(string home, string keys)
    {
        CopyFolder(File("home"), home, top: true);
        CopyFolder(File("keys"), keys, top: false);
    }

    private static void CopyFolder(string from, string to, bool top)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
            System.IO.File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var inner in Directory.EnumerateDirectories(from))
        {
            var target = Path.Combine(to, Path.GetFileName(inner));
            if (top && !OperatingSystem.IsWindows() && Immutable.Contains(Path.GetFileName(inner)))
                Links.Make(inner, target);
            else
                CopyFolder(inner, target, top: false);
        }
    }

    private static bool IsOld(string folder) => Directory.GetLastWriteTimeUtc(folder) < TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-1);

    /// <summary>Program, packs and the way of preparing: what a prepared home depends on.</summary>
    private static string Fingerprint()
    {
        var parts = new StringBuilder(Version);
        foreach (var assembly in new[] { typeof(Web.Composition.Site), typeof(OpenRecords), typeof(global::Made.Intake.Checking.SupplyReader), typeof(Core.Problem) })
            parts.AppendLine(assembly.Module.ModuleVersionId.ToString());
        foreach (var file in Directory.EnumerateFiles(Repository.Path("packs"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            parts.AppendLine(file).AppendLine(Convert.ToHexString(SHA256.HashData(System.IO.File.ReadAllBytes(file))));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts.ToString())))[..12];
    }
}
