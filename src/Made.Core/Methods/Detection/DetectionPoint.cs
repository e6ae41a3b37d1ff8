namespace Made.Core.Methods.Detection;

/// <summary>What a detector says of one month.</summary>
public enum Verdict
{
    /// <summary>There is not enough of the series before this point.</summary>
    TooEarly,

    /// <summary>The count itself, or one that the judgement needs, is missing.</summary>
    NotObserved,

    /// <summary>Fewer events in the last points than the method asks for: never an alarm, and no bound.</summary>
    TooFewEvents,

    /// <summary>Not one event in the baseline: the regression would fall towards minus infinity.</summary>
    BaselineEmpty,

    /// <summary>The regression of the baseline did not settle, with or without a trend.</summary>
    NotConverged,

    /// <summary>The baseline does not vary, so no distance from it can be measured.</summary>
    NoSpread,

    /// <summary>Judged, and not above the bound.</summary>
    Usual,

    /// <summary>Judged, and out of the ordinary.</summary>
    Alarm,
}

/// <summary>One point of a watched series.</summary>
public readonly record struct DetectionPoint
{
    /// <summary>The count; NaN where missing.</summary>
    public required double Observed { get; init; }

    /// <summary>What was found, or why nothing could be.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>What the baseline leads one to expect, in events; NaN where the method or the verdict gives none.</summary>
    public double Expected { get; init; } = double.NaN;

    /// <summary>The bound above which a count is an alarm, in events; NaN where there is none.</summary>
    public double UpperBound { get; init; } = double.NaN;

    /// <summary>The probability of a count this high if nothing is out of the ordinary; NaN where the method gives none.</summary>
    public double P { get; init; } = double.NaN;

    /// <summary>Not judged, and why.</summary>
    public DetectionPoint()
    {
    }

    /// <summary>True where the point was held against a bound or a limit.</summary>
    public bool IsJudged => Verdict is Verdict.Usual or Verdict.Alarm;

    /// <summary>True where the verdict is an alarm.</summary>
    public bool IsAlarm => Verdict == Verdict.Alarm;

    /// <summary>Exceedance score, (observed - expected) / (bound - expected): above 1 is beyond the bound; NaN where there is no bound.</summary>
    public double Score => (Observed - Expected) / (UpperBound - Expected);
}
