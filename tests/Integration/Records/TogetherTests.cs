using Made.Core.Exchange;
using Made.Store;
using Made.Store.Records;
using Made.TestKit;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Records;

public sealed class TogetherTests
{
    [Theory, OnEachDatabase]
    public async Task Eight_imports_of_the_same_and_of_different_months_at_once_leave_one_current_revision_of_each(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => home.Open()));
        var offers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() =>
            home.Offer(records[i % 4], $"file {i}", i < 5 ? "2019-12" : $"2020-0{i - 4}"))));
        offers.ShouldAllBe(o => o is Acceptance.Accepted);
        var register = await records[0].Supplies.Register();
        register.Count.ShouldBe(8);
        register.Count(s => s.State == SupplyState.Current).ShouldBe(4);
        register.Where(s => s.Period == "2019-12").Select(s => s.Revision).ShouldBe([1, 2, 3, 4, 5]);
        register.ShouldAllBe(s => Durable.Sha256(home.Home.FactsFile(s)) == s.FactsSha256);
    }

    [Theory, OnEachDatabase]
    public async Task The_same_file_sent_eight_times_at_once_is_held_once(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await home.Open();
        var offers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => home.Offer(records, "same"))));
        offers.OfType<Acceptance.Accepted>().Count().ShouldBe(1);
        offers.OfType<Acceptance.AlreadyHeld>().Count().ShouldBe(7);
        (await records.Receipts.Count()).ShouldBe(8);
    }

    [Theory, OnEachDatabase]
    public async Task Eight_first_starts_at_once_migrate_once(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(home.Open)));
        var audit = await records[0].Audit.Newest(0, 100);
        var migrated = audit.Where(a => a.What == ChangeKinds.RecordsMigrated).Select(a => a.Subject).ToList();
        migrated.ShouldNotBeEmpty();
        migrated.ShouldBeUnique();
        audit.Count(a => a.What == ChangeKinds.RecordsBound).ShouldBe(1);
    }

    [Theory, OnEachDatabase]
    public async Task A_start_beside_a_running_import_leaves_its_staging_folder_and_sweeps_only_what_was_left_behind(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await home.Open();
        await home.Offer(records, "one");
        using var running = await StagingFolder.Begin(home.Home);
        await File.WriteAllTextAsync(running.File("facts.parquet"), "half");
        var left = Path.Combine(home.Home.Staging, "left-behind");
        Directory.CreateDirectory(left);
        await File.WriteAllTextAsync(Path.Combine(left, "facts.parquet"), "half");
        var unnamed = Path.Combine(home.Home.Supplies, "police-street", "2019-12", "police-street-2019-12-r2");
        Directory.CreateDirectory(unnamed);
        await File.WriteAllTextAsync(Path.Combine(unnamed, "facts.parquet"), "moved, never committed");
        var again = await home.Open();
        again.Swept.Order().ShouldBe(["staging/left-behind", "supplies/police-street/2019-12/police-street-2019-12-r2"]);
        File.Exists(running.File("facts.parquet")).ShouldBeTrue();
        (await again.Supplies.Register()).ShouldHaveSingleItem();
        File.Exists(home.Home.FactsFile((await again.Supplies.Register())[0])).ShouldBeTrue();
    }

    /// <summary>Each writer adds one to what it read. What was taken on stands in what is read at the end: no update is lost, and nobody reads backwards.</summary>
    [Theory, OnEachDatabase]
    public async Task Edits_at_once_lose_no_update_and_nobody_reads_what_was_before(string database)
    {
        const int Writers = 8;
        var tries = Tier.Is(1_000, full: 10_000) / Writers;
        using var home = await TemporaryHome.On(database);
        var records = await home.Open();
        var month = Made.Core.Calendar.Month.Parse("2019-12");
        await EditionsTests.Add(records, month);
        var taken = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            var (mine, last) = (0, 0);
            for (var at = 0; at < tries; at++)
            {
                var held = (await records.EditionNotes.Of(month)).SingleOrDefault();
                var read = held is null ? 0 : int.Parse(held.Note.Text, System.Globalization.CultureInfo.InvariantCulture);
                read.ShouldBeGreaterThanOrEqualTo(last);
                var note = new Made.Core.Editions.EditionNote { Area = "", Indicator = "", Text = $"{read + 1}", Role = $"Analyst {writer}", Day = new(2026, 3, 2) };
                var kept = await records.EditionNotes.Keep(month, note, held?.State ?? 0, TemporaryHome.By("added"));
                kept.Problem?.Code.ShouldBe("note-changed");
                mine += kept.Problem is null ? 1 : 0;
                last = kept.Problem is null ? read + 1 : read;
            }
            return mine;
        })));
        (await records.EditionNotes.Of(month)).Single().Note.Text.ShouldBe($"{taken.Sum()}");
        (await records.Audit.Newest(0, tries * Writers * 2)).Count(c => c.What == ChangeKinds.EditionNoteWritten).ShouldBe(taken.Sum());
    }

    /// <summary>Offers that are taken back one by one: whatever was held before, the same is held after, file for file.</summary>
    [Theory, OnEachDatabase]
    public async Task Taking_back_an_import_leaves_what_was_held_before(string database)
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        using var home = await TemporaryHome.On(database);
        var records = await home.Open();
        async Task<string> Held() => string.Join('\n', (await records.Supplies.Current()).Select(s => $"{s.Id} {s.File} {s.FactsSha256} {s.Stored}").Order(StringComparer.Ordinal));
        for (var at = 0; at < Tier.Is(10, full: 200); at++)
        {
            var period = $"2019-{random.Next(1, 13):00}";
            if (random.Next(2) == 0)
                await home.Offer(records, $"stays {at}", period);
            var before = await Held();
            var taken = (await home.Offer(records, $"goes {at}", random.Next(4) == 0 ? "2019-01/2019-12" : period)).ShouldBeOfType<Acceptance.Accepted>($"seed {seed}, {at}");
            (await Held()).ShouldNotBe(before);
            (await records.Supplies.Withdraw(taken.Supply.Id, TemporaryHome.By("taken back"))).Problem.ShouldBeNull();
            (await Held()).ShouldBe(before, $"seed {seed}, {at}: {period}");
        }
    }
}
