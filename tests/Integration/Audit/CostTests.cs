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
        var (with, without) = (new List<double>(), new List<double>());
        for (var i = 0; i < Writes; i++)
        {
            with.Add(await Took(() => records.Audit.Keep(ChangeKinds.TableSaved, $"kept {i}", TemporaryHome.By("cost"))));
            var last = (await records.Audit.Newest(0, 1))[0];
            var given = last with { Number = last.Number + 1, Subject = $"given {i}" };
            without.Add(await Took(() => source.Write("cost", TemporaryHome.By("cost"), writing =>
            {
                writing.Db.Changes.Add(new ChangeRow { Number = given.Number, At = Instants.Micros(given.At), By = given.By, Why = given.Why, What = given.What, Subject = given.Subject, Hash = HashChain.After(last.Hash, given) });
                return Task.FromResult(0);
            })));
        }
        AuditRows.Follow(await AuditRows.All(records)).ShouldBeTrue();
        var more = Median(with) - Median(without);
        output.WriteLine($"{database}: {Median(with):0.000} ms a write with the chain, {Median(without):0.000} ms without, {more:0.000} ms more");
        more.ShouldBeLessThan(20);
    }

    private static async Task<double> Took(Func<Task> write)
    {
        var since = Stopwatch.GetTimestamp();
        await write();
        return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
    }

    private static double Median(List<double> took) => took.Order().ElementAt(took.Count / 2);
}
