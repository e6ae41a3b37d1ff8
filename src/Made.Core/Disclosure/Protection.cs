using Made.Core.Disclosure.Release;
using Made.Core.Exchange;
using Made.Core.Indicators;
using Made.Core.Methods;

namespace Made.Core.Disclosure;

/// <summary>
/// The door between counted and shown. Under <see cref="DisclosurePolicy.Partner"/> what the release withheld (<see cref="Release.Withheld"/>, rule
/// <c>partner-linked/1</c>) is hidden together with every figure it could be computed back from (value, limits, denominator of records, change), and a count
/// of 1 to 4 is hidden whatever the release says, so that a policy which became stricter holds for editions made before it.
/// Under <see cref="DisclosurePolicy.AlreadyPublic"/> everything is shown and counts under 5 carry a caution. An absence that is already named keeps its name.
/// </summary>
public static class Protection
{
    public const string PolicyVersion = "partner-linked/1";

    private const double Threshold = 5;

    /// <summary>The measure as it may be shown under the dataset's policy.</summary>
    public static SafeMeasure Protect(Measure measure, DisclosurePolicy policy)
    {
        var small = IsSmall(measure.Count);
        if (policy != DisclosurePolicy.Partner)
            return Show(measure) with { SmallNumber = small };
        if (small || ((measure.Withheld & Withheld.Count) != Withheld.Nothing && (measure.Count.IsNumber || measure.Value.IsNumber)))
            return Hide(measure with { Withheld = measure.Withheld | (small ? Withheld.Small : Withheld.Nothing) });
        var shown = Show(measure);
        if (measure.Withheld.HasFlag(Withheld.YearBefore) || IsSmall(measure.CountYearBefore))
            shown = HideYearBefore(shown);
        return measure.Withheld.HasFlag(Withheld.Comparator) ? HideComparator(shown) : shown;
    }

    /// <summary>For figures finer than any that a partner's policy offers.</summary>
    public static SafeMeasure ProtectTooFine(Measure measure, DisclosurePolicy policy) =>
        Protect(policy == DisclosurePolicy.Partner ? measure with { Withheld = Withheld.TooFine } : measure, policy);

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
            Withheld = measure.Withheld,
            SmallNumber = false,
        };
    }

    private static SafeMeasure Hide(Measure measure)
    {
        var hidden = SafeNumber.Hidden(Absence.Suppressed);
        var shown = HideComparator(HideYearBefore(Show(measure)));
        return shown with
        {
            Count = hidden,
            Denominator = measure.PopulationYear != 0 ? shown.Denominator : hidden,
            Value = hidden,
            Lower95 = hidden,
            Upper95 = hidden,
            Variation = Variation.NotJudged,
            VariationCause = XmrCause.Common,
            VariationBasis = VariationBasis.None,
        };
    }

    /// <summary>The comparator's total less the rest is this area's own count, and the other way about.</summary>
    private static SafeMeasure HideComparator(SafeMeasure shown) => shown with
    {
        Comparison = Comparison.NotCompared,
        ComparatorValue = SafeNumber.Hidden(shown.ComparatorValue.IsShown ? Absence.Suppressed : shown.ComparatorValue.Absence),
    };

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
