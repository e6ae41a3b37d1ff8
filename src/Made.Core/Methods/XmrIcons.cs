namespace Made.Core.Methods;

/// <summary>Whether the process will meet a target by itself.</summary>
public enum XmrAssurance
{
    /// <summary>No target, no limits, or nobody says which way is better: no icon.</summary>
    None,

    /// <summary>The whole usual range lies on the good side of the target.</summary>
    ConsistentPass,

    /// <summary>The whole usual range misses the target.</summary>
    ConsistentFail,

    /// <summary>The target lies within the usual range: hit or miss.</summary>
    Inconsistent,
}

/// <summary>What a target on a process limit means.</summary>
public enum TargetOnLimit
{
    /// <summary>Hit or miss, as NHSRplotthedots.</summary>
    HitOrMiss,

    /// <summary>Pass or fail, as the Power BI visual.</summary>
    Consistent,
}

/// <summary>
/// The two icons of "Making Data Count" beside an XmR chart.
/// <para>Variation: the state of the last point that is there. Assurance: the target against the last group's limits; where up is better a target above the upper limit is
/// consistently failed and one below the lower limit consistently passed, reversed where down is better.</para>
/// <para>Units: the target in that of the values. Edges: no point at all is common cause; a neutral direction has no assurance. A target equal to a limit is judged as
/// <see cref="TargetOnLimit"/> says. Source: NHS England "Making Data Count"; NHSRplotthedots. Worked example: docs/methods/xmr.md.</para>
/// </summary>
public static class XmrIcons
{
    /// <summary>The point type of the last point that is there.</summary>
    public static string Variation(XmrChart chart, Improvement improvement) =>
        chart.Points.LastOrDefault(p => !double.IsNaN(p.Value)).TypeFor(improvement);

    /// <summary>The target against the limits of the last group; NaN is no target.</summary>
    public static XmrAssurance Assurance(XmrChart chart, double target, Improvement improvement, TargetOnLimit onLimit = TargetOnLimit.HitOrMiss) =>
        Assurance(chart.Groups.Count > 0 ? chart.Groups[^1].Limits : Interval.None, target, improvement, onLimit);

    /// <summary>The target against limits, however they were drawn; NaN is no target.</summary>
    public static XmrAssurance Assurance(Interval limits, double target, Improvement improvement, TargetOnLimit onLimit = TargetOnLimit.HitOrMiss)
    {
        if (double.IsNaN(target) || !limits.IsKnown || improvement == Improvement.Neutral)
            return XmrAssurance.None;
        var touches = onLimit == TargetOnLimit.Consistent;
        var above = target > limits.Upper || (touches && target == limits.Upper);
        var below = target < limits.Lower || (touches && target == limits.Lower);
        if (above == below)
            return XmrAssurance.Inconsistent;
        return above == (improvement == Improvement.Decrease) ? XmrAssurance.ConsistentPass : XmrAssurance.ConsistentFail;
    }
}
