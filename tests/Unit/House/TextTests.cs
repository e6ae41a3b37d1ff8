using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.House;

/// <summary>Rules about the text of files. Each rule is a function from a file to what is wrong in it.</summary>
public sealed partial class TextTests
{
    private const int LongestFile = 300;

    /// <summary>The places where any failure at all may be caught, at most three: file and why.</summary>
    private static readonly Dictionary<string, string> LastResorts = new()
    {
        ["src/Made.Store/Facts/Engine/RowsFunction.cs"] = "nothing may be thrown through native frames; the fault is thrown again on our side",
    };

    [Fact]
    public void No_file_is_longer_than_300_lines() => SourceTree.Files.SelectMany(Long).ShouldBeEmpty();

    [Fact]
    public void A_long_file_would_be_noticed()
    {
        Long(new SourceFile("src/A.cs", new string('\n', 301))).ShouldHaveSingleItem();
        Long(new SourceFile("src/A.cs", new string('\n', 299))).ShouldBeEmpty();
    }

    [Fact]
    public void Failures_are_caught_by_kind_except_in_named_places()
    {
        SourceTree.Files.Where(f => f.Name.StartsWith("src/", StringComparison.Ordinal)).SelectMany(CatchAll).ShouldBeEmpty();
        LastResorts.Count.ShouldBeLessThanOrEqualTo(3);
        LastResorts.Keys.ShouldAllBe(f => SourceTree.Files.Any(s => s.Name == f));
    }

    [Theory]
    [InlineData("try { } catch { }", true)]
    [InlineData("try { }\n        catch (Exception)\n        {", true)]
    [InlineData("catch (System.Exception wrong) { log(wrong); }", true)]
    [InlineData("catch (Exception e) when (e is IOException)", false)]
    [InlineData("catch (JsonException wrong)", false)]
    [InlineData("// nothing to catch here", false)]
    public void A_catch_without_a_filter_would_be_noticed(string code, bool noticed) =>
        CatchAll(new SourceFile("src/A.cs", code)).Any().ShouldBe(noticed);

    [Fact]
    public void Nothing_is_left_to_do_later() => SourceTree.Files.SelectMany(Later).ShouldBeEmpty();

    [Fact]
    public void A_note_to_do_it_later_would_be_noticed()
    {
        Later(new SourceFile("src/A.cs", "// TO" + "DO: check")).ShouldHaveSingleItem();
        Later(new SourceFile("src/A.cs", "/* FIX" + "ME */")).ShouldHaveSingleItem();
        Later(new SourceFile("src/A.cs", "var todos = mastodon;")).ShouldBeEmpty();
    }

    [Fact]
    public void No_file_names_a_place_on_somebodys_machine() => SourceTree.Files.SelectMany(MachinePaths).ShouldBeEmpty();

    [Theory]
    [InlineData("open(\"/home/sam/made/x.csv\")", true)]
    [InlineData("C:\\Users\\sam\\made", true)]
    [InlineData("cd /Users/sam", true)]
    [InlineData("/root/made demo", true)]
    [InlineData("../shared/data", false)]
    [InlineData("/home/", false)]
    [InlineData("https://www.police.uk/work/", false)]
    public void A_machine_path_would_be_noticed(string text, bool noticed) => MachinePaths(new SourceFile("docs/a.md", text)).Any().ShouldBe(noticed);

    [Fact]
    public void No_warning_is_switched_off_in_code() => SourceTree.Files.SelectMany(Silenced).ShouldBeEmpty();

    [Fact]
    public void A_silenced_warning_would_be_noticed()
    {
        Silenced(new SourceFile("src/A.cs", "#pragma warning disable CA1000")).ShouldHaveSingleItem();
        Silenced(new SourceFile("src/A.cs", "[SuppressMessage(\"a\", \"b\")]")).ShouldHaveSingleItem();
        Silenced(new SourceFile("src/A.cs", "[SuppressMessage(\"a\", \"b\", Justification = \"the framework asks for it\")]")).ShouldBeEmpty();
        Silenced(new SourceFile("src/A.csproj", "<NoWarn>CS1591</NoWarn>")).ShouldHaveSingleItem();
    }

    private static IEnumerable<string> Long(SourceFile file) =>
        (file.IsCode || Path.GetExtension(file.Name) is ".css" or ".js" or ".mjs" or ".ts") && file.Lines.Count() - 1 > LongestFile
            ? [$"{file} has {file.Lines.Count() - 1} lines"]
            : [];

    private static IEnumerable<string> CatchAll(SourceFile file) =>
        file.IsCode && !LastResorts.ContainsKey(file.Name) ? UnfilteredCatch().Matches(file.Text).Select(m => $"{file}: {m.Value.Trim()}") : [];

    private static IEnumerable<string> Later(SourceFile file) => Found(file, Unfinished());

    private static IEnumerable<string> MachinePaths(SourceFile file) => Found(file, MachinePath());

    private static IEnumerable<string> Silenced(SourceFile file) =>
        file.Name == "Directory.Build.props" || (!file.IsCode && Path.GetExtension(file.Name) != ".csproj")
            ? []
            : Found(file, Silencer()).Where(f => !f.Contains("Justification = \"", StringComparison.Ordinal));

    private static IEnumerable<string> Found(SourceFile file, Regex what) =>
        file.Lines.Where(l => what.IsMatch(l.Text)).Select(l => $"{file}, line {l.Number}: {l.Text.Trim()}");

    [GeneratedRegex(@"\bcatch\s*(\{|\(\s*(System\.)?Exception\b[^)]*\)(?!\s*when\b))", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex UnfilteredCatch();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"(?<![\w.])(/home/\w|/Users/\w|/root/|/work/)|[A-Za-z]:\\Users\\", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"#pragma\s+warning|SuppressMessage\(|<NoWarn>", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Silencer();
}
