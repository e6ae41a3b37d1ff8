using Made.Core.Calendar;
using Made.Core.Facts;
using Made.Core.Register;
using Made.Store.Facts;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Facts;

public sealed class CubeFilesTests : IDisposable
{
    private const string Dataset = "police-street";
    private static readonly Month July = Month.Parse("2022-07");

    private static readonly Fact[] Facts =
    [
        new(Lsoa: "WHOLE"),
        new(Lsoa: "WHOLE"),
        new(Lsoa: "WHOLE", Category: "Robbery"),
        new(Lsoa: "SPLIT", X: 0.5, Y: 0.5),
        new(Lsoa: "SPLIT", X: 1.5, Y: 0.5),
        new(Lsoa: "SPLIT", X: 1.6, Y: 0.5),
        new(Lsoa: "SPLIT"),
        new(Lsoa: "HALVED", X: 2.5, Y: 0.5),
        new(Lsoa: "HALVED", X: 80, Y: 80),
        new(Lsoa: "FAR", X: 9, Y: 9),
        new(Lsoa: ""),
        new(Lsoa: "NOBODY KNOWS"),
        new(Lsoa: "WHOLE", Month: "2022-08"),
    ];

    private readonly FactHome home = new();
    private readonly CubeFiles cubes;

    public CubeFilesTests() => cubes = new CubeFiles(home.Engine, home.Root);

    [Fact]
    public void Records_count_where_code_or_point_says_and_none_is_dropped()
    {
        var cube = cubes.Build(Order(home.Write(Facts)), SmallCounty.Places()).Value();
        Count(cube, "WHOLE").ShouldBe(3);
        Count(cube, "S1").ShouldBe(1);
        Count(cube, "S2").ShouldBe(2);
        Count(cube, "H1").ShouldBe(1);
        Count(cube, AreaCode.LsoaNotDetermined(SmallCounty.West).Value).ShouldBe(1);
        Count(cube, SmallCounty.West.Value).ShouldBe(6);
        Count(cube, SmallCounty.East.Value).ShouldBe(2);
        Count(cube, AreaCode.WardNotDetermined(SmallCounty.District).Value).ShouldBe(1);
        Count(cube, SmallCounty.District.Value).ShouldBe(9);
        cube.SumOutside(CategoryFilter.Everything).ShouldBe(1);
        cube.SumWithoutPlace(CategoryFilter.Everything).ShouldBe(2);
        cube.Sum(SmallCounty.West, new CategoryFilter { Only = ["Robbery"] }).ShouldBe(1);
        CubeVerification.Verify(home.Engine, cube, [home.Write(Facts)]).Value().ShouldBeEmpty();
    }

    [Fact]
    public void A_cube_reads_back_as_it_was_built()
    {
        var built = cubes.Build(Order(home.Write(Facts)), SmallCounty.Places()).Value();
        var read = cubes.Read(cubes.PathOf(July, built.Hash)).Value();
        (read.Dataset, read.Month, read.Hash).ShouldBe((Dataset, July, built.Hash));
        read.WithoutPlace.ShouldBe(built.WithoutPlace);
        read.Outside.ShouldBe(built.Outside);
        foreach (var category in built.Categories)
            foreach (var area in AllAreas(built))
                read.Sum(area, new CategoryFilter { Only = [category] }).ShouldBe(built.Sum(area, new CategoryFilter { Only = [category] }));
        AllAreas(read).ShouldBe(AllAreas(built));
    }

