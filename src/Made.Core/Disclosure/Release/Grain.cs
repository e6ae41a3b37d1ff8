using Made.Core.Calendar;
using Made.Core.Indicators;
using Made.Core.Register;

namespace Made.Core.Disclosure.Release;

/// <summary>
/// How finely partners' figures are cut (areas of one level by periods of one kind) and how much of that readers do not see.
/// Rule: the finest grain with at most 30% hidden is offered first; finer is the one with smaller areas, and of two with the same areas the one with shorter periods.
/// Measured on what readers are handed, so that it holds for whatever hides. Units: counts of figures; a share from 0 to 1.
/// Edges: a figure that is absent for another cause is not counted; a period of which nothing is offered at the level (months of wards, years that do not end in March) is not part of the grain,
/// so that a level that is never offered has none. Source: the partnership's disclosure policy (TRUST, figures on disclosure control).
/// </summary>
public sealed record Grain
{
    /// <summary>The most that may be hidden of a grain that is offered first.</summary>
    public const double MostHidden = 0.30;

    public required AreaLevel Level { get; init; }

    /// <summary>The newest period measured; its kind is that of the grain.</summary>
    public required Period Newest { get; init; }

    public required int Shown { get; init; }

    public required int Hidden { get; init; }

    /// <summary>Hidden figures among all of the grain; there is at least one.</summary>
    public double ShareHidden => (double)Hidden / (Shown + Hidden);

    /// <summary>True where a reader still finds what the grain is for.</summary>
    public bool IsLegible => ShareHidden <= MostHidden;

    /// <summary>Every grain that some measures are offered at, the finest first.</summary>
    /// <param name="measures">One indicator's, as readers are handed them, of all levels and kinds of period that are to be weighed.</param>
    public static IReadOnlyList<Grain> Measured(IEnumerable<SafeMeasure> measures) =>
    [
        .. measures.Where(m => m.Count.IsShown || m.Count.Absence == Absence.Suppressed)
            .GroupBy(m => (m.Level, m.Period)).Where(p => p.Any(m => m.Count.Why != Reason.TooFine))
            .GroupBy(p => (p.Key.Level, p.Key.Period.Kind))
            .Select(g => new Grain
            {
                Level = g.Key.Level,
                Newest = g.Select(p => p.Key.Period).MaxBy(p => p.Last),
                Shown = g.Sum(p => p.Count(m => m.Count.IsShown)),
                Hidden = g.Sum(p => p.Count(m => !m.Count.IsShown)),
            })
            .OrderBy(g => g.Level).ThenBy(g => g.Newest.Months).ThenBy(g => g.Newest.Kind),
    ];

    /// <summary>The grain at which figures of some indicators are offered first, together in one table; null where of every one that all of them have more is hidden.</summary>
    public static Grain? OfferedFirst(params IReadOnlyList<IReadOnlyList<Grain>> ofIndicators) => ofIndicators
        .SelectMany(g => g).GroupBy(g => (g.Level, g.Newest.Kind)).Where(g => g.Count() == ofIndicators.Count)
        .Select(g => g.First() with { Shown = g.Sum(i => i.Shown), Hidden = g.Sum(i => i.Hidden) })
        .FirstOrDefault(g => g.IsLegible);
}
