namespace Made.Core.Methods.Rates;

/// <summary>
/// Control limits of a funnel that allow for over-dispersion, and those that do not.
/// <para>On the scale: target -+ z sqrt(s^2 + tau2), turned back; s = 1/sqrt(n) for the logarithm of observed over expected, else 1/(2 sqrt n). Without dispersion tau2 = 0,
/// and for observed over expected exact Poisson limits.</para>
/// <para>Units: shares or ratios. Edges: limits of proportions are cut at 0 and 1, also where small denominators make the arcsine turn back: a lower limit above, or an upper
/// below, that of the next larger place among the denominators and 1,000 even steps from 3. Source: as for <see cref="FunnelDispersion"/>; FunnelPlotR, whose rounded
/// z (1.959964, 3.090232) are kept. Worked example: docs/methods/funnel-overdispersion.md.</para>
/// </summary>
public sealed class DispersionLimits
{
    private const double Inner = 1.959964;
    private const double Outer = 3.090232;
    private const double FirstPlace = 3;
    private const int Steps = 1000;

    private readonly DispersionScale scale;
    private readonly double level;
    private readonly double tau2;
    private readonly double[] places;

    /// <summary>Limits for these groups.</summary>
    /// <param name="groups">The groups of the funnel.</param>
    /// <param name="scale">What is compared.</param>
    /// <param name="tau2">Variance between groups on the scale.</param>
    public DispersionLimits(IReadOnlyList<FunnelArea> groups, DispersionScale scale, double tau2)
    {
        this.scale = scale;
        this.tau2 = tau2;
        level = IsStandardised ? 1 : groups.Sum(g => g.Events) / groups.Sum(g => g.Denominator);
        var most = Math.Ceiling(groups.Select(g => g.Denominator).DefaultIfEmpty(FirstPlace).Max());
        var step = (most - FirstPlace) / (Steps - 1);
        places = [.. Enumerable.Range(0, Steps).Select(i => i == Steps - 1 ? most : FirstPlace + (i * step)).Concat(groups.Select(g => g.Denominator)).Distinct().Order()];
    }

    private bool IsStandardised => scale is DispersionScale.StandardisedLog or DispersionScale.StandardisedRoot;

    /// <summary>The standard error on the scale at a denominator.</summary>
    public double Error(double denominator) => scale == DispersionScale.StandardisedLog ? Math.Sqrt(1 / denominator) : 1 / (2 * Math.Sqrt(denominator));

    /// <summary>95% limits at a denominator.</summary>
    public Interval Narrow(double denominator, bool dispersed) => At(denominator, Inner, dispersed);

    /// <summary>99.8% limits at a denominator.</summary>
    public Interval Wide(double denominator, bool dispersed) => At(denominator, Outer, dispersed);

    private Interval At(double n, double z, bool dispersed)
    {
        if (IsStandardised && !dispersed)
            return PoissonInterval.Exactly(n, z == Inner ? FunnelLimits.Inner : FunnelLimits.Outer).Times(1 / n);
        if (scale != DispersionScale.Proportion)
            return Back(n, z, dispersed);
        var here = Back(n, z, dispersed);
        var place = Array.BinarySearch(places, n);
        var next = place < 0 ? ~place : place + 1;
        if (next == places.Length)
            return here;
        var there = Back(places[next], z, dispersed);
        return new(here.Lower > there.Lower ? 0 : here.Lower, here.Upper < there.Upper ? 1 : here.Upper);
    }

    private Interval Back(double n, double z, bool dispersed)
    {
        var error = Error(n);
        var reach = z * Math.Sqrt((error * error) + (dispersed ? tau2 : 0));
        return scale switch
        {
            DispersionScale.Proportion => new(Share(Math.Asin(Math.Sqrt(level)) - reach), Share(Math.Asin(Math.Sqrt(level)) + reach)),
            DispersionScale.StandardisedRoot => new(1 - reach, 1 + reach),
            _ => new(Math.Exp(Math.Log(level) - reach), Math.Exp(Math.Log(level) + reach)),
        };
    }

    private static double Share(double angle) => Math.Sin(angle) * Math.Sin(angle);
}
