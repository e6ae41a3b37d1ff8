using System.Diagnostics;
using System.Globalization;
using Made.Store.Audit;
using Made.Store.Records;
using Made.TestKit;
using Made.TestKit.Site;
using Made.Tests.Integration.Audit;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Made.Tests.Integration.Program;

/// <summary>The audit from outside: a home made by the program, its database in the hands of somebody else, and what the commands say.</summary>
public sealed class AuditCommandTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Verify_names_the_row_that_was_changed_and_sees_a_tail_that_was_cut_off()
    {
        using var home = await Made();
        var whole = (await home.Made("verify")).Exits(0);
        whole.Lines[^1].ShouldBe("Everything holds.");
        var last = long.Parse(Sql(home, "SELECT max(number) FROM changes"), CultureInfo.InvariantCulture);
        whole.Output.ShouldContain($"to row {last}; a checkpoint vouches for them to row {last}.");
        Sql(home, "UPDATE changes SET why = 'Another reason' WHERE number = 2");
        (await home.Made("verify")).Exits(1).Messages.ShouldContain("audit-row-changed: Audit row 2 does not follow");
        Sql(home, "DELETE FROM changes WHERE number = 2");
        (await home.Made("verify")).Exits(1).Messages.ShouldContain("audit-rows-missing: Audit row 2 is not there");

        using var other = await Made();
        Sql(other, $"DELETE FROM changes WHERE number = {last}");
        var cut = (await other.Made("verify")).Exits(1);
        cut.Messages.ShouldContain("audit-tail-missing");
        (await other.Made("verify")).Exits(1).Messages.ShouldContain("audit-tail-missing", customMessage: "verify itself signs nothing");
        // A command that works on such a home does its work and says that it cannot sign it.
        (await other.Made("audit", "export", other.File("export"))).Exits(0).Messages.ShouldContain("audit-does-not-continue");
        (await other.Made("verify")).Exits(1);
    }

    [Fact]
    public async Task An_older_database_is_seen_and_a_restored_backup_says_so()
    {
        using var home = await Made();
        (await home.Made("backup", home.File("all.zip"))).Exits(0);
        (await home.Made("audit", "export", home.File("export"), "--recipient", "a test")).Exits(0);
        (await home.Made("verify")).Exits(0);
        using var older = new HomeCopy();
        // The archive without later rows, unpacked somewhere else, gives the older database.
        (await MadeCommand.Run("restore", home.File("all.zip"), "--home", older.Home, "--keys", older.Keys)).Exits(0).Output.ShouldContain("Everything holds.");
        foreach (var file in Directory.EnumerateFiles(home.Home, "records.db*"))
            File.Delete(file);
        File.Copy(Path.Combine(older.Home, "records.db"), Path.Combine(home.Home, "records.db"));
        (await home.Made("verify")).Exits(1).Messages.ShouldContain("an older database was put in place");
        using var restored = new HomeCopy();
        var said = await MadeCommand.Run("restore", home.File("all.zip"), "--home", restored.Home, "--keys", home.Keys);
        said.Exits(0).Output.ShouldContain("Everything holds.");
        var verified = (await MadeCommand.Run("verify", "--home", restored.Home, "--keys", home.Keys)).Exits(0);
        verified.Output.ShouldContain("a backup was restored");
    }

    [Fact]
    public async Task An_export_is_verified_by_the_script_and_a_changed_one_is_not()
    {
        using var home = await Made();
        (await home.Made("audit", "export", home.File("export"), "--recipient", "the auditor")).Exits(0).Output.ShouldContain("audit rows in");
        (await home.Made("audit", "export", home.File("export"))).Exits(1).Messages.ShouldContain("folder-not-empty");
        var changes = home.File("export", "changes.jsonl");
        (await File.ReadAllLinesAsync(changes))[^1].ShouldContain("Audit exported for the auditor");
        var (code, said) = await Script.Run(home.File("export"));
        (code, said.Contains("Everything holds.", StringComparison.Ordinal)).ShouldBe((0, true), said);
        File.Copy(home.File("export", "checkpoints.jsonl"), home.File("kept.jsonl"));
        await File.WriteAllTextAsync(changes, (await File.ReadAllTextAsync(changes)).Replace("for the auditor", "for somebody", StringComparison.Ordinal));
        (code, said) = await Script.Run(home.File("export"));
        (code, said.Contains("does not follow", StringComparison.Ordinal)).ShouldBe((1, true), said);
        // Both taken back to an earlier moment hold by themselves; the checkpoints that somebody kept tell.
        var lines = await File.ReadAllLinesAsync(home.File("kept.jsonl"));
        var first = Checkpoint.Of(lines[0])!;
        await File.WriteAllLinesAsync(changes, (await File.ReadAllLinesAsync(changes)).Take((int)first.Number));
        foreach (var name in new[] { "checkpoints.jsonl", "checkpoints-of-home.jsonl" })
            await File.WriteAllTextAsync(home.File("export", name), lines[0] + "\n");
        (await Script.Run(home.File("export"))).Code.ShouldBe(0);
        (await Script.Run(home.File("export"), home.File("kept.jsonl"))).Code.ShouldBe(1);
        (await Script.Run()).Code.ShouldBe(2);
    }

    [Fact]
    public async Task On_a_full_disk_a_change_is_refused_in_words_and_nothing_of_it_is_kept()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var home = await Made();
        var rows = Sql(home, "SELECT count(*) FROM changes");
        var start = new ProcessStartInfo("bash") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        // No file of the process may grow past 4 kB, as on a disk without room; the doubled mapping of code would be such a file.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        foreach (var argument in new[] { "-c", "trap '' XFSZ; ulimit -f 4; exec \"$@\"", "bash", MadeProgram.File, "audit", "export", home.File("export"), "--home", home.Home, "--keys", home.Keys })
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var messages = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(1, await messages);
        (await messages).ShouldContain("records-refused");
        Directory.Exists(home.File("export")).ShouldBeFalse();
        Sql(home, "SELECT count(*) FROM changes").ShouldBe(rows);
        (await home.Made("audit", "export", home.File("export"))).Exits(0);
        (await home.Made("verify")).Exits(0);
    }

    [Fact]
    public async Task A_million_audit_rows_would_be_verified_in_30_seconds()
    {
        var rows = Tier.Is(100_000, full: 1_000_000);
        using var home = await Made();
        await Fill(home, rows);
        (await home.Made("audit", "export", home.File("export"))).Exits(0);
        var watch = Stopwatch.StartNew();
        (await home.Made("verify")).Exits(0).Output.ShouldContain($"{rows + 1:N0} audit rows read");
        var here = watch.Elapsed;
        watch.Restart();
        var (code, said) = await Script.Run(home.File("export"));
        code.ShouldBe(0, said);
        output.WriteLine($"{rows:N0} rows: made verify {here.TotalSeconds:0.0} s, the script {watch.Elapsed.TotalSeconds:0.0} s");
        // A million in 30 s; at least 15 s for the start of a process on a machine where other tests run.
        here.TotalSeconds.ShouldBeLessThan(Math.Max(15, rows / 33_333.0));
    }

    private static async Task<HomeCopy> Made()
    {
        var home = new HomeCopy();
        (await home.Made("init", "--pack", "demo")).Exits(0);
        return home;
    }

    private static async Task Fill(HomeCopy home, int rows)
    {
        Home.Open(home.Home, home.Keys).Succeeded(out var opened, out _).ShouldBeTrue();
        (await OpenRecords.Open(opened!, new Core.Change("test", "fill", TimeProvider.System.GetUtcNow()))).Succeeded(out var records, out _).ShouldBeTrue();
        using (records)
        using (var source = new RecordsSource(opened!.RecordsFile, ""))
        {
            var held = await AuditRows.All(records!);
            var more = Enumerable.Range(held.Count + 1, rows - held.Count).Select(i => held[^1] with { Number = i, What = ChangeKinds.EditionKept, Subject = $"2026-01/{i}", Why = $"Supplies, due dates or definitions changed ({i})" });
            await AuditRows.Put(source, AuditRows.Forged(held.Concat(more)));
            (await records!.Checkpoints.Keep(TimeProvider.System.GetUtcNow())).Problem.ShouldBeNull();
        }
    }

    private static string Sql(HomeCopy home, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(home.Home, "records.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? "";
    }
}
