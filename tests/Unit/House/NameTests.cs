using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.House;

/// <summary>Names say what a thing is. Endings that say nothing, and folders called after kinds of class, are not names.</summary>
public sealed class NameTests
{
    private static readonly string[] Endings =
        ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Common", "Service", "Processor", "Handler", "Base", "Impl", "Dto", "Info", "Data"];

    /// <summary>Type name and why it may end so.</summary>
    private static readonly Dictionary<string, string> Allowed = new()
    {
        ["ReferenceData"] = "the glossary's word for what the publishers' reference files say",
    };

    private static readonly string[] Kinds =
    [
        "models", "viewmodels", "entities", "dtos", "services", "helpers", "utils", "utilities", "managers", "handlers", "interfaces", "enums",
        "extensions", "exceptions", "controllers", "repositories", "abstractions", "constants", "common", "core", "misc", "base", "types", "classes",
    ];

    [Fact]
    public void No_type_ends_in_a_word_that_says_nothing() =>
        Assemblies.All.SelectMany(TypesOf).Where(EndsBadly).ShouldBeEmpty();

    [Fact]
    public void A_manager_would_be_noticed()
    {
        TypesOf(Planted.Using("Made.Web.DashboardManager")).Where(EndsBadly).ShouldBe(["DashboardManager"]);
        EndsBadly("CrimeDto").ShouldBeTrue();
        EndsBadly("RecordsDatabase").ShouldBeFalse();
        Allowed.ShouldAllBe(a => a.Value.Length > 20);
    }

    [Fact]
    public void No_file_is_named_so_either() =>
        SourceTree.Files.Where(f => f.IsCode && EndsBadly(Path.GetFileNameWithoutExtension(f.Name))).ShouldBeEmpty();

    [Fact]
    public void No_folder_is_called_after_a_kind_of_class() =>
        SourceTree.Names().Where(n => n.StartsWith("src/", StringComparison.Ordinal) || n.StartsWith("tests/", StringComparison.Ordinal)).SelectMany(KindsIn).Distinct().ShouldBeEmpty();

    [Fact]
    public void A_folder_of_services_would_be_noticed()
    {
        KindsIn("src/Made.Web/Services/Clock.cs").ShouldBe(["Services"]);
        KindsIn("src/Made.Core/Register/Area.cs").ShouldBeEmpty();
    }

    private static IEnumerable<string> KindsIn(string file) => file.Split('/')[..^1].Where(f => Kinds.Contains(f.ToLowerInvariant()));

    private static bool EndsBadly(string name) => !Allowed.ContainsKey(name) && Endings.Any(e => name.EndsWith(e, StringComparison.Ordinal));

    private static IEnumerable<string> TypesOf(ImmutableArray<byte> assembly)
    {
        using var image = new PEReader(assembly);
        var reader = image.GetMetadataReader();
        return
        [
            .. reader.TypeDefinitions.Select(reader.GetTypeDefinition)
                .Where(t => !reader.GetString(t.Namespace).StartsWith("System", StringComparison.Ordinal) && !reader.GetString(t.Namespace).StartsWith("Microsoft", StringComparison.Ordinal))
                .Select(t => reader.GetString(t.Name).Split('`')[0])
                .Where(n => !n.Contains('<')),
        ];
    }
}
