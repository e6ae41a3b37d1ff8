using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Disclosure.Topics;
using Made.Core.Indicators;
using Made.Core.Register;

namespace Made.TestKit.Gallery;

/// <summary>Numbers that may be shown, made the only way there is: through the door of Disclosure.</summary>
public static class Shown
{
    public static SafeNumber Number(double value) => Protection.Protect(Measure(Quantity.Of(value)), DisclosureRule.AlreadyPublic).Value;

    public static SafeNumber Absent(Absence why) => Protection.Protect(Measure(Quantity.Missing(why)), DisclosureRule.AlreadyPublic).Value;

    private static Measure Measure(Quantity value) => new()
    {
        Indicator = "sample",
        Area = new AreaCode("X00000001"),
        Level = AreaLevel.District,
        Period = new Period(PeriodKind.Month, new Month(2022, 7)),
        Count = value,
        Denominator = value,
        PopulationYear = 2021,
        Value = value,
        Lower95 = double.NaN,
        Upper95 = double.NaN,
        CountYearBefore = Quantity.Missing(Absence.NotApplicable),
        ChangeLower = double.NaN,
        ChangeUpper = double.NaN,
        ChangeVerdict = ChangeVerdict.NotJudged,
        ComparatorValue = Quantity.Missing(Absence.NotApplicable),
        ChangeYear = Quantity.Missing(Absence.NotApplicable),
        Comparable = Comparable.NoBase,
        Comparison = Comparison.NotCompared,
        Variation = Variation.NotJudged,
        VariationCause = Core.Methods.XmrCause.Common,
        VariationBasis = VariationBasis.None,
        Coverage = double.NaN,
        Method = "sample/1",
    };
}
