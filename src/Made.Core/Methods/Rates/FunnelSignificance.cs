namespace Made.Core.Methods.Rates;

/// <summary>Where an area lies on a funnel.</summary>
public enum FunnelVerdict
{
    /// <summary>Between the inner curves or on them.</summary>
    NotSignificant,

    /// <summary>Above the upper inner curve.</summary>
    High,

    /// <summary>Above the upper outer curve.</summary>
    VeryHigh,

    /// <summary>Below the lower inner curve.</summary>
    Low,

    /// <summary>Below the lower outer curve.</summary>
    VeryLow,

    /// <summary>A standardised rate of fewer than 10 events.</summary>
    TooFewEvents,
}

/// <summary>
/// Whether an area lies outside a funnel's control limits.
/// <para>Proportions: outside b -+ z sqrt(b (1 - b)/n). Rates and ratios: the baseline (1 for ratios) outside the area's own Poisson limits, exact below 10 events, Byar
/// from 10. Two-sided levels 95% and 99.8%; on a curve is not outside.</para>
/// <para>Units: as for the curves. Edges: 0 events are never high; a denominator that is missing cannot be judged and counts as not significant.
/// Source: PHE/DHSC Fingertips; PHEindicatormethods <c>assign_funnel_significance</c>. Worked example: docs/methods/funnel-limits.md.</para>
/// </summary>
public static class FunnelSignificance
{
    /// <summary>An area's proportion against the baseline.</summary>
    public static FunnelVerdict OfProportion(FunnelArea area, double baseline)
    {
        var share = area.Events / area.Denominator;
        return Judge(c => Reach(baseline, area.Denominator, c), (limits, above) => above ? share > limits.Upper : share < limits.Lower);
    }

    /// <summary>An area's rate, or observed over expected with a baseline of 1, against the baseline.</summary>
    public static FunnelVerdict OfRate(FunnelArea area, double baseline) =>
        Judge(c => PoissonInterval.OfRate(area.Events, area.Denominator, 1, c), (limits, above) => above ? baseline < limits.Lower : baseline > limits.Upper);

    /// <summary>A directly standardised rate against the baseline: not judged below 10 events.</summary>
    public static FunnelVerdict OfStandardisedRate(FunnelArea area, double baseline) =>
        area.Events < DirectStandardisation.EventsNeeded ? FunnelVerdict.TooFewEvents : OfRate(area, baseline);

    /// <summary>The label PHEindicatormethods prints.</summary>
    public static string Label(FunnelVerdict verdict) => verdict switch
    {
        FunnelVerdict.High => "High (0.025)",
        FunnelVerdict.VeryHigh => "High (0.001)",
        FunnelVerdict.Low => "Low (0.025)",
        FunnelVerdict.VeryLow => "Low (0.001)",
        FunnelVerdict.TooFewEvents => "Not applicable for events less than 10 for dsrs",
        _ => "Not significant",
    };

    private static Interval Reach(double baseline, double denominator, double confidence)
    {
        var reach = PoissonInterval.Score(confidence) * Math.Sqrt(baseline * (1 - baseline) / denominator);
        return new(baseline - reach, baseline + reach);
    }

    private static FunnelVerdict Judge(Func<double, Interval> limits, Func<Interval, bool, bool> outside)
    {
        var (inner, outer) = (limits(FunnelLimits.Inner), limits(FunnelLimits.Outer));
        return outside(outer, false) ? FunnelVerdict.VeryLow
            : outside(inner, false) ? FunnelVerdict.Low
            : outside(outer, true) ? FunnelVerdict.VeryHigh
            : outside(inner, true) ? FunnelVerdict.High
            : FunnelVerdict.NotSignificant;
    }
}
