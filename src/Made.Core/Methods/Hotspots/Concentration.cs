namespace Made.Core.Methods.Hotspots;

/// <summary>How unevenly events lie over places. A measure that cannot be calculated is NaN.</summary>
/// <param name="Places">Places, empty ones too.</param>
/// <param name="Events">Events on all of them.</param>
/// <param name="Gini">0 where every place has as many, near 1 where one has all.</param>
/// <param name="GiniUnbiased">Times n/(n - 1); NaN for one place.</param>
/// <param name="Generalised">Gini that allows for fewer events than places.</param>
/// <param name="GeneralisedUnbiased">Times m/(m - 1), m the smaller of places and events; NaN where that is 1.</param>
public sealed record ConcentrationResult(int Places, long Events, double Gini, double GiniUnbiased, double Generalised, double GeneralisedUnbiased);

/// <summary>
/// Concentration of events on places: Lorenz curve, Gini, and the smallest share of places that holds a share of events.
/// <para>Gini = sum (2i - n - 1) x(i) / (n sum x), x rising. Generalised G' = max(1, n/c)(G - 1) + 1 for c events on n places: with fewer events than places even
/// the most even spread leaves places empty, and plain Gini calls that concentration. Unbiased: times m/(m - 1).</para>
/// <para>Units: shares from 0 to 1. Shapes: one whole count per place, empty places included. Edges: no places and no events are refused; equal counts give 0.</para>
/// <para>Source: Gini 1914; Bernasco and Steenbeek 2017, J. Quant. Criminol. 33, 451-467. Worked example: docs/methods/concentration.md.</para>
/// </summary>
public static class Concentration
{
    /// <summary>The four measures.</summary>
    public static Outcome<ConcentrationResult> Of(IReadOnlyList<long> counts)
    {
        if (Fault(counts) is { } problem)
            return problem;
        var (n, c) = (counts.Count, counts.Sum());
        var weighted = counts.Order().Select((x, i) => ((2L * i) + 1 - n) * (decimal)x).Sum();
        var gini = (double)(weighted / ((decimal)n * c));
        var generalised = (Math.Max(1, (double)n / c) * (gini - 1)) + 1;
        return new ConcentrationResult(n, c, gini, gini * Unbiased(n), generalised, generalised * Unbiased(Math.Min(n, c)));
    }

    /// <summary>The smallest share of places that together hold at least this percentage of events.</summary>
    public static Outcome<double> ShareOfPlaces(IReadOnlyList<long> counts, int percent)
    {
        if (Fault(counts) is { } problem)
            return problem;
        var needed = counts.Sum() * (decimal)percent;
        decimal held = 0;
        var places = 0;
        foreach (var count in counts.OrderDescending())
        {
            if (held >= needed)
                break;
            held += count * 100m;
            places++;
        }
        return (double)places / counts.Count;
    }

    /// <summary>The share of events in the top percentage of places, rounded up to whole places.</summary>
    public static Outcome<double> ShareOfEvents(IReadOnlyList<long> counts, int percent)
    {
        if (Fault(counts) is { } problem)
            return problem;
        var places = (int)((((long)counts.Count * percent) + 99) / 100);
        return (double)counts.OrderDescending().Take(places).Sum() / counts.Sum();
    }

    /// <summary>The Lorenz curve: share of places, busiest first, against share of events; from (0, 0) to (1, 1).</summary>
    public static Outcome<(double Places, double Events)[]> Lorenz(IReadOnlyList<long> counts)
    {
        if (Fault(counts) is { } problem)
            return problem;
        var total = counts.Sum();
        var points = new (double, double)[counts.Count + 1];
        long held = 0;
        foreach (var (count, i) in counts.OrderDescending().Select((c, i) => (c, i)))
        {
            held += count;
            points[i + 1] = ((i + 1.0) / counts.Count, (double)held / total);
        }
        return points;
    }

    private static double Unbiased(long m) => m > 1 ? m / (m - 1.0) : double.NaN;

    private static Problem? Fault(IReadOnlyList<long> counts)
    {
        if (counts.Count == 0)
            return Problems.TooFewPlaces(0, 1);
        for (var i = 0; i < counts.Count; i++)
            if (counts[i] is < 0 or > 1_000_000_000_000)
                return Problems.BadCount(i + 1, counts[i]);
        return counts.Any(c => c > 0) ? null : Problems.NoEvents();
    }
}
