using MathNet.Numerics.Distributions;

namespace Made.Core.Methods.Rates;

/// <summary>
/// Mean of a sample and its confidence limits by Student's t distribution: m -+ t s/sqrt(n), with s the standard deviation on n - 1 degrees of freedom.
/// <para>Units: those of the values. Edges: no value, no mean; one value, a mean without limits. Source: PHE/DHSC; PHEindicatormethods <c>phe_mean</c>.
/// Worked example: docs/methods/mean.md.</para>
/// </summary>
/// <param name="Count">How many values.</param>
/// <param name="Mean">Their mean; NaN without values.</param>
/// <param name="Deviation">Their standard deviation; NaN with fewer than two.</param>
public sealed record MeanInterval(int Count, double Mean, double Deviation)
{
    /// <summary>Describes a sample.</summary>
    public static MeanInterval Of(IReadOnlyList<double> values)
    {
        var mean = values.Count > 0 ? values.Sum() / values.Count : double.NaN;
        var squares = values.Sum(v => (v - mean) * (v - mean));
        return new(values.Count, mean, values.Count > 1 ? Math.Sqrt(squares / (values.Count - 1)) : double.NaN);
    }

    /// <summary>The limits of the mean; none with fewer than two values.</summary>
    public Interval Limits(double confidence = 0.95)
    {
        if (Count < 2)
            return Interval.None;
        var reach = StudentT.InvCDF(0, 1, Count - 1, 0.5 + (confidence / 2)) * Deviation / Math.Sqrt(Count);
        return new(Mean - reach, Mean + reach);
    }
}
