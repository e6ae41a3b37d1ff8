using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Register;

namespace Made.Core.Editions;

/// <summary>One figure that reads otherwise in a later edition, as both may be shown.</summary>
public sealed record EditionChange
{
    public required string Indicator { get; init; }

    public required AreaCode Area { get; init; }

    public required AreaLevel Level { get; init; }

    public required Period Period { get; init; }

    public required SafeNumber CountBefore { get; init; }

    public required SafeNumber CountNow { get; init; }

    public required SafeNumber ValueBefore { get; init; }

    public required SafeNumber ValueNow { get; init; }
}

/// <summary>What reads otherwise between two editions of a month.</summary>
public static class EditionChanges
{
    /// <summary>
    /// Figures whose shown count or value, or the marker in its place, differs. A figure that only one of them has reads "not applicable" in the other.
    /// </summary>
    public static IReadOnlyList<EditionChange> Between(IEnumerable<SafeMeasure> before, IEnumerable<SafeMeasure> now)
    {
        var (had, has) = (ByKey(before), ByKey(now));
        return
        [
            .. had.Keys.Union(has.Keys)
                .Select(k => One(had.GetValueOrDefault(k), has.GetValueOrDefault(k)))
                .Where(c => Differ(c.CountBefore, c.CountNow) || Differ(c.ValueBefore, c.ValueNow))
                .OrderBy(c => c.Indicator, StringComparer.Ordinal).ThenBy(c => c.Area).ThenBy(c => c.Period.Code, StringComparer.Ordinal),
        ];
    }

    private static EditionChange One(SafeMeasure? before, SafeMeasure? now)
    {
        var known = (now ?? before)!;
        return new()
        {
            Indicator = known.Indicator,
            Area = known.Area,
            Level = known.Level,
            Period = known.Period,
            CountBefore = before?.Count ?? SafeNumber.Nothing,
            CountNow = now?.Count ?? SafeNumber.Nothing,
            ValueBefore = before?.Value ?? SafeNumber.Nothing,
            ValueNow = now?.Value ?? SafeNumber.Nothing,
        };
    }

    private static bool Differ(SafeNumber one, SafeNumber other) => one.Absence != other.Absence || one.Digits() != other.Digits();

    private static Dictionary<(string Indicator, AreaCode Area, Period Period), SafeMeasure> ByKey(IEnumerable<SafeMeasure> measures) =>
        measures.ToDictionary(m => (m.Indicator, m.Area, m.Period));
}
