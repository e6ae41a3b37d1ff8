using Made.Core.Methods.Regression;
using MathNet.Numerics.LinearAlgebra;

namespace Made.Core.Methods.Detection;

/// <summary>Options of the likelihood ratio sum.</summary>
public sealed record GlrCusumOptions
{
    /// <summary>First point watched, from 1; the points before give the seasonal mean. By default five years of months come first.</summary>
    public int From { get; init; } = 61;

    /// <summary>Points in a year.</summary>
    public int Frequency { get; init; } = 12;

    /// <summary>Harmonics of the seasonal mean; 0 is a constant mean.</summary>
    public int Harmonics { get; init; } = 1;

    /// <summary>Alarm where the statistic reaches this, c.ARL.</summary>
    public double Threshold { get; init; } = 5;
}

/// <summary>
/// Generalised likelihood ratio sum of Poisson counts against a seasonal mean: finds a rise of unknown size that began at an unknown time.
/// <para>Mean: Poisson regression on the points before, log m(t) = a + sum over s of (b cos(2 pi s t/p) + c sin(2 pi s t/p)). GLR(n) = max over k of sup over kappa of 0 or more of
/// the sum from k to n of (kappa y - m (exp kappa - 1)); kappa = max(0, ln(sum y/sum m)). Alarm where GLR reaches the threshold; the sum then starts afresh with the next point.
/// Bound: the smallest whole count at which it would have been an alarm.</para>
/// <para>Units: events. Edges: a missing count is not judged and adds nothing; no event before the start is refused.</para>
/// <para>Source: Hoehle and Paul 2008, Comput. Statist. Data Anal. 52, 4357-4368. Worked example: docs/methods/glr-cusum.md.</para>
/// </summary>
public static class GlrCusum
{
    /// <summary>Watches a series.</summary>
    /// <param name="counts">Counts in order of time; NaN is a gap.</param>
    /// <param name="options">Start, seasonal mean and threshold.</param>
    public static Outcome<IReadOnlyList<DetectionPoint>> Watch(IReadOnlyList<double> counts, GlrCusumOptions options)
    {
        if ((Fault(options) ?? Counts.Fault(counts)) is { } fault)
            return fault;
        var training = Enumerable.Range(0, Math.Min(options.From - 1, counts.Count)).Where(t => !double.IsNaN(counts[t])).ToList();
        if (options.From > counts.Count || training.Sum(t => counts[t]) == 0)
            return Problems.NothingToLearnFrom(options.From, counts.Count);
        var fit = PoissonRegression.Fit(Matrix<double>.Build.DenseOfRowVectors(training.Select(t => Row(t, options))), [.. training.Select(t => counts[t])]);
        if (!fit.HasConverged)
            return Problems.SeasonNotFitted(training.Count);
        var points = new DetectionPoint[counts.Count];
        var past = new List<(double Count, double Mean)>();
        for (var t = 0; t < points.Length; t++)
        {
            points[t] = new() { Observed = counts[t], Verdict = t < options.From - 1 ? Verdict.TooEarly : Verdict.NotObserved };
            if (t < options.From - 1 || double.IsNaN(counts[t]))
                continue;
            var mean = Math.Exp(fit.PredictorOf(Row(t, options)));
            var alarm = Statistic(past, counts[t], mean) >= options.Threshold;
            points[t] = points[t] with { Verdict = alarm ? Verdict.Alarm : Verdict.Usual, Expected = mean, UpperBound = Smallest(past, mean, options.Threshold) };
            if (alarm)
                past.Clear();
            else
                past.Add((counts[t], mean));
        }
        return points;
    }

    private static double Statistic(List<(double Count, double Mean)> past, double count, double mean)
    {
        var (events, means) = (count, mean);
        var largest = Ratio(events, means);
        for (var k = past.Count - 1; k >= 0; k--)
        {
            (events, means) = (events + past[k].Count, means + past[k].Mean);
            largest = Math.Max(largest, Ratio(events, means));
        }
        return largest;
    }

    private static double Ratio(double events, double means) => events > means ? (events * Math.Log(events / means)) - events + means : 0;

    /// <summary>The statistic never falls when the count rises, so the smallest alarming count is found by doubling and halving.</summary>
    private static double Smallest(List<(double Count, double Mean)> past, double mean, double threshold)
    {
        var (low, high) = (-1.0, 1.0);
        while (Statistic(past, high, mean) < threshold)
            (low, high) = (high, 2 * high);
        while (high - low > 1)
        {
            var middle = Math.Floor((low + high) / 2);
            (low, high) = Statistic(past, middle, mean) < threshold ? (middle, high) : (low, middle);
        }
        return high;
    }

    private static Vector<double> Row(int at, GlrCusumOptions options) => Vector<double>.Build.DenseOfEnumerable(
    [
        1,
        .. Enumerable.Range(1, options.Harmonics).SelectMany(s =>
        {
            var angle = 2 * Math.PI * s * (at + 1) / options.Frequency;
            return new[] { Math.Cos(angle), Math.Sin(angle) };
        }),
    ]);

    private static Problem? Fault(GlrCusumOptions o) => o switch
    {
        { From: < 2 } => Problems.OptionOutOfRange("from", o.From, "at least one point comes before the first one watched"),
        { Frequency: < 1 or > Counts.MostInAYear } => Problems.OptionOutOfRange("frequency", o.Frequency, "a year has between 1 and 366 points"),
        { Harmonics: < 0 } => Problems.OptionOutOfRange("S", o.Harmonics, "harmonics are 0 or more"),
        _ when o.Harmonics > (o.Frequency - 1) / 2 => Problems.OptionOutOfRange("S", o.Harmonics, "a year needs more than two points for each harmonic"),
        _ when !(o.Threshold > 0) => Problems.OptionOutOfRange("cARL", o.Threshold, "a threshold is above 0"),
        _ => null,
    };
}
