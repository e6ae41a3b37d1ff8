using System.Data.Common;
using System.Diagnostics;
using Made.Store.Records;
using Made.TestKit;
using Made.TestKit.Site;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Made.Tests.Integration.Program;

/// <summary>What takes long besides an import, ended at times that nobody chose: building and publishing editions, a backup, restoring one, and bringing a home of an earlier version up to date.</summary>
public sealed class KillWorkTests(ITestOutputHelper output)
{
    private static readonly int Kills = Tier.Is(3, full: 50);

    [Fact]
    public Task Killed_while_it_builds_editions_each_is_there_wholly_or_not_and_the_next_refresh_builds_what_is_missing() => KilledAsync(
        async () => (await Loaded()).Copy(),
        _ => ["refresh"],
        async (home, what) =>
        {
            var before = await Editions(home);
            (await home.Made("verify")).Exits(0).Lines[^1].ShouldBe("Everything holds.", what);
            (await home.Made("refresh")).Exits(0);
            var after = await Editions(home);
            after.ShouldBe(["2021-10 1", "2021-11 1", "2021-12 1"], what);
            before.ShouldBe(after.Take(before.Count), what);
        });

    [Fact]
    public Task Killed_while_it_writes_a_backup_there_is_a_whole_one_or_none_and_the_next_is_whole() => KilledAsync(
        async () => (await Loaded()).Copy(),
        home => ["backup", home.File("all.zip")],
        async (home, what) =>
        {
            var again = await home.Made("backup", home.File("all.zip"));
            if (again.ExitCode != 0)
                again.Messages.ShouldContain("file-exists", customMessage: what);
            (await Restored(home)).ShouldBe("Everything holds.", what);
            File.Exists(home.File("all.zip.part")).ShouldBeFalse(what);
        });

    [Fact]
    public Task Killed_while_it_restores_a_backup_there_is_a_whole_home_or_none_and_restoring_again_makes_it() => KilledAsync(
        async () =>
        {
            var home = (await Loaded()).Copy();
            (await home.Made("backup", home.File("all.zip"))).Exits(0);
            return home;
        },
        home => OnOther(home, "restore", home.File("all.zip")),
        async (home, what) =>
        {
            var found = await MadeCommand.Run(OnOther(home, "verify"));
            if (found.ExitCode == 0)
            {
                found.Lines[^1].ShouldBe("Everything holds.", what);
                return;
            }
            found.Messages.ShouldMatch("^(no-home|restore-unfinished): ", what);
            var again = (await MadeCommand.Run(OnOther(home, "restore", home.File("all.zip")))).Exits(0);
            again.Output.ShouldContain("Everything holds.", customMessage: what);
            (await MadeCommand.Run(OnOther(home, "verify"))).Exits(0).Lines[^1].ShouldBe("Everything holds.", what);
        });

    [Fact]
    public Task Killed_while_it_brings_an_earlier_home_up_to_date_the_next_start_does() => KilledAsync(
        async () =>
        {
            var home = (await DemoHome.Empty).Copy();
            await MakeEarlier(home);
            return home;
        },
        _ => ["areas"],
        async (home, what) =>
        {
            (await home.Made("areas")).Exits(0).Lines.Count.ShouldBeGreaterThan(5, what);
            (await home.Made("verify")).Exits(0).Lines[^1].ShouldBe("Everything holds.", what);
        });

