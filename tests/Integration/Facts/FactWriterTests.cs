using System.Security.Cryptography;
using Made.Core.Calendar;
using Made.Core.Facts;
using Made.Store.Facts;
using Made.Store.Facts.Engine;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Facts;

public sealed class FactWriterTests : IDisposable
{
    private readonly FactHome home = new();

    [Fact]
    public void Every_edge_value_comes_back_as_it_went_in()
    {
        Fact[] facts =
        [
            new("0001-01", "", "", "", double.NaN, double.NaN, 0, 0),
            new("9999-12", "exactly 12 b", "E01025000", "13 bytes long", -180, 90, ulong.MaxValue, ulong.MaxValue),
            new("2022-07", "Llŷn — 🚓, \"quoted\"", new string('x', 20_000), "a\nb\0c", double.Epsilon, -double.MaxValue, 1UL << 63, 1),
            new("2022-07", "Burglary", "E01025000", "", double.PositiveInfinity, double.NegativeInfinity, long.MaxValue, 1UL << 52),
            new("2022-07", "Burglary", "E01025000", "", -0.0, 0.1 + 0.2, 42, 43),
        ];
        Read(home.Write(facts)).ShouldBe(facts);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(FactBatch.Capacity - 1)]
    [InlineData(FactBatch.Capacity)]
    [InlineData(FactBatch.Capacity + 1)]
    [InlineData(150_000)]
    public void As_many_rows_come_back_as_went_in(int count)
    {
        var facts = Enumerable.Range(0, count)
            .Select(i => new Fact(Lsoa: $"E010{i % 977:00000}", Detail: i % 5 == 0 ? "" : $"detail number {i % 31}", X: i % 3 == 0 ? double.NaN : i, Y: i % 7 == 0 ? double.NaN : -i, Key: (ulong)i, Content: (ulong)i * 3))
            .ToList();
        var file = home.Write(facts);
        file.Rows.ShouldBe(count);
        Read(file).ShouldBe(facts);
    }

    [Fact]
    public void A_batch_may_be_used_again_and_texts_may_come_late()
    {
        var (category, lsoa, detail) = (new FactText(), new FactText(), new FactText());
        using var writer = new FactWriter(home.Engine, new FactTexts { Category = category, Lsoa = lsoa, Detail = detail });
        var batch = Fact.Batch([new Fact(Category: "a category that is long enough")], category, lsoa, detail);
        writer.Add(batch);
        batch.Category[0] = category.PositionOf("another category that came late");
        writer.Add(batch);
        batch.Count = 0;
        writer.Add(batch);
        Read(writer.Write(home.Staging("late.parquet"))).Select(f => f.Category)
            .ShouldBe(["a category that is long enough", "another category that came late"]);
    }

    [Fact]
    public void What_a_coarsening_rule_kept_has_columns_of_its_own_and_a_file_without_it_has_none()
    {
        var texts = new FactTexts { PseudonymKey = 3 };
        using var writer = new FactWriter(home.Engine, texts);
        var batch = Fact.Batch([new Fact(), new Fact()], texts.Category, texts.Lsoa, texts.Detail);
        batch.Bands = new FactBands();
        (batch.Bands.PartOfDay[1], batch.Bands.Age[0], batch.Bands.Sex[1]) = (texts.PartOfDay.PositionOf("night"), texts.Age.PositionOf("18 to 64"), texts.Sex.PositionOf("F"));
        batch.Bands.Pseudonym[1] = ulong.MaxValue;
        writer.Add(batch);
        var file = writer.Write(home.Staging("bands.parquet"));
        Strings(file, "concat_ws('|', part_of_day, age_band, sex, pseudonym, pseudonym_key)").ShouldBe(["|18 to 64||0|3", "night||F|18446744073709551615|3"]);
        Strings(file, "part_of_day").Count.ShouldBe(2);
        Should.Throw<EngineException>(() => Strings(home.Write([new Fact()]), "part_of_day"));
        Read(file).Count.ShouldBe(2);
    }

