using System.Collections.Concurrent;
using Made.Core;
using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Disclosure.Audit;
using Made.Core.Disclosure.Release;
using Made.Core.Disclosure.Topics;
using Made.Core.Editions;
using Made.Core.Exchange;
using Made.Core.Facts;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Core.Workbench;
using Made.Store.Facts;

namespace Made.Store.Editions;

/// <summary>
/// One edition, opened for reading. What comes out is safe to show: measures pass through <see cref="Protection"/> before anyone sees them,
/// and the same edition always answers the same.
/// </summary>
public sealed class EditionReader
{
    private readonly MeasureFiles files;
    private readonly Lock gate;
    private readonly Lazy<MeasureInputs> inputs;
    private readonly Lazy<MeasureBuilder> builder;
    private readonly Dictionary<string, DisclosureRule> ruleOf;
    private readonly ConcurrentDictionary<string, IReadOnlyList<Grain>> grains;
    private readonly ConcurrentDictionary<AreaCode, ILookup<string, (Month Month, Reason Why)>> hidden;
    private readonly HashSet<string> partnersOnly;
    private readonly EditionReader? whole;
    private readonly Func<IReadOnlyList<AreaCode>, bool>? reaches;
    private readonly ConcurrentDictionary<AreaCode, bool> reached = [];

    internal EditionReader(EditionManifest manifest, EditionStanding standing, Register register, MeasureFiles files, CubeShelf shelf, IReadOnlyList<ReportedValue> reported)
    {
        (Manifest, Standing, Register, this.files) = (manifest, standing, register, files);
        (gate, grains, hidden) = (new(), new(StringComparer.Ordinal), []);
        inputs = new(() => PinnedInputs.Of(manifest, register, shelf, reported));
        builder = new(() => new MeasureBuilder(inputs.Value));
        ruleOf = register.Pack.Indicators.ToDictionary(i => i.Id, i => DisclosureRule.Of(register.Pack, i), StringComparer.Ordinal);
        var kept = register.Pack.Datasets.Where(d => d is { Disclosure: DisclosurePolicy.Partner, Published: false }).Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        partnersOnly = [.. register.Pack.Indicators.Where(i => kept.Contains(i.Dataset) || kept.Contains(i.BaseDataset ?? "")).Select(i => i.Id)];
    }

    private EditionReader(EditionReader of, EditionStanding standing)
    {
        (Manifest, Standing, Register, files) = (of.Manifest, standing, of.Register, of.files);
        (gate, grains, hidden, inputs, builder, ruleOf, partnersOnly) = (of.gate, of.grains, of.hidden, of.inputs, of.builder, of.ruleOf, of.partnersOnly);
    }

    private EditionReader(EditionReader whole, Func<IReadOnlyList<AreaCode>, bool> reaches)
    {
        (Manifest, Standing, Register, gate, grains, hidden) = (whole.Manifest, whole.Standing, whole.Register, whole.gate, whole.grains, whole.hidden);
        (files, inputs, builder) = (whole.files, whole.inputs, whole.builder);
        (ruleOf, partnersOnly, this.whole, this.reaches) = (whole.ruleOf, whole.partnersOnly, whole, reaches);
    }

    /// <summary>The same edition for somebody to whom figures that are partners' own are shown of some districts only.</summary>
    /// <param name="reaches">Told the districts that an area speaks of, none for the whole partnership, says whether they may be seen.</param>
    public EditionReader For(Func<IReadOnlyList<AreaCode>, bool> reaches) => new(this, reaches);

    /// <summary>All of it, for checks of what is about to be shown to anybody.</summary>
    internal EditionReader Whole => whole ?? this;

    public EditionManifest Manifest { get; }

    /// <summary>Whether it is a draft, and the notes on it.</summary>
    public EditionStanding Standing { get; }

    public Register Register { get; }

    public Areas Areas => Register.Areas;

    /// <summary>Made under an earlier rule: verdicts on months were then judged on hidden months as well.</summary>
    private bool IsEarlierPolicy => Manifest.Policy != Protection.PolicyVersion;

    /// <summary>The same figures in another standing: a draft's notes change, and one day it is released.</summary>
    internal EditionReader In(EditionStanding standing) => new(this, standing);

    /// <summary>How the figures of an indicator may be shown.</summary>
    public DisclosureRule RuleOf(string indicator) => ruleOf[indicator];

