using Made.Tests.Unit.Indicators;
using Made.Web.Methods;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Forms.References;

/// <summary>Every file of the reference folder through <c>made method</c>, within the tolerance that its SOURCE.json states, labels exactly.</summary>
public sealed class ReferenceTests
{
    private static readonly IReadOnlyList<ReferenceFile> Table =
    [
        .. RateReferences.All, .. StandardisedReferences.All, .. FunnelReferences.All, .. ChartReferences.All, .. DetectionReferences.All,
        .. RankingReferences.All, .. DisclosureReferences.All, .. HotspotReferences.All, .. ForecastReferences.All, .. ShareReferences.All,
    ];

    public static TheoryData<string> Files => [.. Table.Where(f => f.Check is not null).Select(f => f.File)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_reference_file_comes_out_of_the_command_within_its_tolerance(string file)
    {
        if (Methods.Vectors.TryPath(file, out _))
            Table.Single(f => f.File == file).Check!();
    }

    [Fact]
    public void Every_reference_file_is_run_or_says_why_not()
    {
        Table.Select(f => f.File).ShouldBeUnique();
        Table.Where(f => f.Method.Length > 0 && MethodForms.All.All(m => m.Description.Name != f.Method)).ShouldBeEmpty();
        Table.ShouldAllBe(f => f.Check != null || f.How.Length > 20);
        if (RealMonths.Folder is null || !Directory.Exists(Path.Combine(RealMonths.Folder, "../reference")))
        {
            Console.WriteLine("Not run: the reference vectors are not beside this checkout.");
            return;
        }
        var folder = Path.GetFullPath(Path.Combine(RealMonths.Folder, "../reference"));
        Unnamed(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f))).ShouldBeEmpty();
    }

    [Fact]
    public void A_new_reference_file_would_be_noticed()
    {
        var named = Table.Select(f => f.File).ToList();
        Unnamed(named).ShouldBeEmpty();
        Unnamed([.. named, "01-rates/new.csv"]).ShouldBe(["01-rates/new.csv"]);
        Unnamed(named.Skip(1)).ShouldBe([$"{named[0]} (gone)"]);
    }

    /// <summary>Files that only one of folder and table has. What the folder says about itself is no vector.</summary>
    private static IEnumerable<string> Unnamed(IEnumerable<string> found)
    {
        var files = found.Select(f => f.Replace('\\', '/')).Where(f => !f.EndsWith("SOURCE.json", StringComparison.Ordinal) && f != "CONTRACT.md").ToHashSet();
        var named = Table.Select(f => f.File).ToHashSet();
        return files.Except(named).Concat(named.Except(files).Select(f => $"{f} (gone)"));
    }
}
