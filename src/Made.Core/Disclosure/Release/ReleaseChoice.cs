using Made.Core.Calendar;
using Made.Core.Disclosure.Suppression;
using Made.Core.Disclosure.Topics;
using Made.Core.Exchange;
using Made.Core.Indicators;
using Made.Core.Register;

namespace Made.Core.Disclosure.Release;

/// <summary>
/// Decides what of a partner's counts an edition shows. Rule <c>partner-linked/2</c>:
/// (1) Districts and above by month: one table of areas by indicators, protected at once (<see cref="ComplementarySuppression"/>).
/// (2) A quarter, year or rolling 12 is shown only where each month of it is: it then says nothing that the months do not. In months when an area was another sum of districts,
/// each of the districts that it sums now must be shown.
/// (3) Wards only for financial years (the rolling 12 to March), one table of wards by indicators that must add up to what is shown of districts;
/// months and other rolling years of wards, and LSOAs, are too fine: subtracting one rolling year from the next gives the months back.
/// (4) Against the edition before: what was hidden stays hidden, a change of 1 to 4 hides the new count, what was shown unchanged counts as known, and the changes of what is
/// newly hidden are protected like counts, against a reader who knows which counts changed.
/// (5) Thresholds and smallest areas follow the topic (<see cref="DisclosureRule"/>); a table that holds several topics keeps the widest limits of them.
/// (6) Weighted values of partner counts are not shown: each is an equation more than the tables account for.
/// Reported figures are one table of areas for each indicator and period. Where protection fails nothing of that table is shown.
/// Source: TRUST, figures on disclosure control; the reasons are recorded in the ADR on releases.
/// </summary>
internal sealed class ReleaseChoice
{
    private readonly MeasureInputs inputs;
    private readonly History history;
    private readonly GridMaker grids;
    private readonly DisclosureRule[] rules;
    private readonly bool[] isReported;
    private readonly Dictionary<(string Table, Period Period), CountGrid?> decided = [];
    private readonly Dictionary<(int Indicator, AreaCode Area, string Residents), (Month Seen, bool Hidden)> histories = [];

    public ReleaseChoice(MeasureInputs inputs, History history, ReportedFigures reported, DisclosureRule[] rules)
    {
        (this.inputs, this.history) = (inputs, history);
        grids = new GridMaker(inputs, history, reported);
        this.rules = rules;
        isReported = [.. inputs.Indicators.Select(history.IsReported)];
    }

    /// <summary>What is withheld of a measure. The comparator is the area it is compared with, its own part taken out.</summary>
    public Withheld Of(int indicator, Scope scope, Period period, Scope? comparator)
    {
        if (!rules[indicator].IsGuarded)
            return Withheld.Nothing;
        var own = Count(indicator, scope, period);
        var before = Count(indicator, scope, period.YearBefore) == Withheld.Nothing ? Withheld.Nothing : Withheld.YearBefore;
        var against = comparator is null || Count(indicator, comparator, period) == Withheld.Nothing ? Withheld.Nothing : Withheld.Comparator;
        return own | before | against;
    }

    /// <summary>True where a month up to this one is hidden, so that nothing may be said of how the months went.</summary>
    public bool HidesMonths(int indicator, Scope scope, Month last)
    {
        if (!rules[indicator].IsGuarded)
            return false;
        var key = (indicator, scope.Code, scope.ResidentsKey);
        var (seen, hidden) = histories.TryGetValue(key, out var known) && known.Seen <= last ? known : (inputs.First.Plus(-1), false);
        for (; !hidden && seen < last; seen = seen.Plus(1))
            hidden = Count(indicator, scope, new Period(PeriodKind.Month, seen.Plus(1))) != Withheld.Nothing;
        histories[key] = (seen, hidden);
        return hidden;
    }

