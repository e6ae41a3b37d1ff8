using Made.Core.Disclosure;
using Made.Core.Exchange;
using Made.Core.Indicators;

namespace Made.Core.Scorecard;

/// <summary>What lies on one published map point. Unsafe: only <see cref="MapPoints"/> makes a form that may be shown.</summary>
/// <param name="Records">Records on it.</param>
/// <param name="Months">In how many months of the period.</param>
public readonly record struct PointCount(long Records, int Months);

/// <summary>Map points that held records in this many months or more.</summary>
public sealed record RepeatStep(int Months, SafeNumber Points, SafeNumber ShareOfRecords);

/// <summary>
/// How records lie on the map points that a publisher moves them to: concentration and repeats.
/// <para>Repeats: points with records in at least 2, 6 and 12 months of the period, and the share of records on them.</para>
/// <para>Units: points, per cent. A point stands for the places around it, so nothing here is about one address, and it may lie across a border. Only for data that are already
/// public: under the partner policy, and with no records, refused. Source: data.police.uk on anonymisation; <see cref="AreaHotspots"/>.</para>
/// </summary>
public sealed record MapPoints
{
    private static readonly int[] Steps = [2, 6, 12];

    public required SafeNumber Points { get; init; }

    public required SafeNumber Records { get; init; }

    public required IReadOnlyList<ConcentrationStep> Concentration { get; init; }

    public required IReadOnlyList<RepeatStep> Repeats { get; init; }

    /// <summary>Sums up the points.</summary>
    public static Outcome<MapPoints> Of(IReadOnlyList<PointCount> points, DisclosurePolicy policy)
    {
        if (policy != DisclosurePolicy.AlreadyPublic)
            return Problems.HotspotsSuppressed();
        if (points.Count == 0)
            return Problems.NothingPlaced();
        var all = points.Sum(p => p.Records);
        return new MapPoints
        {
            Points = SafeNumber.Of(points.Count, Absence.CannotBeCalculated),
            Records = SafeNumber.Of(all, Absence.CannotBeCalculated),
            Concentration = AreaHotspots.StepsOf([.. points.Select(p => p.Records)]),
            Repeats = [.. Steps.Select(n => points.Where(p => p.Months >= n).ToList()).Zip(Steps, (those, n) => new RepeatStep(
                n,
                SafeNumber.Of(those.Count, Absence.CannotBeCalculated),
                SafeNumber.Of(100.0 * those.Sum(p => p.Records) / all, Absence.CannotBeCalculated)))],
        };
    }
}
