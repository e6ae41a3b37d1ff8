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
        (await records.Editions.AllWithDrafts()).Select(e => e.Name).ShouldBe(["2019-12/1", "2019-12/2", "2020-01/1"]);
        (await records.Editions.LatestWithDrafts()).Select(e => e.Name).ShouldBe(["2019-12/2", "2020-01/1"]);
        Json.Text(await records.Editions.Find(December, 2)).ShouldBe(Json.Text(second));
        (await records.Editions.Find(December, 1))!.Why.ShouldBe("first edition");
        (await records.Editions.Find(December, 3)).ShouldBeNull();
        (await records.Audit.Of("2019-12/2")).ShouldHaveSingleItem().What.ShouldBe(ChangeKinds.EditionKept);
    }

    [Theory, OnEachDatabase]
    public async Task A_draft_is_in_no_list_of_released_editions_until_it_is_released(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await home.Open();
        var first = await Add(records, December);
        (await records.Editions.Latest()).ShouldBeEmpty();
        (await records.Editions.Months()).ShouldBeEmpty();
        (await records.Editions.All(December)).ShouldBeEmpty();
        (await records.Releases.Standing(first)).IsDraft.ShouldBeTrue();
        (await records.Releases.Release([(first, "ready")], TemporaryHome.By("ready"))).Problem.ShouldBeNull();
        (await records.Releases.Standing(first)).ShouldSatisfyAllConditions(s => s.IsDraft.ShouldBeFalse(), s => s.Kind.ShouldBe(ReleaseKind.First), s => s.Why.ShouldBeEmpty());
        var second = await Add(records, December, "a late file");
        (await records.Editions.Latest(December))!.Number.ShouldBe(1);
        (await records.Editions.Drafts()).Select(e => e.Name).ShouldBe(["2019-12/2"]);
        var third = await Add(records, December, "a later file");
        (await records.Editions.Drafts()).Select(e => e.Name).ShouldBe(["2019-12/3"]);
        (await records.Releases.Release([(second, "passed over")], TemporaryHome.By("late"))).Problem!.Code.ShouldBe("draft-changed");
        (await records.Releases.Release([(third, "recounted")], TemporaryHome.By("late"))).Problem.ShouldBeNull();
        (await records.Releases.Release([(third, "again")], TemporaryHome.By("late"))).Problem!.Code.ShouldBe("draft-changed");
        (await records.Editions.All(December)).Select(e => e.Number).ShouldBe([1, 3]);
        (await records.Editions.Latest()).Select(e => e.Name).ShouldBe(["2019-12/3"]);
        (await records.Editions.Months()).ShouldBe([December]);
        (await records.Releases.Standing(third)).Why.ShouldBe("recounted");
        (await records.Audit.Of("2019-12/3")).Select(r => r.What).ShouldContain(ChangeKinds.EditionReleased);
    }

    [Theory, OnEachDatabase]
    public async Task Notes_wait_through_further_drafts_and_are_frozen_with_the_release(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await home.Open();
        await Add(records, December);
        var note = new EditionNote { Area = "", Indicator = "asb", Text = "Bonfire week.", Role = "Analyst", Day = new(2026, 3, 2) };
        (await records.EditionNotes.Keep(December, note, 0, TemporaryHome.By("note"))).Problem.ShouldBeNull();
        (await records.EditionNotes.Keep(December, note with { Text = "Typed at the same time." }, 0, TemporaryHome.By("note"))).Problem!.Code.ShouldBe("note-changed");
        var draft = await Add(records, December, "a late file");
        (await records.Releases.Standing(draft)).Notes.ShouldBe([note]);
        (await records.Releases.Release([(draft, "")], TemporaryHome.By("ready"))).Problem.ShouldBeNull();
        (await records.Releases.Standing(draft)).Notes.ShouldBe([note]);
        (await records.EditionNotes.Keep(December, note with { Text = "Later." }, 0, TemporaryHome.By("late"))).Problem!.Code.ShouldBe("no-draft");
        var next = await Add(records, December, "a later file");
        (await records.Releases.Standing(next)).Notes.ShouldBeEmpty();
        var waiting = note with { Text = "Once more.", Indicator = "" };
        (await records.EditionNotes.Keep(December, waiting, 0, TemporaryHome.By("note"))).Problem.ShouldBeNull();
        var state = (await records.EditionNotes.Of(December)).ShouldHaveSingleItem().State;
        (await records.EditionNotes.Keep(December, waiting with { Text = "" }, state, TemporaryHome.By("note"))).Problem.ShouldBeNull();
        (await records.EditionNotes.Of(December)).ShouldBeEmpty();
    }

    [Theory, OnEachDatabase]
    public async Task A_set_time_survives_a_restart_and_can_be_taken_back_but_lies_never_in_the_past(string database)
    {
        using var home = await TemporaryHome.On(database);
        var draft = await Add(await home.Open(), December);
        var records = await home.Open();
        var change = TemporaryHome.By("set");
        (await records.Releases.Unschedule(draft, change)).Problem!.Code.ShouldBe("release-not-set");
        (await records.Releases.Schedule(draft, change.At, change)).Problem!.Code.ShouldBe("release-time-passed");
        (await records.Releases.Schedule(draft, change.At.AddHours(3), change)).Problem.ShouldBeNull();
        var again = await home.Open();
        var step = (await again.Releases.Find(December, 1))!;
        (step.Step, step.Due).ShouldBe((ReleaseRecords.Scheduled, change.At.AddHours(3)));
        (await again.Releases.Unschedule(draft, change)).Problem.ShouldBeNull();
        (await again.Releases.Find(December, 1))!.Step.ShouldBe(ReleaseRecords.Unscheduled);
        await again.ReleaseSettings.Make("E22990001", automatic: false, new DateOnly(2026, 3, 1), change);
        (await again.ReleaseSettings.All()).AskForCheck(["E22990001", "E22990002"], new DateOnly(2026, 3, 2)).ShouldBe(["E22990001"]);
        (await again.Releases.Hold(draft, change)).ShouldBeTrue();
        (await again.Releases.Hold(draft, change)).ShouldBeFalse();
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

    internal static Task<EditionManifest> Add(OpenRecords records, Month month, string why = "first edition") =>
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
