using Made.Core.Indicators;
using Made.Core.Methods.Detection;

namespace Made.Core.Workbench;

/// <summary>Early detection: each month against what the ones before lead one to expect. Starts after the last break, or all would be an alarm.</summary>
internal static class WatchStudy
{
    public static Outcome<Study> Of(StudySeries whole, StudyOptions options)
    {
        var start = Stretches.LastStart(whole, Stretches.Used(whole, options), bridgesGaps: true);
        var series = whole.From(start);
        double[] counts = [.. series.Months.Select(m => m.Value)];
        if (!Watched(series, counts, options).Succeeded(out var points, out var problem))
            return Stretches.Explained(problem, whole, options, start);
        var numbers = Numbers.For(counts);
        var fine = numbers.Decimals == 0 ? 1 : numbers.Decimals;
        var skipped = whole.Months.Count - series.Months.Count;
        var at = Stretches.LastHeld(series);
        return new Study
        {
            Method = options.Method,
            Unit = series.Unit(StudyBasis.Total),
            Decimals = numbers.Decimals,
            Polarity = options.Polarity,
            CentreName = "Expected",
            UpperName = options.Method == StudyMethod.Cusum ? "Alarm from" : "Alarm above",
            Points =
            [
                .. whole.Months.Take(skipped).Select(m => new StudyPoint { Month = m.Month, Value = Numbers.Shown(m.Value, m.Why), Reading = m.IsHeld ? "before the break: not used" : "" }),
                .. series.Months.Zip(points, Point),
            ],
            Further = points.Any(p => !double.IsNaN(p.P)) ? [new("p", [.. Enumerable.Repeat(double.NaN, skipped).Concat(points.Select(p => p.P)).Select(p => Numbers.Shown(p))], 4)] : [],
            Breaks = Stretches.Dated(whole, options),
            Shifts = Stretches.Shifts(whole),
            Verdict = WatchWords.Verdict(series, points, at, new Numbers(fine), options.Method),
            Warnings =
            [
                .. skipped > 0 ? new[] { $"Only the months from {series.Months[0].Month.Name} on are used: before them recording differs, and all after it would be an alarm." } : [],
                .. StudyWarnings.Of(whole, options, StudyBasis.Total, seasonMatters: options.Method != StudyMethod.Farrington),
            ],
            Assumptions = WatchWords.Assumptions(options),
            State = points[at].Verdict switch
            {
                Verdict.Alarm => Variation.SpecialHigh,
                Verdict.Usual => Variation.Common,
                Verdict.TooFewEvents => Variation.TooFew,
                _ => Variation.TooShort,
            },
        };
    }

    private static Outcome<IReadOnlyList<DetectionPoint>> Watched(StudySeries series, double[] counts, StudyOptions options) => options.Method switch
    {
        StudyMethod.Farrington => Farrington.Watch(counts, options.Farrington with { First = series.Months[0].Month }),
        StudyMethod.Ears => Ears.Watch(counts, options.Ears),
        _ => Cusum.Watch(counts, options.Cusum),
    };

    private static StudyPoint Point(StudyMonth month, DetectionPoint point) => new()
    {
        Month = month.Month,
        Value = Numbers.Shown(point.Observed, month.Why),
        Centre = Numbers.Shown(point.Expected),
        Upper = Numbers.Shown(point.UpperBound),
        Direction = point.IsAlarm ? 1 : 0,
        Reading = month.IsHeld ? WatchWords.Reading(point.Verdict) : "",
    };
}
