using System.Diagnostics;
using Made.Store.Audit;
using Made.Store.Records;
using Made.TestKit;
using Made.Tests.Integration.Records;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Made.Tests.Integration.Audit;

/// <summary>What the chain costs a write: the same row saved with its place looked up and hashed, and with a place given beforehand.</summary>
public sealed class CostTests(ITestOutputHelper output)
{
    private const int Writes = 200;

    [Theory, OnEachDatabase]
    public async Task The_chain_costs_a_write_little_beside_its_commit(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await home.Open();
        using var source = new RecordsSource(home.Home.RecordsFile, home.Home.Settings.Records);
        var given = new List<RecordedChange>();
        await records.Audit.Keep(ChangeKinds.TableSaved, "warm", TemporaryHome.By("cost"));
        var last = (await records.Audit.Newest(0, 1))[0];
        var without = await Median(async i =>
        {
            var row = new RecordedChange((given.Count == 0 ? last.Number : given[^1].Number) + 1, TemporaryHome.Noon, "test", "cost", ChangeKinds.TableSaved, $"given {i}", "");
            given.Add(row with { Hash = HashChain.After(given.Count == 0 ? last.Hash : given[^1].Hash, row) });
            await source.Write("cost", TemporaryHome.By("cost"), writing =>
            {
                writing.Db.Changes.Add(new ChangeRow { Number = given[^1].Number, At = Instants.Micros(given[^1].At), By = "test", Why = "cost", What = ChangeKinds.TableSaved, Subject = given[^1].Subject, Hash = given[^1].Hash });
                return Task.FromResult(0);
            });
        });
        var with = await Median(i => records.Audit.Keep(ChangeKinds.TableSaved, $"kept {i}", TemporaryHome.By("cost")));
        AuditRows.Follow(await AuditRows.All(records)).ShouldBeTrue();
        output.WriteLine($"{database}: {with:0.000} ms a write with the chain, {without:0.000} ms without, {with - without:0.000} ms more");
        (with - without).ShouldBeLessThan(10);
    }

    private static async Task<double> Median(Func<int, Task> write)
    {
        var took = new List<double>();
        for (var i = 0; i < Writes; i++)
        {
            var since = Stopwatch.GetTimestamp();
            await write(i);
            took.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        }
        took.Sort();
        return took[Writes / 2];
    }
}
