using Made.Core.Calendar;
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
    /// <param name="policy">The dataset's policy.</param>
    /// <param name="hidden">Months whose count the release withheld, those before the first point included.</param>
    public static SafeRunChart Protect(RunChart chart, DisclosurePolicy policy, IReadOnlySet<Month> hidden)
    {
        var guarded = policy == DisclosurePolicy.Partner;
        var withhold = guarded && (hidden.Count > 0 || Protection.IsSmall(chart.SmallestCount));
        return new SafeRunChart
        {
            Indicator = chart.Indicator,
            Area = chart.Area,
            Level = chart.Level,
            Unit = chart.Unit,
            Basis = withhold ? VariationBasis.None : chart.Basis,
            BasisText = withhold ? "No limits are drawn: they would give a hidden small number away." : chart.BasisText,
            Points = [.. chart.Points.Select(p => Point(p, guarded && (hidden.Contains(p.Month) || Protection.IsSmall(p.Count)), withhold))],
            Breaks = chart.Breaks,
        };
    }

    private static SafeRunPoint Point(RunPoint point, bool hide, bool withhold)
    {
        var why = withhold ? Absence.Suppressed : Absence.NotApplicable;
        return new SafeRunPoint
        {
            Month = point.Month,
            Value = hide ? SafeNumber.Hidden(Absence.Suppressed) : SafeNumber.Of(point.Value),
            Mean = withhold ? SafeNumber.Hidden(why) : SafeNumber.Of(point.Mean, why),
            Lower = withhold ? SafeNumber.Hidden(why) : SafeNumber.Of(point.Usual.Lower, why),
            Upper = withhold ? SafeNumber.Hidden(why) : SafeNumber.Of(point.Usual.Upper, why),
            IsTrial = point.IsTrial && !withhold,
            State = withhold ? Variation.NotJudged : point.State,
            Cause = withhold ? XmrCause.Common : point.Cause,
        };
    }
}
