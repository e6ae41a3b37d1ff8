using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Disclosure.Topics;
using Made.Core.Facts;
using Made.Core.Indicators;
using Made.Core.Methods;
using Made.Core.Register;
using Made.Core.Scorecard;
using Made.Tests.Unit.Indicators;

namespace Made.Tests.Unit.Scorecard;

/// <summary>Measures for sentences: July 2022, 672 crimes among 117,900 residents, unless said otherwise.</summary>
internal static class Safe
{
    public static readonly Month July = new(2022, 7);

    public static readonly IndicatorDefinition Crime = Samples.Indicator("all-crime", "All crime", "crimes", "crime", CategoryFilter.Everything);

    public static readonly Measure Full = new()
    {
        Indicator = "all-crime",
        Area = new("E22000150"),
        Level = AreaLevel.Csp,
        Period = new Period(PeriodKind.Month, July),
        Count = Quantity.Of(672),
        Denominator = Quantity.Of(117_900),
        PopulationYear = 2020,
        Value = Quantity.Of(5.7),
        Lower95 = 5.3,
        Upper95 = 6.1,
        CountYearBefore = Quantity.Of(600),
        ChangeYear = Quantity.Of(12),
        Comparable = Comparable.Yes,
        ChangeLower = 2,
        ChangeUpper = 25,
        ChangeVerdict = ChangeVerdict.Higher,
        Comparison = Comparison.NotCompared,
        ComparatorValue = Quantity.Missing(Absence.NotApplicable),
        Variation = Variation.Common,
        VariationCause = XmrCause.Common,
        VariationBasis = VariationBasis.PerDay,
        Coverage = 0.945,
        Method = "rate-byar/1",
    };

    public static readonly Measure Year = Full with
    {
        Period = new Period(PeriodKind.Rolling12, July),
        Count = Quantity.Of(7557),
        Value = Quantity.Of(64.1),
        Comparison = Comparison.Lower,
        ComparatorValue = Quantity.Of(78.3),
        Variation = Variation.NotJudged,
        VariationBasis = VariationBasis.None,
    };

    public static Measure Missing(Absence why) => Full with
    {
        Count = Quantity.Missing(why),
        Value = Quantity.Missing(why),
        Denominator = Quantity.Missing(why),
        ChangeYear = Quantity.Missing(Absence.CannotBeCalculated),
        Comparable = Comparable.NoBase,
        ChangeVerdict = ChangeVerdict.NotJudged,
        Variation = Variation.NotJudged,
        VariationBasis = VariationBasis.None,
    };

    public static SafeMeasure Public(this Measure measure) => Protection.Protect(measure, DisclosureRule.AlreadyPublic);

    public static SafeMeasure Partner(this Measure measure) => Protection.Protect(measure, DisclosureRule.Partner);

    public static IndicatorRow Row(SafeMeasure month, SafeMeasure? year = null, params RecordingBreak[] breaks) =>
        new() { Indicator = Crime, Month = month, Rolling12 = year, Breaks = breaks };

    public static AreaMonth Area(params IndicatorRow[] rows) =>
        new() { AreaName = "Chorley", Month = July, ComparatorName = "Lancashire-12", Rows = rows, Missing = [] };
}
