using System.Globalization;
using Made.TestKit;
using Shouldly;

namespace Made.Tests.Unit.Methods;

/// <summary>The worked example of a method's page.</summary>
internal static class MethodPage
{
    /// <summary>The rows of the table after "Worked example".</summary>
    public static IReadOnlyList<string[]> Rows(string page, int rows)
    {
        string[][] found = [.. File.ReadLines(Repository.Path("docs", "methods", page + ".md"))
            .SkipWhile(l => l != "## Worked example").Where(l => l.StartsWith('|')).Skip(2)
            .Select(l => l[1..^1].Split('|').Select(c => c.Trim()).ToArray())];
        found.Length.ShouldBe(rows);
        return found;
    }

    /// <summary>True where the page says this number, to five places, or this word.</summary>
    public static bool Says(string page, string what) => File.ReadAllText(Repository.Path("docs", "methods", page + ".md")).Contains(what, StringComparison.Ordinal);

    public static string Printed(double value) => value.ToString("0.00000", CultureInfo.InvariantCulture);

    public static double Number(string text) => text.Length == 0 ? double.NaN : double.Parse(text, CultureInfo.InvariantCulture);
}
