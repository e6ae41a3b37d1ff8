using MathNet.Numerics;

namespace Made.Core.Methods;

/// <summary>
/// Quantiles and tails of counts: Poisson, and negative binomial with a variance of phi times the mean.
/// <para>Quantile: the smallest whole x with Pr(X at most x) at least p. Negative binomial: size mean/(phi - 1), chance of success 1/phi; at phi 1 or less it is the Poisson.</para>
/// <para>Units: events. Edges: a mean of 0 always gives 0; p = 0 gives 0. Never below 0.</para>
/// <para>Source: Johnson, Kemp and Kotz, Univariate Discrete Distributions, ch. 4 and 5. Worked example: docs/methods/count-forecast.md.</para>
/// </summary>
public static class CountQuantile
{
    /// <summary>The quantile of a count with this mean and this ratio of variance to mean.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The mean is negative or not finite, the dispersion is not a number, or p is not at least 0 and below 1.</exception>
    public static double Of(double mean, double dispersion, double p)
    {
        Check(mean, dispersion);
        if (!(p >= 0 && p < 1))
            throw new ArgumentOutOfRangeException(nameof(p), p, "A quantile below 1 exists for probabilities from 0 up to, but not including, 1.");
        if (AtMost(0, mean, dispersion) >= p)
            return 0;
        var (low, high) = (0.0, Math.Max(1, Math.Ceiling(mean)));
        while (AtMost(high, mean, dispersion) < p)
            (low, high) = (high, 2 * high);
        while (high - low > 1)
        {
            var middle = Math.Floor((low + high) / 2);
            (low, high) = AtMost(middle, mean, dispersion) < p ? (middle, high) : (low, middle);
        }
        return high;
    }

    /// <summary>Pr(X at least x): how surprising a count this high is.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The mean is negative or not finite, or the dispersion is not a number.</exception>
    public static double AtLeast(double x, double mean, double dispersion)
    {
        Check(mean, dispersion);
        if (x <= 0)
            return 1;
        if (mean == 0)
            return 0;
        return dispersion > 1
            ? SpecialFunctions.BetaRegularized(x, mean / (dispersion - 1), 1 - (1 / dispersion))
            : SpecialFunctions.GammaLowerRegularized(x, mean);
    }

    private static double AtMost(double x, double mean, double dispersion)
    {
        if (mean == 0)
            return 1;
        return dispersion > 1
            ? SpecialFunctions.BetaRegularized(mean / (dispersion - 1), x + 1, 1 / dispersion)
            : SpecialFunctions.GammaUpperRegularized(x + 1, mean);
    }

    private static void Check(double mean, double dispersion)
    {
        if (!(mean >= 0) || double.IsInfinity(mean))
            throw new ArgumentOutOfRangeException(nameof(mean), mean, "A mean of counts is 0 or more, and finite.");
        if (double.IsNaN(dispersion))
            throw new ArgumentOutOfRangeException(nameof(dispersion), dispersion, "The ratio of variance to mean is a number.");
    }
}
