namespace Made.Core.Methods.Rates;

/// <summary>One area of a funnel.</summary>
/// <param name="Events">Its events, 0 or more.</param>
/// <param name="Denominator">Its population, whole or expected events; NaN where it cannot be derived, it then does not count towards the baseline.</param>
public readonly record struct FunnelArea(double Events, double Denominator);

/// <summary>One place along a funnel's horizontal axis.</summary>
/// <param name="Position">Denominator for proportions, events for rates and ratios.</param>
/// <param name="Inner">95% limits.</param>
/// <param name="Outer">99.8% limits.</param>
/// <param name="InnerAt">For rates the populations of one year, for ratios the expected events, at which the position lies on the inner curves: upper end, lower curve.</param>
/// <param name="OuterAt">The same for the outer curves.</param>
public readonly record struct FunnelPoint(double Position, Interval Inner, Interval Outer, Interval InnerAt, Interval OuterAt);

/// <summary>
/// The 100 places at which a funnel's curves are drawn, closer together where areas are small, with the limits there.
/// <para>The axis ends 5% beyond the largest denominator, rounded up to two figures; it begins 5% below the smallest, rounded down to one, or at 1 where the largest is
/// more than twice the smallest. Each place is the geometric step to the end, and at least 1 further.</para>
/// <para>Units: rates and proportions as shares of 1. Edges: for ratios the baseline is 1. Source: PHE/DHSC Fingertips; PHEindicatormethods
/// <c>calculate_funnel_limits</c>. Worked example: docs/methods/funnel-limits.md.</para>
/// </summary>
/// <param name="Baseline">Events of all areas over their denominators, as a share.</param>
/// <param name="Points">The places, in order.</param>
public sealed record FunnelCurve(double Baseline, IReadOnlyList<FunnelPoint> Points)
{
    /// <summary>The curves of proportions.</summary>
    /// <exception cref="ArgumentException">No area has a denominator.</exception>
    public static FunnelCurve OfProportions(IReadOnlyList<FunnelArea> areas)
    {
        var baseline = BaselineOf(areas);
        var (from, to) = FunnelAxis.Ends([.. Known(areas)], 1);
        return new(baseline, [.. FunnelAxis.Places(from, to, 0).Select(n => new FunnelPoint(
            n, FunnelLimits.OfProportion(baseline, n), FunnelLimits.OfProportion(baseline, n, FunnelLimits.Outer), Interval.None, Interval.None))]);
    }

    /// <summary>The curves of crude or standardised rates.</summary>
    /// <param name="areas">Events and population times years.</param>
    /// <param name="years">Years of events.</param>
    /// <param name="search">How expected counts are found.</param>
    /// <exception cref="ArgumentException">No area has a denominator, or nothing has happened.</exception>
    public static FunnelCurve OfRates(IReadOnlyList<FunnelArea> areas, double years = 1, FunnelSearch search = FunnelSearch.Halving)
    {
        var baseline = BaselineOf(areas);
        if (!(baseline > 0))
            throw new ArgumentException("A funnel of rates needs events.", nameof(areas));
        var (from, to) = FunnelAxis.Ends([.. Known(areas)], years);
        var places = FunnelAxis.Places(Math.Floor(from * baseline), Math.Ceiling(to * baseline), 0);
        return new(baseline, [.. places.Select(x => Point(x, 1 / baseline, search)).Select(p => p with { InnerAt = p.InnerAt.Times(1 / years), OuterAt = p.OuterAt.Times(1 / years) })]);
    }

    /// <summary>The curves of observed over expected events.</summary>
    /// <exception cref="ArgumentException">No area has expected events.</exception>
    public static FunnelCurve OfRatios(IReadOnlyList<FunnelArea> areas, FunnelSearch search = FunnelSearch.Halving)
    {
        var (from, to) = FunnelAxis.Ends([.. Known(areas)], 1);
        return new(1, [.. FunnelAxis.Places(from, to, 1).Select(x => Point(x, 1, search))]);
    }

    /// <summary>Events of all areas over the denominators that are known; NaN where none is.</summary>
    public static double BaselineOf(IReadOnlyList<FunnelArea> areas) => areas.Sum(a => a.Events) / Known(areas).DefaultIfEmpty(double.NaN).Sum();

    private static FunnelPoint Point(double count, double scale, FunnelSearch search)
    {
        var inner = FunnelLimits.ExpectedAt(count, FunnelLimits.Inner, search).Times(scale);
        var outer = FunnelLimits.ExpectedAt(count, FunnelLimits.Outer, search).Times(scale);
        return new(count, new(count / inner.Upper, count / inner.Lower), new(count / outer.Upper, count / outer.Lower), inner, outer);
    }

    private static IEnumerable<double> Known(IReadOnlyList<FunnelArea> areas) => areas.Select(a => a.Denominator).Where(d => !double.IsNaN(d));
}
