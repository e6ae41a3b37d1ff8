using Made.Core.Register;
using Made.Store.Records;
using Made.TestKit;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Records;

public sealed class RegisterTests
{
    [Theory, OnEachDatabase]
    public async Task A_pack_comes_back_exactly_as_it_was_adopted(string database)
    {
        using var home = await TemporaryHome.On(database);
        (await (await home.Open()).Register.Load()).ShouldBeNull();
        await Adopt(await home.Open(), SamplePack.Pack);
        var loaded = (await (await home.Open()).Register.Load())!;
        Json.Text(loaded).ShouldBe(Json.Text(SamplePack.Pack));
        loaded.Areas.ShouldBe(SamplePack.Pack.Areas);
        loaded.Support.ShouldBe(SamplePack.Pack.Support);
        loaded.Comparators.ShouldBe(SamplePack.Pack.Comparators);
        loaded.Indicators[0].Weights.ShouldBe(SamplePack.Pack.Indicators[0].Weights);
    }

    [Theory, OnEachDatabase]
    public async Task A_home_adopts_one_pack_once_and_updates_only_from_the_same(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await home.Open();
        (await records.Register.UpdatePack(SamplePack.Pack, TemporaryHome.By("too early"))).Problem!.Code.ShouldBe("no-pack");
        await Adopt(records, SamplePack.Pack);
        (await records.Register.AdoptPack(SamplePack.Pack, TemporaryHome.By("again"))).Problem!.Code.ShouldBe("pack-already-adopted");
        (await records.Register.UpdatePack(SamplePack.Pack with { Id = "other" }, TemporaryHome.By("other"))).Problem!.Code.ShouldBe("other-pack");
    }

    [Theory, OnEachDatabase]
    public async Task A_pack_that_names_an_area_twice_is_refused_whole(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await home.Open();
        var twice = SamplePack.Pack with { Areas = [.. SamplePack.Pack.Areas, SamplePack.Pack.Areas[0]] };
        (await records.Register.AdoptPack(twice, TemporaryHome.By("init"))).Problem!.Code.ShouldBe("pack-names-twice");
        (await records.Register.Load()).ShouldBeNull();
    }

    [Theory, OnEachDatabase]
    public async Task An_update_adds_what_is_new_and_lists_what_differs_without_touching_it(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await home.Open();
        await Adopt(records, SamplePack.Pack);
        var pack = SamplePack.Pack;
        var update = await Update(records, pack with
        {
            Version = "2",
            Areas = [.. pack.Areas.Skip(1), pack.Areas[0] with { Name = "Renamed" }],
            Organisations = [.. pack.Organisations, new Organisation("nps", "National Probation Service", "probation", new(2014, 6, 1), new(2021, 6, 25), [], "made up")],
            Support = [pack.Support[0]],
        });
        (update.FromVersion, update.ToVersion).ShouldBe(("1", "2"));
        update.Added.ShouldBe([new PackAddition("organisation", "nps", 1)]);
        update.Conflicts.Select(c => (c.Kind, c.Id)).ShouldBe([("area", "X07000002"), ("support", "emergency|999")]);
        var held = (await records.Register.Load())!;
        held.Version.ShouldBe("2");
        held.Areas.ShouldBe(pack.Areas);
        held.Support.ShouldBe(pack.Support);
        held.Organisations.Count.ShouldBe(2);
        (await records.Audit.Of("sample 2")).ShouldHaveSingleItem().What.ShouldBe(ChangeKinds.PackUpdated);
    }

    [Theory, OnEachDatabase]
    public async Task A_changed_indicator_needs_a_higher_version_and_the_earlier_one_is_kept(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await home.Open();
        await Adopt(records, SamplePack.Pack);
        var silent = await Update(records, WithBurglary(1, "burglaries of homes"));
        silent.Added.ShouldBeEmpty();
        silent.Conflicts.ShouldHaveSingleItem().Remedy.ShouldContain("version 2");
        var open = await Update(records, WithBurglary(2, "burglaries of homes"));
        open.Added.ShouldBe([new PackAddition("indicator", "burglary", 2)]);
        open.Conflicts.ShouldBeEmpty();
        var held = (await records.Register.Load())!;
        held.Indicators.Select(i => (i.Id, i.Version)).ShouldBe([("burglary", 2), ("all-crime", 1)]);
        (await records.Register.VersionsOf("burglary")).Select(i => i.Plural).ShouldBe(["burglaries", "burglaries of homes"]);
        (await Update(records, WithBurglary(1, "burglaries"))).Conflicts.ShouldHaveSingleItem().Id.ShouldBe("burglary");
    }

    private static Pack WithBurglary(int version, string plural) => SamplePack.Pack with
    {
        Indicators = [SamplePack.Indicator("burglary", version, plural), SamplePack.Pack.Indicators[1]],
    };

    private static async Task Adopt(OpenRecords records, Pack pack) =>
        (await records.Register.AdoptPack(pack, TemporaryHome.By("init"))).Problem.ShouldBeNull();

    private static async Task<PackUpdate> Update(OpenRecords records, Pack pack) =>
        (await records.Register.UpdatePack(pack, TemporaryHome.By("update"))).Succeeded(out var update, out var problem)
            ? update
            : throw new InvalidOperationException(problem.ToString());
}
