using System.Collections.Immutable;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.House;

/// <summary>Nothing in the code knows a county: another one is other reference data. Comments may give examples.</summary>
public sealed class PlaceNameTests
{
    /// <summary>The framework copies documentation comments into this generated code.</summary>
    private const string CommentsOfTheApi = "Microsoft.AspNetCore.OpenApi.Generated.";

    [Fact]
    public void No_text_in_the_code_names_an_area_of_a_pack()
    {
        var areas = Areas();
        areas.Count.ShouldBeGreaterThan(50);
        Assemblies.All.SelectMany(a => Faults(a, areas)).ShouldBeEmpty();
    }

    [Fact]
    public void A_district_named_in_code_would_be_noticed() =>
        Faults(Planted.Using("Made.Web.Sly"), Areas()).ShouldBe(["'Planted in Larkham' names Larkham"]);

    private static List<string> Areas() =>
    [
        .. SourceTree.Files.Where(f => f.Name.StartsWith("packs/", StringComparison.Ordinal) && f.Name.EndsWith("/areas.csv", StringComparison.Ordinal))
            .SelectMany(f => f.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1))
            .SelectMany(l => l.Split(',')[..2])
            .Where(n => n.Length > 4)
            .Distinct(),
    ];

    private static string[] Faults(ImmutableArray<byte> assembly, List<string> areas)
    {
        using var uses = new Uses(assembly);
        return
        [
            .. uses.Literals()
                .Where(t => !t.Key.StartsWith(CommentsOfTheApi, StringComparison.Ordinal))
                .SelectMany(t => t)
                .SelectMany(l => areas.Where(a => l.Contains(a, StringComparison.Ordinal)).Select(a => $"'{l}' names {a}")),
        ];
    }
}
