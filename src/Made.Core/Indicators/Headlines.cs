using Made.Core.Calendar;
using Made.Core.Methods;
using Made.Core.Register;

namespace Made.Core.Indicators;

/// <summary>What may become a headline: one row of a CSP, with what its chart and its change say.</summary>
internal readonly record struct HeadlineTest(int At, string Indicator, AreaCode Area, PeriodKind Period, Comparable Comparable, Judgement Judged, double ChangeP);

/// <summary>
/// Chooses the headlines of a month: what survives Benjamini and Hochberg at 5% over all CSPs and indicators. A month is tested by its distance from the mean of
/// its run chart (normal, sigma = AMR/1.128); where it is too few to judge by month, the rolling 12 months by their change on the year before. Nothing that is not
/// comparable, nothing within its usual range and nothing judged by trial limits becomes a headline; all that was tested counts in the family.
/// </summary>
internal static class Headlines
{
    /// <summary>The share of headlines that may be noise.</summary>
    public const double Rate = 0.05;

    public static void Mark(List<Measure> measures, List<HeadlineTest> tests)
    {
        var kept = FalseDiscovery.Survivors(P(tests), Rate);
        for (var i = 0; i < tests.Count; i++)
            if (kept[i] && MayLead(tests[i]))
                measures[tests[i].At] = measures[tests[i].At] with { Headline = true };
    }

    /// <summary>The p value of each test; NaN where it is not one: absent, not judged, or judged by its other period.</summary>
    public static IReadOnlyList<double> P(List<HeadlineTest> tests)
    {
        var few = tests.Where(t => t.Judged.Variation == Variation.TooFew).Select(t => (t.Indicator, t.Area)).ToHashSet();
        return tests.ConvertAll(t => P(t, few));
    }

    /// <summary>True where a test that is kept may become a headline.</summary>
    public static bool MayLead(HeadlineTest test) => test.Period == PeriodKind.Rolling12
        ? test.Comparable == Comparable.Yes
        : test.Comparable is Comparable.Yes or Comparable.NoBase
            && test.Judged is { Variation: Variation.SpecialHigh or Variation.SpecialLow, IsTrial: false };

    private static double P(HeadlineTest test, HashSet<(string Indicator, AreaCode Area)> few) => test.Period switch
    {
        PeriodKind.Month when !double.IsNaN(test.Judged.Score) => RateRatio.NormalP(test.Judged.Score),
        PeriodKind.Rolling12 when few.Contains((test.Indicator, test.Area)) => test.ChangeP,
        _ => double.NaN,
    };
}