    /// <summary>The measures of periods that end in the months from <paramref name="from"/> to <paramref name="to"/>, this edition's month at the latest.</summary>
    public IReadOnlyList<SafeMeasure> Measures(
        Month from, Month to, IReadOnlyList<AreaCode> areas, IReadOnlyList<string>? indicators = null, IReadOnlyList<AreaLevel>? levels = null, IReadOnlyList<PeriodKind>? kinds = null)
    {
        var paths = Manifest.Measures.Where(p => p.Month >= from && p.Month <= to).Select(p => files.PathOf(p.Month, p.Hash)).ToList();
        var read = files.Read(new MeasureQuery { Paths = paths, Areas = areas, Indicators = indicators ?? [], Levels = levels ?? [], Kinds = kinds ?? [], FirstFormat = EditionPlan.IsFirstFormat(Manifest) });
        return read.Succeeded(out var measures, out var problem)
            ? [.. measures.Where(m => IsShown(m.Indicator, m.Area) && ruleOf[m.Indicator].HasRows(m.Area)).Select(m => Protection.Protect(IsEarlierPolicy ? m with { Withheld = m.Withheld | Withheld.Judgement } : m, ruleOf[m.Indicator]))]
            : throw new IOException(problem.ToString());
    }

    /// <summary>How much of each grain of an indicator is hidden, measured over the twelve months to this edition's, and the same for everybody.</summary>
    public IReadOnlyList<Grain> Grains(string indicator) => whole is not null ? whole.Grains(indicator)
        : grains.GetOrAdd(indicator, id => Grain.Measured(Measures(Manifest.Month.Plus(-11), Manifest.Month, [], [id])));

    /// <summary>This month's measures of some areas: month, rolling 12 and whatever else ends here.</summary>
    public IReadOnlyList<SafeMeasure> Now(params IReadOnlyList<AreaCode> areas) => Measures(Manifest.Month, Manifest.Month, areas);

    /// <summary>The run chart of one indicator and area up to this month; null where none is drawn for it.</summary>
    public SafeRunChart? RunChart(string indicator, AreaCode area, int months)
    {
        if (!IsShown(indicator, area))
            return null;
        lock (gate)
            return builder.Value.Chart(indicator, area, Manifest.Month, months) is { } chart
                ? RunChartProtection.Protect(chart, ruleOf[indicator], ruleOf[indicator].IsGuarded ? Hidden(chart) : new Dictionary<Month, Reason>())
                : null;
    }

    /// <summary>A method of the workbench over one indicator and area, from a month to this one; refused for a partner's own figures.</summary>
    public Outcome<Study> Study(string indicator, AreaCode area, Month from, StudyOptions options)
    {
        lock (gate)
            return HeldStudies.Of(builder.Value, ruleOf[indicator].Policy, indicator, area, from, Manifest.Month, options);
    }

    /// <summary>True for a reader to whom partners' own figures are shown of some districts only.</summary>
    public bool IsNarrowed => reaches is not null;

    /// <summary>What looks unusual in this month over all CSPs and indicators, and how much of what the reader may see was looked at.</summary>
    public SafeExceptions Exceptions()
    {
        var measures = Measures(Manifest.Month, Manifest.Month, [], levels: [AreaLevel.Csp]);
        lock (gate)
            return ExceptionProtection.Protect(Shown(builder.Value.Exceptions(Manifest.Month)), measures, m => RunChart(m.Indicator, m.Area, 1)?.Points[^1]);
    }

    /// <summary>Counts by 2021 LSOA of districts or wards for a period that ends in this month or earlier; of one indicator where it is named.</summary>
    public IReadOnlyList<SafeMeasure> LsoaCounts(IEnumerable<AreaCode> districtsOrWards, Period period, string only = "")
    {
        lock (gate)
            return [.. districtsOrWards.SelectMany(a => builder.Value.LsoaMeasures(a, period, only)).Where(m => IsShown(m.Indicator, m.Area) && ruleOf[m.Indicator].HasRows(m.Area)).Select(m => Protection.ProtectTooFine(m, ruleOf[m.Indicator]))];
    }

