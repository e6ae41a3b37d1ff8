using System.Text.Json;
using Made.TestKit;
using Made.Web.Composition;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.House;

/// <summary>The bill of materials names what the program really loads, and names no machine.</summary>
public sealed class BillOfMaterialsTests
{
    private static readonly string Bill = BillOfMaterials.Of(Repository.Root)!;

    [Fact]
    public void Every_package_that_the_built_program_loads_stands_in_it_with_that_version()
    {
        Loaded().Count.ShouldBeGreaterThan(15);
        Missing(Loaded(), Shipped(Bill)).ShouldBeEmpty();
    }

    [Fact]
    public void A_package_that_it_does_not_name_would_be_noticed()
    {
        Missing([.. Loaded(), "Planted/1.0.0"], Shipped(Bill)).ShouldBe(["Planted/1.0.0"]);
        Missing(["Npgsql/0.0.1"], Shipped(Bill)).ShouldBe(["Npgsql/0.0.1"]);
    }

    [Fact]
    public void It_is_the_same_each_time_and_what_only_builds_is_marked_so()
    {
        BillOfMaterials.Of(Repository.Root).ShouldBe(Bill);
        using var json = JsonDocument.Parse(Bill);
        json.RootElement.GetProperty("specVersion").GetString().ShouldBe("1.6");
        var scopes = json.RootElement.GetProperty("components").EnumerateArray().DistinctBy(c => c.GetProperty("name").GetString()).ToDictionary(c => c.GetProperty("name").GetString()!, c => c.GetProperty("scope").GetString());
        (scopes["govuk-frontend"], scopes["esbuild"], scopes["Meziantou.Analyzer"], scopes["NetTopologySuite"], scopes["@duckdb/node-bindings-linux-x64"]).ShouldBe(("required", "excluded", "excluded", "required", "optional"));
        var names = json.RootElement.GetProperty("components").EnumerateArray().Select(c => c.GetProperty("bom-ref").GetString()).ToHashSet();
        json.RootElement.GetProperty("dependencies").EnumerateArray().SelectMany(d => d.GetProperty("dependsOn").EnumerateArray()).ShouldAllBe(d => names.Contains(d.GetString()));
        Bill.ShouldNotContain("://");
    }

    /// <summary>Packages whose files the built program loads at run time.</summary>
    private static List<string> Loaded()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Assemblies.PathOf("made.deps.json")));
        var target = json.RootElement.GetProperty("targets").EnumerateObject().First().Value;
        return [.. target.EnumerateObject().Where(l => l.Value.TryGetProperty("runtime", out _) && json.RootElement.GetProperty("libraries").GetProperty(l.Name).GetProperty("type").GetString() == "package").Select(l => l.Name)];
    }

    private static HashSet<string> Shipped(string bill)
    {
        using var json = JsonDocument.Parse(bill);
        return [.. json.RootElement.GetProperty("components").EnumerateArray().Where(c => c.GetProperty("scope").GetString() == "required").Select(c => $"{c.GetProperty("name").GetString()}/{c.GetProperty("version").GetString()}")];
    }

    private static IEnumerable<string> Missing(IEnumerable<string> loaded, HashSet<string> shipped) => loaded.Where(l => !shipped.Contains(l));
}
