using Made.Core.Calendar;
using Made.Core.Facts;
using Made.Store.Facts;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Facts;

/// <summary>A cube counted while its facts are written is the one that would be counted from the file.</summary>
public sealed class StagedCubeTests : IDisposable
{
    private readonly FactHome home = new();
    private readonly PlaceIndex places = SmallCounty.Places();

    [Fact]
    public void What_is_counted_in_memory_is_what_is_counted_from_the_file()
    {
        var random = new Random(20);
        string[] codes = ["", "WHOLE", "SPLIT", "SPLIT", "HALVED", "FAR", "unknown", .. Enumerable.Range(0, 2000).Select(i => $"X{i}")];
        string[] months = ["2022-06", "2022-07", "2022-08"];
        var facts = Enumerable.Range(0, 6000).Select(_ => new Fact(
            months[random.Next(3)], $"category {random.Next(40)}", codes[random.Next(2) == 0 ? random.Next(7) : random.Next(codes.Length)],
            X: random.Next(4) == 0 ? double.NaN : random.NextDouble() * 5, Y: random.NextDouble() * 2)).ToList();
        var (file, staged) = Stage(facts);

        staged.Select(s => s.Target).ShouldBe(months.Select(m => Cubes.PathOf(Month.Parse(m), CubeFiles.HashOf(Order(m, file), places.Vintage))));
        foreach (var (month, cube) in months.Zip(staged))
        {
            var counted = Rows(Cubes.Build(Order(month, file), places).Value());
            File.Exists(cube.Target).ShouldBeTrue();
            CubeFiles.Keep(cube);
            Rows(Cubes.Build(Order(month, file), places).Value()).ShouldBe(counted);
            counted.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void A_staged_cube_is_not_used_before_it_is_kept()
    {
        var (file, staged) = Stage([new Fact(Lsoa: "WHOLE")]);

        File.Exists(staged.Single().Target).ShouldBeFalse();
        File.Exists(staged.Single().Staged).ShouldBeTrue();
        CubeFiles.Keep(staged.Single());
        File.Exists(staged.Single().Staged).ShouldBeFalse();
        Cubes.Read(staged.Single().Target).Value().Dataset.ShouldBe("police-street");
        Cubes.Verify(Order("2022-07", file), places).Value().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(254)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    public void A_column_reads_back_whatever_the_number_of_its_texts(int texts)
    {
        // The empty text is one of them.
        var facts = Enumerable.Range(1, texts - 1).Select(i => new Fact(Category: $"kind {i}", Lsoa: "WHOLE")).ToList();
        var (file, _) = Stage(facts);

        var cube = Cubes.Build(Order("2022-07", file), places).Value();
        foreach (var fact in facts)
            cube.Sum(SmallCounty.District, new CategoryFilter { Only = [fact.Category] }).ShouldBe(1, fact.Category);
        Cubes.Read(Cubes.PathOf(Month.Parse("2022-07"), cube.Hash)).Value().Categories.Order(StringComparer.Ordinal).ShouldBe(facts.Select(f => f.Category).Order(StringComparer.Ordinal));
    }

    public void Dispose() => home.Dispose();

    private CubeFiles Cubes => new(home.Engine, home.Root);

    private static CubeOrder Order(string month, FactFile file) => new("police-street", Month.Parse(month), [file]);

    private (FactFile File, IReadOnlyList<StagedCube> Cubes) Stage(IReadOnlyList<Fact> facts)
    {
        var (category, lsoa, detail) = (new FactText(), new FactText(), new FactText());
        using var writer = new FactWriter(home.Engine, new FactTexts { Category = category, Lsoa = lsoa, Detail = detail });
        foreach (var chunk in facts.Chunk(FactBatch.Capacity))
            writer.Add(Fact.Batch(chunk, category, lsoa, detail));
        var file = writer.Write(home.Staging("facts.parquet"));
        return (file, Cubes.Stage("police-street", file, writer, places, month => home.Staging($"{month}.cube")));
    }

    private static List<string> Rows(MonthCube cube) =>
        [.. cube.Districts.SelectMany(d => cube.Below(d)).SelectMany(w => cube.Below(w)).SelectMany(a => cube.Categories.Select(c => $"{a} {c} {cube.Sum(a, new CategoryFilter { Only = [c] })}")).Order(StringComparer.Ordinal),
         .. cube.WithoutPlace.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"without {p}"), .. cube.Outside.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"outside {p}")];
}
