using System.Diagnostics;
using Made.Core.Exchange;
using Made.Core.Register;
using Made.Store.Reference;
using Made.TestKit;
using NetTopologySuite.Geometries;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Made.Tests.Unit.Reference;

public sealed class KeptVintageTests(ITestOutputHelper output)
{
    private static readonly ReferenceData Small = new()
    {
        Vintage = "0123456789abcdef",
        DistrictOfLsoa = new Dictionary<string, AreaCode> { ["L1"] = new("D1"), ["L2"] = new("D1"), ["L3"] = new("D2") },
        DistrictYearOfLsoa = new Dictionary<string, int> { ["L1"] = 2022, ["L2"] = 2024, ["L3"] = 2024 },
        Successors = new Dictionary<string, IReadOnlyList<string>> { ["L0"] = ["L1", "L2"] },
        WardOfLsoa = new Dictionary<string, AreaCode> { ["L1"] = new("W1") },
        WardYearOfLsoa = new Dictionary<string, int> { ["L1"] = 2024 },
        Wards = [new(new("W1"), "Audley & Queen's Park", new("D1"), "made up")],
        Names = new Dictionary<string, string> { ["D1"] = "One" },
        YearOfName = new Dictionary<string, int> { ["D1"] = 2024 },
        Populations = [new("D1", 2019, 118_216, "p.csv")],
        Boundaries = [new("W1", "Audley", AreaLevel.Ward, new("D1"), 2025, new GeometryFactory(new PrecisionModel(), 4326).ToGeometry(new Envelope(0, 1, 50, 51)))],
        Files = [new("p.csv", "ab", "populations of mid-2019", 1, "population")],
        Findings = [new Finding("boundary-mended", 3, "", "m", "r", 1)],
    };

    [Fact]
    public async Task What_is_kept_is_loaded_again_unchanged()
    {
        using var at = await TemporaryHome.On(TemporaryHome.Sqlite);
        var files = new ReferenceFiles(at.Home);
        await files.Save(Small);
        var loaded = Load(files, Small.Vintage);
        loaded.Vintage.ShouldBe(Small.Vintage);
        loaded.DistrictOfLsoa.ShouldBe(Small.DistrictOfLsoa, ignoreOrder: true);
        loaded.DistrictYearOfLsoa.ShouldBe(Small.DistrictYearOfLsoa, ignoreOrder: true);
        loaded.Successors.ShouldHaveSingleItem().Value.ShouldBe(["L1", "L2"]);
        loaded.WardOfLsoa.ShouldBe(Small.WardOfLsoa);
        loaded.WardYearOfLsoa.ShouldBe(Small.WardYearOfLsoa);
        loaded.Wards.ShouldBe(Small.Wards);
        loaded.Names.ShouldBe(Small.Names);
        loaded.YearOfName.ShouldBe(Small.YearOfName);
        loaded.Populations.ShouldBe(Small.Populations);
        loaded.Files.ShouldBe(Small.Files);
        loaded.Findings.ShouldBe(Small.Findings);
        loaded.Boundaries.ShouldHaveSingleItem().ShouldBe(Small.Boundaries[0] with { Shape = loaded.Boundaries[0].Shape });
        loaded.Boundaries[0].Shape.EqualsExact(Small.Boundaries[0].Shape).ShouldBeTrue();
        loaded.Boundaries[0].Shape.SRID.ShouldBe(4326);
        Directory.GetFileSystemEntries(at.Home.Staging, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith("lock", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_vintage_is_never_written_a_second_time()
    {
        using var at = await TemporaryHome.On(TemporaryHome.Sqlite);
        var files = new ReferenceFiles(at.Home);
        await files.Save(Small);
        await files.Save(Small with { Wards = [] });
        Load(files, Small.Vintage).Wards.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_damaged_or_missing_vintage_is_a_problem_and_not_a_shorter_reference()
    {
        using var at = await TemporaryHome.On(TemporaryHome.Sqlite);
        var files = new ReferenceFiles(at.Home);
        files.Load("none").Problem!.Code.ShouldBe("reference-vintage-missing");
        await files.Save(Small);
        var path = Path.Combine(at.Home.Reference, Small.Vintage, "reference.bin");
        var bytes = await File.ReadAllBytesAsync(path);
        foreach (var damaged in new[] { bytes[..^1], bytes[..10], [], bytes.Select((b, i) => i == 40 ? (byte)(b ^ 1) : b).ToArray() })
        {
            await File.WriteAllBytesAsync(path, damaged);
            files.Load(Small.Vintage).Problem!.Code.ShouldBe("reference-vintage-damaged");
        }
    }

    [Fact]
    public async Task A_county_with_the_national_lookup_loads_in_a_moment()
    {
        if (!RealReference.IsThere(output))
            return;
        using var at = await TemporaryHome.On(TemporaryHome.Sqlite);
        var files = new ReferenceFiles(at.Home);
        await files.Save(RealReference.All);
        var loaded = Load(files, RealReference.All.Vintage);
        loaded.DistrictOfLsoa.OrderBy(d => d.Key).SequenceEqual(RealReference.All.DistrictOfLsoa.OrderBy(d => d.Key)).ShouldBeTrue();
        loaded.Populations.SequenceEqual(RealReference.All.Populations).ShouldBeTrue();
        loaded.Boundaries.Zip(RealReference.All.Boundaries).ShouldAllBe(b => b.First.Code == b.Second.Code && b.First.Shape.EqualsExact(b.Second.Shape));
        var watch = Stopwatch.StartNew();
        Load(files, RealReference.All.Vintage);
        output.WriteLine($"{new FileInfo(Path.Combine(at.Home.Reference, RealReference.All.Vintage, "reference.bin")).Length:N0} bytes in {watch.ElapsedMilliseconds} ms");
    }

    private static ReferenceData Load(ReferenceFiles files, string vintage) =>
        files.Load(vintage).Succeeded(out var data, out var problem) ? data : throw new InvalidDataException(problem.ToString());
}