    /// <summary>
    /// Counts of an indicator, or of a category that nobody defined as one, straight from the cubes: for tables finer than any measure. A partner's own are all hidden, because what may be
    /// shown of them was decided for measures alone.
    /// </summary>
    public IReadOnlyList<SafeMeasure> Counts(IndicatorDefinition indicator, IReadOnlyList<AreaCode> areas, AreaLevel level, IReadOnlyList<Period> periods)
    {
        var rule = DisclosureRule.Of(Register.Pack, indicator);
        return [.. areas.SelectMany(a => periods.Select(p => PlainCounts.Of(inputs.Value, indicator, a, level, p))).Select(m => Protection.ProtectTooFine(m, rule))];
    }

    /// <summary>The codes below the wards of some districts, "not determined" included, that any cube of a period counts.</summary>
    public IReadOnlyList<AreaCode> LsoasOf(IReadOnlyList<AreaCode> districts, Month from, Month to) => PlainCounts.Lsoas(inputs.Value, districts, from, to);

    /// <summary>The categories that any record held of a dataset has, up to this month, in alphabetical order: names only.</summary>
    public IReadOnlyList<string> CategoriesHeld(string dataset) =>
    [
        .. Manifest.Cubes.Where(c => c.Dataset == dataset).SelectMany(c => inputs.Value.Cube(dataset, c.Month)!.Categories).Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>Which datasets are held for this month, and why the others are not.</summary>
    public IReadOnlyList<Standing> Supplied() =>
    [
        .. Register.Pack.Datasets.Where(d => Register.Pack.Indicators.Any(i => i.Dataset == d.Id)).Select(d => new Standing(
            d,
            Manifest.Month,
            d.Shape == DatasetShape.Records && inputs.Value.Cube(d.Id, Manifest.Month) is not null
                ? Absence.None
                : inputs.Value.WhyMissing(d.Id, Manifest.Month),
            Dues.DueDay(d, Manifest.Month))),
    ];

    private ExceptionFamily Shown(ExceptionFamily family) => reaches is null ? family : family.Within(m => IsShown(m.Indicator, m.Area));

    private bool IsShown(string indicator, AreaCode area) => reaches is null || !partnersOnly.Contains(indicator) || reached.GetOrAdd(area, Reaches);

    private bool Reaches(AreaCode area) =>
        (Register.Reference.DistrictOfLsoa.TryGetValue(area.Value, out var district) ? [district] : Areas.SpokenOf(area, Manifest.Month)) is { } districts && reaches!(districts);

    /// <summary>The months whose count is not shown, and those in which the area was another sum of districts than it is now.</summary>
    private Dictionary<Month, Reason> Hidden(RunChart chart)
    {
        var now = Areas.DistrictsOf(chart.Area, Manifest.Month);
        var first = Manifest.Measures.Min(p => p.Month);
        var months = Month.Range(first, Manifest.Month).Where(m => !Areas.DistrictsOf(chart.Area, m).SequenceEqual(now)).ToDictionary(m => m, _ => Reason.TooFine);
        foreach (var (month, why) in hidden.GetOrAdd(chart.Area, a => Whole.HiddenMonths(a, first))[chart.Indicator])
            months[month] = why;
        return months;
    }

    /// <summary>The hidden months of all indicators of an area that a policy protects: their history lies in as many files as there are months, and is read once.</summary>
    private ILookup<string, (Month Month, Reason Why)> HiddenMonths(AreaCode area, Month first) =>
        Measures(first, Manifest.Month, [area], PartnerIndicators, kinds: [PeriodKind.Month]).Where(m => m.Count.Why != Reason.None).ToLookup(m => m.Indicator, m => (m.Period.Last, m.Count.Why));

    /// <summary>Indicators whose counts a partner's policy protects.</summary>
    internal IReadOnlyList<string> PartnerIndicators => [.. ruleOf.Where(p => p.Value.IsGuarded).Select(p => p.Key)];

    /// <summary>Attacks what is shown with the true counts at hand: how many are hidden and shown, and what can be worked out.</summary>
    internal (int Hidden, int Shown, IReadOnlyList<Disclosed> Found) Attack(Func<string, AreaCode, Period, bool> shown)
    {
        lock (gate)
        {
            var audit = new ReleaseAudit(inputs.Value, shown);
            var found = audit.Run(Manifest.Month);
            return (audit.Hidden, audit.Shown, found);
        }
    }
}
