using Made.Core.Indicators;
using Made.Core.Methods;

namespace Made.Core.Workbench;

/// <summary>An XmR chart, started again at each break.</summary>
internal static class XmrStudy
{
    public static Study Of(StudySeries series, StudyOptions options)
    {
        var basis = series.Kind == SeriesKind.Shares ? StudyBasis.Rate : options.Basis;
        var values = series.Values(basis);
        var numbers = Numbers.For(values);
        var settings = new XmrOptions { Rules = options.Rules, Screen = options.Screen, FixAfter = options.FixAfter };
        var chart = Xmr.Chart(values, settings, Stretches.Groups(series, Stretches.Used(series, options)));
        var groups = chart.Groups.ToDictionary(g => g.Number);
        var last = chart.Points[Stretches.LastHeld(series)];
        return new Study
        {
            Method = StudyMethod.Xmr,
            Unit = series.Unit(basis),
            Decimals = numbers.Decimals,
            Polarity = options.Polarity,
            Points = [.. series.Months.Zip(chart.Points, (m, p) => Point(m, p, groups[p.Group].IsTrial, options.Improvement))],
            Target = Numbers.Shown(options.Target),
            Breaks = Stretches.Dated(series, options),
            Shifts = Stretches.Shifts(series),
            Verdict = XmrWords.Verdict(series, chart, options, numbers, series.After(basis)),
            Warnings = [.. Trial(series, chart), .. StudyWarnings.Of(series, options, basis, seasonMatters: true), .. CutAt0(chart)],
            Assumptions =
            [
                "Each stretch between breaks is one process with a steady average, recorded alike throughout.",
                "Months are independent of one another: rolling totals and strongly seasonal series break this rule and raise false signals.",
                "A signal says that a month is unlikely to be common variation. It does not say why.",
            ],
            State = !last.Limits.IsKnown ? Variation.TooShort : last.Direction > 0 ? Variation.SpecialHigh : last.Direction < 0 ? Variation.SpecialLow : Variation.Common,
            IsTorn = last.IsTorn,
            Assurance = XmrIcons.Assurance(chart, options.Target, options.Improvement),
        };
    }

    private static StudyPoint Point(StudyMonth month, XmrPoint point, bool trial, Improvement improvement) => new()
    {
        Month = month.Month,
        Value = Numbers.Shown(point.Value, month.IsHeld ? Absence.CannotBeCalculated : month.Why),
        Centre = Numbers.Shown(point.Mean),
        Lower = Numbers.NotBelow0(point.Limits.Lower),
        Upper = Numbers.Shown(point.Limits.Upper),
        IsTrial = trial,
        Direction = point.Limits.IsKnown ? point.Direction : 0,
        IsTorn = point.IsTorn,
        Reading = double.IsNaN(point.Value) ? "" : XmrWords.Reading(point, improvement),
    };

    private static IEnumerable<string> Trial(StudySeries series, XmrChart chart) => StudyWarnings.Short(
        series, [.. chart.Groups.Where(g => g.Points > 0).Select(g => (g.Baseline, chart.Points.Select((p, at) => (p.Group, At: at)).First(p => p.Group == g.Number).At))]);

    private static IEnumerable<string> CutAt0(XmrChart chart) =>
        chart.Groups.Any(g => g.Limits.Lower < 0) ? ["A lower limit comes out below 0; it is drawn at 0, and no month can fall below it."] : [];
}
