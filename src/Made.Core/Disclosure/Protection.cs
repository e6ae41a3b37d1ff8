using Made.Core.Disclosure.Release;
using Made.Core.Disclosure.Rounding;
using Made.Core.Disclosure.Topics;
using Made.Core.Exchange;
using Made.Core.Indicators;
using Made.Core.Methods;

namespace Made.Core.Disclosure;

/// <summary>
/// The door between counted and shown. Under <see cref="DisclosurePolicy.Partner"/> what the release withheld (<see cref="Release.Withheld"/>, rule
/// <c>partner-linked/2</c>) is hidden together with every figure it could be computed back from (value, limits, denominator of records, change, share placed), and what the topic
/// hides now is hidden whatever the release says, so that a policy which became stricter holds for editions made before it: counts above 0 and under the threshold, areas smaller
/// than the smallest, exact counts where the topic rounds.
/// Under <see cref="DisclosurePolicy.AlreadyPublic"/> everything is shown and counts under 5 carry a caution. An absence that is already named keeps its name.
/// </summary>
public static class Protection
{
    public const string PolicyVersion = "partner-linked/2";

    /// <summary>Of already public figures: counts under this are to be read with care.</summary>
    private const double Few = 5;

    /// <summary>The measure as it may be shown under the indicator's rule.</summary>
    public static SafeMeasure Protect(Measure measure, DisclosureRule rule)
    {
        if (!rule.IsGuarded)
            return Show(measure) with { SmallNumber = measure.Count is { IsNumber: true, Number: > 0 and < Few } };
        var withheld = measure.Withheld | Now(measure, rule);
        var shown = Show(measure) with { RoundedTo = measure.Count.IsNumber ? rule.RoundTo : 0 };
        if (shown.Coverage.IsShown)
            shown = shown with { Coverage = SafeNumber.Hidden(Reason.SmallOrGivesAway) };
        if (withheld.OfCount() is var why && why != Reason.None)
        {
            if (measure.Count.IsNumber || measure.Value.IsNumber)
                return Hide(shown, why);
            if (measure.PopulationYear == 0 && shown.Denominator.IsShown)
                shown = shown with { Denominator = SafeNumber.Hidden(why) };
        }
        if (withheld.HasFlag(Withheld.Judgement))
            shown = HideJudgement(shown);
        if (withheld.HasFlag(Withheld.YearBefore))
            shown = HideYearBefore(shown, Reason.YearBefore);
        if (withheld.HasFlag(Withheld.Comparator))
            shown = HideComparator(shown, Reason.Comparison);
        return rule.RoundTo > 0 && !IsSealedRounded(measure, rule) ? RoundAgain(shown, measure, rule) : shown;
    }

    /// <summary>For figures finer than any that a partner's policy offers.</summary>
    public static SafeMeasure ProtectTooFine(Measure measure, DisclosureRule rule) =>
        Protect(rule.IsGuarded ? measure with { Withheld = Withheld.TooFine } : measure, rule);

    /// <summary>What the rule withholds today of a measure, whenever it was made.</summary>
    private static Withheld Now(Measure measure, DisclosureRule rule)
    {
        var now = Withheld.Nothing;
        if (measure.Count.IsNumber && rule.IsSmall(measure.Count.Number))
            now |= Withheld.Small;

        // Records below the line, not residents.
        if (measure.PopulationYear == 0 && measure.Denominator.IsNumber && rule.IsSmall(measure.Denominator.Number))
            now |= Withheld.GivesAway;
        if (measure.CountYearBefore.IsNumber && rule.IsSmall(measure.CountYearBefore.Number))
            now |= Withheld.YearBefore;
        if (!rule.Offers(measure.Level))
            now |= Withheld.TooFine;

        // A value that came without its count can not be rounded, and times its residents it is the count.
        if (rule.RoundTo > 0 && !measure.Count.IsNumber && measure.Value.IsNumber)
            now |= Withheld.GivesAway;
        return now;
    }

    private static bool IsSealedRounded(Measure measure, DisclosureRule rule) =>
        !measure.Count.IsNumber || (measure.Withheld.HasFlag(Withheld.Exact) && CountRounding.IsMultiple(measure.Count.Number, rule.RoundTo));

    /// <summary>An edition made before the topic rounded: the count is rounded now, and what was made from the exact one is hidden.</summary>
    private static SafeMeasure RoundAgain(SafeMeasure shown, Measure measure, DisclosureRule rule) =>
        Hide(shown, Reason.SmallOrGivesAway) with { Count = SafeNumber.Of(Quantity.Of(rule.Rounded(measure.Count.Number))) };

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
            RoundedTo = 0,
            NotJudgedFor = Reason.None,
            SmallNumber = false,
        };
    }

    private static SafeMeasure Hide(SafeMeasure measure, Reason why)
    {
        var hidden = SafeNumber.Hidden(why);
        return HideJudgement(HideComparator(HideYearBefore(measure, why), why)) with
        {
            Count = hidden,
            Denominator = measure.PopulationYear != 0 ? measure.Denominator : hidden,
            Value = hidden,
            Lower95 = hidden,
            Upper95 = hidden,
            NotJudgedFor = why,
        };
    }

    private static SafeMeasure HideJudgement(SafeMeasure shown) => shown with
    {
        Variation = Variation.NotJudged,
        VariationCause = XmrCause.Common,
        VariationBasis = VariationBasis.None,
        Headline = false,
        NotJudgedFor = Reason.HiddenMonths,
    };

    /// <summary>The comparator's total less the rest is this area's own count, and the other way about.</summary>
    private static SafeMeasure HideComparator(SafeMeasure shown, Reason why) => shown with
    {
        Comparison = Comparison.NotCompared,
        ComparatorValue = shown.ComparatorValue.IsShown ? SafeNumber.Hidden(why) : shown.ComparatorValue,
    };

    /// <summary>The change and this year's count together give last year's.</summary>
    private static SafeMeasure HideYearBefore(SafeMeasure shown, Reason why)
    {
        var hidden = SafeNumber.Hidden(why);
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