    private Withheld Count(int indicator, Scope scope, Period period)
    {
        if (!rules[indicator].Offers(scope.Level))
            return Withheld.TooFine;
        if (isReported[indicator])
            return Reported(indicator, scope, period);
        if (inputs.Indicators[indicator].IsWeighted)
            return Withheld.TooFine;
        if (scope.Level >= AreaLevel.District)
            return ByMonth(indicator, scope, period);
        return period.Kind == PeriodKind.Rolling12 && rules[indicator].NewestYear(scope.Level, period.Last) == period.Last
            ? Look(indicator, scope, dataset => Wards(dataset, period))
            : Withheld.TooFine;
    }

    private Withheld ByMonth(int indicator, Scope scope, Period period)
    {
        if (period.Kind == PeriodKind.Month)
        {
            var own = Look(indicator, scope, dataset => Month(dataset, period));
            return own == Withheld.TooFine && scope.Level > AreaLevel.District && scope.Residents.All(d => ByMonth(indicator, Scope.Of(d, AreaLevel.District, [d], history.PositionOf), period) == Withheld.Nothing)
                ? Withheld.Nothing
                : own;
        }
        return period.Each().All(m => ByMonth(indicator, scope, new Period(PeriodKind.Month, m)) == Withheld.Nothing) ? Withheld.Nothing : Withheld.GivesAway;
    }

    private Withheld Reported(int indicator, Scope scope, Period period)
    {
        var own = Look(Status(Decided(inputs.Indicators[indicator].Id, period, () => grids.Reported(indicator, period), null), indicator, scope), CellStatus.Published);
        if (own != Withheld.Nothing || period.Kind == PeriodKind.Month)
            return own;
        var months = period.Each().Select(m => Reported(indicator, scope, new Period(PeriodKind.Month, m))).ToList();
        return months.TrueForAll(m => m == Withheld.Nothing) ? Withheld.Nothing : Withheld.GivesAway;
    }

    private CountGrid? Month(string dataset, Period period) => Decided(dataset, period, () => grids.Districts(dataset, period.Last), null);

    /// <summary>What is shown of districts is known to whoever reads of wards; what is not must not come back as the sum of its wards.</summary>
    private CountGrid? Wards(string dataset, Period year) => Decided(dataset, year, () => grids.Wards(dataset, year), (indicator, scope) =>
        scope.Level < AreaLevel.District ? null
        : Count(indicator < 0 ? ~indicator : indicator, scope, year) == Withheld.Nothing ? (CellStanding.Known, false)
        : (CellStanding.Offered, !IsForTheOtherSide(indicator, dataset, scope, year)));

    /// <summary>A side of a ratio of two partners' datasets that its own table would show in every month: withheld for the other side's sake, unknown but no secret.</summary>
    private bool IsForTheOtherSide(int indicator, string dataset, Scope scope, Period year)
    {
        var definition = inputs.Indicators[indicator < 0 ? ~indicator : indicator];
        return definition.Denominator == DenominatorKind.Records && definition.DatasetBelow != definition.Dataset && IsPartners(definition.Dataset) && IsPartners(definition.DatasetBelow)
            && year.Each().All(m => Status(Month(dataset, new Period(PeriodKind.Month, m)), indicator, scope) == CellStatus.Published);
    }

    private CountGrid? Decided(string table, Period period, Func<CountGrid?> make, Func<int, Scope, (CellStanding, bool)?>? elsewhere)
    {
        if (decided.TryGetValue((table, period), out var known))
            return known;
        var grid = make();
        if (grid is not null)
        {
            foreach (var (cell, scope, indicator) in grid.Cells)
            {
                var rule = RuleOf(indicator);
                var (standing, small) = elsewhere?.Invoke(indicator, scope) ?? Earlier(indicator, scope, period, grid.Counts[cell]);
                small |= rule.IsSmall(grid.Counts[cell]) || !rule.Offers(scope.Level);

                // An undetermined ward has no row: what subtraction tells of it is a remainder. Nothing relies on one that is empty, and what an earlier edition showed is known.
                if (!rule.HasRows(scope.Code))
                    (standing, small) = grid.Counts[cell] == 0 || standing == CellStanding.Known ? (CellStanding.Known, false) : (CellStanding.Remainder, rule.IsSmall(grid.Counts[cell]));
                grid.Offer(cell, standing, small);
                if (Before(indicator, scope, period) is { } before)
                    grid.Compare(cell, before.Count, before.Shown);
            }

            // What no figure names is small by the strictest rule of its table.
            var together = grid.Cells.Select(c => RuleOf(c.Indicator)).Distinct().ToList();
            foreach (var cell in grid.Remainders)
                grid.Offer(cell, CellStanding.Remainder, together.Exists(r => r.IsSmall(grid.Counts[cell])));
            grid.Protect(DisclosureRule.Together(together));
        }
        return decided[(table, period)] = grid;
    }

