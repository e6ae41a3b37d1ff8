using MathNet.Numerics.Random;

namespace Made.Core.Methods.Hotspots;

/// <summary>Where and when something happened.</summary>
/// <param name="X">Easting, in the unit of the space breaks.</param>
/// <param name="Y">Northing.</param>
/// <param name="Time">Days since any fixed day.</param>
public readonly record struct SpaceTimeEvent(double X, double Y, double Time);

/// <summary>How far apart two places are.</summary>
public enum PlaceDistance
{
    /// <summary>Along the axes: the difference east plus the difference north.</summary>
    Manhattan,

    /// <summary>As the crow flies.</summary>
    Euclidean,
}

/// <summary>Pairs of events by how far apart they are (rows) and how long (columns).</summary>
/// <param name="Observed">Pairs in each band.</param>
/// <param name="Expected">Mean over all ways to hand out the times: exact.</param>
/// <param name="P">Share of permutations with at least as many pairs, one-sided; empty where none were drawn.</param>
public sealed record NearRepeatTable(int[][] Observed, double[][] Expected, double[][] P)
{
    /// <summary>Observed over expected; NaN where nothing is expected.</summary>
    public double Ratio(int space, int time) => Expected[space][time] > 0 ? Observed[space][time] / Expected[space][time] : double.NaN;
}

/// <summary>
/// Knox's test for near repeats: do events close in space follow each other more quickly than chance has it?
/// <para>Each pair falls in a space band and a time band, both [a, b). Expected if times had nothing to do with places = pairs of the space band x pairs of the time band / all pairs,
/// which is the exact mean over all permutations of the times. p = (permutations with at least as many + 1)/(permutations + 1), one-sided.</para>
/// <para>Units: those of the breaks; days. "0 to 1 days" is [0, 1): the same day only. Edges: pairs outside all bands are in no cell but count among all pairs. At most 20,000 events.</para>
/// <para>Source: Knox 1964; Johnson and others 2007; Steenbeek's NearRepeat on the labels of bands. Worked example: docs/methods/near-repeat.md.</para>
/// </summary>
public static class NearRepeat
{
    private const int MostEvents = 20_000;
    private const int MostRepetitions = 99_999;

    /// <summary>The table of pairs. No permutations, no p. The same seed gives the same p.</summary>
    public static Outcome<NearRepeatTable> Table(
        IReadOnlyList<SpaceTimeEvent> events, IReadOnlyList<double> spaceBreaks, IReadOnlyList<double> timeBreaks, PlaceDistance distance, int permutations = 0, int seed = 1)
    {
        if (Fault(events, spaceBreaks, timeBreaks, permutations) is { } problem)
            return problem;
        var (rows, columns) = (spaceBreaks.Count - 1, timeBreaks.Count - 1);
        var when = new EventTimes(events, timeBreaks);
        var near = NearPairs.Of(events, spaceBreaks, distance);
        var (inBand, observed) = (near.Select(b => (double)b.Count).ToArray(), Count(near, when, when.Positions));
        var pairs = events.Count * (events.Count - 1L) / 2;
        var everywhere = when.Pairs();
        var expected = Enumerable.Range(0, rows).Select(r => Enumerable.Range(0, columns).Select(c => inBand[r] * everywhere[c] / pairs).ToArray()).ToArray();
        return new NearRepeatTable(observed, expected, P(near, when, observed, permutations, seed));
    }

    private static double[][] P(NearPairs[] near, EventTimes when, int[][] observed, int permutations, int seed)
    {
        if (permutations == 0)
            return [];
        var random = new MersenneTwister(seed);
        var times = when.Positions.ToArray();
        var reached = observed.Select(r => new int[r.Length]).ToArray();
        for (var k = 0; k < permutations; k++)
        {
            for (var i = times.Length - 1; i > 0; i--)
            {
                var at = random.Next(i + 1);
                (times[i], times[at]) = (times[at], times[i]);
            }
            var drawn = Count(near, when, times);
            for (var r = 0; r < reached.Length; r++)
                for (var c = 0; c < reached[r].Length; c++)
                    reached[r][c] += drawn[r][c] >= observed[r][c] ? 1 : 0;
        }
        return [.. reached.Select(r => r.Select(n => (n + 1.0) / (permutations + 1)).ToArray())];
    }

    /// <summary>Near pairs by space and time band; those outside all time bands are left out.</summary>
    private static int[][] Count(NearPairs[] near, EventTimes when, int[] times) => [.. near.Select(band => Count(band, when, times)[..^1])];

    private static int[] Count(NearPairs band, EventTimes when, int[] times)
    {
        var counts = new int[when.Bands + 1];
        for (var i = 0; i < band.Events; i++)
            foreach (var j in band.Of(i))
                counts[when.Band(times[i], times[j])]++;
        return counts;
    }

    private static Problem? Fault(IReadOnlyList<SpaceTimeEvent> events, IReadOnlyList<double> spaceBreaks, IReadOnlyList<double> timeBreaks, int permutations)
    {
        if (events.Count < 2)
            return Problems.TooFewEvents(events.Count);
        if (events.Count > MostEvents)
            return Problems.TooManyEvents(events.Count, MostEvents);
        for (var i = 0; i < events.Count; i++)
            if (!double.IsFinite(events[i].X) || !double.IsFinite(events[i].Y) || !double.IsFinite(events[i].Time))
                return Problems.BadEvent(i + 1);
        if (!Rise(spaceBreaks))
            return Problems.BadBreaks("space");
        if (!Rise(timeBreaks))
            return Problems.BadBreaks("time");
        return permutations is < 0 or > MostRepetitions ? Problems.BadRepetitions(permutations) : null;
    }

    /// <summary>The band [edge, next edge) that holds a distance; the one past the last where none does.</summary>
    internal static int Band(double apart, double[] edges)
    {
        var none = edges.Length - 1;
        if (apart < edges[0])
            return none;
        for (var band = 0; band < none; band++)
            if (apart < edges[band + 1])
                return band;
        return none;
    }

    private static bool Rise(IReadOnlyList<double> breaks) =>
        breaks.Count is >= 2 and <= 200 && breaks[0] >= 0 && breaks.Zip(breaks.Skip(1)).All(p => p.First < p.Second);
}
