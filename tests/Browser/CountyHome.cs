using System.Security.Cryptography;
using System.Text;
using Made.Core;
using Made.Intake.Reference;
using Made.Intake.Synthetic;
using Made.Store.Records;
using Made.TestKit;
using Made.Web.Composition;
using Made.Web.Exchange;

namespace Made.Tests.Browser;

/// <summary>
/// A home of the fictional county, made once and kept under the temporary folder by a hash of packs and engine: making it takes longer than
/// all tests. It holds a revised month, so that there is an old edition, and a refused file. Tests work on a copy.
/// </summary>
internal static class CountyHome
{
    public const string LatestMonth = "2026-09";

    public static readonly DateOnly Today = new(2026, 11, 22);

    public static HomeChoice Choice(string folder) => new(Path.Combine(folder, "home"), Path.Combine(folder, "keys"), Today);

    /// <summary>The folder that holds home, keys and the county's files.</summary>
    public static async Task<string> Prepared()
    {
        var root = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "made-browser-homes")).FullName;
        using var alone = await FileLock.Take(Path.Combine(root, "lock"), TimeSpan.FromMinutes(15));
        var folder = Path.Combine(root, Fingerprint());
        if (File.Exists(Path.Combine(folder, "ready")))
            return folder;
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        await Make(Directory.CreateDirectory(folder).FullName);
        await File.WriteAllTextAsync(Path.Combine(folder, "ready"), "");
        return folder;
    }

    public static Core.Register.Pack Pack() => Got(PackReader.Read(Repository.Path("packs", "demo")));

    public static string StreetFile(string folder, string month) =>
        Directory.EnumerateFiles(Path.Combine(folder, "data", "police", "quillshire", "street"), month + "*").Single();

    public static T Got<T>(Outcome<T> outcome)
        where T : class => outcome.Succeeded(out var value, out var problem) ? value : throw new InvalidOperationException(problem.ToString());

    private static async Task Make(string folder)
    {
        var data = Path.Combine(folder, "data");
        Got(SyntheticCounty.Write(Repository.Path("packs", "demo"), data));
        await using var partnership = Got(await Partnership.CreateAsync(Choice(folder), Pack()));
        Got(await partnership.LoadReferenceAsync(data, partnership.Change("test", "Reference files")));
        var police = Path.Combine(data, "police", "quillshire");
        await Load(partnership, "police-street", Path.Combine(police, "street"));
        await Load(partnership, "police-outcomes", Path.Combine(police, "outcomes"));
        await Load(partnership, "collisions", Path.Combine(data, "road-safety"));
        await Load(partnership, "deliberate-fires", Path.Combine(data, "indicator-values"), "deliberate-fires-");
        await Load(partnership, "domestic-abuse", Path.Combine(data, "indicator-values"), "domestic-abuse-");
        Got(await partnership.RefreshAsync(null, partnership.Change("test", "First editions"), default));
        await Send(partnership, await SentFiles.Revised(folder), await SentFiles.Refused(folder), await SentFiles.PartlyRejected(folder));
        Got(await partnership.RefreshAsync(null, partnership.Change("test", "A revised month"), default));
    }

    private static async Task Load(Partnership partnership, string dataset, string folder, string prefix = "") =>
        Got(await new Import(partnership).RunAsync(
            dataset, [.. Directory.EnumerateFiles(folder).Where(f => Path.GetFileName(f).StartsWith(prefix, StringComparison.Ordinal) && f.Contains(".csv", StringComparison.Ordinal) && !f.Contains("_code_to_", StringComparison.Ordinal)).Order(StringComparer.Ordinal)],
            null, partnership.Change("test", "Files of the county"), default));

    private static async Task Send(Partnership partnership, params string[] files) =>
        Got(await new Import(partnership).RunAsync("police-street", files, null, partnership.Change("test", "Later files"), default));

    private static string Fingerprint()
    {
        var parts = new StringBuilder();
        foreach (var type in new[] { typeof(Home), typeof(SyntheticCounty), typeof(Problem) })
            parts.AppendLine(type.Module.ModuleVersionId.ToString());
        foreach (var file in Directory.EnumerateFiles(Repository.Path("packs"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            parts.AppendLine(Path.GetFileName(file)).AppendLine(Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts.ToString())))[..12];
    }
}
