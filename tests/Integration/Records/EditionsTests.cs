using Made.Core.Calendar;
using Made.Core.Editions;
using Made.Store.Records;
using Made.TestKit;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Records;

public sealed class EditionsTests
{
    private static readonly Month December = new(2019, 12);

    [Theory, OnEachDatabase]
    public async Task Editions_are_numbered_within_their_month_and_come_back_exactly(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await home.Open();
        await Add(records, December);
        await Add(records, December.Plus(1));
        var second = await Add(records, December, "a late file");
        second.Name.ShouldBe("2019-12/2");
        (await records.Editions.All()).Select(e => e.Name).ShouldBe(["2019-12/1", "2019-12/2", "2020-01/1"]);
        (await records.Editions.All(December)).Select(e => e.Number).ShouldBe([1, 2]);
        (await records.Editions.Latest()).Select(e => e.Name).ShouldBe(["2019-12/2", "2020-01/1"]);
        Json.Text(await records.Editions.Latest(December)).ShouldBe(Json.Text(second));
        (await records.Editions.Find(December, 1))!.Why.ShouldBe("first edition");
        (await records.Editions.Find(December, 3)).ShouldBeNull();
        (await records.Editions.Latest(December.Plus(5))).ShouldBeNull();
        (await records.Audit.Of("2019-12/2")).ShouldHaveSingleItem().What.ShouldBe(ChangeKinds.EditionKept);
    }

    [Theory, OnEachDatabase]
    public async Task An_editions_file_says_the_same_as_its_row_and_a_changed_byte_is_noticed(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await home.Open();
        var kept = await Add(records, December);
        var file = home.Home.EditionFile(December, 1);
        file.ShouldEndWith(Path.Combine("editions", "2019-12", "1.json"));
        Json.Text(Json.Read<EditionManifest>(await File.ReadAllTextAsync(file))).ShouldBe(Json.Text(kept));
        (await records.Editions.Verify(December, 1)).ShouldBeTrue();
        await File.AppendAllTextAsync(file, " ");
        (await records.Editions.Verify(December, 1)).ShouldBeFalse();
        (await records.Editions.Verify(December, 2)).ShouldBeFalse();
    }

    [Theory, OnEachDatabase]
    public async Task Builders_at_the_same_time_get_different_numbers(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await home.Open();
        var numbers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () => (await Add(records, December)).Number)));
        numbers.Order().ShouldBe([1, 2, 3, 4, 5, 6]);
    }

    [Theory, OnEachDatabase]
    public async Task An_edition_file_without_a_row_is_swept_and_its_number_is_used(string database)
    {
        using var home = await TemporaryHome.On(database);
        await home.Open();
        var file = home.Home.EditionFile(December, 1);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, "left behind");
        var records = await home.Open();
        records.Swept.ShouldBe(["editions/2019-12/1.json"]);
        (await Add(records, December)).Number.ShouldBe(1);
        (await records.Editions.Verify(December, 1)).ShouldBeTrue();
    }

    [Fact]
    public void Editions_that_rest_on_the_same_inputs_are_the_same_whatever_the_order_and_reason()
    {
        var one = Draft(December, "first edition");
        var same = one with { Supplies = [.. one.Supplies.Reverse()], Number = 7, Why = "again", Built = one.Built.AddDays(1) };
        same.RestsOnTheSameAs(one).ShouldBeTrue();
        (one with { Supplies = [one.Supplies[0]] }).RestsOnTheSameAs(one).ShouldBeFalse();
        (one with { Policy = "stricter" }).RestsOnTheSameAs(one).ShouldBeFalse();
        (one with { Methods = new Dictionary<string, string> { ["rate"] = "rate-byar/2" } }).RestsOnTheSameAs(one).ShouldBeFalse();
    }

    private static Task<EditionManifest> Add(OpenRecords records, Month month, string why = "first edition") =>
        records.Editions.Add(Draft(month, why), TemporaryHome.By(why));

    private static EditionManifest Draft(Month month, string why) => new()
    {
        Month = month,
        Number = 0,
        AsAt = new DateOnly(2026, 3, 2),
        Supplies = [new PinnedSupply("police-street-2019-12-r1", "ab12"), new PinnedSupply("police-street-2019-11-r1", "cd34")],
        ReferenceVintage = "v1",
        PackId = "sample",
        PackVersion = "1",
        Methods = new Dictionary<string, string> { ["rate"] = "rate-byar/1" },
        Policy = "partner-1-4/1",
        Cubes = [new PinnedCube("police-street", month, "ef56")],
        Measures = [new PinnedMeasures(month, "0a9b")],
        Why = why,
        Built = TemporaryHome.Noon.AddTicks(12_345_678),
    };
}
