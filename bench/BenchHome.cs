using Made.Core;
using Made.Intake.Reference;
using Made.Web.Composition;
using Made.Web.Exchange;

namespace Made.Bench;

/// <summary>Fresh homes with the reference loaded, copied from one that was made once.</summary>
public static class BenchHome
{
    private const string PackName = "lancashire";

    /// <summary>The project's root: the folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    public static string? Data => Directory.Exists(Path.Combine(Root, "../shared/data")) ? Path.GetFullPath(Path.Combine(Root, "../shared/data")) : null;

    public static Change Change { get; } = new("made bench", "Measured", DateTimeOffset.UnixEpoch);

    public static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    public static IReadOnlyList<string> StreetFiles(string data) =>
        [.. Directory.EnumerateFiles(Path.Combine(data, "police", PackName, "street"), "*.csv*").Order(StringComparer.Ordinal)];

    public static async Task<string> TemplateAsync(BenchFolder folder, string data)
    {
        var root = folder.Path("template");
        var pack = Must(PackReader.Read(Path.Combine(Root, "packs", PackName)));
        await using var partnership = Must(await Partnership.CreateAsync(new HomeChoice(root, null, null), pack));
        Must(await partnership.LoadReferenceAsync(data, Change));
        return root;
    }

    /// <summary>
    /// A copy of the template, opened; places are ready, as they are in a program that has run for a while, and what opening it left behind is
    /// collected: else the collector would work for the set-up while the clock runs.
    /// </summary>
    public static async Task<Partnership> FreshAsync(BenchFolder folder, string template, string name)
    {
        var root = folder.Path(name);
        Copy(template, root);
        Copy($"{template}-keys", $"{root}-keys");
        foreach (var part in Directory.EnumerateDirectories(template))
            Directory.CreateDirectory(Path.Combine(root, Path.GetFileName(part)));
        var partnership = Must(await Partnership.OpenAsync(new HomeChoice(root, null, null)));
        _ = partnership.Register!.Places;
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return partnership;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public static async Task<long> ImportAsync(Partnership partnership, IReadOnlyList<string> files)
    {
        var kept = Must(await new Import(partnership).RunAsync("police-street", files, null, Change, CancellationToken.None));
        return kept.Sum(k => k.Receipt.RecordsIn);
    }

    public static T Must<T>(Outcome<T> outcome) =>
        outcome.Succeeded(out var value, out var problem) ? value : throw new InvalidOperationException(problem.ToString());

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Made.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? AppContext.BaseDirectory;
    }
}

/// <summary>A folder for one run of the benchmarks; gone at its end.</summary>
public sealed class BenchFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("made-bench-");

    public string Path(string name) => System.IO.Path.Combine(folder.FullName, name);

    public void Remove(string name)
    {
        if (Directory.Exists(Path(name)))
            Directory.Delete(Path(name), recursive: true);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
