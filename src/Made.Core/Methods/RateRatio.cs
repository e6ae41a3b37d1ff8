using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Made.Core.Methods;

/// <summary>One rate over another: how many times as high, within which limits, and how surprising if the two were equal.</summary>
/// <param name="Ratio">First rate over second; NaN where both counts are 0, infinity where only the second is.</param>
/// <param name="Limits">Confidence limits of the ratio.</param>
/// <param name="P">Two-sided p value of "the two rates are equal".</param>
public readonly record struct RatioResult(double Ratio, Interval Limits, double P)
{
    /// <summary>-1 where the first is lower, 1 where it is higher, 0 where the test at this level does not tell them apart.</summary>
    public int Direction(double level = 0.05) => P >= level ? 0 : Ratio < 1 ? -1 : 1;
}

/// <summary>
/// Compares two rates, or two proportions, of independent counts.
/// <para>Rates, both counts 10 or more: log scale, ln(RR) -+ z sqrt(1/x1 + 1/x2), p from the normal distribution. Either count below 10:
/// exact and conditional, x1 ~ Bin(x1 + x2, n1/(n1 + n2)), limits by Clopper and Pearson turned into ratios, p twice the smaller tail.</para>
/// <para>Proportions: log risk ratio with variance 1/x1 - 1/n1 + 1/x2 - 1/n2; where a cell is below 10 the p value is Fisher's exact one (twice the smaller tail).</para>
/// <para>Units: none (a ratio). Edges: both counts 0: no ratio, p = 1. A base of 0 is refused.</para>
/// <para>Source: Rothman, Greenland and Lash, Modern Epidemiology, on person-time rates; Przyborowski and Wilenski 1940 for the conditional test.
/// Worked example: docs/methods/two-rates.md.</para>
/// </summary>
public static class RateRatio
{
    private const double ExactBelow = 10;

    /// <summary>Compares x1/n1 with x2/n2 as Poisson rates.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative or a base is not above 0.</exception>
    public static RatioResult OfRates(double x1, double n1, double x2, double n2, double confidence = 0.95)
    {
        Check(x1, n1, x2, n2);
        if (x1 >= ExactBelow && x2 >= ExactBelow)
            return OnLogScale(x1 / n1 / (x2 / n2), (1 / x1) + (1 / x2), confidence);
        return new(RatioOf(x1, n1, x2, n2), ClopperPearson(x1, x2, n2 / n1, (1 - confidence) / 2), PoissonP(x1, n1, x2, n2));
    }

    /// <summary>The p value of <see cref="OfRates"/> alone: quick, where the limits are not shown.</summary>
    public static double PoissonP(double x1, double n1, double x2, double n2)
    {
        Check(x1, n1, x2, n2);
        if (x1 >= ExactBelow && x2 >= ExactBelow)
            return NormalP(Math.Log(x1 / n1 / (x2 / n2)) / Math.Sqrt((1 / x1) + (1 / x2)));
        var share = n1 / (n1 + n2);
        return x1 + x2 == 0 ? 1 : Math.Min(1, 2 * Math.Min(AtMost(x1, x2, share), AtMost(x2, x1, 1 - share)));
    }

    /// <summary>Compares the shares x1 of n1 and x2 of n2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A part is negative or larger than its whole, or a whole is 0.</exception>
    public static RatioResult OfProportions(double x1, double n1, double x2, double n2, double confidence = 0.95)
    {
        Check(x1, n1, x2, n2);
        if (x1 > n1 || x2 > n2)
            throw new ArgumentOutOfRangeException(nameof(x1), "A part lies between 0 and its whole.");
        var result = x1 > 0 && x2 > 0
            ? OnLogScale(x1 / n1 / (x2 / n2), (1 / x1) - (1 / n1) + (1 / x2) - (1 / n2), confidence)
            : new RatioResult(RatioOf(x1, n1, x2, n2), Interval.None, 1);
        var small = Math.Min(Math.Min(x1, n1 - x1), Math.Min(x2, n2 - x2)) < ExactBelow;
        return small ? result with { P = FisherP((int)x1, (int)n1, (int)x2, (int)n2) } : result;
    }

    /// <summary>The two-sided p value of a standard score.</summary>
    public static double NormalP(double z) => SpecialFunctions.Erfc(Math.Abs(z) / Constants.Sqrt2);

    private static RatioResult OnLogScale(double ratio, double variance, double confidence)
    {
        var error = Math.Sqrt(variance);
        var reach = Math.Exp(PoissonInterval.Score(confidence) * error);
        return new(ratio, new(ratio / reach, ratio * reach), error > 0 ? NormalP(Math.Log(ratio) / error) : 1);
    }

    private static Interval ClopperPearson(double x1, double x2, double baseRatio, double tail)
    {
        var low = x1 > 0 ? Beta.InvCDF(x1, x2 + 1, tail) : 0;
        var high = x2 > 0 ? Beta.InvCDF(x1 + 1, x2, 1 - tail) : 1;
        return new(low / (1 - low) * baseRatio, high < 1 ? high / (1 - high) * baseRatio : double.PositiveInfinity);
    }

    /// <summary>Pr(X at most x) for X ~ Bin(x + other, share), by the incomplete beta function.</summary>
    private static double AtMost(double x, double other, double share) =>
        other == 0 ? 1 : SpecialFunctions.BetaRegularized(other, x + 1, 1 - share);

    private static double FisherP(int x1, int n1, int x2, int n2)
    {
        var table = new Hypergeometric(n1 + n2, x1 + x2, n1);
        var above = 1 - table.CumulativeDistribution(x1) + table.Probability(x1);
        return Math.Clamp(2 * Math.Min(table.CumulativeDistribution(x1), above), 0, 1);
    }

    private static double RatioOf(double x1, double n1, double x2, double n2) => x2 > 0 ? x1 / n1 / (x2 / n2) : x1 > 0 ? double.PositiveInfinity : double.NaN;

    private static void Check(double x1, double n1, double x2, double n2)
    {
        if (!(x1 >= 0) || !(x2 >= 0))
            throw new ArgumentOutOfRangeException(nameof(x1), "A count of events is 0 or more.");
        if (!(n1 > 0) || !(n2 > 0))
            throw new ArgumentOutOfRangeException(nameof(n1), "A base is above 0.");
    }
}
