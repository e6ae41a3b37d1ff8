using System.Collections.Concurrent;
using Made.Core;
using Made.Core.Calendar;
using Made.Core.Editions;
using Made.Core.Exchange;
using Made.Core.Facts;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Core.Scorecard;
using Made.Store.Facts;
using Made.Store.Facts.Engine;
using Made.Store.Records;

namespace Made.Store.Editions;

/// <summary>Opens editions for reading, each with the reference vintage and the definitions it pinned, and as whoever asks may see it.</summary>
/// <param name="records">The records.</param>
/// <param name="engine">Counts facts.</param>
/// <param name="files">The measures.</param>
/// <param name="shelf">The cubes.</param>
/// <param name="registerOf">The register that an edition pinned.</param>
/// <param name="sight">What whoever asks now may see: see <see cref="EditionReader.For"/>; null sees everything.</param>
public sealed class EditionShelf(OpenRecords records, FactEngine engine, MeasureFiles files, CubeShelf shelf, Func<EditionManifest, Task<Register>> registerOf, Func<Func<IReadOnlyList<AreaCode>, bool>?> sight)
{
    private const int MostOpen = 24;

    private const int MostReported = 2_000;

    private readonly ConcurrentDictionary<(Month Month, int Number), EditionReader> opened = [];

    /// <summary>By file: editions of neighbouring months pin mostly the same.</summary>
    private readonly ConcurrentDictionary<string, IReadOnlyList<ReportedValue>> reported = new(StringComparer.Ordinal);

    /// <summary>The newest released edition of a month, or one by its number; null where there is none.</summary>
    /// <param name="month">The month.</param>
    /// <param name="number">Null opens the newest.</param>
    /// <param name="drafts">True where whoever asks may see drafts; a draft is only opened by its number.</param>
    public async Task<EditionReader?> Open(Month month, int? number = null, bool drafts = false)
    {
        var manifest = number is { } n ? await records.Editions.Find(month, n) : await records.Editions.Latest(month);
        return manifest is not null && await Open(manifest) is var reader && (drafts || !reader.Standing.IsDraft) ? reader : null;
    }

    /// <summary>An edition as it stands, draft or released.</summary>
    public async Task<EditionReader> Open(EditionManifest manifest)
    {
        var whole = await Whole(manifest);
        return sight() is { } reaches ? whole.For(reaches) : whole;
    }

    private async Task<EditionReader> Whole(EditionManifest manifest)
    {
        var key = (manifest.Month, manifest.Number);
        if (opened.TryGetValue(key, out var held) && !held.Standing.IsDraft)
            return held;
        var standing = await records.Releases.Standing(manifest);
        if (opened.Count >= MostOpen)
            opened.Clear();
        return opened[key] = held?.In(standing) ?? await Read(manifest, standing);
    }

    private async Task<EditionReader> Read(EditionManifest manifest, EditionStanding standing)
    {
        var register = await registerOf(manifest);
        return new EditionReader(manifest, standing, register, files, shelf, await Reported(manifest, register.Pack));
    }

    /// <summary>The newest released edition of every month, in order.</summary>
    public Task<IReadOnlyList<EditionManifest>> Newest() => records.Editions.Latest();

    /// <summary>The newest released editions of the months from the first to the last, in order.</summary>
    public Task<IReadOnlyList<EditionManifest>> Newest(Month first, Month last) => records.Editions.Latest(first, last);

    /// <summary>The months that have a released edition, in order.</summary>
    public Task<IReadOnlyList<Month>> Months() => records.Editions.Months();

    /// <summary>Every released edition of a month, oldest first.</summary>
    public Task<IReadOnlyList<EditionManifest>> Of(Month month) => records.Editions.All(month);

    /// <summary>How the records of an indicator lie on published map points, in some districts and a period, from the facts that the edition pins.</summary>
    public async Task<Outcome<MapPoints>> Points(EditionReader reader, IndicatorDefinition indicator, IReadOnlyList<AreaCode> districts, Period period, CancellationToken cancellation) =>
        PointCounts.Of(engine, await FactsOf(reader, indicator, period.First, period.Last), LsoasOf(reader, districts), indicator.Filter, period, cancellation).Succeeded(out var points, out var problem)
            ? MapPoints.Of(points, reader.RuleOf(indicator.Id).Policy)
            : throw new IOException(problem.ToString());

    /// <summary>Whether the records of an indicator follow each other nearby, in some districts and from month to month, from the facts that the edition pins; refused where a month is missing.</summary>
    public async Task<Outcome<NearRepeats>> NearRepeats(EditionReader reader, IndicatorDefinition indicator, IReadOnlyList<AreaCode> districts, Month first, Month last, CancellationToken cancellation)
    {
        var held = reader.Manifest.Cubes.Where(c => c.Dataset == indicator.Dataset).Select(c => c.Month).ToHashSet();
        return PlacedEvents.Of(engine, await FactsOf(reader, indicator, first, last), LsoasOf(reader, districts), indicator.Filter, first, last, cancellation).Succeeded(out var events, out var problem)
            ? Core.Scorecard.NearRepeats.Of(events, DatasetOf(reader, indicator), reader.RuleOf(indicator.Id), [.. Month.Range(first, last)], held)
            : throw new IOException(problem.ToString());
    }

    private async Task<IReadOnlyList<string>> FactsOf(EditionReader reader, IndicatorDefinition indicator, Month first, Month last)
    {
        var pinned = reader.Manifest.Supplies.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        var supplies = (await records.Supplies.Register()).Where(s => pinned.Contains(s.Id) && s.Dataset == indicator.Dataset).ToList();
        return [.. CubeOrders.Of(reader.Register.Pack, supplies, records.Home).Where(o => o.Month >= first && o.Month <= last).SelectMany(o => o.Files).Select(f => f.Path).Distinct()];
    }

    private static HashSet<string> LsoasOf(EditionReader reader, IReadOnlyList<AreaCode> districts) =>
        reader.Register.Reference.DistrictOfLsoa.Where(l => districts.Contains(l.Value)).Select(l => l.Key).ToHashSet(StringComparer.Ordinal);

    private static DatasetDefinition DatasetOf(EditionReader reader, IndicatorDefinition indicator) => reader.Register.Pack.Datasets.First(d => d.Id == indicator.Dataset);

    private async Task<IReadOnlyList<ReportedValue>> Reported(EditionManifest manifest, Pack pack)
    {
        var reportedDatasets = pack.Datasets.Where(d => d.Shape == DatasetShape.ReportedValues).Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        var pinned = manifest.Supplies.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        var paths = (await records.Supplies.Register())
            .Where(s => pinned.Contains(s.Id) && reportedDatasets.Contains(s.Dataset))
            .Select(records.Home.FactsFile);
        if (reported.Count > MostReported)
            reported.Clear();
        return [.. paths.SelectMany(p => reported.GetOrAdd(p, Reported))];
    }

    private IReadOnlyList<ReportedValue> Reported(string path) =>
        ReportedFiles.Read(engine, [path]).Succeeded(out var values, out var problem) ? values : throw new IOException(problem.ToString());
}
