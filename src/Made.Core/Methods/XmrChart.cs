namespace Made.Core.Methods;

/// <summary>Which points rule (d), two of three, counts as beyond a near limit, and which way a point is shown that rules hold both ways.</summary>
public enum XmrRuleSet
{
    /// <summary>NHSRplotthedots: beyond a near limit but not outside the process limits. The first rule in order of priority decides.</summary>
    PlotTheDots,

    /// <summary>Making Data Count since 2024: points outside the process limits count as well. Where one rule says improvement and another concern, improvement is shown.</summary>
    Nhs2024,
}

/// <summary>How limits are drawn.</summary>
public sealed record XmrOptions
{
    /// <summary>Unscreened, whole series as baseline, rules of NHSRplotthedots: as the NHS workbook draws it.</summary>
    public static readonly XmrOptions Default = new();

    /// <summary>Drop moving ranges of 3.267 AMR or more once and average the rest. The R package does by default, the NHS workbook does not.</summary>
    public bool Screen { get; init; }

    /// <summary>Limits from the first so many points that are there; all points are judged by them.</summary>
    public int? FixAfter { get; init; }

    /// <summary>Which points rule (d) counts.</summary>
    public XmrRuleSet Rules { get; init; } = XmrRuleSet.PlotTheDots;

    /// <summary>How many points in a row make a shift or a trend: 7, or 6 as the NHS workbook also offers.</summary>
    public int RunLength { get; init; } = 7;

    /// <summary>Widens the average moving range, where the same months already gave seasonal factors; 1 changes nothing.</summary>
    public double Spread { get; init; } = 1;
}

/// <summary>Why a point is special cause, in order of label priority.</summary>
public enum XmrCause
{
    /// <summary>Common cause: within what the process does by itself.</summary>
    Common,
    Outside,
    Trend,
    TwoInThree,
    Shift,
}

/// <summary>Which way an improvement goes.</summary>
public enum Improvement
{
    Neutral,
    Increase,
    Decrease,
}

/// <summary>One point with the limits it was judged by.</summary>
public readonly record struct XmrPoint
{
    /// <summary>The value; NaN for a gap.</summary>
    public double Value { get; init; }

    /// <summary>The rebase group.</summary>
    public int Group { get; init; }

    /// <summary>The group's mean.</summary>
    public double Mean { get; init; }

    /// <summary>The group's lower and upper process limits.</summary>
    public Interval Limits { get; init; }

    /// <summary>-1 below the mean, 1 above it, 0 on it or a gap.</summary>
    public int Side { get; init; }

    /// <summary>Rule (a).</summary>
    public bool IsOutside { get; init; }

    /// <summary>Beyond a near limit and not outside.</summary>
    public bool IsClose { get; init; }

    /// <summary>The rule that holds, the first in order of priority.</summary>
    public XmrCause Cause { get; init; }

    /// <summary>How many points in a row make a shift or a trend.</summary>
    public int RunLength { get; init; }

    /// <summary>1 high or rising, -1 low or falling, 0 for common cause.</summary>
    public int Direction { get; init; }

    /// <summary>Rules hold this point both ways, and the rule set shows improvement then.</summary>
    public bool IsTorn { get; init; }

    /// <summary>The label NHSRplotthedots prints: "Above UCL", $"{RunLength} Points Below CL", "Common Cause".</summary>
    public string Label => (Cause, Direction > 0) switch
    {
        (XmrCause.Outside, true) => "Above UCL",
        (XmrCause.Outside, false) => "Below LCL",
        (XmrCause.Trend, true) => $"{RunLength} Point Trend (Increasing)",
        (XmrCause.Trend, false) => $"{RunLength} Point Trend (Decreasing)",
        (XmrCause.TwoInThree, true) => "2 in 3 Above CL",
        (XmrCause.TwoInThree, false) => "2 in 3 Below CL",
        (XmrCause.Shift, true) => $"{RunLength} Points Above CL",
        (XmrCause.Shift, false) => "7 Points Below CL",
        _ => "Common Cause",
    };

    /// <summary>The point type NHSRplotthedots prints for this direction of improvement.</summary>
    public string TypeFor(Improvement improvement) => (Cause, improvement) switch
    {
        (XmrCause.Common, _) => "common_cause",
        (_, Improvement.Neutral) => Direction > 0 ? "special_cause_neutral_high" : "special_cause_neutral_low",
        _ => IsTorn || Direction > 0 == (improvement == Improvement.Increase) ? "special_cause_improvement" : "special_cause_concern",
    };
}

/// <summary>The limits of one rebase group.</summary>
/// <param name="Number">The group.</param>
/// <param name="Points">Points that are there.</param>
/// <param name="Baseline">Points the limits come from.</param>
/// <param name="Ranges">Moving ranges the limits come from.</param>
/// <param name="Mean">Mean of the baseline; NaN without points.</param>
/// <param name="Range">Average moving range; NaN where no two points are neighbours.</param>
/// <param name="Limits">Lower and upper process limits.</param>
public sealed record XmrGroup(int Number, int Points, int Baseline, int Ranges, double Mean, double Range, Interval Limits)
{
    /// <summary>Fewer than 13 points in the baseline.</summary>
    public bool IsTrial => Baseline < Xmr.PointsForFirmLimits;

    /// <summary>The standard deviation that the moving ranges speak of.</summary>
    public double Sigma => Range / Xmr.RangePerSigma;
}

/// <summary>A finished chart.</summary>
/// <param name="Points">One per value, gaps included.</param>
/// <param name="Groups">One per rebase group, in order.</param>
public sealed record XmrChart(IReadOnlyList<XmrPoint> Points, IReadOnlyList<XmrGroup> Groups);
