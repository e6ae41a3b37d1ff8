using System.Collections.Concurrent;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Made.Core.Methods;

/// <summary>
/// Confidence limits of a count of events, and of a rate made from it. Exact Poisson below 10 events, Byar's approximation from 10.
/// <para>Exact: L = chi2inv(a/2; 2x)/2, U = chi2inv(1 - a/2; 2x + 2)/2. Byar: L = x (1 - 1/(9x) - z/(3 sqrt x))^3,
/// U = (x+1) (1 - 1/(9(x+1)) + z/(3 sqrt(x+1)))^3. Rate: m x/n, limits times m/n.</para>
/// <para>Units: events; for rates, events per multiplier of the denominator. Not annualised.</para>
/// <para>Source: PHE/DHSC "Public health technical guidance" (Fingertips); PHEindicatormethods <c>phe_rate</c>.
/// Worked example: docs/methods/poisson-rate.md.</para>
/// </summary>
public static class PoissonInterval
{
    /// <summary>Counts below this take exact limits.</summary>
    public const double ExactBelow = 10;

    /// <summary>Counts above this take Byar's limits for exact ones.</summary>
    internal const double Many = 1e8;

    private static readonly ConcurrentDictionary<(double Count, double Confidence), Interval> Exact = new();
    private static readonly ConcurrentDictionary<double, double> Scores = new();

    /// <summary>The two-sided normal quantile of a confidence: 1.959963984540054 for 0.95.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is not between 0 and 1.</exception>
    public static double Score(double confidence)
    {
        if (!(confidence > 0 && confidence < 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence lies between 0 and 1.");
        return Scores.GetOrAdd(confidence, static c => Normal.InvCDF(0, 1, 0.5 + (c / 2)));
    }

    /// <summary>The method that applies to a count: "Exact" or "Byars", as PHEindicatormethods names them.</summary>
    public static string MethodFor(double count) => count < ExactBelow ? "Exact" : "Byars";

    /// <summary>Limits of a count. 0 events: lower 0, upper 3.689 at 95%.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative or not a number.</exception>
    public static Interval OfCount(double count, double confidence = 0.95)
    {
        if (!(count >= 0))
            throw new ArgumentOutOfRangeException(nameof(count), count, "A count of events is 0 or more.");
        return count < ExactBelow ? Exact.GetOrAdd((count, confidence), static k => Exactly(k.Count, k.Confidence)) : Byar(count, confidence);
    }

    /// <summary>Limits of the rate <c>multiplier x count / denominator</c>; none where the denominator is not above 0.</summary>
    public static Interval OfRate(double count, double denominator, double multiplier, double confidence = 0.95) =>
        denominator > 0 ? OfCount(count, confidence).Times(multiplier / denominator) : Interval.None;

    /// <summary>Byar's approximation at any count; below 10 it is shown only for comparison. The lower limit does not exist at 0 events, nor where it would be negative: NaN.</summary>
    public static Interval Byar(double count, double confidence = 0.95)
    {
        var z = Score(confidence);
        var next = count + 1;
        var lower = count > 0 ? count * Cube(1 - (1 / (9 * count)) - (z / (3 * Math.Sqrt(count)))) : double.NaN;
        return new(lower >= 0 ? lower : double.NaN, next * Cube(1 - (1 / (9 * next)) + (z / (3 * Math.Sqrt(next)))));
    }

    /// <summary>
    /// Exact limits at any count, which need not be whole: half chi-square quantiles of 2x and 2x + 2 degrees of freedom. Above 100 million events those of Byar, which
    /// agree there to ten figures: the exact ones would take as many steps as there are standard deviations.
    /// </summary>
    public static Interval Exactly(double count, double confidence = 0.95)
    {
        if (count > Many)
            return Byar(count, confidence);

        // Half a chi-square quantile with 2k degrees of freedom is the quantile of a gamma distribution of shape k.
        var tail = (1 - confidence) / 2;
        var lower = count > 0 ? SpecialFunctions.GammaLowerRegularizedInv(count, tail) : 0;
        return new(lower, SpecialFunctions.GammaLowerRegularizedInv(count + 1, 1 - tail));
    }

    private static double Cube(double x) => x * x * x;
}
