using Made.Core.Indicators;
using Made.Core.Methods.ControlCharts;

namespace Made.Core.Workbench;

/// <summary>A chart of counts, one for each stretch between breaks.</summary>
internal static class AttributeStudy
{
    private const double LargeDenominator = 1000;

    public static Study Of(StudySeries series, StudyOptions options)
    {
        var kind = options.Method switch
        {
            StudyMethod.P => AttributeKind.P,
            StudyMethod.PPrime => AttributeKind.PPrime,
            StudyMethod.U => AttributeKind.U,
            StudyMethod.UPrime => AttributeKind.UPrime,
            _ => AttributeKind.C,
        };
        var basis = kind == AttributeKind.C ? StudyBasis.Total : StudyBasis.Rate;
        var scale = kind == AttributeKind.C ? 1 : series.Multiplier;
        var parts = Parts(series, options, kind);
        var numbers = Numbers.For(series.Values(basis));
        var at = Stretches.LastHeld(series);
        return new Study
        {
            Method = options.Method,
            Unit = series.Unit(basis),
            Decimals = numbers.Decimals,
            Polarity = options.Polarity,
            CentreName = "Centre line",
            Points = [.. parts.SelectMany(p => p.Months.Zip(p.Chart.Points, (m, point) => Point(m, point, p.Chart, scale)))],
            Further = kind == AttributeKind.C ? [] : [Counted(series), new("Denominator", [.. series.Months.Select(m => Numbers.Shown(m.Denominator, m.IsHeld ? Absence.CannotBeCalculated : m.Why))], 0)],
            Breaks = Stretches.Dated(series, options),
            Shifts = Stretches.Shifts(series),
            Verdict = AttributeWords.Verdict(series.Months[at].Month.Name, series.After(basis), [.. parts.Select(p => p.Chart)], parts.SelectMany(p => p.Chart.Points).ElementAt(at), scale, numbers),
            Warnings = [.. Large(series, kind), .. StudyWarnings.Short(series, [.. parts.Where(p => p.Months.Any(m => m.IsHeld)).Select(p => (p.Months.Count(m => m.IsHeld), p.Months[0].Month.Index - series.Months[0].Month.Index))]), .. StudyWarnings.Of(series, options, basis, seasonMatters: true)],
            Assumptions = Assumptions(kind),
            State = State(parts.SelectMany(p => p.Chart.Points).ElementAt(at)),
        };
    }

    private static StudyColumn Counted(StudySeries series) => new("Count", [.. series.Months.Select(m => Numbers.Shown(m.Value, m.Why))], 0);

    private static List<(IReadOnlyList<StudyMonth> Months, AttributeChart Chart)> Parts(StudySeries series, StudyOptions options, AttributeKind kind)
    {
        var groups = Stretches.Groups(series, Stretches.Used(series, options));
        return
        [
            .. series.Months.Zip(groups).GroupBy(p => p.Second).Select(g =>
            {
                IReadOnlyList<StudyMonth> months = [.. g.Select(p => p.First)];
                return (months, AttributeChart.Of(kind, [.. months.Select(m => m.Value)], [.. months.Select(m => m.Denominator)]));
            }),
        ];
    }

    private static StudyPoint Point(StudyMonth month, AttributePoint point, AttributeChart chart, double scale) => new()
    {
        Month = month.Month,
        Value = Numbers.Shown(point.Value * scale, month.IsHeld ? Absence.CannotBeCalculated : month.Why),
        Centre = Numbers.Shown(chart.Centre * scale),
        Lower = Numbers.Shown(point.Limits.Lower * scale),
        Upper = Numbers.Shown(point.Limits.Upper * scale),
        Direction = point.Value > point.Limits.Upper ? 1 : point.Value < point.Limits.Lower ? -1 : 0,
        Reading = double.IsNaN(point.Value) ? "" : !point.Limits.IsKnown ? "no limits yet"
            : point.Value > point.Limits.Upper ? "above the upper limit" : point.Value < point.Limits.Lower ? "below the lower limit" : "within its limits",
    };

    private static Variation State(AttributePoint point) =>
        !point.Limits.IsKnown ? Variation.TooShort : point.Value > point.Limits.Upper ? Variation.SpecialHigh : point.Value < point.Limits.Lower ? Variation.SpecialLow : Variation.Common;

    private static IEnumerable<string> Large(StudySeries series, AttributeKind kind)
    {
        var mean = series.Months.Where(m => m.IsHeld && !double.IsNaN(m.Denominator)).Select(m => m.Denominator).DefaultIfEmpty(0).Average();
        if (mean > LargeDenominator && (kind is AttributeKind.P or AttributeKind.U))
            yield return $"Denominators are large ({mean:N0} on average): months differ by more than chance alone would have it, and these limits are likely too narrow. The {(kind == AttributeKind.P ? "p'" : "u'")} chart allows for it.";
    }

    private static string[] Assumptions(AttributeKind kind) =>
    [
        kind switch
        {
            AttributeKind.C => "Events are independent, and every month offers the same chances: counts are Poisson about one average.",
            AttributeKind.P => "Each record is independent and has the same chance of being part of the count (binomial).",
            AttributeKind.U => "Events are independent, and each unit of the denominator has the same chance (Poisson).",
            _ => "Sampling variation and a steady variation between months are both in the limits (Laney's correction); months are independent.",
        },
        "Each stretch between breaks is one process, recorded alike throughout.",
    ];
}
