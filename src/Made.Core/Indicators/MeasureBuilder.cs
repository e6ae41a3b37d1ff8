using Made.Core.Calendar;
using Made.Core.Disclosure.Release;
using Made.Core.Disclosure.Topics;
using Made.Core.Register;

namespace Made.Core.Indicators;

/// <summary>
/// Makes the measures of one pinned set of inputs. Keep one builder for all months of a build: each cube is read once.
/// Pure and deterministic; not for use by several threads at a time.
/// </summary>
public sealed class MeasureBuilder
{
    private readonly MeasureInputs inputs;
    private readonly History history;
    private readonly Figures figures;
    private readonly ReportedFigures reported;
    private readonly RecordingBreak[][] breaksOf;
    private readonly Runs runs;
    private readonly DisclosureRule[] rules;
    private readonly ReleaseChoice choice;

    public MeasureBuilder(MeasureInputs inputs)
    {
        this.inputs = inputs;
        history = new History(inputs);
        rules = DisclosureRule.Of(inputs);
        figures = new Figures(inputs, history, rules);
        reported = new ReportedFigures(inputs, rules);
        breaksOf = [.. inputs.Indicators.Select(i => inputs.Breaks.Where(b => b.Concerns(i)).OrderBy(b => b.Month).ToArray())];
        runs = new Runs(inputs, history, reported, rules, breaksOf);
        choice = new ReleaseChoice(inputs, history, new ReportedFigures(inputs), rules);
    }

    internal MeasureInputs Inputs => inputs;

    /// <summary>Every measure whose period ends in the month. For one month only; for a run of months keep a builder.</summary>
    public static IReadOnlyList<Measure> Build(MeasureInputs inputs, Month month) => new MeasureBuilder(inputs).Build(month);

    /// <summary>
    /// Every measure whose period (month, rolling 12, quarter, year) ends in the month: each indicator at each level it may be shown at, from the force
    /// down to districts; wards for the month and the rolling 12 only, with a row for records whose ward could not be told.
    /// In order of indicator, period, level and area.
    /// </summary>
    public IReadOnlyList<Measure> Build(Month month)
    {
        var (measures, tests) = Measured(month, Scope.At(inputs.Areas, month, history.PositionOf).ToList());
        Headlines.Mark(measures, tests);
        return measures;
    }

    /// <summary>
    /// The tests that headlines were chosen from, those that say something alone: every CSP and indicator of the month, most unlikely first.
    /// </summary>
    public ExceptionFamily Exceptions(Month month)
    {
        var (measures, tests) = Measured(month, Scope.At(inputs.Areas, month, history.PositionOf).Where(s => s.Level == AreaLevel.Csp).ToList());
        return ExceptionFamily.Of(measures, tests);
    }

    private (List<Measure> Measures, List<HeadlineTest> Tests) Measured(Month month, List<Scope> scopes)
    {
        var measures = new List<Measure>(scopes.Count * inputs.Indicators.Count * 2);
        var tests = new List<HeadlineTest>();
        for (var i = 0; i < inputs.Indicators.Count; i++)
            foreach (var period in Period.EndingWith(month).Where(p => inputs.Indicators[i].Periods.Contains(p.Kind)))
                foreach (var scope in scopes.Where(s => Shown(inputs.Indicators[i], s, period)))
                    Add(measures, tests, i, scope, period);
        return (measures, tests);
    }

    /// <summary>The run chart of an indicator and area up to a month, the last <paramref name="months"/> of it shown; null where neither is known on that day.</summary>
    public RunChart? Chart(string indicator, AreaCode area, Month last, int months)
    {
        var at = inputs.Indicators.ToList().FindIndex(i => i.Id == indicator);
        var scope = Scope.At(inputs.Areas, last, history.PositionOf).FirstOrDefault(s => s.Code == area && s.Level > AreaLevel.Ward);
        return at < 0 || scope is null ? null : RunCharts.Of(inputs.Indicators[at], scope, runs.Of(at, scope, last), history.IsReported(inputs.Indicators[at]) ? null : runs.RegimesOf(at, scope), breaksOf[at], months);
    }

    /// <summary>The figure of each month from one to another; none where neither indicator nor area is known on the last day.</summary>
    internal IEnumerable<(Month Month, Figure Figure)> MonthFigures(string indicator, AreaCode area, Month from, Month to)
    {
        var at = inputs.Indicators.ToList().FindIndex(i => i.Id == indicator);
        var scope = Scope.At(inputs.Areas, to, history.PositionOf).FirstOrDefault(s => s.Code == area && s.Level > AreaLevel.Ward);
        if (at < 0 || scope is null)
            return [];
        return Month.Range(from < inputs.First ? inputs.First : from, to).Select(m => (m, OfMonth(new Period(PeriodKind.Month, m))));

        Figure OfMonth(Period month) => history.IsReported(inputs.Indicators[at]) ? reported.Of(inputs.Indicators[at], scope, month) : figures.Of(at, scope, month);
    }

    /// <summary>Counts by 2021 LSOA inside a district or ward, "LSOA not determined" included. Counts only: the value is not applicable at this level. Of one indicator where it is named.</summary>
    public IReadOnlyList<Measure> LsoaMeasures(AreaCode districtOrWard, Period period, string only = "") =>
        LsoaCounts.Of(inputs, history, districtOrWard, period, only);

