using System.Diagnostics;
using System.IO.Compression;
using Made.Intake.Synthetic;
using Made.TestKit;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Synthetic;

/// <summary>The fictional county, drawn once for all tests into a temporary folder.</summary>
[CollectionDefinition(Collection)]
public sealed class DemoCounty : IDisposable, ICollectionFixture<DemoCounty>
{
    public const string Collection = "the fictional county";

    private readonly string folder = Directory.CreateTempSubdirectory("made-synthetic-").FullName;

    public DemoCounty()
    {
        var watch = Stopwatch.StartNew();
        Drawn = Draw(folder);
        Took = watch.Elapsed;
    }

    public SyntheticFolder Drawn { get; }

    public TimeSpan Took { get; }

    public string Folder => folder;

    public static SyntheticFolder Draw(string into)
    {
        SyntheticCounty.Write(Repository.Path("packs", "demo"), into).Succeeded(out var drawn, out var problem).ShouldBeTrue(problem?.ToString());
        return drawn!;
    }

    public IEnumerable<string> Files(string under) =>
        Directory.EnumerateFiles(Path.Combine(folder, under), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    public string File(string name) => Path.Combine(folder, name);

    public static IEnumerable<string> Lines(string file)
    {
        using var bytes = System.IO.File.OpenRead(file);
        using Stream open = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(bytes, CompressionMode.Decompress) : bytes;
        using var text = new StreamReader(open);
        while (text.ReadLine() is { } line)
            yield return line;
    }

    /// <summary>The rows of one month's street file, split into cells (no cell of it holds a comma).</summary>
    public IEnumerable<string[]> Street(string month) =>
        Lines(Path.Combine(folder, "police", "quillshire", "street", $"{month}-quillshire-street.csv.gz")).Skip(1).Select(l => l.Split(','));

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
