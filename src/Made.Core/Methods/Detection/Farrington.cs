namespace Made.Core.Methods.Detection;

/// <summary>
/// Farrington's method: is this count high against the same time of year in earlier years?
/// <para>Baseline: see <see cref="FarringtonBaseline"/>. Model: quasi-Poisson, log(mean) = a + b t [+ seasonal periods]; phi = max(1, Pearson/(n - p)). Earlier outbreaks are weighted
/// down once: Anscombe residual s = (3/2)(y^(2/3) mean^(-1/6) - mean^(1/2)) / sqrt(phi (1 - leverage)), weight s^-2 where s is above 1 (original) or 2.58, scaled to sum n.
/// The trend stays where b years is 3 or more, its p value is below 5% and the prediction is not above the largest baseline count.</para>
/// <para>Bound: U = mean (1 + (2/3) z sqrt((phi + V/mean)/mean))^(3/2), z one-sided in the flexible form and two-sided in the original; or the negative binomial quantile with size
/// mean/(phi - 1), at the predicted mean (plug-in) or at the upper limit of it (Muan). An alarm is a count above U.</para>
/// <para>Units: events. Edges: the first b years and w points are too early; fewer than 5 events in the last 4 points are not judged (rethink it for series that are not weekly);
/// a missing count is not judged and left out of baselines; a baseline without an event gives no bound. A change of recording within the baseline makes the bound wrong: start after it.
/// At 1% a hundred series give an alarm each month by chance: rank by score and control false discovery.</para>
/// <para>Source: Farrington, Andrews, Beale and Catchpole 1996, J. R. Statist. Soc. A 159, 547-563; Noufaily and others 2013, Statist. Med. 32, 1206-1222; the behaviour of R's surveillance.
/// Worked example: docs/methods/farrington.md.</para>
/// </summary>
public static class Farrington
{
    /// <summary>Fewer years carry neither a trend nor a season.</summary>
    public const int YearsNeeded = 3;

    private const int MostYears = 100;

    /// <summary>Watches a series.</summary>
    /// <param name="counts">Counts in order of time; NaN is a gap.</param>
    /// <param name="options">Variant and settings.</param>
    public static Outcome<IReadOnlyList<DetectionPoint>> Watch(IReadOnlyList<double> counts, FarringtonOptions options)
    {
        if ((Fault(options) ?? Counts.Fault(counts)) is { } fault)
            return fault;
        var first = FarringtonBaseline.First(options);
        return (DetectionPoint[])[.. counts.Select((y, at) => at < first ? new DetectionPoint { Observed = y, Verdict = Verdict.TooEarly } : Judge(counts, at, options))];
    }

    private static DetectionPoint Judge(IReadOnlyList<double> counts, int at, FarringtonOptions options)
    {
        var point = new DetectionPoint { Observed = counts[at], Verdict = Verdict.Usual };
        var lately = counts.Skip(at + 1 - options.EventsOver).Take(Math.Min(options.EventsOver, at + 1)).Sum();
        if (double.IsNaN(lately))
            return point with { Verdict = Verdict.NotObserved };
        var model = new FarringtonModel(counts, FarringtonBaseline.Of(at, options), at, options);
        if (model.IsEmpty)
            return point with { Verdict = lately < options.EventsNeeded ? Verdict.TooFewEvents : Verdict.BaselineEmpty };
        if (model.Predict() is not { } prediction)
            return point with { Verdict = Verdict.NotConverged };
        if (lately < options.EventsNeeded)
            return point with { Verdict = Verdict.TooFewEvents, Expected = prediction.Mean };
        var bound = FarringtonBound.Of(counts[at], prediction, options);
        if (double.IsNaN(bound.Upper))
            return point with { Verdict = Verdict.NotConverged, Expected = prediction.Mean };
        return point with
        {
            Verdict = counts[at] > bound.Upper ? Verdict.Alarm : Verdict.Usual,
            Expected = prediction.Mean,
            UpperBound = bound.Upper,
            P = bound.P,
        };
    }

    private static Problem? Fault(FarringtonOptions o) => o switch
    {
        { Frequency: < 1 or > Counts.MostInAYear } => Problems.OptionOutOfRange("frequency", o.Frequency, "a year has between 1 and 366 points"),
        { Years: < YearsNeeded or > MostYears } => Problems.OptionOutOfRange("b", o.Years, "the method needs between 3 and 100 years"),
        { HalfWindow: < 0 } => Problems.OptionOutOfRange("w", o.HalfWindow, "a half window is 0 or more"),
        _ when o.HalfWindow > (o.Frequency - 1) / 2 => Problems.OptionOutOfRange("w", o.HalfWindow, "windows of two years may not overlap"),
        _ when !(o.Alpha > 0 && o.Alpha < 1) => Problems.OptionOutOfRange("alpha", o.Alpha, "a level lies between 0 and 1"),
        _ when o.NotIncluded < 0 || o.NotIncluded > o.Frequency => Problems.OptionOutOfRange("pastNotIncluded", o.NotIncluded, "between no point and a year can be left out"),
        _ when o.Periods < 1 || o.Periods > o.Frequency - (2 * o.HalfWindow) => Problems.OptionOutOfRange("noPeriods", o.Periods, "there is at least one, and each holds a point"),
        { Variant: FarringtonVariant.Original, Threshold: not FarringtonThreshold.Delta } => Problems.OptionOutOfRange("threshold", (int)o.Threshold, "the original form knows only delta"),
        _ when !(o.EventsNeeded >= 0) => Problems.OptionOutOfRange("limit54", o.EventsNeeded, "the events asked for are 0 or more"),
        { EventsOver: < 1 } => Problems.OptionOutOfRange("limit54", o.EventsOver, "they are counted over one point or more"),
        _ when !(o.TrendLevel >= 0) => Problems.OptionOutOfRange("pThresholdTrend", o.TrendLevel, "a level is 0 or more"),
        _ when !(o.WeightsAbove > 0) => Problems.OptionOutOfRange("weightsThreshold", o.WeightsAbove, "a residual is weighted down above a number above 0"),
        _ => null,
    };
}
