using Made.Core.Disclosure;
using Made.Core.Indicators;
using Made.Core.Methods;

namespace Made.Core.Scorecard;

public static partial class Sentences
{
    /// <summary>
    /// A clause on the month against its run chart: "within its usual range", "above its usual range for the time of year",
    /// "too few to judge by month". Empty where nothing was judged.
    /// </summary>
    public static string Usual(IndicatorDefinition indicator, SafeMeasure measure) => measure.Variation switch
    {
        Variation.Common => $"within its usual range{Basis(measure.VariationBasis)}",
        Variation.SpecialHigh => Signal(indicator, measure, "above", "top", "risen"),
        Variation.SpecialLow => Signal(indicator, measure, "below", "bottom", "fallen"),
        Variation.TooFew => "too few to judge by month",
        Variation.TooShort => "not yet judged: not enough months recorded alike",
        Variation.NotComparable => "not judged: placement differs from the same month a year before",
        _ when measure.NotJudgedFor == Disclosure.Reason.HiddenMonths => $"not judged: it {measure.NotJudgedFor.Words()}",
        _ => "",
    };

    private static string Signal(IndicatorDefinition indicator, SafeMeasure measure, string side, string end, string moved) => measure.VariationCause switch
    {
        XmrCause.Trend => $"{Subject(indicator, measure.VariationBasis)} has {moved} at every step over the last seven months",
        XmrCause.Shift => $"{Subject(indicator, measure.VariationBasis)} has been {side} average for the last seven months or more",
        XmrCause.TwoInThree => $"near the {end} of its usual range in at least two of the last three months{Basis(measure.VariationBasis)}",
        _ => $"{side} its usual range{Basis(measure.VariationBasis)}",
    };

    private static string Basis(VariationBasis basis) => basis switch
    {
        VariationBasis.SeasonallyAdjusted => " for the time of year",
        VariationBasis.YearOnYear => ", judged by the difference from the same month a year before",
        _ => "",
    };

    private static string Subject(IndicatorDefinition indicator, VariationBasis basis) => (basis, indicator.Denominator) switch
    {
        (VariationBasis.SeasonallyAdjusted, _) => "allowing for the time of year, it",
        (VariationBasis.YearOnYear, _) => "the difference from the same month a year before",
        (_, DenominatorKind.Records or DenominatorKind.Reported) => "its value",
        _ => "its daily average",
    };
}
