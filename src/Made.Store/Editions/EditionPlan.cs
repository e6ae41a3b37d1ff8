using System.Security.Cryptography;
using System.Text;
using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Editions;
using Made.Core.Exchange;
using Made.Core.Facts;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Store.Records;

namespace Made.Store.Editions;

/// <summary>
/// What each month rests on, and which months therefore need a further edition. The hash of a month chains the hashes of the months before it,
/// because its page shows history: a late March changes March and every later month, never February.
/// </summary>
internal sealed class EditionPlan
{
    /// <summary>Part of every hash: a changed way of measuring gives every file of measures a new name.</summary>
    private const string Format = "measures/2";

    private readonly Register register;
    private readonly IReadOnlyList<Supply> supplies;
    private readonly IReadOnlyDictionary<(string Dataset, Month Month), MonthCube> cubes;
    private readonly IReadOnlyDictionary<Month, EditionManifest> newest;
    private readonly IReadOnlyDictionary<Month, EditionManifest> released;
    private readonly SortedDictionary<Month, string> hashes;
    private readonly HashSet<(string Dataset, Month Month)> returns;
    private readonly DateOnly today;
    private readonly IndicatorCatalogue indicators;

    private EditionPlan(
        Register register, IReadOnlyList<Supply> supplies, IReadOnlyDictionary<(string Dataset, Month Month), MonthCube> cubes,
        IReadOnlyList<ReportedValue> reported, DateOnly today, IReadOnlyDictionary<Month, EditionManifest> newest, IReadOnlyDictionary<Month, EditionManifest> released,
        IndicatorCatalogue indicators)
    {
        (this.register, this.supplies, this.cubes, this.today, this.newest, this.released, this.indicators) = (register, supplies, cubes, today, newest, released, indicators);
        returns = PinnedInputs.ReturnsOf(register.Pack, reported);
        hashes = Chain(reported);
    }

    /// <summary>
    /// Every month from the first to the last that anything is held for or that has an edition, gaps included: a month whose only supply was
    /// withdrawn gets a further edition that says so.
    /// </summary>
    public IReadOnlyCollection<Month> Months => hashes.Keys;

    /// <summary>The months whose newest edition rests on something else, or that have none.</summary>
    public IEnumerable<Month> Due => hashes.Where(h => Pinned(newest, h.Key) != h.Value).Select(h => h.Key);

    /// <param name="register">What new editions are made with.</param>
    /// <param name="supplies">The supplies that count.</param>
    /// <param name="cubes">Their cubes.</param>
    /// <param name="reported">Their reported values.</param>
    /// <param name="today">The day from which "not yet due" and "overdue" are told.</param>
    /// <param name="newest">The newest edition of each month, drafts included: what would say the same is not made again.</param>
    /// <param name="released">The newest released edition of each month: what readers hold a further one against.</param>
    /// <param name="indicators">Every indicator with its past.</param>
    public static EditionPlan Of(
        Register register, IReadOnlyList<Supply> supplies, IReadOnlyDictionary<(string Dataset, Month Month), MonthCube> cubes,
        IReadOnlyList<ReportedValue> reported, DateOnly today, IReadOnlyDictionary<Month, EditionManifest> newest, IReadOnlyDictionary<Month, EditionManifest> released,
        IndicatorCatalogue indicators) =>
        new(register, supplies, cubes, reported, today, newest, released, indicators);

    public string HashOf(Month month) => hashes[month];

    /// <summary>The file of a month's measures in its newest released edition so far; null where it has none.</summary>
    public string? EarlierHashOf(Month month) => Pinned(released, month);

    /// <summary>True where the newest released edition of the month has its files in the first format.</summary>
    public bool EarlierIsFirstFormat(Month month) => released.TryGetValue(month, out var edition) && IsFirstFormat(edition);

    /// <summary>True for editions made before files of measures said what is withheld. All files of an edition are of one format.</summary>
    public static bool IsFirstFormat(EditionManifest edition) => edition.Methods.GetValueOrDefault("measures") == "measures/1";

    public MeasureInputs Inputs(
        IReadOnlyDictionary<(string, Month), MonthCube> held, IReadOnlyList<ReportedValue> reported, Func<string, AreaCode, Period, Measure?> earlier) => new()
        {
            Areas = register.Areas,
            Population = register.Population,
            Indicators = register.Pack.Indicators,
            Breaks = register.Pack.Breaks,
            First = hashes.Keys.First(),
            Cube = (dataset, month) => held.GetValueOrDefault((dataset, month)),
            WhyMissing = (dataset, month) => PinnedInputs.WhyMissing(register.Pack, dataset, month, today, returns),
            Reported = reported,
            WardOfLsoa = register.Reference.WardOfLsoa,
            Earlier = earlier,
        };

