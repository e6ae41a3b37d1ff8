using Made.Store.Audit;
using Made.Store.Records;
using Made.TestKit;
using Made.Tests.Integration.Records;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Audit;

/// <summary>The audit is one line of rows, each following from the one before, however many write at once.</summary>
public sealed class ChainTests
{
    [Theory, OnEachDatabase]
    public async Task Eight_writers_at_once_leave_one_line(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => home.Open()));
        var before = (await records[0].Audit.Newest(0, 1))[0].Number;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(w => Task.Run(async () =>
        {
            for (var i = 0; i < 20; i++)
                if (w % 2 == 0)
                    await records[w / 2].Audit.Keep(ChangeKinds.BackupWritten, $"{w}-{i}", TemporaryHome.By("together"));
                else
                    await records[w / 2].Jobs.Start("intake", $"{w}-{i}", TemporaryHome.By("together"));
        })));
        var rows = await AuditRows.All(records[0]);
        rows.Select(r => r.Number).ShouldBe(Enumerable.Range(1, (int)before + 160).Select(i => (long)i));
        AuditRows.Follow(rows).ShouldBeTrue();
        (await records[0].Checkpoints.Keep(TemporaryHome.Noon)).Succeeded(out var covered, out _).ShouldBeTrue();
        covered.ShouldBe(rows[^1].Number);
        (await AuditCheck.Run(records[0], CancellationToken.None)).Problems.ShouldBeEmpty();
    }

    [Theory, OnEachDatabase]
    public async Task Rows_of_one_change_stand_in_the_order_in_which_they_were_noted(string database)
    {
        using var home = await TemporaryHome.On(database);
        await home.Open();
        using var source = Source(home);
        await source.Write("test", TemporaryHome.By("order"), async writing =>
        {
            for (var i = 0; i < 6; i++)
            {
                writing.Note(ChangeKinds.TableSaved, $"first {i}");
                writing.Note(ChangeKinds.TableSaved, $"second {i}");
                if (i % 3 == 1)
                    await writing.Db.SaveChangesAsync();
            }
            return 0;
        });
        var rows = await AuditRows.All(await home.Open());
        rows.TakeLast(12).Select(r => r.Subject).ShouldBe(Enumerable.Range(0, 6).SelectMany(i => new[] { $"first {i}", $"second {i}" }));
        AuditRows.Follow(rows).ShouldBeTrue();
    }

    [Theory, OnEachDatabase]
    public async Task A_row_without_a_place_in_the_chain_is_refused(string database)
    {
        using var home = await TemporaryHome.On(database);
        await home.Open();
        using var source = Source(home);
        await using var guarded = source.Context();
        guarded.Changes.Add(Planted(""));
        (await Should.ThrowAsync<InvalidOperationException>(() => guarded.SaveChangesAsync())).Message.ShouldContain("inside the transaction");
        Should.Throw<InvalidOperationException>(() => guarded.SaveChanges()).Message.ShouldContain("without its place");
        await using var other = source.Context();
        other.Changes.Add(Planted("not a hash"));
        (await Should.ThrowAsync<InvalidOperationException>(() => other.SaveChangesAsync())).Message.ShouldContain("without its place");
        (await AuditRows.All(await home.Open())).ShouldAllBe(r => r.Hash.Length == 64 && r.Subject != "planted");
    }

    [Theory, OnEachDatabase]
    public async Task Rows_from_before_the_chain_keep_what_they_say_and_get_their_hashes(string database)
    {
        using var home = await TemporaryHome.On(database);
        using var source = Source(home);
        await using (var db = source.Context())
            await db.Database.MigrateAsync();
        await Insert(source, "ALTER TABLE changes DROP COLUMN hash");
        await Insert(source, "DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" = '202611300001_AuditChain'");
        await Insert(source, $"INSERT INTO homes (id) VALUES ('{home.Home.Settings.Id}')");
        foreach (var number in new[] { 1, 2, 5 }) // Databases of then may have gaps.
            await Insert(source, $"INSERT INTO changes (number, at, \"by\", why, what, subject) VALUES ({number}, {number}000, 'made', 'Grüße {number}', 'job-started', 's{number}')");
        var records = await home.Open();
        var rows = await AuditRows.All(records);
        rows.Take(3).Select(r => (r.Number, r.Why, r.Subject)).ShouldBe([(1, "Grüße 1", "s1"), (2, "Grüße 2", "s2"), (5, "Grüße 5", "s5")]);
        (rows[3].Number, rows[3].What).ShouldBe((6, ChangeKinds.RecordsMigrated));
        AuditRows.Follow(rows).ShouldBeTrue();
        var hashes = rows.Select(r => r.Hash).ToList();

        // A start that was killed after the column was there and before the rows had their hashes.
        await Insert(source, "UPDATE changes SET hash = ''");
        (await AuditRows.All(await home.Open())).Select(r => r.Hash).ShouldBe(hashes);

        // A row that lost its hash is not mended in silence.
        await Insert(source, "UPDATE changes SET hash = '' WHERE number = 2");
        (await home.Open()).Dispose();
        (await AuditCheck.Run(await home.Open(), CancellationToken.None)).Problems.ShouldContain(p => p.Code == "audit-row-changed" && p.Message.Contains("row 2 "));
    }

    private static ChangeRow Planted(string hash) => new() { Number = -1, At = 1, By = "p", Why = "p", What = "planted", Subject = "planted", Hash = hash };

    private static RecordsSource Source(TemporaryHome home) => new(home.Home.RecordsFile, home.Home.Settings.Records);

    private static Task Insert(RecordsSource source, string sql) => AuditRows.Run(source, sql);
}