    [Fact]
    public void Days_have_a_column_only_where_a_record_keeps_one()
    {
        Read(home.Write([new Fact(), new Fact(Day: 31)]), hasDays: true).Select(f => f.Day).ShouldBe([(byte)0, (byte)31]);
        Should.Throw<EngineException>(() => Strings(home.Write([new Fact()]), "day"));
    }

    [Fact]
    public void The_hash_is_that_of_the_bytes_on_disk()
    {
        var file = home.Write([new Fact()]);
        file.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file.Path))));
    }

    [Fact]
    public void The_same_facts_give_the_same_bytes()
    {
        var facts = Enumerable.Range(0, 5_000).Select(i => new Fact(Lsoa: $"E{i % 90}", Key: (ulong)i)).ToList();
        home.Write(facts).Sha256.ShouldBe(home.Write(facts).Sha256);
    }

    [Fact]
    public void A_fault_while_rows_are_handed_over_comes_out_as_it_was_and_the_engine_goes_on()
    {
        var rows = Enumerable.Range(0, 5_000).Select(i => i < 4_000 ? "text" : throw new InvalidOperationException($"row {i} cannot be made"));
        Should.Throw<InvalidOperationException>(() => ParquetFile.Save(
            home.Engine, [Columns.Lsoa], rows, (to, text) => to.Text(text), home.Staging("broken.parquet"), ParquetOptions.Facts, CancellationToken.None))
            .Message.ShouldBe("row 4000 cannot be made");
        home.Write([new Fact()]).Rows.ShouldBe(1);
    }

    [Fact]
    public void A_writer_that_is_dropped_leaves_nothing_behind()
    {
        var text = new FactText();
        using (var writer = new FactWriter(home.Engine, new FactTexts { Category = text, Lsoa = text, Detail = text }))
            writer.Add(Fact.Batch([new Fact()], text, text, text));
        Directory.GetFiles(home.Root, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public void Writers_work_side_by_side()
    {
        var files = new FactFile[16];
        Parallel.For(0, files.Length, i => files[i] = WriteApart(i));
        for (var i = 0; i < files.Length; i++)
            Read(files[i]).Select(f => f.Category).Distinct().ShouldBe([$"category number {i}"]);
    }

    public void Dispose() => home.Dispose();

    private FactFile WriteApart(int number)
    {
        var (category, lsoa, detail) = (new FactText(), new FactText(), new FactText());
        using var writer = new FactWriter(home.Engine, new FactTexts { Category = category, Lsoa = lsoa, Detail = detail });
        for (var i = 0; i < 3; i++)
            writer.Add(Fact.Batch(Enumerable.Range(0, FactBatch.Capacity).Select(_ => new Fact(Category: $"category number {number}")), category, lsoa, detail));
        return writer.Write(home.Staging($"apart-{number}.parquet"));
    }

    private List<string> Strings(FactFile file, string what)
    {
        var texts = new List<string>();
        using var session = home.Engine.Connect();
        using var answer = session.Query($"SELECT {what} FROM read_parquet($1)", [file.Path]);
        while (answer.Next(out var rows))
            for (var row = 0; row < rows.Count; row++)
                texts.Add(rows.Text(0, row));
        return texts;
    }

    private List<Fact> Read(FactFile file, bool hasDays = false)
    {
        var facts = new List<Fact>();
        using var session = home.Engine.Connect();
        using var answer = session.Query($"SELECT {Columns.List([.. Columns.Facts, .. hasDays ? [Columns.Day] : Array.Empty<Column>()])} FROM read_parquet($1)", [file.Path]);
        while (answer.Next(out var rows))
            for (var i = 0; i < rows.Count; i++)
                facts.Add(new Fact(
                    Month.FromIndex(rows.Of<int>(0)[i]).ToString(),
                    rows.Text(1, i),
                    rows.Text(2, i),
                    rows.Text(3, i),
                    rows.Has(4, i) ? rows.Of<double>(4)[i] : double.NaN,
                    rows.Has(5, i) ? rows.Of<double>(5)[i] : double.NaN,
                    rows.Of<ulong>(6)[i],
                    rows.Of<ulong>(7)[i],
                    hasDays ? rows.Of<byte>(8)[i] : (byte)0));
        return facts;
    }
}
