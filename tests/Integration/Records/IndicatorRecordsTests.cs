using Made.Core.Calendar;
using Made.Core.Editions;
using Made.Core.Indicators;
using Made.Store.Records;
using Made.TestKit;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Records;

public sealed class IndicatorRecordsTests
{
    private static readonly IndicatorDefinition Local = SamplePack.Indicator("knife-crime", 1, "knife crimes") with { Weights = new Dictionary<string, double>(), From = new Month(2020, 4) };

    [Theory, OnEachDatabase]
    public async Task An_indicator_defined_here_stands_beside_those_of_the_pack_with_who_and_why(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await WithPack(home);
        (await records.Indicators.Define(Local with { Version = 7 }, TemporaryHome.By("asked for"))).Problem.ShouldBeNull();
        var reopened = await home.Open();
        (await reopened.Register.Load())!.Indicators.Select(i => (i.Id, i.Version)).ShouldBe([("burglary", 1), ("all-crime", 1), ("knife-crime", 1)]);
        var found = (await reopened.Indicators.All()).Find("knife-crime")!;
        Json.Text(found.Current).ShouldBe(Json.Text(Local));
        (found.IsMadeHere, found.IsChangedHere, found.IsRetired).ShouldBe((true, true, false));
        found.Steps.ShouldHaveSingleItem().ShouldBe(new IndicatorStep("knife-crime", 1, IndicatorStepKind.Defined, TemporaryHome.By("asked for").At, TemporaryHome.By("asked for").By, "asked for"));
        (await reopened.Audit.Of("knife-crime")).ShouldHaveSingleItem().What.ShouldBe(ChangeKinds.IndicatorDefined);
        (await records.Indicators.Define(Local, TemporaryHome.By("again"))).Problem!.Code.ShouldBe("indicator-exists");
        (await records.Indicators.Define(SamplePack.Indicator("burglary", 1, "x"), TemporaryHome.By("again"))).Problem!.Code.ShouldBe("indicator-exists");
    }

    [Theory, OnEachDatabase]
    public async Task A_further_version_keeps_the_earlier_one_and_the_slower_of_two_is_told(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await WithPack(home);
        var burglary = (await records.Indicators.All()).Find("burglary")!;
        (burglary.IsChangedHere, burglary.Steps.Count).ShouldBe((false, 0));
        (await records.Indicators.Revise(burglary.Current, TemporaryHome.By("nothing"))).Problem!.Code.ShouldBe("nothing-changed");
        (await records.Indicators.Revise(burglary.Current with { Plural = "burglaries of homes" }, TemporaryHome.By("homes only"))).Problem.ShouldBeNull();
        (await records.Indicators.Revise(burglary.Current with { Plural = "late" }, TemporaryHome.By("late"))).Problem!.Code.ShouldBe("indicator-changed-meanwhile");
        var changed = (await records.Indicators.All()).Find("burglary")!;
        changed.Versions.Select(v => (v.Definition.Version, v.Definition.Plural, v.PackVersion)).ShouldBe([(1, "burglaries", "1"), (2, "burglaries of homes", "")]);
        (changed.MadeBy(1), changed.MadeBy(2)!.Why).ShouldBe((null, "homes only"));
        (await records.Indicators.Revise(changed.Versions[0].Definition with { Version = 2 }, TemporaryHome.By("back"))).Problem.ShouldBeNull();
        (await records.Register.Load())!.Indicators[0].ShouldSatisfyAllConditions(i => i.Version.ShouldBe(3), i => i.Plural.ShouldBe("burglaries"));
        (await records.Indicators.Revise(Local, TemporaryHome.By("none"))).Problem!.Code.ShouldBe("no-such-indicator");
    }

    [Theory, OnEachDatabase]
    public async Task A_retired_indicator_leaves_the_pack_and_comes_back_when_that_is_taken_back(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await WithPack(home);
        var before = await records.Indicators.Newest();
        (await records.Indicators.TakeBack("burglary", TemporaryHome.By("early"))).Problem!.Code.ShouldBe("indicator-not-retired");
        (await records.Indicators.Newest()).ShouldBe(before);
        (await records.Indicators.Retire("burglary", TemporaryHome.By("no longer asked for"))).Problem.ShouldBeNull();
        (await records.Indicators.Newest()).ShouldBeGreaterThan(before);
        (await records.Indicators.Retire("burglary", TemporaryHome.By("twice"))).Problem!.Code.ShouldBe("indicator-retired");
        (await records.Register.Load())!.Indicators.Select(i => i.Id).ShouldBe(["all-crime"]);
        var retired = (await records.Indicators.All()).Find("burglary")!;
        (retired.IsRetired, retired.Steps[^1].Why).ShouldBe((true, "no longer asked for"));
        (await records.Indicators.Revise(retired.Current with { Plural = "x" }, TemporaryHome.By("x"))).Problem!.Code.ShouldBe("indicator-retired");
        (await records.Indicators.TakeBack("burglary", TemporaryHome.By("asked for again"))).Problem.ShouldBeNull();
        (await records.Register.Load())!.Indicators.Select(i => i.Id).ShouldBe(["burglary", "all-crime"]);
        (await records.Audit.Of("burglary")).Select(c => c.What).ShouldBe([ChangeKinds.IndicatorRetired, ChangeKinds.IndicatorTakenBack]);
    }