    private static bool Shown(IndicatorDefinition indicator, Scope scope, Period period) =>
        scope.Level >= indicator.SmallestLevel
        && (scope.Level > AreaLevel.Ward || period.Kind is PeriodKind.Month or PeriodKind.Rolling12);

    private void Add(List<Measure> measures, List<HeadlineTest> tests, int indicator, Scope scope, Period period)
    {
        var definition = inputs.Indicators[indicator];
        Figure now, before;
        if (history.IsReported(definition))
        {
            if (!reported.Has(definition, scope))
                return;
            (now, before) = (reported.Of(definition, scope, period), reported.Of(definition, scope, period.YearBefore));
        }
        else
        {
            now = figures.Of(indicator, scope, period);

            // No residents, no name: a row for it says something only where records fell there.
            if (scope.Code.IsNotDetermined && now.Tally.Count == 0)
                return;
            before = figures.Of(indicator, scope, period.YearBefore);
        }
        var comparable = Changes.Judge(now, before, period, breaksOf[indicator]);
        var change = Changes.Of(definition, now, before, comparable, scope.Level > AreaLevel.Ward);
        var withheld = choice.Of(indicator, scope, period, ComparatorOf(scope, period));
        if (rules[indicator].RoundTo > 0)
            withheld |= Withheld.Exact;

        // A verdict on a month tells of every month behind it, and one more test or one less moves what stands out elsewhere.
        var hidesMonths = choice.HidesMonths(indicator, scope, period.Last);
        if (hidesMonths && period.Kind == PeriodKind.Month)
            withheld |= Withheld.Judgement;
        var judged = !hidesMonths && period.Kind == PeriodKind.Month && scope.Level > AreaLevel.Ward && now.Count.Absence is not (Absence.NotLoaded or Absence.NotSupplied or Absence.NotYetDue)
            ? runs.Of(indicator, scope, period.Last).Judged[^1]
            : Judgement.Without(Variation.NotJudged);
        if (scope.Level == AreaLevel.Csp)
            tests.Add(new(measures.Count, definition.Id, scope.Code, period.Kind, comparable, judged, (withheld & (Withheld.Count | Withheld.YearBefore)) == Withheld.Nothing ? change.P : double.NaN));
        measures.Add(One(definition, scope, period, now, before.Count, change, Against(indicator, scope, period, now), judged) with { Withheld = withheld });
    }

    private static Measure One(
        IndicatorDefinition definition, Scope scope, Period period, Figure now, Quantity before, YearChange change, (Comparison Comparison, Quantity Value) against, Judgement judged) => new()
        {
            Indicator = definition.Id,
            Area = scope.Code,
            Level = scope.Level,
            Period = period,
            Count = now.Count,
            Denominator = now.Denominator,
            PopulationYear = now.PopulationYear,
            Value = now.Value,
            Lower95 = now.Limits.Lower,
            Upper95 = now.Limits.Upper,
            CountYearBefore = before,
            ChangeYear = change.Percent,
            Comparable = change.Comparable,
            ChangeLower = change.Limits.Lower,
            ChangeUpper = change.Limits.Upper,
            ChangeVerdict = change.Verdict,
            Comparison = against.Comparison,
            ComparatorValue = against.Value,
            Variation = judged.Variation,
            VariationCause = judged.Cause,
            VariationBasis = judged.Basis,
            Coverage = now.Coverage,
            Method = now.Method,
        };

    /// <summary>
    /// With the rest of the comparator area, own districts taken out: rolling 12 months of districts and CSPs only. A plain count is not compared:
    /// a larger area has more of everything.
    /// </summary>
    private (Comparison Comparison, Quantity Value) Against(int indicator, Scope scope, Period period, Figure now)
    {
        var none = (Comparison.NotCompared, Quantity.Missing(Absence.NotApplicable));
        var definition = inputs.Indicators[indicator];
        if (period.Kind != PeriodKind.Rolling12 || scope.Level is not (AreaLevel.District or AreaLevel.Csp) || history.IsReported(definition)
            || definition.Denominator == DenominatorKind.None
            || ComparatorOf(scope, period) is not { } comparator)
            return none;
        var rest = comparator.Residents.Except(scope.Residents).ToList();
        if (rest.Count == 0)
            return none;
        var others = figures.Rest(indicator, Scope.Of(new AreaCode($"{comparator.Code}-without-{scope.Code}"), comparator.Level, rest, history.PositionOf), comparator, scope, period);
        if (!now.Value.IsNumber || !others.Value.IsNumber || Changes.Ratio(definition, now, others) is not { } ratio)
            return (Comparison.NotCompared, others.Value);
        return ((Comparison)(ratio.Direction() + (int)Comparison.Similar), others.Value);
    }

    /// <summary>The whole area that an area is compared with.</summary>
    private Scope? ComparatorOf(Scope scope, Period period) =>
        scope.Level is AreaLevel.District or AreaLevel.Csp && inputs.Areas.ComparatorOf(scope.Code) is { } area
            ? Scope.Of(area.Code, area.Level, inputs.Areas.DistrictsOf(area.Code, period.Last), history.PositionOf)
            : null;
}
