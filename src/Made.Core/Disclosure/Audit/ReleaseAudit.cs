using Made.Core.Calendar;
using Made.Core.Disclosure.Release;
using Made.Core.Disclosure.Suppression;
using Made.Core.Disclosure.Topics;
using Made.Core.Exchange;
using Made.Core.Indicators;
using Made.Core.Register;

namespace Made.Core.Disclosure.Audit;

/// <summary>Something a reader can work out that the policy hides.</summary>
/// <param name="Attack">Which attack found it: <c>margins</c>, <c>periods</c>, <c>editions</c>, <c>small</c>, <c>rates</c>, <c>rounding</c>, <c>charts</c>, <c>words</c>, <c>small areas</c>.</param>
/// <param name="Indicator">The indicator's id.</param>
/// <param name="Area">The area.</param>
/// <param name="Period">The period's code.</param>
/// <param name="Finding">What was found, in words, without the hidden number.</param>
public sealed record Disclosed(string Attack, string Indicator, AreaCode Area, string Period, string Finding);

/// <summary>
/// Our own attacker: takes what is shown of partners' counts and tries to work out what is not.
/// <para>Margins: limits of every hidden count of a month (districts and above) and of a financial year (wards), by linear programme over all that is shown of it.</para>
/// <para>Periods: limits of every hidden month from the quarters, years and rolling years that are shown of the same area and indicator.</para>
/// Rule: limits as far apart as the topic wants them, at least 5. Attacks on editions, rates and charts take what readers are handed and stand beside it in the store.
/// </summary>
public sealed class ReleaseAudit
{
    private readonly DisclosureRule[] rules;

    private readonly MeasureInputs inputs;
    private readonly History history;
    private readonly GridMaker grids;
    private readonly Func<string, AreaCode, Period, bool> shown;

    /// <param name="inputs">The true counts that the edition rests on.</param>
    /// <param name="shown">Whether readers see the count of an indicator, area and period.</param>
    public ReleaseAudit(MeasureInputs inputs, Func<string, AreaCode, Period, bool> shown)
    {
        (this.inputs, this.shown) = (inputs, shown);
        rules = DisclosureRule.Of(inputs);
        history = new History(inputs);
        grids = new GridMaker(inputs, history, new ReportedFigures(inputs));
    }

    /// <summary>How many counts were attacked.</summary>
    public int Hidden { get; private set; }

    /// <summary>How many were shown to the attacker.</summary>
    public int Shown { get; private set; }

    /// <summary>What can be worked out of the months up to the last one.</summary>
    public IReadOnlyList<Disclosed> Run(Month last)
    {
        var found = new List<Disclosed>();
        foreach (var dataset in inputs.Areas.Pack.Datasets.Where(d => d.Disclosure == DisclosurePolicy.Partner))
        {
            foreach (var month in Month.Range(inputs.First, last))
            {
                Margins(grids.Districts(dataset.Id, month), new Period(PeriodKind.Month, month), found);
                if (month.Number == 3)
                    Margins(grids.Wards(dataset.Id, new Period(PeriodKind.Rolling12, month)), new Period(PeriodKind.Rolling12, month), found);
            }
        }
        for (var i = 0; i < inputs.Indicators.Count; i++)
        {
            if (!IsPartners(inputs.Indicators[i].Dataset))
                continue;
            if (history.IsReported(inputs.Indicators[i]))
            {
                foreach (var period in Month.Range(inputs.First, last).SelectMany(Period.EndingWith))
                    Margins(grids.Reported(i, period), period, found);
            }
            else
            {
                foreach (var scope in Scope.At(inputs.Areas, last, history.PositionOf))
                    Periods(i, scope, last, found);
            }
        }
        return found;
    }

