using Made.TestKit;

namespace Made.Tests.Unit.House;

/// <summary>A text file of the repository, named from its root with forward slashes.</summary>
public sealed record SourceFile(string Name, string Text)
{
    public IEnumerable<(int Number, string Text)> Lines => Text.Split('\n').Select((t, i) => (i + 1, t));

    public bool IsCode => Name.EndsWith(".cs", StringComparison.Ordinal) || Name.EndsWith(".cshtml", StringComparison.Ordinal);

    public override string ToString() => Name;
}

/// <summary>What is kept in the repository: everything below its root that a build or a run did not put there.</summary>
public static class SourceTree
{
    private static readonly string[] Made = ["bin", "obj", "node_modules", "TestResults", ".git", ".vs", ".idea", "home", "demo-home", "artifacts", "assets"];

    private static readonly string[] Written =
        [".cs", ".cshtml", ".css", ".scss", ".js", ".mjs", ".ts", ".md", ".json", ".csv", ".csproj", ".props", ".targets", ".slnx", ".txt", ".editorconfig", ".yml", ".svg", ""];

    /// <summary>The text files. The house tests themselves are left out: they quote what they forbid.</summary>
    public static IReadOnlyList<SourceFile> Files { get; } =
        [.. Names().Where(n => Written.Contains(Path.GetExtension(n)) && !n.StartsWith("tests/Unit/House/", StringComparison.Ordinal))
            .Select(n => new SourceFile(n, File.ReadAllText(Repository.Path(n))))];

    public static IEnumerable<string> Names() => Below(new DirectoryInfo(Repository.Root), "").Order(StringComparer.Ordinal);

    private static IEnumerable<string> Below(DirectoryInfo folder, string prefix)
    {
        foreach (var file in folder.EnumerateFiles())
            yield return prefix + file.Name;
        foreach (var inner in folder.EnumerateDirectories().Where(d => !Made.Contains(d.Name)))
            foreach (var name in Below(inner, $"{prefix}{inner.Name}/"))
                yield return name;
    }
}