    public EditionManifest Manifest(Month month, DateTimeOffset built)
    {
        var manifest = new EditionManifest
        {
            Month = month,
            Number = 0,
            AsAt = today,
            Supplies = [.. supplies.Where(s => s.First <= month).Select(s => new PinnedSupply(s.Id, s.FactsSha256))],
            ReferenceVintage = register.Reference.Vintage,
            PackId = register.Pack.Id,
            PackVersion = register.Pack.Version,
            Definitions = [.. register.Pack.Indicators.Select(i => new PinnedDefinition(i.Id, i.Version))],
            Methods = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["measures"] = Format },
            Policy = Protection.PolicyVersion,
            Cubes = [.. cubes.Keys.Where(k => k.Month <= month).OrderBy(k => k.Dataset, StringComparer.Ordinal).ThenBy(k => k.Month)
                .Select(k => new PinnedCube(k.Dataset, k.Month, cubes[k].Hash))],
            Measures = [.. hashes.Where(h => h.Key <= month).Select(h => new PinnedMeasures(h.Key, h.Value))],
            Why = "",
            Built = built,
        };
        return manifest with { Why = released.TryGetValue(month, out var before) ? WhyAgain(before, manifest, indicators) : "First edition." };
    }

    private static string? Pinned(IReadOnlyDictionary<Month, EditionManifest> editions, Month month) =>
        editions.TryGetValue(month, out var edition) ? edition.Measures.FirstOrDefault(p => p.Month == month)?.Hash : null;

    private static string WhyAgain(EditionManifest before, EditionManifest now, IndicatorCatalogue indicators)
    {
        var (had, has) = (before.Supplies.Select(s => s.Id).ToHashSet(StringComparer.Ordinal), now.Supplies.Select(s => s.Id).ToHashSet(StringComparer.Ordinal));
        var reasons = new List<string>();
        if (has.Except(had).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } added)
            reasons.Add($"New: {List(added)}.");
        if (had.Except(has).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } gone)
            reasons.Add($"No longer counted: {List(gone)}.");
        if (before.ReferenceVintage != now.ReferenceVintage)
            reasons.Add("Lookups, populations or boundaries changed.");
        reasons.AddRange(DefinitionChanges.Between(before, now, indicators));
        if (!before.Methods.ToHashSet().SetEquals(now.Methods) || before.Policy != now.Policy)
            reasons.Add("The method changed.");
        if (reasons.Count == 0)
            reasons.Add(before.AsAt == now.AsAt ? "It rests on what the edition before rests on." : $"What is due or overdue changed between {before.AsAt:yyyy-MM-dd} and {now.AsAt:yyyy-MM-dd}.");
        return string.Join(' ', reasons);
    }

    private static string List(List<string> ids) =>
        ids.Count <= 4 ? string.Join(", ", ids) : $"{string.Join(", ", ids.Take(3))} and {ids.Count - 3} more";

    private SortedDictionary<Month, string> Chain(IReadOnlyList<ReportedValue> reported)
    {
        var chain = new SortedDictionary<Month, string>();
        var held = cubes.Keys.Select(k => k.Month).Concat(returns.Select(r => r.Month)).Concat(newest.Keys).ToList();
        if (held.Count == 0)
            return chain;
        var returned = reported.ToLookup(r => Month.Of(r.End));
        var definitions = Json.Text(new { register.Pack.Indicators, register.Pack.Breaks, register.Pack.Areas, register.Pack.Memberships, register.Pack.Comparators });
        var hash = Hash(Format, Protection.PolicyVersion, register.Reference.Vintage, definitions);
        foreach (var month in Month.Range(held.Min(), held.Max()))
        {
            var states = register.Pack.Datasets.Select(d => cubes.TryGetValue((d.Id, month), out var cube)
                ? $"{d.Id} {cube.Hash}"
                : $"{d.Id} {PinnedInputs.WhyMissing(register.Pack, d.Id, month, today, returns)}");
            hash = Hash([hash, month.ToString(), .. states, .. returned[month].Select(Json.Text).Order(StringComparer.Ordinal)]);
            chain[month] = hash;
        }
        return chain;
    }

    private static string Hash(params string[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
}
