using Made.Store.Records;
using Made.TestKit;
using Made.TestKit.Site;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Made.Tests.Integration.Records;

/// <summary>What a failing disk leaves of the records' log: whatever is cut off or changed in it, the records open in a state that was, never in one that was not.</summary>
public sealed class DamagedLogTests(ITestOutputHelper output)
{
    private const int Changes = 30;

    private static readonly int Damages = Tier.Is(50, full: 1_000);

    [Fact]
    public async Task A_log_cut_or_changed_anywhere_opens_at_a_state_that_was()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        using var home = await TemporaryHome.On(TemporaryHome.Sqlite);
        // Closed once, so that the tables themselves are no longer in the log.
        (await home.Open()).Dispose();
        var records = await home.Open();
        for (var i = 0; i < Changes; i++)
            await records.Audit.Keep(ChangeKinds.TableSaved, $"table-{i}", TemporaryHome.By($"reason {i}", i));
        // Another program copies them: the database stays open, and its log is not yet taken into it.
        var (database, log) = (await OpenFile.BytesAsync(home.Home.RecordsFile), await OpenFile.BytesAsync(home.Home.RecordsFile + "-wal"));
        log.Length.ShouldBeGreaterThan(50_000);
        var folder = Directory.CreateTempSubdirectory("made-damaged-").FullName;
        var whole = Read(folder, database, log);
        whole.Count(s => s.StartsWith("table-", StringComparison.Ordinal)).ShouldBe(Changes);
        var seen = new SortedSet<int>();
        for (var at = 0; at < Damages; at++)
        {
            var place = random.Next(log.Length);
            byte[] damaged = at % 2 == 0 ? log[..place] : [.. log[..place], (byte)(log[place] ^ (1 << random.Next(8))), .. log[(place + 1)..]];
            var state = Read(folder, database, damaged);
            state.ShouldBe(whole.Take(state.Count), $"seed {seed}, damage {at} at byte {place}");
            seen.Add(state.Count);
        }
        output.WriteLine($"{Damages:N0} damages of a log of {log.Length:N0} bytes (seed {seed}): {seen.Count} different states seen, each one that was");
        seen.Count.ShouldBeGreaterThan(5);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The changes in order, of a database that is sound by its own account.</summary>
    private static List<string> Read(string folder, byte[] database, byte[] log)
    {
        var file = Path.Combine(folder, $"{Guid.NewGuid():N}.db");
        File.WriteAllBytes(file, database);
        File.WriteAllBytes(file + "-wal", log);
        using (var source = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            source.Open();
            using var command = source.CreateCommand();
            command.CommandText = "PRAGMA integrity_check";
            command.ExecuteScalar().ShouldBe("ok");
            command.CommandText = "SELECT subject FROM changes ORDER BY number";
            var found = new List<string>();
            using var rows = command.ExecuteReader();
            while (rows.Read())
                found.Add(rows.GetString(0));
            return found;
        }
    }
}
