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
}
