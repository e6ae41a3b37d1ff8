using Made.Store.Records;
using Made.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Records;

public sealed class HomeTests
{
    [Fact]
    public async Task A_home_opens_where_it_was_made_and_nowhere_else()
    {
        using var home = await TemporaryHome.On(TemporaryHome.Sqlite);
        Home.Open(home.Home.Folder, home.Home.Keys).Succeeded(out var opened, out _).ShouldBeTrue();
        opened!.Settings.ShouldBe(home.Home.Settings);
        (await Home.Create(home.Home.Folder, home.Home.Keys)).Problem!.Code.ShouldBe("home-exists");
        Home.Open(home.Home.Supplies, home.Home.Keys).Problem!.Code.ShouldBe("no-home");
        (await Home.Create(home.Home.Keys + "-of-others", home.Home.Keys)).Problem.ShouldBeNull();
        var letters = Directory.CreateDirectory(home.Home.Folder + "-letters").FullName;
        await File.WriteAllTextAsync(Path.Combine(letters, "letter.txt"), "Dear Sir");
        (await Home.Create(letters, home.Home.Keys)).Problem!.Code.ShouldBe("folder-not-empty");
    }

    [Fact]
    public async Task Keys_may_not_lie_inside_the_home_and_are_private()
    {
        using var home = await TemporaryHome.On(TemporaryHome.Sqlite);
        Home.Open(home.Home.Folder, Path.Combine(home.Home.Folder, "keys")).Problem!.Code.ShouldBe("keys-inside-home");
        (await Home.Create(home.Home.Folder + "2", Path.Combine(home.Home.Folder + "2", "keys"))).Problem!.Code.ShouldBe("keys-inside-home");
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(home.Home.Keys).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public async Task An_id_that_leads_out_of_the_home_names_no_file()
    {
        using var home = await TemporaryHome.On(TemporaryHome.Sqlite);
        Should.Throw<ArgumentException>(() => home.Home.SupplyFolder("../../keys", "2019-12", "a-r1"));
        Should.Throw<ArgumentException>(() => home.Home.CubeFile(new(2019, 12), "a/b"));
    }

    [Theory, OnEachDatabase]
    public async Task Records_of_another_home_are_refused_before_they_can_sweep_this_ones_supplies(string database)
    {
        using var mine = await TemporaryHome.On(database);
        var records = await mine.Open();
        var supply = (await mine.Offer(records, "one")).ShouldBeOfType<Acceptance.Accepted>().Supply;
        using var other = await TemporaryHome.On(database);
        await other.Open();
        await SwapRecords(mine, other);
        (await OpenRecords.Open(Reopened(mine), TemporaryHome.By("start"))).Problem!.Code.ShouldBe("records-of-another-home");
        using var empty = await TemporaryHome.On(database);
        await SwapRecords(mine, empty);
        (await OpenRecords.Open(Reopened(mine), TemporaryHome.By("start"))).Problem!.Code.ShouldBe("records-of-another-home");
        File.Exists(mine.Home.FactsFile(supply)).ShouldBeTrue();
    }

    [Theory, OnEachDatabase]
    public async Task Records_of_a_later_version_are_refused(string database)
    {
        using var home = await TemporaryHome.On(database);
        await home.Open();
        using (var source = new RecordsSource(home.Home.RecordsFile, home.Home.Settings.Records))
        {
            await using var db = source.Context();
            await db.Database.ExecuteSqlRawAsync(
                "WITH planted AS (SELECT 1) INSERT INTO \"__EFMigrationsHistory\" (\"MigrationId\", \"ProductVersion\") VALUES ('999912310001_Later', '99')");
        }
        (await OpenRecords.Open(home.Home, TemporaryHome.By("start"))).Problem!.Code.ShouldBe("records-newer");
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_a_problem_and_not_a_crash()
    {
        using var home = await TemporaryHome.On(TemporaryHome.Sqlite);
        var settings = home.Home.Settings with { Records = "Host=127.0.0.1;Port=1;Username=x;Database=x;Timeout=2" };
        await File.WriteAllBytesAsync(Path.Combine(home.Home.Folder, "settings.json"), Json.Document(settings));
        (await OpenRecords.Open(Reopened(home), TemporaryHome.By("start"))).Problem!.Code.ShouldBe("records-unreachable");
    }

    [Fact]
    public async Task A_migration_lock_left_by_a_kill_does_not_hang_the_next_start()
    {
        using var home = await TemporaryHome.On(TemporaryHome.Sqlite);
        await using (var connection = new SqliteConnection($"Data Source={home.Home.RecordsFile};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01');
                """;
            await command.ExecuteNonQueryAsync();
        }
        var start = home.Open();
        (await Task.WhenAny(start, Task.Delay(TimeSpan.FromSeconds(30)))).ShouldBe(start);
        (await (await start).Receipts.Count()).ShouldBe(0);
    }

    [Fact]
    public async Task Sqlite_flushes_every_commit_and_lets_readers_read_beside_a_writer()
    {
        using var home = await TemporaryHome.On(TemporaryHome.Sqlite);
        await home.Open();
        using var source = new RecordsSource(home.Home.RecordsFile, "");
        await using var db = source.Context();
        (await db.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync()).ShouldBe("wal");
        (await db.Database.SqlQueryRaw<int>("SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync()).ShouldBe(2);
    }

    private static Home Reopened(TemporaryHome home) => Home.Open(home.Home.Folder, home.Home.Keys).Succeeded(out var opened, out var problem)
        ? opened
        : throw new InvalidOperationException(problem.ToString());

    private static async Task SwapRecords(TemporaryHome home, TemporaryHome other)
    {
        var settings = home.Home.Settings with { Records = other.Home.Settings.Records };
        await File.WriteAllBytesAsync(Path.Combine(home.Home.Folder, "settings.json"), Json.Document(settings));
        if (settings.Records.Length > 0)
            return;
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(home.Home.Folder, "records.db*"))
            File.Delete(file);
        foreach (var file in Directory.GetFiles(other.Home.Folder, "records.db*"))
            File.Copy(file, Path.Combine(home.Home.Folder, Path.GetFileName(file)));
    }
}
