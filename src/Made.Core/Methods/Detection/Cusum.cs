namespace Made.Core.Methods.Detection;

/// <summary>Options of the cumulative sum.</summary>
public sealed record CusumOptions
{
    /// <summary>First point watched, from 1; the points before give the mean. By default five years of months come first.</summary>
    public int From { get; init; } = 61;

    /// <summary>Reference value k, in standard deviations: half the shift to be found.</summary>
    public double Reference { get; init; } = 1.04;

    /// <summary>Decision interval h, in standard deviations.</summary>
    public double Decision { get; init; } = 2.26;
}

/// <summary>
/// One-sided cumulative sum of standardised Poisson counts: finds small rises that last.
/// <para>m = mean of the points before the first one watched; z = (y - m)/sqrt(m); S(t) = max(0, S(t-1) + z - k), S = 0 at the start; alarm where S is h or more. It goes on after an alarm,
/// so alarms last while the sum stays high. Bound: the smallest whole count that would have been an alarm, ceil(sqrt(m)(h + k - S(t-1)) + m), at least 0.</para>
/// <para>Units: events. Edges: no season; a missing count is not judged and leaves the sum as it was; no event before the start is refused (m = 0).</para>
/// <para>Source: Page 1954, Biometrika 41, 100-115; Rossi, Lampugnani and Marchi 1999, Statist. Med. 18, 2111-2122, for counts; the bound as in R's surveillance.
/// Worked example: docs/methods/cusum.md.</para>
/// </summary>
public static class Cusum
{
    /// <summary>Watches a series.</summary>
    /// <param name="counts">Counts in order of time; NaN is a gap.</param>
    /// <param name="options">Start, reference value and decision interval.</param>
    public static Outcome<IReadOnlyList<DetectionPoint>> Watch(IReadOnlyList<double> counts, CusumOptions options)
    {
        if ((Fault(options) ?? Counts.Fault(counts)) is { } fault)
            return fault;
        var training = counts.Take(options.From - 1).Where(y => !double.IsNaN(y)).ToList();
        if (options.From > counts.Count || training.Sum() == 0)
            return Problems.NothingToLearnFrom(options.From, counts.Count);
        var mean = training.Average();
        var root = Math.Sqrt(mean);
        var points = new DetectionPoint[counts.Count];
        double sum = 0;
        for (var i = 0; i < points.Length; i++)
        {
            points[i] = new() { Observed = counts[i], Verdict = i < options.From - 1 ? Verdict.TooEarly : Verdict.NotObserved };
            if (i < options.From - 1 || double.IsNaN(counts[i]))
                continue;
            var bound = Math.Max(0, Math.Ceiling((root * (options.Decision + options.Reference - sum)) + mean));
            sum = Math.Max(0, sum + ((counts[i] - mean) / root) - options.Reference);
            points[i] = points[i] with { Verdict = sum >= options.Decision ? Verdict.Alarm : Verdict.Usual, Expected = mean, UpperBound = bound };
        }
        return points;
    }

    private static Problem? Fault(CusumOptions o) => o switch
    {
        { From: < 2 } => Problems.OptionOutOfRange("from", o.From, "at least one point comes before the first one watched"),
        _ when !(o.Reference >= 0) => Problems.OptionOutOfRange("k", o.Reference, "a reference value is 0 or more"),
        _ when !(o.Decision > 0) => Problems.OptionOutOfRange("h", o.Decision, "a decision interval is above 0"),
        _ => null,
    };
}
