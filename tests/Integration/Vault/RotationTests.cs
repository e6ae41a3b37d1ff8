using System.Diagnostics;
using System.Globalization;
using Made.Core;
using Made.Store.Records;
using Made.Store.Vault;
using Made.TestKit.Site;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Made.Tests.Integration.Vault;

/// <summary>Keys are renewed by the program itself while others read and write, and a rotation that was killed leaves everything readable.</summary>
public sealed class RotationTests(ITestOutputHelper output)
{
    private const int Fields = 100_000;

    [Fact]
    public async Task A_hundred_thousand_fields_get_new_keys_under_load_without_an_error()
    {
        using var home = (await DemoHome.Empty).Copy();
        using var records = await Opened(home);
        await Fill(home, records, Fields);
        using var stop = new CancellationTokenSource();
        var load = Enumerable.Range(0, 2).Select(n => Read(home, records, n, stop.Token)).Append(Write(records, stop.Token)).ToList();
        var watch = Stopwatch.StartNew();
        var rotated = await home.Made("vault", "rotate");
        watch.Stop();
        await stop.CancelAsync();
        var done = await Task.WhenAll(load);
        rotated.Exits(0).Output.ShouldContain("Could not be opened: 0.");
        var check = await records.Vault.Check();
        var newest = (await records.Vault.Standing()).Single(k => k.IsNewest);
        output.WriteLine($"{check.Fields:N0} fields, {newest.Sealed:N0} of them under the new key after {watch.Elapsed.TotalSeconds:0.0} s; meanwhile {done[0].Done + done[1].Done:N0} fields read and {done[2].Done:N0} agreements written; {done.Sum(d => d.Errors)} errors, {check.Problems.Count} unreadable.");
        (done.Sum(d => d.Errors), check.Problems.Count).ShouldBe((0, 0));
        done.ShouldAllBe(d => d.Done > 0);
        check.Fields.ShouldBeGreaterThanOrEqualTo(Fields);
        newest.Sealed.ShouldBe(check.Fields);
        (await home.Made("verify")).Exits(0).Output.ShouldContain("sealed fields opened");
    }

    [Fact]
    public async Task Killed_anywhere_everything_can_be_read_and_the_next_run_finishes()
    {
        using var home = (await DemoHome.Empty).Copy();
        using var records = await Opened(home);
        await Fill(home, records, 5_000);
        (await records.Vault.PurposeKey("linkage", By("linkage agreed"))).Problem.ShouldBeNull();
        foreach (var point in new[] { "before-commit:1", "after-commit:1", $"{CrashPoints.KeyWrapped}:1", $"{CrashPoints.KeyWrapped}:2", "before-commit:2", $"{CrashPoints.FieldsSealedAgain}:3", "before-commit:4" })
        {
            (await MadeProgram.Run(point, home.OnThis(["vault", "rotate"]))).ExitCode.ShouldBe(137, point);
            var check = await records.Vault.Check();
            (check.Fields, check.Problems.Count).ShouldBe((5_001, 0), point);
            records.Vault.Ring.PurposeKey("linkage", 1).Problem.ShouldBeNull(point);
        }
        (await home.Made("vault", "rotate")).Exits(0);
        Directory.GetFiles(Path.Combine(home.Keys, "vault", "master"), "*.key").Length.ShouldBe(1);
        (await records.Vault.Standing()).Single(k => k is { IsNewest: true, Sealed: > 0 }).Sealed.ShouldBe(5_001);
        (await home.Made("verify")).Exits(0);
    }

    private static Change By(string why) => new("test", why, new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    private static async Task<OpenRecords> Opened(HomeCopy copy)
    {
        if (!Home.Open(copy.Home, copy.Keys).Succeeded(out var home, out var problem))
            throw new InvalidOperationException(problem.ToString());
        return (await OpenRecords.Open(home, By("test"))).Succeeded(out var records, out problem) ? records : throw new InvalidOperationException(problem.ToString());
    }

    /// <summary>One agreement by the records themselves, the other rows past them: each would be a transaction of its own.</summary>
    private static async Task Fill(HomeCopy home, OpenRecords records, int count)
    {
        (await records.Sharing.Add(SignedAgreements.Protocol with { Id = "first" }, By("new"))).Problem.ShouldBeNull();
        var key = (await records.Vault.Standing())[0].Id;
        using var source = new RecordsSource(Path.Combine(home.Home, "records.db"), "");
        await using var connection = await source.Connect();
        await using var transaction = await connection.BeginTransactionAsync();
        for (var n = 0; n < count; n++)
        {
            var place = SealedColumn.SignatoryRole.At("filled", n.ToString(CultureInfo.InvariantCulture), ChangeKinds.SharingSigned, "body");
            records.Vault.Fields.Seal(key, place, RoleOf(n)).Succeeded(out var value, out _).ShouldBeTrue();
            await using var command = RecordsSource.Command(
                connection,
                "INSERT INTO sharing_steps (agreement, version, step, other, role, day, at, \"by\", why) VALUES ('filled', @n, @step, 'body', @role, '2026-01-01', 0, 'test', 'test')",
                ("@n", n), ("@step", ChangeKinds.SharingSigned), ("@role", value!));
            command.Transaction = transaction;
            await command.ExecuteNonQueryAsync();
        }
        await transaction.CommitAsync();
    }

    private static string RoleOf(int n) => string.Create(CultureInfo.InvariantCulture, $"role {n}");

    private static async Task<(long Done, int Errors)> Read(HomeCopy home, OpenRecords records, int seed, CancellationToken stop)
    {
        using var source = new RecordsSource(Path.Combine(home.Home, "records.db"), "");
        var (random, done, errors) = (new Random(seed), 0L, 0);
        while (!stop.IsCancellationRequested)
        {
            var from = random.Next(Fields - 100);
            foreach (var (n, value) in await source.Select("SELECT version, role FROM sharing_steps WHERE agreement = 'filled' AND number BETWEEN @from AND @to", r => (r.GetInt32(0), r.GetString(1)), ("@from", from), ("@to", from + 100)))
            {
                var opened = records.Vault.Fields.Open(SealedColumn.SignatoryRole.At("filled", n.ToString(CultureInfo.InvariantCulture), ChangeKinds.SharingSigned, "body"), value);
                (done, errors) = (done + 1, opened.Succeeded(out var text, out _) && text == RoleOf(n) ? errors : errors + 1);
            }
            // As a person would, not to keep a processor to itself.
            await Task.Delay(10, CancellationToken.None);
        }
        return (done, errors);
    }

    private static async Task<(long Done, int Errors)> Write(OpenRecords records, CancellationToken stop)
    {
        var (done, errors) = (0L, 0);
        while (!stop.IsCancellationRequested)
        {
            var added = await records.Sharing.Add(SignedAgreements.Protocol with { Id = string.Create(CultureInfo.InvariantCulture, $"added-{done}") }, By("load"));
            (done, errors) = (done + 1, added.Problem is null ? errors : errors + 1);
            await Task.Delay(20, CancellationToken.None);
        }
        return (done, errors);
    }
}
