using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Made.Core.Methods.Detection;

/// <summary>
/// EARS C1, C2 and C3: is this count high against the last few?
/// <para>Baseline of k points before, lag 0 (C1) or 2 (C2, C3), mean m, s = max(standard deviation, minSigma). C1 and C2: U = m + z s. C3: with C2(t) = (y - m)/s,
/// U = max(0, y + s (z - max(0, C2(t-1) - 1) - max(0, C2(t-2) - 1))), so that an alarm sums what three points exceed by. An alarm is a count above U.</para>
/// <para>Units: events. Edges: no season and no trend, so use it for days and weeks, or on series without season; too early are the first k points (C1), k + 2 (C2), k + 4 (C3);
/// a missing count in the baseline is not judged; C3 with a baseline that does not vary has no bound unless minSigma is above 0.</para>
/// <para>Source: Hutwagner, Thompson, Seeman and Treadwell 2003, J. Urban Health 80 (suppl. 1), i89-i96; the bound of C3 as in R's surveillance. Worked example: docs/methods/ears.md.</para>
/// </summary>
public static class Ears
{
    /// <summary>Fewer points say nothing of a spread.</summary>
    public const int SmallestBaseline = 3;

    private const int LargestBaseline = 1000;

    /// <summary>Watches a series.</summary>
    /// <param name="counts">Counts in order of time; NaN is a gap.</param>
    /// <param name="options">Method and settings.</param>
    public static Outcome<IReadOnlyList<DetectionPoint>> Watch(IReadOnlyList<double> counts, EarsOptions options)
    {
        if ((Fault(options) ?? Counts.Fault(counts)) is { } fault)
            return fault;
        var z = Normal.InvCDF(0, 1, 1 - options.Alpha);
        return (DetectionPoint[])[.. Enumerable.Range(0, counts.Count).Select(at => Judge(counts, at, options, z))];
    }

    private static DetectionPoint Judge(IReadOnlyList<double> counts, int at, EarsOptions options, double z)
    {
        var lag = options.Method == EarsMethod.C1 ? 0 : 2;
        var reach = options.Baseline + lag + (options.Method == EarsMethod.C3 ? 2 : 0);
        var point = new DetectionPoint { Observed = counts[at], Verdict = Verdict.Usual };
        if (at < reach)
            return point with { Verdict = Verdict.TooEarly };
        var used = options.Method == EarsMethod.C2 ? counts.Skip(at - reach).Take(options.Baseline).Append(counts[at]) : counts.Skip(at - reach).Take(reach + 1);
        if (used.Any(double.IsNaN))
            return point with { Verdict = Verdict.NotObserved };
        var (mean, spread) = Baseline(counts, at - lag, options);
        if (options.Method != EarsMethod.C3)
            return Against(point, mean, mean + (z * spread), 1 - Normal.CDF(0, 1, (counts[at] - mean) / spread));
        var bound = counts[at] + (spread * (z - Excess(counts, at - 1, options) - Excess(counts, at - 2, options)));
        return double.IsNaN(bound) ? point with { Verdict = Verdict.NoSpread } : Against(point, double.NaN, Math.Max(0, bound), double.NaN);
    }

    private static DetectionPoint Against(DetectionPoint point, double expected, double bound, double p) => point with
    {
        Verdict = point.Observed > bound ? Verdict.Alarm : Verdict.Usual,
        Expected = expected,
        UpperBound = bound,
        P = p,
    };

    private static double Excess(IReadOnlyList<double> counts, int at, EarsOptions options)
    {
        var (mean, spread) = Baseline(counts, at - 2, options);
        return Math.Max(0, ((counts[at] - mean) / spread) - 1);
    }

    private static (double Mean, double Spread) Baseline(IReadOnlyList<double> counts, int before, EarsOptions options)
    {
        var values = counts.Skip(before - options.Baseline).Take(options.Baseline).ToArray();
        return (values.Mean(), Math.Max(values.StandardDeviation(), options.MinSigma));
    }

    private static Problem? Fault(EarsOptions o) => o switch
    {
        { Baseline: < SmallestBaseline or > LargestBaseline } => Problems.OptionOutOfRange("baseline", o.Baseline, "a baseline has between 3 and 1000 points"),
        _ when !(o.MinSigma >= 0) => Problems.OptionOutOfRange("minSigma", o.MinSigma, "a standard deviation is 0 or more"),
        _ when !(o.Alpha > 0 && o.Alpha < 1) => Problems.OptionOutOfRange("alpha", o.Alpha, "a level lies between 0 and 1"),
        _ => null,
    };
}
