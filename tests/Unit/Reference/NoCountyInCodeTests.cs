using System.Text.RegularExpressions;
using Made.TestKit;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Reference;

/// <summary>Nothing in code may know a county: another one is other reference data. The words are those of every pack's own tables.</summary>
public sealed class NoCountyInCodeTests
{
    [Fact]
    public void No_file_under_src_names_an_area_of_any_pack()
    {
        var words = Words();
        words.ShouldContain("Chorley");
        words.ShouldContain("E07000118");
        words.Count.ShouldBeGreaterThan(60);
        var any = Any(words);
        var found = Directory.EnumerateFiles(Repository.Path("src"), "*", SearchOption.AllDirectories)
            .Where(f => !Generated(f) && Path.GetExtension(f) is ".cs" or ".cshtml" or ".json" or ".js" or ".mjs" or ".css" or ".html" or ".md" or ".csproj")
            .Where(f => !Generated(f))
            .SelectMany(f => Named(File.ReadAllText(f), any).Select(w => $"{Path.GetRelativePath(Repository.Root, f)}: {w}"));
        found.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("if (area.Name == \"Chorley\") return;", "Chorley")]
    [InlineData("private const string County = \"E10000017\";", "E10000017")]
    [InlineData("// as Lancashire-12 does", "Lancashire")]
    [InlineData("<p>in South Ribble</p>", "South Ribble")]
    [InlineData("var preston = districts[8];", "Preston")]
    public void A_planted_name_is_found(string text, string word) => Named(text, Any(Words())).ShouldContain(w => w.Contains(word, StringComparison.OrdinalIgnoreCase));

    [Theory]
    [InlineData("var fylded = wyrecutter;")]
    [InlineData("East, West and South are points of the compass.")]
    public void Other_words_are_not(string text) => Named(text, Any(Words())).ShouldBeEmpty();

    private static IEnumerable<string> Named(string text, Regex any) => any.Matches(text).Select(m => m.Value).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>All the words at once: one look at a file in place of one for each word.</summary>
    private static Regex Any(IEnumerable<string> words) => new(
        $"(?<![A-Za-z0-9])(?:{string.Join('|', words.OrderByDescending(w => w.Length).Select(Regex.Escape))})(?![a-z0-9])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled, TimeSpan.FromSeconds(20));

    /// <summary>Codes and names of areas.csv, and the first part of a county's name: "Lancashire" of "Lancashire-12".</summary>
    private static List<string> Words()
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in Packs().SelectMany(p => Directory.EnumerateFiles(p, "areas.csv", SearchOption.AllDirectories)))
            foreach (var row in File.ReadLines(file).Skip(1).Select(l => l.Split(',')).Where(r => r.Length > 2))
            {
                words.Add(row[0]);
                words.Add(row[1].Trim('"'));
                if (row[2] is "county" or "pan")
                    words.Add(row[1].Split('-', ' ')[0]);
            }
        return [.. words.Where(w => w.Length > 3)];
    }

    private static IEnumerable<string> Packs() => [Repository.Path("packs"), Repository.Path("tests", "Unit", "Packs")];

    private static bool Generated(string file) =>
        file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        || file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal);
}
