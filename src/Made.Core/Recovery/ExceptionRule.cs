using Made.Core.Assessment;
using Made.Core.Disclosure;
using Made.Core.GoldenThread;
using Made.Core.Indicators;
using Made.Core.Register;

namespace Made.Core.Recovery;

/// <summary>Which way a figure has to stand out to open an exception.</summary>
public enum ExceptionDirection
{
    Up,
    Down,
    Either,
}

/// <summary>
/// The rule of one indicator: a figure of a CSP that stands out of its run chart, after allowing for everything tested in the month, opens an exception. One that is neither
/// closed nor explained keeps another of the same indicator and area from being opened.
/// </summary>
public sealed record ExceptionRule(string Indicator, ExceptionDirection Direction, string Source)
{
    public bool Opens(SafeException exception) =>
        exception.Measure.Indicator == Indicator && exception.Outcome == ExceptionOutcome.StandsOut
        && (Direction == ExceptionDirection.Either || (Direction == ExceptionDirection.Up) == IsUp(exception.Measure));

    private static bool IsUp(SafeMeasure m) => m.Variation == Variation.SpecialHigh || (m.Variation != Variation.SpecialLow && m.ChangeYear.Number > 0);

    /// <summary>The exceptions that a month's figures open: none for an indicator and area of which one is still being worked on.</summary>
    /// <param name="rules">One for each indicator.</param>
    /// <param name="found">What stands out in the month.</param>
    /// <param name="held">Every exception kept before.</param>
    /// <param name="make">Makes the entry.</param>
    public static IReadOnlyList<ThreadEntry> Openings(
        IReadOnlyList<ExceptionRule> rules, SafeExceptions found, IReadOnlyList<ThreadHistory> held, Func<SafeException, ThreadEntry> make)
    {
        var points = held.Select(h => h.Point).ToHashSet();
        var worked = held.Where(h => !Processes.Of(h.Newest.Content).Frozen.Contains(h.State))
            .Select(h => (h.Newest.Area, ((ThreadContent.Exception)h.Newest.Content).Indicator)).ToHashSet();
        return
        [
            .. found.Listed.Where(e => rules.Any(r => r.Opens(e)) && worked.Add((e.Measure.Area, e.Measure.Indicator))).Select(make).Where(e => points.Add(e.Point)),
        ];
    }

    public static ThreadPoint PointOf(string indicator, AreaCode area, string period) =>
        new(ThreadKind.Exception, AreaRanking.Slug($"{indicator}-{area}-{period}").ToLowerInvariant());
}
