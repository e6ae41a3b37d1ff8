using MathNet.Numerics;

namespace Made.Core.Methods.Rates;

/// <summary>How the expected count is found at which a count lies on a control limit.</summary>
public enum FunnelSearch
{
    /// <summary>As PHEindicatormethods and the Fingertips workbook: 23 halvings of e/(1 + x + e), with the tail left out once a term is below 1e-10. Seven figures.</summary>
    Halving,

    /// <summary>The chi-square quantile, to the last figure.</summary>
    Exact,
}

/// <summary>
/// Control limits of a funnel plot: how far an area may lie from the common level by chance alone.
/// <para>Proportions: b -+ z sqrt(b (1 - b)/n), the proportions whose Wilson limits touch the baseline b. Counts: the expected counts e at which x events lie on a limit,
/// Pr(X at most x; e) = p for the lower curve and Pr(X at least x; e) = p for the upper, p = 0.025 or 0.001; the limits are x/e.</para>
/// <para>Units: shares from 0 to 1; events. Edges: limits of proportions are cut at 0 and 1; 0 events have no upper curve (e = 0).</para>
/// <para>Source: Spiegelhalter 2005, Statist. Med. 24, 1185-1202; PHE/DHSC "Public health technical guidance". Worked example: docs/methods/funnel-limits.md.</para>
/// </summary>
public static class FunnelLimits
{
    /// <summary>The level of the inner curves, "2 s".</summary>
    public const double Inner = 0.95;

    /// <summary>The level of the outer curves, "3 s".</summary>
    public const double Outer = 0.998;

    private const int Halvings = 23;
    private const double Tail = 1e-10;

    /// <summary>Limits of a proportion at a denominator.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The baseline is no share or the denominator not above 0.</exception>
    public static Interval OfProportion(double baseline, double denominator, double confidence = Inner)
    {
        if (!(baseline is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(baseline), baseline, "A share lies between 0 and 1.");
        if (!(denominator > 0))
            throw new ArgumentOutOfRangeException(nameof(denominator), denominator, "A denominator is above 0.");
        var reach = PoissonInterval.Score(confidence) * Math.Sqrt(baseline * (1 - baseline) / denominator);
        return new(Math.Max(0, baseline - reach), Math.Min(1, baseline + reach));
    }

    /// <summary>
    /// The expected counts between which x events lie within the limits: at the upper end x is on the lower curve, at the lower end on the upper curve.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is not above 0.</exception>
    public static Interval ExpectedAt(double count, double confidence = Inner, FunnelSearch search = FunnelSearch.Halving)
    {
        if (!(count > 0))
            throw new ArgumentOutOfRangeException(nameof(count), count, "A count on a funnel is above 0.");
        if (search == FunnelSearch.Exact || count > PoissonInterval.Many)
            return PoissonInterval.Exactly(count, confidence);
        var p = (1 - confidence) / 2;
        return new(Halve(count, e => AtLeast(count, e) > p), Halve(count, e => AtMost(count, e) < p));
    }

    private static double Halve(double count, Func<double, bool> tooHigh)
    {
        var (share, step) = (0.5, 0.5);
        for (var i = 0; i < Halvings; i++)
        {
            step /= 2;
            share += tooHigh(Expected(count, share)) ? -step : step;
        }
        return Expected(count, share);
    }

    private static double Expected(double count, double share) => (1 + count) * share / (1 - share);

    private static double AtLeast(double count, double expected)
    {
        var beyond = Beyond(expected);
        return (SpecialFunctions.GammaLowerRegularized(count, expected) - beyond) / (1 - beyond);
    }

    private static double AtMost(double count, double expected) => SpecialFunctions.GammaUpperRegularized(count + 1, expected) / (1 - Beyond(expected));

    /// <summary>What is left out of the sum: everything from the first term above the mean that is below 1e-10 of the terms before it.</summary>
    private static double Beyond(double expected)
    {
        var next = Math.Floor(expected) + 1;
        var term = Math.Exp((next * Math.Log(expected)) - expected - SpecialFunctions.GammaLn(next + 1));
        var sum = SpecialFunctions.GammaUpperRegularized(next, expected);
        while (term > Tail * sum)
        {
            sum += term;
            next++;
            term *= expected / next;
        }
        return SpecialFunctions.GammaLowerRegularized(next, expected);
    }
}
