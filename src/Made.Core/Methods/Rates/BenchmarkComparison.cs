namespace Made.Core.Methods.Rates;

/// <summary>Which values are good.</summary>
public enum Polarity
{
    /// <summary>Nobody judges: higher or lower, not better or worse.</summary>
    NoJudgement,
    LowIsGood,
    HighIsGood,
}

/// <summary>How a value stands to a benchmark.</summary>
public enum BenchmarkVerdict
{
    /// <summary>A value or limit that is needed is missing.</summary>
    NotCompared,

    /// <summary>The two cannot be told apart; not proof that they are equal.</summary>
    Similar,
    Better,
    Worse,
    Higher,
    Lower,
}

/// <summary>
/// Compares an area's value with a benchmark, in the four ways Fingertips does.
/// <para>Single interval: the benchmark inside the area's limits, ends included, is similar. Double intervals: limits that overlap or touch are similar. Control limits
/// for proportions: Wilson's limits of the benchmark with the area's denominator; for rates: exact Poisson limits about the events expected at the benchmark's rate;
/// a value inside or on them is similar.</para>
/// <para>Units: value, limits and benchmark in the same one. Edges: a missing value or limit, not compared; no polarity, higher or lower. The single interval takes the
/// benchmark as known: where the benchmark contains the area and is not much larger, say so or subtract the area.</para>
/// <para>Source: PHE/DHSC "Public health technical guidance". Worked example: docs/methods/benchmark.md.</para>
/// </summary>
public static class BenchmarkComparison
{
    /// <summary>The area's limits against a benchmark without limits.</summary>
    public static BenchmarkVerdict Single(double value, Interval limits, double benchmark, Polarity polarity) =>
        double.IsNaN(value) || !limits.IsKnown || double.IsNaN(benchmark) ? BenchmarkVerdict.NotCompared
        : limits.Holds(benchmark) ? BenchmarkVerdict.Similar
        : Verdict(value >= benchmark, polarity);

    /// <summary>The area's limits against the benchmark's.</summary>
    public static BenchmarkVerdict Double(double value, Interval limits, double benchmark, Interval benchmarkLimits, Polarity polarity) =>
        double.IsNaN(value) || !limits.IsKnown || double.IsNaN(benchmark) || !benchmarkLimits.IsKnown ? BenchmarkVerdict.NotCompared
        : (value < benchmark ? benchmarkLimits.Lower <= limits.Upper : limits.Lower <= benchmarkLimits.Upper) ? BenchmarkVerdict.Similar
        : Verdict(value >= benchmark, polarity);

    /// <summary>A proportion against Wilson's limits of the benchmark at the area's denominator.</summary>
    /// <param name="value">The area's value, per unit.</param>
    /// <param name="denominator">Its denominator.</param>
    /// <param name="benchmark">The benchmark, per unit.</param>
    /// <param name="unit">100 for per cent.</param>
    /// <param name="polarity">Which values are good.</param>
    /// <param name="confidence">0.95, or 0.998 for the wide limits.</param>
    public static BenchmarkVerdict Proportion(double value, double denominator, double benchmark, double unit, Polarity polarity, double confidence = 0.95) =>
        double.IsNaN(value) || !(denominator > 0) || !(benchmark >= 0 && benchmark <= unit) ? BenchmarkVerdict.NotCompared
        : Against(value, WilsonInterval.Of(denominator * (benchmark / unit), denominator, confidence).Times(unit), polarity);

    /// <summary>A rate against exact Poisson limits about the events expected at the benchmark's rate; parameters as for a proportion.</summary>
    public static BenchmarkVerdict Rate(double value, double denominator, double benchmark, double unit, Polarity polarity, double confidence = 0.95) =>
        double.IsNaN(value) || !(denominator > 0) || !(benchmark >= 0) ? BenchmarkVerdict.NotCompared
        : Against(value, PoissonInterval.Exactly(benchmark * denominator / unit, confidence).Times(unit / denominator), polarity);

    private static BenchmarkVerdict Against(double value, Interval limits, Polarity polarity) =>
        limits.Holds(value) ? BenchmarkVerdict.Similar : Verdict(value > limits.Upper, polarity);

    private static BenchmarkVerdict Verdict(bool higher, Polarity polarity) => polarity switch
    {
        Polarity.NoJudgement => higher ? BenchmarkVerdict.Higher : BenchmarkVerdict.Lower,
        _ => higher == (polarity == Polarity.HighIsGood) ? BenchmarkVerdict.Better : BenchmarkVerdict.Worse,
    };
}
