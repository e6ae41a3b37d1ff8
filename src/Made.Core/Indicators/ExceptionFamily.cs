using Made.Core.Calendar;
using Made.Core.Methods;
using Made.Core.Methods.Hotspots;

namespace Made.Core.Indicators;

/// <summary>What becomes of a figure that looks unusual once all figures of the month are looked at together.</summary>
public enum ExceptionOutcome
{
    /// <summary>Survives false-discovery control and breaks a rule of its run chart: a headline.</summary>
    StandsOut,

    /// <summary>Survives, but may not lead: not comparable, trial limits, or inside its usual range after all.</summary>
    HeldBack,

    /// <summary>Unusual alone, yet no more than chance brings among so many.</summary>
    NotMoreThanChance,
}

/// <summary>One figure that looks unusual alone.</summary>
/// <param name="Measure">The month; where there are too few a month, the rolling 12.</param>
/// <param name="P">How likely a figure this far off is if nothing has changed.</param>
/// <param name="Adjusted">The same, allowing for all tests of the month (Benjamini and Hochberg).</param>
/// <param name="Outcome">What becomes of it.</param>
/// <param name="IsTrial">Judged by limits from fewer than 13 months.</param>
public sealed record ExceptionTest(Measure Measure, double P, double Adjusted, ExceptionOutcome Outcome, bool IsTrial);

/// <summary>
/// All tests of a month: CSPs x indicators, each by its month against its run chart, or by the change of its rolling 12 months where there are too few a month.
/// <para>Listed: p below 5% alone, or a rule of the run chart broken. Expected: 5% of the tests, the number that chance alone brings below 5%.</para>
/// <para>Units: probabilities. Edges: what is absent, too short or not comparable is no test and counts nowhere; nothing tested, nothing expected. The same family and p values as
/// <see cref="Measure.Headline"/>. Source: Benjamini and Hochberg 1995. Worked example: docs/methods/false-discovery.md.</para>
/// </summary>
/// <param name="Tests">Every figure that was tested, with its probability alone.</param>
/// <param name="Listed">Those that look unusual, most unlikely first; ties by indicator and area.</param>
public sealed record ExceptionFamily(IReadOnlyList<(Measure Measure, double P)> Tests, IReadOnlyList<ExceptionTest> Listed)
{
    /// <summary>The share that chance alone brings, and the share of headlines that may be noise.</summary>
    public const double Level = Headlines.Rate;

    /// <summary>How many figures were tested.</summary>
    public int Tested => Tests.Count;

    /// <summary>How many of them lie below 5% alone.</summary>
    public int Unusual => Tests.Count(t => t.P < Level);

    /// <summary>
    /// The same for a reader who may see some of the figures: counted and listed are only those. What stands out was decided over all of them and stays as it is.
    /// </summary>
    /// <param name="seen">Whether the reader may see a figure.</param>
    public ExceptionFamily Within(Func<Measure, bool> seen) => new([.. Tests.Where(t => seen(t.Measure))], [.. Listed.Where(t => seen(t.Measure))]);

    /// <summary>How many of the tests chance alone brings below 5%.</summary>
    public double Expected => Level * Tested;

    internal static ExceptionFamily Of(List<Measure> measures, List<HeadlineTest> tests)
    {
        var p = Headlines.P(tests);
        var kept = FalseDiscovery.Survivors(p, Level);
        var adjusted = AdjustedP.FalseDiscovery(p);
        var listed = Enumerable.Range(0, tests.Count)
            .Where(i => !double.IsNaN(p[i]) && (p[i] < Level || BreaksARule(tests[i])))
            .Select(i => new ExceptionTest(
                measures[tests[i].At],
                p[i],
                adjusted[i],
                !kept[i] ? ExceptionOutcome.NotMoreThanChance : Headlines.MayLead(tests[i]) ? ExceptionOutcome.StandsOut : ExceptionOutcome.HeldBack,
                tests[i].Period == PeriodKind.Month && tests[i].Judged.IsTrial))
            .OrderBy(e => e.P).ThenBy(e => e.Measure.Indicator, StringComparer.Ordinal).ThenBy(e => e.Measure.Area).ToList();
        return new([.. Enumerable.Range(0, tests.Count).Where(i => !double.IsNaN(p[i])).Select(i => (measures[tests[i].At], p[i]))], listed);
    }

    private static bool BreaksARule(HeadlineTest test) =>
        test.Period == PeriodKind.Month && test.Judged.Variation is Variation.SpecialHigh or Variation.SpecialLow;
}
