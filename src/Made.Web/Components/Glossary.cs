using System.Text;

namespace Made.Web.Components;

/// <summary>The glossary of <c>docs/glossary.md</c>, built into the program: pages open its definitions in place.</summary>
public static class Glossary
{
    private static readonly Lazy<Dictionary<string, Entry>> All = new(() =>
    {
        using var stream = typeof(Glossary).Assembly.GetManifestResourceStream("glossary.md")!;
        using var reader = new StreamReader(stream);
        return Read(reader.ReadToEnd()).ToDictionary(e => e.Id);
    });

    public sealed record Entry(string Id, string Words, string Meaning);

    public static IEnumerable<Entry> Entries => All.Value.Values.OrderBy(e => e.Words, StringComparer.OrdinalIgnoreCase);

    /// <summary>By the heading in lower case with hyphens: "Rolling 12 months" is <c>rolling-12-months</c>.</summary>
    public static Entry Find(string id) => All.Value.TryGetValue(id, out var entry)
        ? entry
        : throw new ArgumentException($"docs/glossary.md has no heading for '{id}'.", nameof(id));

    internal static IEnumerable<Entry> Read(string markdown)
    {
        foreach (var section in ("\n" + markdown.ReplaceLineEndings("\n")).Split("\n## ").Skip(1))
        {
            var end = section.IndexOf('\n', StringComparison.Ordinal);
            if (end < 0)
                continue;
            var words = section[..end].Trim();
            var meaning = string.Join(' ', section[end..].Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
            yield return new Entry(IdOf(words), words, meaning.Replace("*", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal));
        }
    }

    private static string IdOf(string words)
    {
        var id = new StringBuilder();
        foreach (var letter in words.ToLowerInvariant())
            if (char.IsAsciiLetterOrDigit(letter))
                id.Append(letter);
            else if (id.Length > 0 && id[^1] != '-')
                id.Append('-');
        return id.ToString().TrimEnd('-');
    }
}