    private void Margins(CountGrid? grid, Period period, List<Disclosed> found)
    {
        if (grid is null)
            return;
        var cells = grid.Cells.ToLookup(c => c.Cell);

        // An undetermined ward has no row. The attacker is told where it is empty; where it is not, it is what subtraction leaves.
        var seen = cells.Where(names => names.Any(c => shown(Id(c.Indicator), c.Scope.Code, period) || (!RuleOf(c.Indicator).HasRows(c.Scope.Code) && grid.Counts[c.Cell] == 0))).Select(c => c.Key).ToHashSet();
        var hidden = cells.Where(names => !seen.Contains(names.Key) && names.Any(c => IsOwn(c.Indicator) && RuleOf(c.Indicator).HasRows(c.Scope.Code))).Select(c => c.Key).ToList();
        (Hidden, Shown) = (Hidden + hidden.Count, Shown + seen.Count);
        foreach (var small in seen.SelectMany(c => cells[c]).Where(n => RuleOf(n.Indicator).IsSmall(grid.Counts[n.Cell]) && shown(Id(n.Indicator), n.Scope.Code, period)))
            found.Add(Of("small", small, period, "a small count is shown"));

        // What no figure names is small by the strictest rule of its table, as it is where the table is protected.
        var together = cells.SelectMany(names => names).Select(n => RuleOf(n.Indicator)).Distinct().ToList();
        var bases = cells.Where(names => !seen.Contains(names.Key) && !names.Any(c => IsOwn(c.Indicator) && RuleOf(c.Indicator).HasRows(c.Scope.Code))).Select(c => c.Key);
        var remainders = grid.Remainders.Concat(bases).Where(c => together.Exists(r => r.IsSmall(grid.Counts[c])));
        var attacked = hidden.Select(c => (Cell: c, Width: cells[c].Max(n => RuleOf(n.Indicator).Suppression.MinWidth)))
            .Concat(remainders.Select(c => (Cell: c, Width: DisclosureRule.Together(together).MinWidth)));
        foreach (var (cell, width) in attacked.ToLookup(c => c.Width, c => c.Cell).SelectMany(w => IntervalAudit.Narrow(grid.Tables, seen.Contains, w, w.Key)))
            found.Add(cells.Contains(cell)
                ? Of("margins", cells[cell].First(), period, $"its limits are {width:0.##} apart")
                : Remainder(grid, cell, period, width));
    }

    private void Periods(int indicator, Scope scope, Month last, List<Disclosed> found)
    {
        var months = Month.Range(inputs.First, last).Where(m => history.Holds(indicator, m)).ToList();
        var at = months.Select((m, i) => (m, i)).ToDictionary(p => p.m, p => p.i);
        var periods = Month.Range(inputs.First, last).SelectMany(Period.EndingWith).Where(p => p.Each().All(at.ContainsKey)).ToList();
        if (months.Count == 0)
            return;
        var id = inputs.Indicators[indicator].Id;
        var axis = new TableAxis("month", months.Count, [.. periods.Select(p => p.Each().Select(m => at[m]).ToArray())]);
        var tables = new LinkedTables([axis], [.. months.Select(m => (int)history.Count(indicator, scope, m).Count)]);
        var isShown = periods.ConvertAll(p => IsShown(id, scope, p));
        var hidden = Enumerable.Range(0, periods.Count).Where(c => !isShown[c] && periods[c].Kind == PeriodKind.Month).ToList();
        foreach (var (cell, width) in IntervalAudit.Narrow(tables, c => isShown[c], hidden, rules[indicator].Suppression.MinWidth))
            found.Add(new("periods", id, scope.Code, periods[cell].Code, $"its limits are {width:0.##} apart"));
    }

    /// <summary>A period's figure is of the districts that the area summed when it ended. Where these were others it is shown, as what it is now, if each of today's is.</summary>
    private bool IsShown(string indicator, Scope scope, Period period) =>
        scope.Level > AreaLevel.District && !scope.IsForce && !inputs.Areas.DistrictsOf(scope.Code, period.Last).SequenceEqual(scope.Residents)
            ? scope.Residents.All(d => shown(indicator, d, period))
            : shown(indicator, scope.Code, period);

    /// <summary>What is left when named figures are subtracted, told by the smallest of those that hold it.</summary>
    private Disclosed Remainder(CountGrid grid, int cell, Period period, double width)
    {
        var atom = grid.Tables.MembersOf(cell)[0];
        var holds = grid.Cells.Where(c => grid.Tables.MembersOf(c.Cell).Contains(atom)).MinBy(c => grid.Tables.AtomsOf(c.Cell));
        return Of("remainders", holds, period, $"of a small count that is left in it the limits are {width:0.##} apart");
    }

    /// <summary>
    /// False for what stands beside a figure: records below the line, and either side of a ratio of two partners' datasets. These are withheld for the other side's sake as well,
    /// and are a secret only where they are small.
    /// </summary>
    private bool IsOwn(int indicator) => indicator >= 0 && !(inputs.Indicators[indicator] is { Denominator: DenominatorKind.Records } ratio && ratio.DatasetBelow != ratio.Dataset && IsPartners(ratio.DatasetBelow));

    private bool IsPartners(string dataset) => inputs.Areas.Pack.Datasets.First(d => d.Id == dataset).Disclosure == DisclosurePolicy.Partner;

    private DisclosureRule RuleOf(int indicator) => rules[indicator < 0 ? ~indicator : indicator];

    private string Id(int indicator) => inputs.Indicators[indicator < 0 ? ~indicator : indicator].Id;

    private Disclosed Of(string attack, (int Cell, Scope Scope, int Indicator) cell, Period period, string finding) =>
        new(attack, Id(cell.Indicator), cell.Scope.Code, period.Code, finding);
}
