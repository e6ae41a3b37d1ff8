using System.Globalization;
using Made.TestKit;
using Shouldly;

namespace Made.Tests.Unit.Methods;

/// <summary>The worked examples of the method pages.</summary>
internal static class MethodPages
{
    /// <summary>The rows of the table after "Worked example".</summary>
    public static IReadOnlyList<string[]> Rows(string page, int rows)
    {
        string[][] found = [.. File.ReadLines(Repository.Path("docs", "methods", page + ".md"))
            .SkipWhile(l => l != "## Worked example").Where(l => l.StartsWith('|')).Skip(2)
            .Select(l => l.Trim('|').Split('|').Select(c => c.Trim()).ToArray())];
        found.Length.ShouldBe(rows);
        return found;
    }

    /// <summary>True where the page holds this number or word anywhere.</summary>
    public static bool Says(string page, string what) => File.ReadAllText(Repository.Path("docs", "methods", page + ".md")).Contains(what, StringComparison.Ordinal);

    /// <summary>The number of a cell; NaN for an empty one.</summary>
    public static double Number(string text) => text.Length == 0 ? double.NaN : double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>As the pages print numbers; "none" for no value.</summary>
    public static string Printed(double value) => double.IsNaN(value) ? "none" : (value + 0.0).ToString("0.00000", CultureInfo.InvariantCulture);
}
