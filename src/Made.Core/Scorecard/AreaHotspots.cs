using Made.Core.Disclosure;
using Made.Core.Indicators;
using Made.Core.Methods.Hotspots;
using Made.Core.Register;

namespace Made.Core.Scorecard;

/// <summary>How a small area lies among its neighbours.</summary>
public enum HotspotState
{
    /// <summary>No more than chance among so many places.</summary>
    Neither,

    /// <summary>It and its neighbours together hold more than chance would put there.</summary>
    Hot,

    /// <summary>They hold less.</summary>
    Cold,
}

/// <summary>One small area.</summary>
/// <param name="Measure">Its count.</param>
/// <param name="Score">Gi*, a standard score.</param>
/// <param name="Together">Its two-sided probability, allowing for all small areas (Benjamini and Hochberg).</param>
/// <param name="State">Below 5%: hot or cold.</param>
public sealed record HotspotPlace(SafeMeasure Measure, SafeNumber Score, SafeNumber Together, HotspotState State);

/// <summary>The smallest number of places that hold a share of records.</summary>
/// <param name="Percent">The share of records.</param>
/// <param name="Places">How many places, busiest first.</param>
/// <param name="Share">The same as per cent of all places.</param>
public sealed record ConcentrationStep(int Percent, SafeNumber Places, SafeNumber Share);

/// <summary>
/// Where records lie together, by small area (2021 LSOA) of one or more districts.
/// <para>Gi* over counts, neighbours that touch and the area itself with weight 1 each; two-sided p, false discovery 5% over all small areas. Concentration: the smallest number of
/// places that holds 25, 50 and 80% of records.</para>
/// <para>Units: standard scores, per cent. Counts, not rates: LSOAs are made to hold about as many residents each. Made from safe measures: refused where one of them is hidden, since a score
/// would give it away. Edges: LSOAs without a boundary, and records whose LSOA could not be told, take no part; neighbours beyond the districts are not seen; equal counts have no
/// scores. Source: <see cref="GetisOrd"/>, <see cref="Concentration"/>. Worked examples: docs/methods/gi-star.md, docs/methods/concentration.md.</para>
/// </summary>
public sealed record AreaHotspots
{
    public static readonly IReadOnlyList<int> Percents = [25, 50, 80];

    private const int PlacesNeeded = 10;
    private const double Level = 0.05;

    /// <summary>In the order of the boundaries.</summary>
    public required IReadOnlyList<HotspotPlace> Places { get; init; }

    public required IReadOnlyList<ConcentrationStep> Concentration { get; init; }

    /// <summary>Records in these places.</summary>
    public required SafeNumber Records { get; init; }

    /// <summary>Records of the districts whose small area could not be told.</summary>
    public required SafeNumber NotPlaced { get; init; }

    /// <summary>Finds hot and cold places.</summary>
    /// <param name="counts">The counts of one indicator and period by LSOA.</param>
    /// <param name="boundaries">The LSOAs' boundaries, one each.</param>
    public static Outcome<AreaHotspots> Of(IReadOnlyList<SafeMeasure> counts, IReadOnlyList<Boundary> boundaries)
    {
        if (counts.FirstOrDefault(c => c.Count.Absence == Absence.Suppressed) is not null)
            return Problems.HotspotsSuppressed();
        if (counts.FirstOrDefault(c => !c.Count.IsShown) is { } absent)
            return Problems.HotspotsAbsent(absent.Count.Absence);
        var byCode = counts.ToDictionary(c => c.Area);
        var drawn = boundaries.Where(b => byCode.ContainsKey(new AreaCode(b.Code))).ToList();
        if (drawn.Count < PlacesNeeded)
            return Problems.TooFewPlaces(drawn.Count, PlacesNeeded);
        var places = drawn.ConvertAll(b => byCode[new AreaCode(b.Code)]);
        var values = places.ConvertAll(p => p.Count.Number);
        if (values.Sum() <= 0)
            return Problems.NothingPlaced();
        if (!SpatialWeights.FromOne(Contiguity.Of(drawn), WeightStyle.Binary).Succeeded(out var weights, out var problem)
            || !GetisOrd.Star(values, weights!).Succeeded(out var scores, out problem))
            return problem!;
        var together = AdjustedP.FalseDiscovery(GetisOrd.P(scores!));
        return new AreaHotspots
        {
            Places = [.. places.Select((p, i) => new HotspotPlace(
                p,
                SafeNumber.Of(scores![i], Absence.CannotBeCalculated),
                SafeNumber.Of(together[i], Absence.CannotBeCalculated),
                !(together[i] < Level) ? HotspotState.Neither : scores[i] > 0 ? HotspotState.Hot : HotspotState.Cold))],
            Concentration = StepsOf([.. values.Select(v => (long)v)]),
            Records = SafeNumber.Of(values.Sum(), Absence.CannotBeCalculated),
            NotPlaced = SafeNumber.Of(counts.Where(c => c.Area.IsNotDetermined).Sum(c => c.Count.Number), Absence.CannotBeCalculated),
        };
    }

    /// <summary>How few places hold a quarter, half and four fifths of what is counted. Counts that may be shown; at least one above 0.</summary>
    internal static IReadOnlyList<ConcentrationStep> StepsOf(IReadOnlyList<long> counts) =>
    [
        .. Percents.Select(p =>
        {
            var share = Methods.Hotspots.Concentration.ShareOfPlaces(counts, p).Succeeded(out var found, out _) ? found : double.NaN;
            return new ConcentrationStep(p, SafeNumber.Of(Math.Round(share * counts.Count), Absence.CannotBeCalculated), SafeNumber.Of(100 * share, Absence.CannotBeCalculated));
        }),
    ];
}
