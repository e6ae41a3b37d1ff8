using Made.Core.Calendar;
using Made.Core.Disclosure.Suppression;
using Made.Core.Exchange;
using Made.Core.Indicators;
using Made.Core.Register;

namespace Made.Core.Disclosure.Release;

/// <summary>
/// Decides what of a partner's counts an edition shows. Rule <c>partner-linked/1</c>:
/// (1) Districts and above by month: one table of areas by indicators, protected at once (<see cref="ComplementarySuppression"/>).
/// (2) A quarter, year or rolling 12 is shown only where each month of it is: it then says nothing that the months do not. In months when an area was another sum of districts,
/// each of the districts that it sums now must be shown.
/// (3) Wards only for financial years (the rolling 12 to March), one table of wards by indicators that must add up to what is shown of districts;
/// months and other rolling years of wards, and LSOAs, are too fine: subtracting one rolling year from the next gives the months back.
/// (4) Against the edition before: what was hidden stays hidden, a change of 1 to 4 hides the new count, what was shown unchanged counts as known.
/// (5) Weighted values of partner counts are not shown: each is an equation more than the tables account for.
/// Reported figures are one table of areas for each indicator and period. Where protection fails nothing of that table is shown.
/// Source: TRUST, figures on disclosure control; the reasons are recorded in the ADR on releases.
/// </summary>
internal sealed class ReleaseChoice
{
    private static readonly SuppressionRule Rule = SuppressionRule.Usual;

    private readonly MeasureInputs inputs;
    private readonly History history;
    private readonly GridMaker grids;
    private readonly bool[] guarded;
    private readonly bool[] isReported;
    private readonly Dictionary<(string Table, Period Period), CountGrid?> decided = [];

    public ReleaseChoice(MeasureInputs inputs, History history, ReportedFigures reported)
    {
        (this.inputs, this.history) = (inputs, history);
        grids = new GridMaker(inputs, history, reported);
        var partner = inputs.Areas.Pack.Datasets.Where(d => d.Disclosure == DisclosurePolicy.Partner).Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        guarded = [.. inputs.Indicators.Select(i => partner.Contains(i.Dataset))];
        isReported = [.. inputs.Indicators.Select(history.IsReported)];
    }

    /// <summary>What is withheld of a measure. The comparator is the area it is compared with, its own part taken out.</summary>
    public Withheld Of(int indicator, Scope scope, Period period, Scope? comparator)
    {
        if (!guarded[indicator])
            return Withheld.Nothing;
        var own = Count(indicator, scope, period);
        var before = Count(indicator, scope, period.YearBefore) == Withheld.Nothing ? Withheld.Nothing : Withheld.YearBefore;
        var against = comparator is null || Count(indicator, comparator, period) == Withheld.Nothing ? Withheld.Nothing : Withheld.Comparator;
        return own | before | against;
    }

    private Withheld Count(int indicator, Scope scope, Period period)
    {
        if (isReported[indicator])
            return Reported(indicator, scope, period);
        if (inputs.Indicators[indicator].IsWeighted)
            return Withheld.TooFine;
        if (scope.Level >= AreaLevel.District)
            return ByMonth(indicator, scope, period);
        return period.Kind == PeriodKind.Rolling12 && period.Last.Number == 3
            ? Look(Wards(inputs.Indicators[indicator].Dataset, period), indicator, scope)
            : Withheld.TooFine;
    }

    private Withheld ByMonth(int indicator, Scope scope, Period period)
    {
        if (period.Kind == PeriodKind.Month)
        {
            var own = Look(Month(inputs.Indicators[indicator].Dataset, period), indicator, scope);
            return own == Withheld.TooFine && scope.Level > AreaLevel.District && scope.Residents.All(d => ByMonth(indicator, Scope.Of(d, AreaLevel.District, [d], history.PositionOf), period) == Withheld.Nothing)
                ? Withheld.Nothing
                : own;
        }
        return period.Each().All(m => ByMonth(indicator, scope, new Period(PeriodKind.Month, m)) == Withheld.Nothing) ? Withheld.Nothing : Withheld.GivesAway;
    }

    private Withheld Reported(int indicator, Scope scope, Period period)
    {
        var own = Look(Decided(inputs.Indicators[indicator].Id, period, () => grids.Reported(indicator, period), null), indicator, scope);
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
        : (CellStanding.Offered, true));

    private CountGrid? Decided(string table, Period period, Func<CountGrid?> make, Func<int, Scope, (CellStanding, bool)?>? elsewhere)
    {
        if (decided.TryGetValue((table, period), out var known))
            return known;
        var grid = make();
        if (grid is not null)
        {
            foreach (var (cell, scope, indicator) in grid.Cells)
            {
                var (standing, small) = elsewhere?.Invoke(indicator, scope) ?? Earlier(indicator, scope, period, grid.Counts[cell]);
                grid.Offer(cell, standing, small);
            }
            grid.Protect(Rule);
        }
        return decided[(table, period)] = grid;
    }

    private (CellStanding Standing, bool Small) Earlier(int indicator, Scope scope, Period period, int count)
    {
        if (indicator < 0 || inputs.Earlier(inputs.Indicators[indicator].Id, scope.Code, period) is not { Count.IsNumber: true } before)
            return (CellStanding.Offered, false);
        if ((before.Withheld & Withheld.Count) != Withheld.Nothing)
            return (CellStanding.Offered, true);
        var change = Math.Abs(count - before.Count.Number);
        return change == 0 ? (CellStanding.Known, false) : (CellStanding.Offered, change < Rule.Threshold);
    }

    /// <summary>A cell that the table does not hold is one that the readers of its period never saw under this name: too fine.</summary>
    private Withheld Look(CountGrid? grid, int indicator, Scope scope)
    {
        if (grid is null)
            return Withheld.Nothing;
        var own = grid.StatusOf(scope, indicator);
        var below = inputs.Indicators[indicator].Denominator == DenominatorKind.Records ? grid.StatusOf(scope, ~indicator) : CellStatus.Published;
        return (own, below) switch
        {
            (CellStatus.Published, CellStatus.Published) => Withheld.Nothing,
            (CellStatus.Primary, _) => Withheld.Small,
            (CellStatus.NotOffered, _) => Withheld.TooFine,
            _ => Withheld.GivesAway,
        };
    }
}
