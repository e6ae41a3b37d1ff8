using System.Collections.Concurrent;
using Made.Core.Calendar;
using Made.Core.Editions;
using Made.Core.Exchange;
using Made.Core.Facts;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Store.Facts;

namespace Made.Store.Editions;

/// <summary>Cubes already read, by file: an immutable file is read once. Shared by all readers of a process.</summary>
public sealed class CubeShelf(CubeFiles files)
{
    private const int MostHeld = 2_000;

    private readonly ConcurrentDictionary<string, Lazy<MonthCube>> held = new(StringComparer.Ordinal);

    public MonthCube Take(Month month, string hash)
    {
        if (held.Count > MostHeld)
            held.Clear();
        return held.GetOrAdd(hash, _ => new Lazy<MonthCube>(() => Read(month, hash))).Value;
    }

    private MonthCube Read(Month month, string hash) =>
        files.Read(files.PathOf(month, hash)).Succeeded(out var cube, out var problem)
            ? cube
            : throw new IOException(problem.ToString());
}

/// <summary>The inputs of measures as one edition pinned them: the same manifest gives the same inputs, for ever.</summary>
internal static class PinnedInputs
{
    public static MeasureInputs Of(
        EditionManifest manifest, Register register, CubeShelf shelf, IReadOnlyList<ReportedValue> reported)
    {
        var cubes = manifest.Cubes.ToDictionary(c => (c.Dataset, c.Month), c => c.Hash);
        var returns = ReturnsOf(register.Pack, reported);
        return new MeasureInputs
        {
            Areas = register.Areas,
            Population = register.Population,
            Indicators = register.Pack.Indicators,
            Breaks = register.Pack.Breaks,
            First = manifest.Measures.Min(m => m.Month),
            Cube = (dataset, month) => cubes.TryGetValue((dataset, month), out var hash) ? shelf.Take(month, hash) : null,
            WhyMissing = (dataset, month) => WhyMissing(register.Pack, dataset, month, manifest.AsAt, returns),
            Reported = reported,
            WardOfLsoa = register.Reference.WardOfLsoa,
        };
    }

    public static HashSet<(string Dataset, Month Month)> ReturnsOf(Pack pack, IReadOnlyList<ReportedValue> reported)
    {
        var datasetOf = pack.Indicators.ToDictionary(i => i.Id, i => i.Dataset, StringComparer.Ordinal);
        return [.. reported.Where(r => datasetOf.ContainsKey(r.Indicator))
            .SelectMany(r => Month.Range(Month.Of(r.Start), Month.Of(r.End)).Select(m => (datasetOf[r.Indicator], m)))];
    }

    public static Absence WhyMissing(Pack pack, string dataset, Month month, DateOnly asAt, HashSet<(string Dataset, Month Month)> returns)
    {
        if (returns.Contains((dataset, month)))
            return Absence.None;
        var definition = pack.Datasets.First(d => d.Id == dataset);
        return Dues.WhyMissing(definition, month, asAt);
    }
}

/// <summary>The register and reference that measures are made with, opened together. What only counting needs is made when it is first asked for.</summary>
public sealed class Register
{
    private readonly Lazy<Population> population;
    private readonly Lazy<PlaceIndex> places;

    private Register(Pack pack, ReferenceData reference)
    {
        Pack = pack;
        Reference = reference;
        Areas = new Areas(pack, reference.Wards);
        population = new(() => new Population(Areas, Reference));
        places = new(() => new PlaceIndex(Reference, Areas.Districts.Select(d => d.Code)));
    }

    private Register(Register of, IReadOnlyList<IndicatorDefinition> indicators)
    {
        Pack = of.Pack with { Indicators = indicators };
        Reference = of.Reference;
        Areas = new Areas(Pack, Reference.Wards);
        population = of.population;
        places = of.places;
    }

    public Pack Pack { get; }

    public ReferenceData Reference { get; }

    public Areas Areas { get; }

    public Population Population => population.Value;

    public PlaceIndex Places => places.Value;

    public static Register Of(Pack pack, ReferenceData reference) => new(pack, reference);

    /// <summary>The same places and people with other indicators.</summary>
    public Register With(IReadOnlyList<IndicatorDefinition> indicators) => new(this, indicators);
}