    [Fact]
    public void A_cube_that_is_there_is_not_built_again()
    {
        var order = Order(home.Write(Facts));
        var hash = cubes.Build(order, SmallCounty.Places()).Value().Hash;
        var path = cubes.PathOf(July, hash);
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch);
        cubes.Build(order, SmallCounty.Places()).Value().Hash.ShouldBe(hash);
        File.GetLastWriteTimeUtc(path).ShouldBe(DateTime.UnixEpoch);
    }

    [Fact]
    public void The_name_follows_the_inputs_and_nothing_else()
    {
        var (one, other) = (home.Write(Facts), home.Write([new Fact()]));
        var hash = CubeFiles.HashOf(Order(one, other), "v1");
        CubeFiles.HashOf(Order(other, one with { Path = "elsewhere" }), "v1").ShouldBe(hash);
        CubeFiles.HashOf(Order(one, other), "v2").ShouldNotBe(hash);
        CubeFiles.HashOf(Order(one), "v1").ShouldNotBe(hash);
        CubeFiles.HashOf(Order(one, other) with { Dataset = "collisions" }, "v1").ShouldNotBe(hash);
        CubeFiles.HashOf(Order(one, other) with { Month = July.Plus(1) }, "v1").ShouldNotBe(hash);
    }

    [Fact]
    public void Several_files_and_files_of_many_months_are_counted_by_month()
    {
        var files = new[] { home.Write(Facts), home.Write([new Fact(Lsoa: "WHOLE", Month: "2022-08"), new Fact(Lsoa: "WHOLE", Month: "2022-09")]) };
        var built = cubes.Build([.. Month.Range(July, July.Plus(3)).Select(m => new CubeOrder(Dataset, m, files))], SmallCounty.Places(), atOnce: 2);
        built.Select(b => b.Value()).Select(c => (c.Month, Count(c, SmallCounty.District.Value)))
            .ShouldBe([(July, 9L), (July.Plus(1), 2L), (July.Plus(2), 1L), (July.Plus(3), 0L)]);
    }

    [Fact]
    public void A_cube_without_records_still_names_its_dataset()
    {
        var cube = cubes.Build(Order(), SmallCounty.Places()).Value();
        var read = cubes.Read(cubes.PathOf(July, cube.Hash)).Value();
        read.Dataset.ShouldBe(Dataset);
        read.Categories.ShouldBeEmpty();
        read.WithoutPlace.ShouldBeEmpty();
    }

    [Fact]
    public void Builders_of_the_same_cube_do_not_disturb_each_other()
    {
        var order = Order(home.Write([.. Enumerable.Range(0, 40).SelectMany(_ => Facts)]));
        var built = new long[12];
        var places = SmallCounty.Places();
        Parallel.For(0, built.Length, i => built[i] = Count(cubes.Build(order, places).Value(), SmallCounty.District.Value));
        built.ShouldAllBe(n => n == 360);
        Directory.GetFiles(Path.Combine(home.Root, "cubes", "2022-07")).Length.ShouldBe(1);
        Directory.GetFiles(Path.Combine(home.Root, "staging"), "cube-*").ShouldBeEmpty();
    }

    [Fact]
    public void Verifying_names_a_cube_that_does_not_add_up()
    {
        var file = home.Write([new Fact(Lsoa: "WHOLE"), new Fact(Lsoa: "WHOLE"), new Fact(Lsoa: "")]);
        var cube = new MonthCube { Dataset = Dataset, Month = July, Hash = "planted" };
        cube.Add(new Place(Placement.Inside, SmallCounty.District, SmallCounty.West, new AreaCode("WHOLE")), "Burglary", 1);
        cube.Add(new Place(Placement.Inside, SmallCounty.District, SmallCounty.East, new AreaCode("WHOLE")), "Burglary", 1);
        CubeVerification.Verify(home.Engine, cube, [file]).Value().Select(p => p.Code).ShouldBe(["cube-not-additive", "cube-not-additive", "cube-differs-from-facts"], ignoreOrder: true);
    }

    public void Dispose() => home.Dispose();

    private static CubeOrder Order(params FactFile[] files) => new(Dataset, July, files);

    private static long Count(MonthCube cube, string area) => cube.Sum(new AreaCode(area), CategoryFilter.Everything);

    private static List<AreaCode> AllAreas(MonthCube cube) =>
        [.. cube.Districts.SelectMany(d => cube.Below(d).SelectMany(w => cube.Below(w).Prepend(w)).Prepend(d))];
}
