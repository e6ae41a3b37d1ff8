using Made.Core.Calendar;
using Made.Core.Indicators;

namespace Made.Core.Disclosure;

/// <summary>A figure that looks unusual, as it may be shown.</summary>
public sealed record SafeException
{
    /// <summary>The month; where there are too few a month, the rolling 12.</summary>
    public required SafeMeasure Measure { get; init; }

    public required ExceptionOutcome Outcome { get; init; }

    /// <summary>The probability of a figure this far off if nothing has changed; hidden where limits are.</summary>
    public required SafeNumber Alone { get; init; }

    /// <summary>The same, allowing for all tests of the month.</summary>
    public required SafeNumber Together { get; init; }

    /// <summary>What the month would come to at its mean; not applicable over 12 months.</summary>
    public required SafeNumber Mean { get; init; }

    public required SafeNumber UsualLower { get; init; }

    public required SafeNumber UsualUpper { get; init; }

    public required bool IsTrial { get; init; }
}

/// <summary>All that looked unusual in a month, most unlikely first, and how much was looked at.</summary>
/// <param name="Tested">Figures tested.</param>
/// <param name="Unusual">Of them, below 5% alone.</param>
/// <param name="Expected">What chance alone brings below 5%.</param>
/// <param name="Withheld">Unusual figures that are not listed, because a small number would show.</param>
public sealed record SafeExceptions(int Tested, int Unusual, double Expected, int Withheld, IReadOnlyList<SafeException> Listed);

/// <summary>
/// The form of exceptions that may be shown. Starts from measures and run charts that are already safe: a figure that is hidden is not listed, and one whose limits are hidden
/// is listed only where the dashboard calls it a headline, without its probability.
/// </summary>
public static class ExceptionProtection
{
    /// <summary>Joins the tests of a month with their safe measures and the safe last points of their run charts.</summary>
    /// <param name="family">The tests.</param>
    /// <param name="measures">The safe measures of the same month.</param>
    /// <param name="lastOf">The last point of a run chart.</param>
    public static SafeExceptions Protect(ExceptionFamily family, IEnumerable<SafeMeasure> measures, Func<SafeMeasure, SafeRunPoint?> lastOf)
    {
        var safe = measures.ToDictionary(m => (m.Indicator, m.Area, m.Period));
        var listed = family.Listed
            .Select(t => (Test: t, Measure: safe.GetValueOrDefault((t.Measure.Indicator, t.Measure.Area, t.Measure.Period))))
            .Where(t => t.Measure is { Value.IsShown: true })
            .Select(t => One(t.Test, t.Measure!, t.Measure!.Period.Kind == PeriodKind.Month ? lastOf(t.Measure) : null))
            .Where(e => e.Alone.IsShown || e.Outcome == ExceptionOutcome.StandsOut).ToList();
        return new(family.Tested, family.Unusual, family.Expected, family.Listed.Count - listed.Count, listed);
    }

    private static SafeException One(ExceptionTest test, SafeMeasure measure, SafeRunPoint? last)
    {
        var known = measure.Period.Kind == PeriodKind.Month ? last is { Mean.IsShown: true } : measure.CountYearBefore.IsShown;
        return new SafeException
        {
            Measure = measure,

            // The edition has said which are headlines: it is not said otherwise here.
            Outcome = measure.Headline ? ExceptionOutcome.StandsOut : test.Outcome == ExceptionOutcome.StandsOut ? ExceptionOutcome.HeldBack : test.Outcome,
            Alone = known ? SafeNumber.Of(test.P, Absence.NotApplicable) : SafeNumber.Hidden(Reason.HiddenMonths),
            Together = known ? SafeNumber.Of(test.Adjusted, Absence.NotApplicable) : SafeNumber.Hidden(Reason.HiddenMonths),
            Mean = last?.Mean ?? SafeNumber.Nothing,
            UsualLower = last?.Lower ?? SafeNumber.Nothing,
            UsualUpper = last?.Upper ?? SafeNumber.Nothing,
            IsTrial = test.IsTrial,
        };
    }
}
