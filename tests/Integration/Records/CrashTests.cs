using Made.Core.Exchange;
using Made.Store;
using Made.Store.Records;
using Made.TestKit;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Made.Tests.Integration.Records;

public sealed class CrashTests(ITestOutputHelper output)
{
    [Theory, OnEachDatabase]
    public async Task Killed_at_any_named_point_an_import_is_all_or_nothing_and_a_retry_holds_it_once(string database)
    {
        foreach (var point in CrashPoints.OfAccepting)
        {
            using var home = await TemporaryHome.On(database);
            await home.Offer(await home.Open(), "first");
            using (var killed = CrashHost.Start(home, point, "accept", "2019-12", "second"))
            {
                await killed.WaitForExitAsync();
                killed.ExitCode.ShouldBe(137, $"the process was not killed at {point}: {await killed.StandardError.ReadToEndAsync()}");
            }
            var records = await home.Open();
            var before = await CheckWhole(home, records);
            before.Count.ShouldBe(point == CrashPoints.AfterCommit ? 2 : 1, point);
            var retry = await home.Offer(records, "second");
            (retry is Acceptance.AlreadyHeld).ShouldBe(point == CrashPoints.AfterCommit, point);
            var after = await CheckWhole(home, records);
            after.Select(s => (s.Revision, s.State)).ShouldBe([(1, SupplyState.Superseded), (2, SupplyState.Current)], point);
        }
    }

    [Theory, OnEachDatabase]
    public async Task Killed_at_random_times_between_imports_nothing_is_ever_half(string database)
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        using var home = await TemporaryHome.On(database);
        (await home.Open()).Dispose();
        var contents = Enumerable.Range(0, 400).Select(i => $"file-{i}").ToArray();
        for (var kill = 0; kill < 5; kill++)
        {
            using var child = CrashHost.Start(home, "", ["accept", "2019-12", .. contents]);
            await child.StandardOutput.ReadLineAsync();
            await Task.Delay(random.Next(0, 250));
            child.Kill();
            await child.WaitForExitAsync();
            await CheckWhole(home, await home.Open());
        }
    }

    /// <summary>Every row has its file, every file its row, one revision is current, and each supply has a receipt and an audit row.</summary>
    private static async Task<IReadOnlyList<Supply>> CheckWhole(TemporaryHome home, OpenRecords records)
    {
        var register = await records.Supplies.Register();
        register.Count(s => s.State == SupplyState.Current).ShouldBe(1);
        register.Select(s => s.Revision).ShouldBe(Enumerable.Range(1, register.Count));
        register.ShouldAllBe(s => Durable.Sha256(home.Home.FactsFile(s)) == s.FactsSha256);
        Directory.GetDirectories(Path.Combine(home.Home.Supplies, "police-street", "2019-12")).Length.ShouldBe(register.Count);
        Directory.GetDirectories(home.Home.Staging).ShouldBeEmpty();
        foreach (var supply in register)
        {
            (await records.Receipts.OfSupply(supply.Id)).ShouldNotBeEmpty();
            (await records.Audit.Of(supply.Id)).Count(a => a.What == ChangeKinds.SupplyAccepted).ShouldBe(1);
        }
        return register;
    }
}
