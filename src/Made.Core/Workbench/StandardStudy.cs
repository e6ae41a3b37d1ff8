using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Indicators;
using Made.Core.Methods;

namespace Made.Core.Workbench;

/// <summary>The run chart of the dashboards as a study: the protected chart and nothing else, so it is the one method for a partner's own figures.</summary>
public static class StandardStudy
{
    /// <summary>The months of a protected chart from <paramref name="from"/> on; none where it holds no number there.</summary>
    public static Outcome<Study> Of(SafeRunChart chart, IndicatorDefinition indicator, Month from, IReadOnlyList<RecordingBreak> dated)
    {
        var points = chart.Points.Where(p => p.Month >= from).SkipWhile(p => p.Value.Absence is Absence.NotLoaded or Absence.NotYetDue or Absence.NotSupplied).ToList();
        if (points.Count == 0)
            return Problems.NothingHeld();
        var decimals = indicator.Denominator is DenominatorKind.Records or DenominatorKind.Reported ? 1 : 0;
        var last = points[^1];
        List<RunBreak> breaks = [.. chart.Breaks.Where(b => b.Month > points[0].Month)];
        var isDated = breaks.ToLookup(b => dated.Any(d => d.Concerns(indicator) && d.Reason == b.Reason));
        var few = points.Exists(p => p.State == Variation.TooFew);
        return new Study
        {
            Method = StudyMethod.Standard,
            Unit = chart.Unit,
            Decimals = decimals,
            Polarity = indicator.Polarity,
            Points = [.. points.Select(Point)],
            LowerName = "Usual from",
            UpperName = "Usual to",
            Breaks = [.. isDated[true]],
            Shifts = [.. isDated[false]],
            Verdict = [Words(last, decimals, decimals == 0 ? indicator.Plural : indicator.Unit, chart.Basis), chart.BasisText],
            Warnings =
            [
                .. isDated[true].Select(b => $"Break in {b.Month.Name}: {b.Reason.TrimEnd('.')}. The two sides are not comparable; the range begins again there."),
                .. isDated[false].LastOrDefault() is { } shift
                    ? new[] { $"Placement of records changed {(isDated[false].Count() == 1 ? "once" : $"{isDated[false].Count()} times, last")} from {shift.Month.Name}: the sides are not comparable, and the range begins again there." } : [],
                .. points.Exists(p => p.IsTrial) ? new[] { $"Some limits come from fewer than {Xmr.PointsForFirmLimits} months: they are trial limits, drawn lighter." } : [],
                .. few ? new[] { "Small numbers: fewer than 10 a month on average, too few to judge by month." } : [],
                .. points.Exists(p => p.Value.Absence == Absence.Suppressed) ? new[] { "Some months are hidden so that nobody can be found in a partner's own figures. They are marked and are not 0." } : [],
                .. points.Count(p => !p.Value.IsShown && p.Value.Absence != Absence.Suppressed) is > 0 and var gaps
                    ? new[] { $"{(gaps == 1 ? "One month has" : $"{gaps} months have")} no number, and nothing is filled in." } : [],
            ],
            Assumptions =
            [
                "Limits come from the first 24 months recorded alike and do not creep after that; months before the period count for them too.",
                "Each stretch between breaks is one process, recorded alike throughout.",
            ],
            State = last.State,
        };
    }

    private static StudyPoint Point(SafeRunPoint p) => new()
    {
        Month = p.Month,
        Value = p.Value,
        Centre = p.Mean,
        Lower = p.Lower,
        Upper = p.Upper,
        IsTrial = p.IsTrial,
        Direction = p.State switch { Variation.SpecialHigh => 1, Variation.SpecialLow => -1, _ => 0 },
        Reading = !p.Value.IsShown ? "" : p.State switch
        {
            Variation.SpecialHigh => "higher than usual",
            Variation.SpecialLow => "lower than usual",
            Variation.Common => "in its usual range",
            Variation.TooFew => "too few to judge",
            _ => "not judged",
        },
    };

    // What moved is what the basis looks at: the counts themselves may have gone another way.
    private static string Together(XmrCause cause, VariationBasis basis)
    {
        var what = basis switch
        {
            VariationBasis.YearOnYear => "the difference from the same month a year before",
            VariationBasis.SeasonallyAdjusted => "allowing for the time of year, the daily average",
            _ => "the average",
        };
        return cause switch
        {
            XmrCause.Trend => $"{what} has moved the same way at every step over seven or more months",
            XmrCause.TwoInThree => $"{what} lay near the end of its range in two of three months",
            _ => $"{what} has been on the same side of what is usual for seven or more months",
        };
    }

    private static string Words(SafeRunPoint p, int decimals, string unit, VariationBasis basis)
    {
        if (!p.Value.IsShown)
            return $"{p.Month.Name}: {p.Value.Text()}.";
        var range = p.Lower.IsShown && p.Upper.IsShown ? $" of {p.Lower.Text(decimals)} to {p.Upper.Text(decimals)}" : "";
        var where = (p.State, p.Cause) switch
        {
            (Variation.SpecialHigh, XmrCause.Outside) => $"above its usual range{range}",
            (Variation.SpecialLow, XmrCause.Outside) => $"below its usual range{range}",
            (Variation.SpecialHigh or Variation.SpecialLow, _) => $"{(p.State == Variation.SpecialHigh ? "higher" : "lower")} than usual: {Together(p.Cause, basis)}{(range.Length > 0 ? $" (usual range{range[3..]})" : "")}",
            (Variation.Common, _) => $"within its usual range{range}",
            (Variation.TooFew, _) => "too few to judge by month",
            (Variation.TooShort, _) => "not judged: not enough months recorded alike",
            (Variation.NotComparable, _) => "not judged: placement differs from the same month a year before",
            _ => "not judged",
        };
        return $"{p.Month.Name}: {p.Value.Text(decimals)} {unit}, {where}.";
    }
}
