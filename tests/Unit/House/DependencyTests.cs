using System.Collections.Immutable;
using Made.Intake.Synthetic;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.House;

/// <summary>Four projects, each because it forbids something (docs/adr).</summary>
public sealed class DependencyTests
{
    private static readonly string[] Sql = ["Microsoft.EntityFrameworkCore", "Microsoft.Data", "Npgsql", "DuckDB", "SQLitePCL"];

    private static readonly string[] Outside =
    [
        "System.IO.File", "System.IO.FileStream", "System.IO.FileInfo", "System.IO.Directory", "System.IO.DirectoryInfo", "System.IO.RandomAccess",
        "System.Console", "System.Environment::GetEnvironmentVariable", "System.Environment::get_TickCount64", "System.TimeProvider", "System.Diagnostics.Process",
    ];

    [Fact]
    public void Core_touches_no_file_network_database_clock_or_page() => CoreFaults(Assemblies.Core).ShouldBeEmpty();

    [Fact]
    public void A_file_opened_in_Core_would_be_noticed()
    {
        CoreFaults(Planted.Using("Made.Core.Sly", typeof(File).GetMethod(nameof(File.ReadAllText), [typeof(string)])!)).ShouldNotBeEmpty();
        CoreFaults(Planted.Using("Made.Core.Sly", typeof(System.Net.Http.HttpClient))).ShouldNotBeEmpty();
        CoreFaults(Planted.Using("Made.Core.Sly", typeof(Microsoft.AspNetCore.Http.HttpContext))).ShouldNotBeEmpty();
        CoreFaults(Planted.Using("Made.Core.Sly", typeof(Microsoft.EntityFrameworkCore.DbContext))).ShouldNotBeEmpty();
        CoreFaults(Planted.Using("Made.Core.Fine", typeof(Math))).ShouldBeEmpty();
    }

    [Fact]
    public void Intake_and_Store_do_not_know_each_other()
    {
        References(Assemblies.Intake, "Made.Store", "made").ShouldBeEmpty();
        References(Assemblies.Store, "Made.Intake", "made").ShouldBeEmpty();
        References(Assemblies.Core, "Made.", "made").ShouldBeEmpty();
    }

    [Fact]
    public void A_reference_from_Store_to_Intake_would_be_noticed() =>
        References(Planted.Using("Made.Store.Sly", typeof(SyntheticCounty)), "Made.Intake").ShouldBe(["Made.Intake"]);

    [Fact]
    public void Only_Web_knows_pages_and_Store_may_use_identity()
    {
        References(Assemblies.Intake, "Microsoft.AspNetCore").ShouldBeEmpty();
        References(Assemblies.Store, "Microsoft.AspNetCore").Where(r => !r.Contains("Identity")).ShouldBeEmpty();
    }

    [Fact]
    public void A_page_in_Intake_would_be_noticed() =>
        References(Planted.Using("Made.Intake.Sly", typeof(Microsoft.AspNetCore.Http.HttpContext)), "Microsoft.AspNetCore").ShouldNotBeEmpty();

    [Fact]
    public void Only_Store_speaks_to_databases_and_native_code()
    {
        References(Assemblies.Intake, Sql).ShouldBeEmpty();
        References(Assemblies.Web, Sql).ShouldBeEmpty();
        foreach (var assembly in (ImmutableArray<byte>[])[Assemblies.Core, Assemblies.Intake, Assemblies.Web])
        {
            using var uses = new Uses(assembly);
            uses.HasNativeImports.ShouldBeFalse();
        }
    }

    [Fact]
    public void A_database_in_Web_would_be_noticed() =>
        References(Planted.Using("Made.Web.Sly", typeof(Microsoft.EntityFrameworkCore.DbContext)), Sql).ShouldNotBeEmpty();

    private static string[] References(ImmutableArray<byte> assembly, params string[] starts)
    {
        using var uses = new Uses(assembly);
        return [.. uses.ReferencedAssemblies.Where(r => starts.Any(s => r.StartsWith(s, StringComparison.Ordinal)))];
    }

    private static string[] CoreFaults(ImmutableArray<byte> assembly)
    {
        using var uses = new Uses(assembly);
        return
        [
            .. References(assembly, [.. Sql, "System.Data", "Microsoft.AspNetCore", "Microsoft.Extensions", "System.Net"]),
            .. uses.ByType()
                .SelectMany(t => t.Where(u => Outside.Contains(u) || u.StartsWith("System.Net.", StringComparison.Ordinal)).Select(u => $"{t.Key} uses {u}")),
        ];
    }
}