    /// <summary>The count of the edition before, of the records below the line where the indicator is turned round, and whether it was shown.</summary>
    private (int Count, bool Shown)? Before(int indicator, Scope scope, Period period)
    {
        var measure = inputs.Earlier(inputs.Indicators[indicator < 0 ? ~indicator : indicator].Id, scope.Code, period);
        return (indicator < 0 ? measure?.Denominator : measure?.Count) is { IsNumber: true } count
            ? ((int)Math.Round(count.Number), (measure!.Withheld & Withheld.Count) == Withheld.Nothing)
            : null;
    }

    private (CellStanding Standing, bool Small) Earlier(int indicator, Scope scope, Period period, int count)
    {
        var rule = RuleOf(indicator);
        if (inputs.Earlier(inputs.Indicators[indicator < 0 ? ~indicator : indicator].Id, scope.Code, period) is not { Count.IsNumber: true } before)
            return (CellStanding.Offered, false);
        var shown = indicator < 0 ? before.Denominator : before.Count;
        if (!shown.IsNumber)
            return (CellStanding.Offered, false);
        if ((before.Withheld & Withheld.Count) != Withheld.Nothing)
            return (CellStanding.Offered, true);

        // What readers see of a change is the change of what is shown.
        var change = Math.Abs(rule.Rounded(count) - rule.Rounded(shown.Number));
        return change == 0 && !rule.IsSmall(count) ? (CellStanding.Known, false) : (CellStanding.Offered, change < rule.Topic.Threshold);
    }

    private DisclosureRule RuleOf(int indicator) => rules[indicator < 0 ? ~indicator : indicator];

    /// <summary>
    /// Records above and below the line, each in the table of its dataset. Records that are already public are in none: they count as known, and what is left is the partner's count.
    /// </summary>
    private Withheld Look(int indicator, Scope scope, Func<string, CountGrid?> tableOf)
    {
        var definition = inputs.Indicators[indicator];
        var own = IsPartners(definition.Dataset) ? Status(tableOf(definition.Dataset), indicator, scope) : CellStatus.Published;
        var below = definition.Denominator == DenominatorKind.Records && IsPartners(definition.DatasetBelow) ? Status(tableOf(definition.DatasetBelow), ~indicator, scope) : CellStatus.Published;
        return Look(own, below);
    }

    private bool IsPartners(string dataset) => inputs.Areas.Pack.Datasets.First(d => d.Id == dataset).Disclosure == DisclosurePolicy.Partner;

    /// <summary>A cell that the table does not hold is one that the readers of its period never saw under this name: too fine.</summary>
    private static CellStatus Status(CountGrid? grid, int indicator, Scope scope) => grid is null ? CellStatus.Published : grid.StatusOf(scope, indicator);

    private static Withheld Look(CellStatus own, CellStatus below) => (own, below) switch
    {
        (CellStatus.Published, CellStatus.Published) => Withheld.Nothing,
        (CellStatus.Primary, _) => Withheld.Small,
        (CellStatus.NotOffered, _) or (_, CellStatus.NotOffered) => Withheld.TooFine,
        _ => Withheld.GivesAway,
    };
}