    [Theory, OnEachDatabase]
    public async Task A_pack_update_never_overrides_a_version_made_here_and_does_not_miss_what_the_pack_never_had(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await WithPack(home);
        await records.Indicators.Define(Local, TemporaryHome.By("asked for"));
        var burglary = (await records.Indicators.All()).Find("burglary")!.Current;
        await records.Indicators.Revise(burglary with { Plural = "ours" }, TemporaryHome.By("ours"));
        (await Update(records, SamplePack.Pack)).Conflicts.ShouldBeEmpty();
        var newer = await Update(records, SamplePack.Pack with { Version = "2", Indicators = [burglary with { Version = 5, Plural = "theirs" }, SamplePack.Pack.Indicators[1] with { Version = 2, Plural = "all crimes" }] });
        newer.Added.ShouldBe([new PackAddition("indicator", "all-crime", 2)]);
        newer.Conflicts.ShouldHaveSingleItem().Message.ShouldBe("The pack brings version 5 of burglary, and this home made version 2 itself.");
        (await records.Register.Load())!.Indicators.Select(i => (i.Id, i.Version, i.Plural)).ShouldBe([("burglary", 2, "ours"), ("all-crime", 2, "all crimes"), ("knife-crime", 1, "knife crimes")]);
    }

    [Theory, OnEachDatabase]
    public async Task An_edition_keeps_the_definitions_it_pinned(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await WithPack(home);
        await records.Indicators.Define(Local, TemporaryHome.By("asked for"));
        var burglary = (await records.Indicators.All()).Find("burglary")!.Current;
        await records.Indicators.Revise(burglary with { Plural = "ours" }, TemporaryHome.By("ours"));
        await records.Indicators.Retire("all-crime", TemporaryHome.By("no"));
        var catalogue = await records.Indicators.All();
        catalogue.Of(Edition([new("burglary", 1), new("all-crime", 1)])).Select(i => i.Plural).ShouldBe(["burglaries", "crimes"]);
        catalogue.Of(Edition([new("burglary", 2), new("knife-crime", 1)])).Select(i => i.Plural).ShouldBe(["ours", "knife crimes"]);
        catalogue.Of(Edition([])).Select(i => i.Plural).ShouldBe(["burglaries", "crimes"]);
        catalogue.Knows(Edition([new("burglary", 2)])).ShouldBeTrue();
        catalogue.Knows(Edition([new("burglary", 3)])).ShouldBeFalse();
    }

    [Theory, OnEachDatabase]
    public async Task A_saved_table_is_removed_and_taken_back_and_its_name_stays_taken(string database)
    {
        using var home = await TemporaryHome.On(database);
        var tables = (await home.Open()).SavedTables;
        var table = new SavedTable
        {
            Name = "burglary",
            Title = "Burglary",
            Selection = "indicator=burglary",
            Month = new Month(2022, 7),
            Edition = 2,
            At = TemporaryHome.By("x").At,
            By = TemporaryHome.By("x").By,
            IsRemoved = false,
        };
        (await tables.Save(table, TemporaryHome.By("x"))).Problem.ShouldBeNull();
        (await tables.Find("burglary")).ShouldBe(table);
        (await tables.Save(table with { Title = "Other" }, TemporaryHome.By("y"))).Problem!.Code.ShouldBe("table-name-taken");
        (await tables.Remove("nothing", TemporaryHome.By("y"))).Problem!.Code.ShouldBe("no-such-table");
        (await tables.Remove("burglary", TemporaryHome.By("y"))).Problem.ShouldBeNull();
        (await tables.All()).ShouldBe([table with { IsRemoved = true }]);
        (await tables.Save(table, TemporaryHome.By("y"))).Problem!.Code.ShouldBe("table-name-taken");
        (await tables.TakeBack("burglary", TemporaryHome.By("z"))).Problem.ShouldBeNull();
        (await tables.Find("burglary")).ShouldBe(table);
        (await (await home.Open()).Audit.Of("burglary")).Select(c => c.What).ShouldBe([ChangeKinds.TableSaved, ChangeKinds.TableRemoved, ChangeKinds.TableTakenBack]);
    }

    private static EditionManifest Edition(IReadOnlyList<PinnedDefinition> definitions) => new()
    {
        Month = new Month(2022, 7),
        Number = 1,
        AsAt = new DateOnly(2022, 9, 4),
        Supplies = [],
        ReferenceVintage = "",
        PackId = "sample",
        PackVersion = "1",
        Definitions = definitions,
        Methods = new Dictionary<string, string>(),
        Policy = "",
        Cubes = [],
        Measures = [],
        Why = "",
        Built = DateTimeOffset.UnixEpoch,
    };

    private static async Task<OpenRecords> WithPack(TemporaryHome home)
    {
        var records = await home.Open();
        (await records.Register.AdoptPack(SamplePack.Pack, TemporaryHome.By("init"))).Problem.ShouldBeNull();
        return records;
    }

    private static async Task<PackUpdate> Update(OpenRecords records, Core.Register.Pack pack) =>
        (await records.Register.UpdatePack(pack, TemporaryHome.By("update"))).Succeeded(out var update, out var problem) ? update : throw new InvalidOperationException(problem.ToString());
}
