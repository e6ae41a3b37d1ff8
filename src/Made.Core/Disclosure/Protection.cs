using Made.Core.Exchange;
using Made.Core.Indicators;
using Made.Core.Methods;

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

    /// <summary>The measure as it may be shown under the dataset's policy. Works on one measure alone: it hides nothing in its neighbours.</summary>
    public static SafeMeasure Protect(Measure measure, DisclosurePolicy policy)
    {
        var small = IsSmall(measure.Count);
        if (policy != DisclosurePolicy.Partner)
            return Show(measure) with { SmallNumber = small };
        if (small)
            return Hide(measure);
        return IsSmall(measure.CountYearBefore) ? HideYearBefore(Show(measure)) : Show(measure);
    }

    /// <summary>True for the counts the rule is about: 1 to 4.</summary>
    internal static bool IsSmall(Quantity count) => count.IsNumber && IsSmall(count.Number);

    internal static bool IsSmall(double count) => count is > 0 and < Threshold;

    private static SafeMeasure Show(Measure measure)
    {
        var otherwise = measure.Value.IsNumber ? Absence.NotApplicable : measure.Value.Absence;
        var noChange = measure.ChangeYear.IsNumber ? Absence.NotApplicable : measure.ChangeYear.Absence;
        return new SafeMeasure
        {
            Indicator = measure.Indicator,
            Area = measure.Area,
            Level = measure.Level,
            Period = measure.Period,
            Count = SafeNumber.Of(measure.Count),
            Denominator = SafeNumber.Of(measure.Denominator),
            PopulationYear = measure.PopulationYear,
            Value = SafeNumber.Of(measure.Value),
            Lower95 = SafeNumber.Of(measure.Lower95, otherwise),
            Upper95 = SafeNumber.Of(measure.Upper95, otherwise),
            CountYearBefore = SafeNumber.Of(measure.CountYearBefore),
            ChangeYear = SafeNumber.Of(measure.ChangeYear),
            ChangeLower = SafeNumber.Of(measure.ChangeLower, noChange),
            ChangeUpper = SafeNumber.Of(measure.ChangeUpper, noChange),
            ChangeVerdict = measure.ChangeVerdict,
            Comparable = measure.Comparable,
            Comparison = measure.Comparison,
            ComparatorValue = SafeNumber.Of(measure.ComparatorValue),
            Variation = measure.Variation,
            VariationCause = measure.VariationCause,
            VariationBasis = measure.VariationBasis,
            Headline = measure.Headline,
            Coverage = SafeNumber.Of(measure.Coverage, Absence.NotApplicable),
            Method = measure.Method,
            SmallNumber = false,
        };
    }

    private static SafeMeasure Hide(Measure measure)
    {
        var hidden = SafeNumber.Hidden(Absence.Suppressed);
        var shown = HideYearBefore(Show(measure));
        return shown with
        {
            Count = hidden,
            Denominator = measure.PopulationYear != 0 ? shown.Denominator : hidden,
            Value = hidden,
            Lower95 = hidden,
            Upper95 = hidden,
            Comparison = Comparison.NotCompared,

            // The comparator's total less the rest is this area's own count.
            ComparatorValue = hidden,
            Variation = Variation.NotJudged,
            VariationCause = XmrCause.Common,
            VariationBasis = VariationBasis.None,
        };
    }

    /// <summary>The change and this year's count together give last year's.</summary>
    private static SafeMeasure HideYearBefore(SafeMeasure shown)
    {
        var hidden = SafeNumber.Hidden(Absence.Suppressed);
        return shown with
        {
            CountYearBefore = hidden,
            ChangeYear = hidden,
            ChangeLower = hidden,
            ChangeUpper = hidden,
            ChangeVerdict = ChangeVerdict.NotJudged,
            Headline = false,
        };
    }
}