    /// <summary>Runs the work to its end once, and then ends it at random times within what it took, each time on a home of its own.</summary>
    private async Task KilledAsync(Func<Task<HomeCopy>> prepare, Func<HomeCopy, IEnumerable<string>> work, Func<HomeCopy, string, Task> holds)
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var took = TimeSpan.MaxValue;
        var killed = 0;
        for (var kill = 0; kill <= Kills; kill++)
        {
            using var home = await prepare();
            var watch = Stopwatch.StartNew();
            using (var process = MadeProgram.Start("", OnThisOr(home, work(home))))
            {
                if (kill > 0)
                {
                    await Task.Delay(took * random.NextDouble());
                    process.Kill();
                }
                await process.WaitForExitAsync();
                if (kill == 0)
                    process.ExitCode.ShouldBe(0, await process.StandardError.ReadToEndAsync());
                killed += process.ExitCode == 137 ? 1 : 0;
                if (process.ExitCode == 0 && watch.Elapsed < took)
                    took = watch.Elapsed;
            }
            await holds(home, $"seed {seed}, kill {kill}");
        }
        output.WriteLine($"{killed} of {Kills} ended before they were done (seed {seed}; whole {took.TotalSeconds:0.0} s)");
    }

    private static IEnumerable<string> OnThisOr(HomeCopy home, IEnumerable<string> arguments) => arguments.Contains("--home") ? arguments : home.OnThis(arguments);

    /// <summary>The same records in the schema of an earlier day.</summary>
    private static async Task MakeEarlier(HomeCopy home)
    {
        var (now, earlier) = (Path.Combine(home.Home, "records.db"), home.File("earlier.db"));
        using (var source = new RecordsSource(earlier, ""))
        {
            // Ids here have fewer digits than the framework's own; it finds them by what it takes for their name.
            await using (var db = source.Context())
                await db.GetService<IMigrator>().MigrateAsync(db.GetService<IMigrationsIdGenerator>().GetName("202611300062_SendingKeys"));
            await using var connection = await source.Connect();
            await Run(connection, $"PRAGMA foreign_keys = OFF; ATTACH '{now}' AS now");
            var tables = await source.Select(
                """
                SELECT m.name, group_concat('"' || c.name || '"') FROM sqlite_master m JOIN pragma_table_info(m.name) c
                WHERE m.type = 'table' AND m.name NOT LIKE '\_\_EF%' ESCAPE '\' AND m.name NOT LIKE 'sqlite%' GROUP BY m.name
                """, r => (Name: r.GetString(0), Columns: r.GetString(1)));
            foreach (var (name, columns) in tables)
                await Run(connection, $"INSERT INTO main.{name} ({columns}) SELECT {columns} FROM now.{name}");
            await Run(connection, "DETACH now");
        }
        foreach (var file in new[] { now, now + "-wal", now + "-shm" })
            File.Delete(file);
        File.Move(earlier, now);
    }

    private static async Task Run(DbConnection connection, string sql)
    {
        await using var command = RecordsSource.Command(connection, sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Another home with the same keys.</summary>
    private static string[] OnOther(HomeCopy home, params string[] arguments) => [.. arguments, "--home", home.File("other"), "--keys", home.Keys, "--today", "2026-11-22"];

    private static async Task<string> Restored(HomeCopy home)
    {
        (await MadeCommand.Run(OnOther(home, "restore", home.File("all.zip")))).Exits(0);
        return (await MadeCommand.Run(OnOther(home, "verify"))).Exits(0).Lines[^1];
    }

    private static async Task<List<string>> Editions(HomeCopy home)
    {
        using var source = new RecordsSource(Path.Combine(home.Home, "records.db"), "");
        return await source.Select("SELECT month, number FROM editions ORDER BY month, number", r => $"{r.GetString(0)} {r.GetInt32(1)}");
    }

    /// <summary>Three months of police files, and no edition yet.</summary>
    private static Task<PreparedHome> Loaded() => PreparedHome.Of("three-months", async folder =>
    {
        using var home = (await DemoHome.Empty).Copy();
        var files = await Task.WhenAll(new[] { "2021-10", "2021-11", "2021-12" }.Select(DemoHome.Street));
        (await home.Made(["intake", "--dataset", "police-street", .. files])).Exits(0);
        Directory.Move(home.Home, Path.Combine(folder, "home"));
        Directory.Move(home.Keys, Path.Combine(folder, "keys"));
    });
}
