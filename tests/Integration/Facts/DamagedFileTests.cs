using Made.Core.Calendar;
using Made.Core.Facts;
using Made.Store.Facts;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Facts;

public sealed class DamagedFileTests : IDisposable
{
    private readonly FactHome home = new();
    private readonly CubeFiles cubes;
    private readonly FactFile facts;

    public DamagedFileTests()
    {
        cubes = new CubeFiles(home.Engine, home.Root);
        facts = home.Write([.. Enumerable.Range(0, 3_000).Select(i => new Fact(Lsoa: i % 3 == 0 ? "WHOLE" : "SPLIT", X: i, Y: i, Key: (ulong)i, Detail: $"detail {i % 40}"))]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(1_000)]
    [InlineData(-1)]
    [InlineData(-200)]
    public void A_file_that_was_cut_off_is_a_clear_problem(int length)
    {
        using (var file = File.OpenHandle(facts.Path, access: FileAccess.Write))
            RandomAccess.SetLength(file, length >= 0 ? length : RandomAccess.GetLength(file) + length);
        var problem = Build().Problem.ShouldNotBeNull();
        problem.Code.ShouldBe("fact-file-damaged");
        problem.Message.ShouldContain(facts.Path);
        Directory.Exists(Path.Combine(home.Root, "cubes")).ShouldBeFalse();
        RevisionDiff.Of(home.Engine, facts.Path, facts.Path).Problem.ShouldNotBeNull().Code.ShouldBe("fact-file-damaged");
        ReportedFiles.Read(home.Engine, [facts.Path]).Problem.ShouldNotBeNull();
    }

    [Fact]
    public void A_missing_file_is_a_clear_problem()
    {
        File.Delete(facts.Path);
        Build().Problem.ShouldNotBeNull().Code.ShouldBe("fact-file-missing");
    }

    [Fact]
    public void A_cube_that_was_cut_off_is_a_clear_problem()
    {
        var cube = Build().Value();
        var path = cubes.PathOf(cube.Month, cube.Hash);
        using (var file = File.OpenHandle(path, access: FileAccess.Write))
            RandomAccess.SetLength(file, RandomAccess.GetLength(file) / 2);
        Build().Problem.ShouldNotBeNull().Message.ShouldContain(path);
    }

    [Fact]
    public void A_flipped_byte_anywhere_is_found_before_counting()
    {
        var random = new Random(7);
        var sound = File.ReadAllBytes(facts.Path);
        for (var i = 0; i < 50; i++)
        {
            File.WriteAllBytes(facts.Path, Flip(sound, random));
            Build().Problem.ShouldNotBeNull().Code.ShouldBe("fact-file-changed");
        }
        File.WriteAllBytes(facts.Path, sound);
        Build().Value().Sum(SmallCounty.District, CategoryFilter.Everything).ShouldBe(3_000);
    }

    [Fact]
    public void Reading_damaged_content_gives_an_answer_or_a_problem_and_the_engine_goes_on()
    {
        var random = new Random(7);
        var sound = File.ReadAllBytes(facts.Path);
        var damaged = home.Staging("damaged.parquet");
        var problems = 0;
        for (var i = 0; i < 100; i++)
        {
            File.WriteAllBytes(damaged, Flip(sound, random));
            problems += RevisionDiff.Of(home.Engine, facts.Path, damaged).Problem is null ? 0 : 1;
        }
        problems.ShouldBeGreaterThan(0);
        RevisionDiff.Of(home.Engine, facts.Path, facts.Path).Value().Unchanged.ShouldBe(3_000);
    }

    public void Dispose() => home.Dispose();

    private static byte[] Flip(byte[] sound, Random random)
    {
        var damaged = (byte[])sound.Clone();
        damaged[random.Next(4, damaged.Length - 4)] ^= (byte)random.Next(1, 256);
        return damaged;
    }

    private Core.Outcome<MonthCube> Build() =>
        cubes.Build(new CubeOrder("police-street", Month.Parse("2022-07"), [facts]), SmallCounty.Places());
}
