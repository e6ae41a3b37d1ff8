using Made.Core.Exchange;
using Made.Core.Indicators;

namespace Made.Core.Disclosure;

/// <summary>
/// The door between counted and shown. Rule <c>partner-1-4/1</c>: under <see cref="DisclosurePolicy.Partner"/> a count of 1 to 4 is hidden together
/// with every figure it could be computed back from (value, limits, denominator of records, change). Under <see cref="DisclosurePolicy.AlreadyPublic"/>
/// everything is shown and counts under 5 carry a caution. An absence that is already named keeps its name.
/// </summary>
public static class Protection
{
    public const string PolicyVersion = "partner-1-4/1";

    private const double Threshold = 5;

    public static SafeMeasure Protect(Measure measure, DisclosurePolicy policy)
    {
        var small = measure.Count.IsNumber && measure.Count.Number is > 0 and < Threshold;
        return small && policy == DisclosurePolicy.Partner ? Hide(measure) : Show(measure, small);
    }

    private static SafeMeasure Show(Measure measure, bool small)
    {
        var otherwise = measure.Value.IsNumber ? Absence.NotApplicable : measure.Value.Absence;
        return Make(
            measure,
            SafeNumber.Of(measure.Count),
            SafeNumber.Of(measure.Denominator),
            SafeNumber.Of(measure.Value),
            SafeNumber.Of(measure.Lower95, otherwise),
            SafeNumber.Of(measure.Upper95, otherwise),
            SafeNumber.Of(measure.ChangeYear),
            small);
    }

    private static SafeMeasure Hide(Measure measure)
    {
        var hidden = SafeNumber.Hidden(Absence.Suppressed);
        var keepsDenominator = measure.PopulationYear != 0;
        return Make(measure, hidden, keepsDenominator ? SafeNumber.Of(measure.Denominator) : hidden, hidden, hidden, hidden, hidden, small: false) with
        {
            Comparison = Comparison.NotCompared,
            Variation = Variation.NotJudged,
            Headline = false,
        };
    }

    private static SafeMeasure Make(
        Measure m, SafeNumber count, SafeNumber denominator, SafeNumber value, SafeNumber lower, SafeNumber upper, SafeNumber change, bool small) => new()
        {
            Indicator = m.Indicator,
            Area = m.Area,
            Level = m.Level,
            Period = m.Period,
            Count = count,
            Denominator = denominator,
            PopulationYear = m.PopulationYear,
            Value = value,
            Lower95 = lower,
            Upper95 = upper,
            ChangeYear = change,
            Comparable = m.Comparable,
            Comparison = m.Comparison,
            Variation = m.Variation,
            Headline = m.Headline,
            Coverage = SafeNumber.Of(m.Coverage, Absence.NotApplicable),
            Method = m.Method,
            SmallNumber = small,
        };
}
