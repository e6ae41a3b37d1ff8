using Made.Core.Calendar;
using Made.Core.Disclosure.Topics;
using Made.Core.Exchange;
using Made.Core.Indicators;
using Made.Core.Methods;

namespace Made.Core.Disclosure;

/// <summary>
/// The same rule for charts. Under <see cref="DisclosurePolicy.Partner"/> a month that the release withheld is hidden, and wherever the history behind the limits holds one,
/// all limits, means and states are withheld: a mean of 24 months of which 23 are shown gives the last one away.
/// </summary>
public static class RunChartProtection
{
    /// <summary>The form that may be drawn.</summary>
    /// <param name="chart">The chart as counted.</param>
    /// <param name="rule">The indicator's rule.</param>
    /// <param name="hidden">Months whose count the release withheld, each with its reason, those before the first point included.</param>
    public static SafeRunChart Protect(RunChart chart, DisclosureRule rule, IReadOnlyDictionary<Month, Reason> hidden)
    {
        var withhold = rule.IsGuarded && (hidden.Count > 0 || rule.IsSmall(chart.SmallestCount));
        return new SafeRunChart
        {
            Indicator = chart.Indicator,
            Area = chart.Area,
            Level = chart.Level,
            Unit = chart.Unit,
            Basis = withhold ? VariationBasis.None : chart.Basis,
            BasisText = withhold ? "No limits are drawn: they would rest on hidden months and give them away." : chart.BasisText,
            Points = [.. chart.Points.Select(p => Point(p, hidden.TryGetValue(p.Month, out var why) ? why : rule.IsSmall(p.Count) ? Reason.SmallOrGivesAway : Reason.None, withhold))],
            Breaks = chart.Breaks,
        };
    }

    private static SafeRunPoint Point(RunPoint point, Reason hide, bool withhold)
    {
        var limit = (double number) => withhold ? SafeNumber.Hidden(Reason.HiddenMonths) : SafeNumber.Of(number, Absence.NotApplicable);
        return new SafeRunPoint
        {
            Month = point.Month,
            Value = hide != Reason.None ? SafeNumber.Hidden(hide) : SafeNumber.Of(point.Value),
            Mean = limit(point.Mean),
            Lower = limit(point.Usual.Lower),
            Upper = limit(point.Usual.Upper),
            IsTrial = point.IsTrial && !withhold,
            State = withhold ? Variation.NotJudged : point.State,
            Cause = withhold ? XmrCause.Common : point.Cause,
        };
    }
}
