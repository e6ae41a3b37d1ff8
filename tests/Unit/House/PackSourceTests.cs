using System.Text.Json;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.House;

/// <summary>A fact in a pack says where it comes from.</summary>
public sealed class PackSourceTests
{
    [Fact]
    public void Every_row_of_every_pack_has_a_source()
    {
        var tables = SourceTree.Files.Where(f => f.Name.StartsWith("packs/", StringComparison.Ordinal)).ToList();
        tables.Count(t => t.Name.EndsWith(".csv", StringComparison.Ordinal)).ShouldBeGreaterThan(5);
        tables.SelectMany(Faults).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("packs/x/areas.csv", "code,name,source\nE1,Ashby,\n", 1)]
    [InlineData("packs/x/areas.csv", "code,name\nE1,Ashby\n", 1)]
    [InlineData("packs/x/areas.csv", "code,name,source\nE1,\"Ashby, Upper\",Act of 1972\n", 0)]
    [InlineData("packs/x/datasets.json", "[{\"id\":\"a\",\"source\":\"\"},{\"id\":\"b\"},{\"id\":\"c\",\"source\":\"ONS\"}]", 2)]
    public void A_row_without_a_source_would_be_noticed(string name, string text, int faults) => Faults(new SourceFile(name, text)).Count().ShouldBe(faults);

    private static IEnumerable<string> Faults(SourceFile file) => Path.GetExtension(file.Name) switch
    {
        ".csv" => InTable(file),
        ".json" when Path.GetFileName(file.Name) is "datasets.json" or "indicators.json" => InList(file),
        _ => [],
    };

    private static IEnumerable<string> InTable(SourceFile file)
    {
        var rows = file.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Cells).ToList();
        var at = rows[0].IndexOf("source");
        if (at < 0)
            return [$"{file} has no column source"];
        return rows.Skip(1).Where(r => r.Count <= at || r[at].Trim().Length == 0).Select(r => $"{file}: {string.Join(',', r)}");
    }

    private static IEnumerable<string> InList(SourceFile file)
    {
        using var json = JsonDocument.Parse(file.Text);
        return
        [
            .. json.RootElement.EnumerateArray()
                .Where(e => !e.TryGetProperty("source", out var source) || source.GetString()!.Trim().Length == 0)
                .Select(e => $"{file}: {e.GetProperty("id").GetString()}"),
        ];
    }

    private static List<string> Cells(string line)
    {
        var (cells, cell, quoted) = (new List<string>(), "", false);
        foreach (var c in line)
            if (c == '"')
                quoted = !quoted;
            else if (c == ',' && !quoted)
            {
                cells.Add(cell);
                cell = "";
            }
            else
                cell += c;
        return [.. cells, cell];
    }
}
