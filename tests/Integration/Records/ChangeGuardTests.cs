using System.Reflection;
using System.Text.RegularExpressions;
using Made.Core;
using Made.Store.Records;
using Made.TestKit;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Records;

/// <summary>No change without who, why and when; each guard is shown a violation.</summary>
public sealed class ChangeGuardTests
{
    // The words of methods that only read. A method with another word must take a Change.
    private static readonly string[] Reading = ["All", "AllWithDrafts", "Check", "Count", "Current", "CurrentWithFile", "Drafts", "Failing", "Find", "Foreseen", "Headings", "IsSignInRequired", "KeysNeeded", "Latest", "LatestMonth", "LatestWithDrafts", "Links", "Load", "Months", "Newest", "Of", "OfJob", "OfSupply", "Register", "Secret", "Standing", "Verify", "VersionsOf"];

    // Progress: how far a job has come is told every few seconds and audited at its start and end.
    // A checkpoint says where the audit has come to; it lies outside the records.
    private static readonly string[] Progress = ["Jobs.Heartbeat", "Checkpoints.Keep", "Checkpoints.KeepRestored"];

    [Fact]
    public void Every_store_method_that_changes_something_takes_a_change()
    {
        var stores = typeof(OpenRecords).GetProperties().Select(p => p.PropertyType)
            .Where(t => t.Namespace!.StartsWith("Made.Store", StringComparison.Ordinal) && t != typeof(Home)).ToList();
        stores.Count.ShouldBeGreaterThanOrEqualTo(7);
        stores.SelectMany(WithoutChange).ShouldBeEmpty();
    }

    [Fact]
    public void A_store_method_that_changes_something_without_a_change_is_noticed() =>
        WithoutChange(typeof(PlantedStore)).ShouldBe(["PlantedStore.Rename"]);

    [Fact]
    public void No_store_makes_up_a_change_of_its_own()
    {
        var sources = Directory.GetFiles(Path.Combine(Checkout(), "src", "Made.Store"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).ToList();
        sources.Count.ShouldBeGreaterThan(20);
        sources.Where(f => MakesUpAChange(File.ReadAllText(f))).ShouldBeEmpty();
        MakesUpAChange("await Keep(new Change(\"nobody\", \"no reason\", now));").ShouldBeTrue();
        MakesUpAChange("return rows.Select(r => new Change(r.By, r.Why, Instants.Of(r.At)));").ShouldBeFalse();
    }

    [Theory, OnEachDatabase]
    public async Task A_changed_row_without_an_audit_row_is_refused_and_nothing_is_kept(string database)
    {
        using var home = await TemporaryHome.On(database);
        using var source = await Source(home);
        await using var db = source.Context();
        db.Vintages.Add(new VintageRow { Vintage = "planted", Adopted = 1 });
        (await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync())).Message.ShouldContain("without a Change");
        Should.Throw<InvalidOperationException>(() => db.SaveChanges());
        (await source.Read(fresh => fresh.Vintages.CountAsync())).ShouldBe(0);
    }

    [Theory, OnEachDatabase]
    public async Task An_audit_row_is_never_changed_or_removed(string database)
    {
        using var home = await TemporaryHome.On(database);
        using var source = await Source(home);
        await using var db = source.Context();
        db.Changes.Remove(await db.Changes.FirstAsync());
        (await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync())).Message.ShouldContain("audit row");
    }

    [Theory, OnEachDatabase]
    public async Task Statements_that_go_past_the_change_tracker_are_refused(string database)
    {
        using var home = await TemporaryHome.On(database);
        using var source = await Source(home);
        await using var db = source.Context();
        await Should.ThrowAsync<InvalidOperationException>(() => db.Changes.ExecuteDeleteAsync());
        await Should.ThrowAsync<InvalidOperationException>(() => db.Jobs.ExecuteUpdateAsync(s => s.SetProperty(j => j.Message, "planted")));
        await Should.ThrowAsync<InvalidOperationException>(() => db.Database.ExecuteSqlRawAsync(" delete from changes"));
        Should.Throw<InvalidOperationException>(() => db.Database.ExecuteSql($"UPDATE jobs SET message = 'planted'"));
    }

    [Theory, OnEachDatabase]
    public async Task Progress_may_be_told_without_an_audit_row_but_a_jobs_state_may_not(string database)
    {
        using var home = await TemporaryHome.On(database);
        var job = await (await home.Open()).Jobs.Start("intake", "starts", TemporaryHome.By("import"));
        using var source = await Source(home);
        await using var db = source.Context();
        var row = await db.Jobs.SingleAsync(j => j.Id == job.Id);
        row.Rows = 5;
        (await db.SaveChangesAsync()).ShouldBe(1);
        row.State = "done";
        await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync());
    }

    private static IEnumerable<string> WithoutChange(Type store) => store
        .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(m => typeof(Task).IsAssignableFrom(m.ReturnType) || m.ReturnType.Name.StartsWith("ValueTask", StringComparison.Ordinal))
        .Where(m => !Reading.Contains(m.Name) && !Progress.Contains($"{store.Name}.{m.Name}"))
        .Where(m => m.GetParameters().All(p => p.ParameterType != typeof(Change)))
        .Select(m => $"{store.Name}.{m.Name}");

    /// <summary>A change that is read back from its row is not made up.</summary>
    private static bool MakesUpAChange(string source) => Regex.IsMatch(source, @"new Change\((?!r\.(By|GetString\())", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));

    private static async Task<RecordsSource> Source(TemporaryHome home)
    {
        await home.Open();
        return new RecordsSource(home.Home.RecordsFile, home.Home.Settings.Records);
    }

    private static string Checkout()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Made.slnx")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    private sealed class PlantedStore
    {
        public static Task<int> Find() => Task.FromResult(1);

        public static Task<int> Rename(string name) => Task.FromResult(name.Length);

        public static Task<int> Close(Change change) => Task.FromResult(change.Why.Length);
    }
}
