namespace Made.Core.Methods.Rates;

/// <summary>One year's value with its confidence limits.</summary>
/// <param name="Value">The value; NaN where the year is missing.</param>
/// <param name="Limits">Its 95% limits.</param>
public readonly record struct TrendPoint(double Value, Interval Limits)
{
    /// <summary>True where the value and both limits are there and the limits are apart.</summary>
    public bool IsKnown => double.IsFinite(Value) && Limits.IsKnown && Limits.Upper > Limits.Lower && double.IsFinite(Limits.Upper - Limits.Lower);
}

/// <summary>Which way the last five years go.</summary>
public enum TrendMarker
{
    /// <summary>Fewer than five consecutive years, or a year that the method cannot use.</summary>
    CannotBeCalculated,

    Increasing,

    Decreasing,

    /// <summary>No significant trend: not proof that nothing changed.</summary>
    NoChange,
}

/// <summary>The trend of the last five years.</summary>
/// <param name="Slope">Change a year, in the unit of the values; NaN where it cannot be calculated.</param>
/// <param name="ChiSquare">The test's statistic, one degree of freedom.</param>
/// <param name="SameSign">The slope keeps its sign whichever year is left out.</param>
/// <param name="Marker">The verdict.</param>
public sealed record TrendResult(double Slope, double ChiSquare, bool SameSign, TrendMarker Marker)
{
    /// <summary>No verdict.</summary>
    public static readonly TrendResult None = new(double.NaN, double.NaN, SameSign: false, TrendMarker.CannotBeCalculated);

    /// <summary>True where the trend is called.</summary>
    public bool IsSignificant => SameSign && ChiSquare > RecentTrend.Critical;
}

/// <summary>
/// Recent trend over the last five annual points, as Fingertips draws its arrows.
/// <para>t = 1 to 5; se = (U - L)/3.92; w = 1/se^2; b the weighted least squares slope, var b = S/(S Sxx - Sx^2) with weighted sums; chi2 = b^2/var b. A trend is
/// called where chi2 is above 9.5495 (p below 0.002) and b keeps its sign in all five fits with one year left out; a slope of 0 counts as rising.</para>
/// <para>Units: those of the values, a year. Edges: points are taken backwards from the last one until one is missing; fewer than five, or limits that do not differ:
/// cannot be calculated. Do not feed it overlapping or rolling years.</para>
/// <para>Source: PHE/DHSC Fingertips technical guidance, recent trends. Worked example: docs/methods/recent-trend.md.</para>
/// </summary>
public static class RecentTrend
{
    /// <summary>So many consecutive points are used, and needed.</summary>
    public const int Points = 5;

    /// <summary>The chi-square quantile, one degree of freedom, that only 2 in 1,000 series without a trend exceed.</summary>
    public const double Critical = 9.54953570608324;

    // 95% limits are this many standard errors apart, as Fingertips rounds it.
    private const double Apart = 3.92;

    /// <summary>The trend of values with 95% limits, oldest first.</summary>
    public static TrendResult Of(IReadOnlyList<TrendPoint> points)
    {
        if (points.Count < Points || points.Skip(points.Count - Points).Any(p => !p.IsKnown))
            return TrendResult.None;
        var last = points.Skip(points.Count - Points).Select((p, i) => (T: i + 1, Y: p.Value, Weight: Weight(p.Limits))).ToArray();
        var (slope, variance) = Fit(last);
        var chi = slope * slope / variance;
        var same = last.All(left => Rises(Fit([.. last.Where(p => p.T != left.T)]).Slope) == Rises(slope));
        return new(slope, chi, same, Marker(slope, same && chi > Critical));
    }

    /// <summary>
    /// Armitage's trend test for proportions x of n, which older Fingertips code used:
    /// N (N sum xt - X sum nt)^2 / (X (N - X) (N sum nt^2 - (sum nt)^2)), one degree of freedom. NaN where nobody or everybody has it.
    /// </summary>
    /// <exception cref="ArgumentException">Counts and denominators are not as many.</exception>
    public static double Armitage(IReadOnlyList<double> counts, IReadOnlyList<double> denominators)
    {
        if (counts.Count != denominators.Count)
            throw new ArgumentException("Each count needs its denominator.", nameof(denominators));
        var (x, n) = (counts.Sum(), denominators.Sum());
        double xt = 0, nt = 0, ntt = 0;
        for (var i = 0; i < counts.Count; i++)
        {
            var t = i + 1.0;
            xt += counts[i] * t;
            nt += denominators[i] * t;
            ntt += denominators[i] * t * t;
        }
        var slope = (n * xt) - (x * nt);
        return n * slope * slope / (x * (n - x) * ((n * ntt) - (nt * nt)));
    }

    /// <summary>The verdict on a slope.</summary>
    public static TrendMarker Marker(double slope, bool significant) =>
        !significant || slope == 0 ? TrendMarker.NoChange : slope > 0 ? TrendMarker.Increasing : TrendMarker.Decreasing;

    private static bool Rises(double slope) => slope >= 0;

    private static double Weight(Interval limits)
    {
        var error = (limits.Upper - limits.Lower) / Apart;
        return 1 / (error * error);
    }

    // About the weighted means, where the same formula loses fewer digits.
    private static (double Slope, double Variance) Fit((int T, double Y, double Weight)[] points)
    {
        var weight = points.Sum(p => p.Weight);
        var (t, y) = (points.Sum(p => p.Weight * p.T) / weight, points.Sum(p => p.Weight * p.Y) / weight);
        var spread = points.Sum(p => p.Weight * (p.T - t) * (p.T - t));
        return (points.Sum(p => p.Weight * (p.T - t) * (p.Y - y)) / spread, 1 / spread);
    }
}
