using Made.Core;
using Made.Core.Calendar;
using Made.Core.Editions;
using Made.Core.Exchange;
using Made.Core.Facts;
using Made.Core.Indicators;
using Made.Store.Facts;
using Made.Store.Facts.Engine;
using Made.Store.Records;

namespace Made.Store.Editions;

/// <summary>
/// Builds the editions that the supplies call for, each as a draft. A month whose inputs are what its newest edition pinned is left alone;
/// one whose own or earlier inputs changed gets a further edition, and the old one stays as it was.
/// </summary>
public sealed class Refresh(OpenRecords records, FactEngine engine, CubeFiles cubeFiles, MeasureFiles measureFiles, Register register, TimeProvider clock)
{
    /// <summary>Releasing takes the same turn: what a draft may show was decided against the editions that are released.</summary>
    internal const string Kind = "refresh";

    private const int AtOnce = 2;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);

    /// <param name="only">One month, or null for every month.</param>
    /// <param name="today">The day from which "not yet due" and "overdue" are told.</param>
    /// <param name="change">Who asked, and why.</param>
    /// <param name="cancel">Stops between months; what was built stays.</param>
    public async Task<Outcome<IReadOnlyList<EditionManifest>>> Run(Month? only, DateOnly today, Change change, CancellationToken cancel = default)
    {
        var started = await records.Jobs.StartAlone(Kind, "Building editions", change);
        if (!started.Succeeded(out var job, out var problem))
            return problem;
        var (state, message) = (JobState.Failed, "Stopped by a fault.");
        try
        {
            await using var beat = new Timer(_ => _ = records.Jobs.Heartbeat(job.Id, 0, 0, "Building editions", clock.GetUtcNow()), null, Beat, Beat);
            var built = await Build(only, today, change, cancel);
            (state, message) = built.Succeeded(out var editions, out problem) ? (JobState.Done, $"{editions.Count} editions built.") : (state, problem.Message);
            return built;
        }
        finally
        {
            await records.Jobs.Finish(job.Id, state, message, change with { At = clock.GetUtcNow() });
        }
    }

    private async Task<Outcome<IReadOnlyList<EditionManifest>>> Build(Month? only, DateOnly today, Change change, CancellationToken cancel)
    {
        var supplies = await records.Supplies.Current();
        if (!ReportedValues(supplies).Succeeded(out var values, out var problem))
            return problem;
        if (!Count(supplies, cancel).Succeeded(out var cubes, out problem))
            return problem;
        var newest = (await records.Editions.LatestWithDrafts()).ToDictionary(e => e.Month);
        var released = (await records.Editions.Latest()).ToDictionary(e => e.Month);
        var plan = EditionPlan.Of(register, supplies, cubes, values, today, newest, released, await records.Indicators.All());
        var due = plan.Due.Where(m => only is null || m == only).ToList();
        if (due.Count == 0)
            return Array.Empty<EditionManifest>();
        WriteMeasures(plan, cubes, values, due[^1], cancel);
        var built = new List<EditionManifest>();
        foreach (var month in due)
        {
            cancel.ThrowIfCancellationRequested();
            built.Add(await records.Editions.Add(plan.Manifest(month, clock.GetUtcNow()), change));
        }
        return built;
    }

    private Outcome<IReadOnlyDictionary<(string Dataset, Month Month), MonthCube>> Count(IReadOnlyList<Supply> supplies, CancellationToken cancel)
    {
        var orders = CubeOrders.Of(register.Pack, supplies, records.Home);
        var cubes = new Dictionary<(string, Month), MonthCube>();
        foreach (var outcome in cubeFiles.Build(orders, register.Places, AtOnce, cancel))
        {
            if (!outcome.Succeeded(out var cube, out var problem))
                return problem;
            cubes.Add((cube.Dataset, cube.Month), cube);
        }
        return cubes;
    }

    private Outcome<IReadOnlyList<ReportedValue>> ReportedValues(IReadOnlyList<Supply> supplies) =>
        ReportedFiles.Read(engine, [.. supplies.Where(s => ShapeOf(s) == DatasetShape.ReportedValues).Select(s => records.Home.FactsFile(s))]);

    private void WriteMeasures(
        EditionPlan plan, IReadOnlyDictionary<(string, Month), MonthCube> cubes, IReadOnlyList<ReportedValue> reported, Month last, CancellationToken cancel)
    {
        var missing = plan.Months.Where(m => m <= last && !File.Exists(records.Home.MeasureFile(m, plan.HashOf(m)))).ToList();
        if (missing.Count == 0)
            return;
        var builder = new MeasureBuilder(plan.Inputs(cubes, reported, new EarlierMeasures(plan, measureFiles).Find));
        foreach (var month in missing)
        {
            cancel.ThrowIfCancellationRequested();
            measureFiles.Write(month, plan.HashOf(month), builder.Build(month), cancel);
        }
    }

    private DatasetShape ShapeOf(Supply supply) => register.Pack.Datasets.First(d => d.Id == supply.Dataset).Shape;
}
