using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Disclosure.Topics;
using Made.Core.Exchange;
using Made.Core.Indicators;
using Made.Core.Methods.Hotspots;

namespace Made.Core.Scorecard;

/// <summary>One record: where it was published to be, and when. Unsafe: only <see cref="NearRepeats"/> makes a form that may be shown.</summary>
/// <param name="Longitude">WGS84; NaN where there is no point.</param>
/// <param name="Latitude">WGS84.</param>
/// <param name="Month">Its month.</param>
/// <param name="Day">Day of the month; 0 where only the month is kept.</param>
public readonly record struct PlacedEvent(double Longitude, double Latitude, Month Month, int Day)
{
    internal bool HasPoint => !double.IsNaN(Longitude) && !double.IsNaN(Latitude);
}

/// <summary>One band of distance and time.</summary>
/// <param name="Space">"within 100 m".</param>
/// <param name="Time">"1 to 7 days apart".</param>
/// <param name="Observed">Pairs of records in it.</param>
/// <param name="Expected">Exact mean if times had nothing to do with places.</param>
/// <param name="Ratio">Observed over expected; cannot be calculated where nothing is expected.</param>
/// <param name="P">Share of permutations with at least as many pairs.</param>
/// <param name="Together">The same, allowing for all bands (Benjamini and Hochberg).</param>
/// <param name="IsMore">More than chance would put there: below 5%.</param>
public sealed record NearRepeatBand(string Space, string Time, SafeNumber Observed, SafeNumber Expected, SafeNumber Ratio, SafeNumber P, SafeNumber Together, bool IsMore);

/// <summary>
/// Do records follow each other nearby more quickly than chance would have it? Knox's test over the published points of an area.
/// <para>Where every record keeps its day: bands of days; else of months. Points that the publisher moves: the same point, then by distance; exact points: by distance. Distances on a plane laid at
/// the middle of the records, on a sphere of 6,371.0088 km: within 0.5% over a county. p from 999 permutations of the times, seed 1; false discovery 5% over all bands.</para>
/// <para>Units: pairs, ratios, probabilities. Only for data that are already public: refused under the partner policy. Edges: records without a point take no part and are counted;
/// a month that is not held, fewer than 20 records and more than 8,000 are refused. Source: <see cref="NearRepeat"/>. Worked example: docs/methods/near-repeat.md.</para>
/// </summary>
public sealed record NearRepeats
{
    public const int Permutations = 999;
    public const int Seed = 1;

    /// <summary>More take longer than a person waits.</summary>
    public const int MostEvents = 8_000;

    private const int Least = 20;
    private const double Level = 0.05;
    private const double MetresPerDegree = 6_371_008.8 * Math.PI / 180;

    private static readonly Bands Days = new([0, 1, 8, 15, 29], ["on the same day", "1 to 7 days apart", "8 to 14 days apart", "15 to 28 days apart"]);
    private static readonly Bands Months = new([0, 1, 2, 3, 4], ["in the same month", "one month apart", "two months apart", "three months apart"]);
    private static readonly Bands Exact = new([0, 100, 200, 400], ["within 100 m", "100 to 200 m apart", "200 to 400 m apart"]);
    private static readonly Bands Moved = new([0, 1, 200, 400], ["on the same map point", "on other points within 200 m", "200 to 400 m apart"]);

    /// <summary>True: bands of days; false: only months are known of at least one record.</summary>
    public required bool InDays { get; init; }

    /// <summary>Records that keep a month only although others keep their day.</summary>
    public required SafeNumber WithoutDay { get; init; }

    /// <summary>Records compared, pair by pair.</summary>
    public required SafeNumber Events { get; init; }

    /// <summary>Records of the area without a point.</summary>
    public required SafeNumber WithoutPoint { get; init; }

    /// <summary>By distance, then by time.</summary>
    public required IReadOnlyList<NearRepeatBand> All { get; init; }

    /// <summary>Tests the records of one area and period.</summary>
    /// <param name="records">The records, with or without a point.</param>
    /// <param name="dataset">What they are records of.</param>
    /// <param name="rule">How the figures of the indicator may be shown.</param>
    /// <param name="period">The months they are from.</param>
    /// <param name="held">The months that are held: all of the period must be.</param>
    public static Outcome<NearRepeats> Of(IReadOnlyList<PlacedEvent> records, DatasetDefinition dataset, DisclosureRule rule, IReadOnlyList<Month> period, IReadOnlySet<Month> held)
    {
        if (rule.IsGuarded)
            return Problems.NearRepeatsOfPartners();
        if (period.Where(m => !held.Contains(m)).ToList() is { Count: > 0 } missing)
            return Problems.NearRepeatMonths(period.Count, missing);
        var placed = records.Where(r => r.HasPoint).ToList();
        if (placed.Count < Least)
            return Problems.TooFewForPairs(placed.Count, Least);
        if (placed.Count > MostEvents)
            return Problems.TooManyForPairs(placed.Count, MostEvents);
        var monthly = placed.Count(r => r.Day == 0);
        var (space, time) = (dataset.ExactPoints ? Exact : Moved, monthly == 0 ? Days : Months);
        if (!NearRepeat.Table(OnPlane(placed, monthly == 0), space.Edges, time.Edges, PlaceDistance.Euclidean, Permutations, Seed).Succeeded(out var pairs, out var problem))
            return problem;
        return new NearRepeats
        {
            InDays = monthly == 0,
            WithoutDay = Shown(dataset.KeepsDays ? monthly : 0),
            Events = Shown(placed.Count),
            WithoutPoint = Shown(records.Count - placed.Count),
            All = BandsOf(pairs, space, time),
        };
    }

    private static List<NearRepeatBand> BandsOf(NearRepeatTable pairs, Bands space, Bands time)
    {
        var cells = Enumerable.Range(0, space.Names.Length).SelectMany(s => Enumerable.Range(0, time.Names.Length).Select(t => (S: s, T: t))).ToList();
        // A band that can hold no pair is no test.
        var p = cells.ConvertAll(c => pairs.Expected[c.S][c.T] > 0 ? pairs.P[c.S][c.T] : double.NaN);
        var together = AdjustedP.FalseDiscovery(p);
        return [.. cells.Select((c, i) => new NearRepeatBand(
            space.Names[c.S], time.Names[c.T], Shown(pairs.Observed[c.S][c.T]), Shown(pairs.Expected[c.S][c.T]), Shown(pairs.Ratio(c.S, c.T)), Shown(p[i]), Shown(together[i]), together[i] < Level))];
    }

    private static List<SpaceTimeEvent> OnPlane(List<PlacedEvent> placed, bool inDays)
    {
        var narrowing = Math.Cos(placed.Average(r => r.Latitude) * Math.PI / 180);
        return placed.ConvertAll(r => new SpaceTimeEvent(
            r.Longitude * narrowing * MetresPerDegree, r.Latitude * MetresPerDegree, inDays ? r.Month.FirstDay.DayNumber + r.Day : r.Month.Index));
    }

    private static SafeNumber Shown(double number) => SafeNumber.Of(number, Absence.CannotBeCalculated);

    private sealed record Bands(double[] Edges, string[] Names);
}
