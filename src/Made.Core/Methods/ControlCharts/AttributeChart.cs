namespace Made.Core.Methods.ControlCharts;

/// <summary>Which chart of counts.</summary>
public enum AttributeKind
{
    /// <summary>Proportions.</summary>
    P,

    /// <summary>Rates.</summary>
    U,

    /// <summary>Counts over equal chances.</summary>
    C,

    /// <summary>Proportions with Laney's correction for large denominators.</summary>
    PPrime,

    /// <summary>Rates with Laney's correction.</summary>
    UPrime,
}

/// <summary>One point of a chart of counts.</summary>
/// <param name="Value">Proportion, rate or count; NaN where it is missing.</param>
/// <param name="Limits">Its control limits, 3 sigma from the centre.</param>
public readonly record struct AttributePoint(double Value, Interval Limits)
{
    /// <summary>Strictly outside the limits.</summary>
    public bool IsSignal => Value > Limits.Upper || Value < Limits.Lower;
}

/// <summary>
/// Control charts of counts.
/// <para>p: centre sum x/sum n, limits -+ 3 sqrt(p (1 - p)/n). u: the same centre, -+ 3 sqrt(u/n). c: mean count, -+ 3 sqrt c. p' and u' (Laney): sigma times the
/// average moving range of the standard scores z over 1.128, so that variation between periods, which grows against sampling as denominators do, is in the limits.</para>
/// <para>Units: shares, events per one of the denominator, events. Edges: the lower limit is cut at 0, of p and p' the upper at 1; a point without count or denominator
/// is left out everywhere and breaks moving ranges; no point, no centre. Use the primed charts where denominators are above about 1,000.</para>
/// <para>Source: Montgomery, Introduction to Statistical Quality Control, ch. 7; Laney 2002, Quality Engineering 14, 531-537. Worked example: docs/methods/attribute-chart.md.</para>
/// </summary>
/// <param name="Centre">The centre line; NaN without points.</param>
/// <param name="Inflation">Laney's factor; 1 for p, u and c, NaN where no two points are neighbours.</param>
/// <param name="Points">One per count, missing ones included.</param>
/// <param name="Runs">Whether the points run or scatter.</param>
public sealed record AttributeChart(double Centre, double Inflation, IReadOnlyList<AttributePoint> Points, RunsAnalysis Runs)
{
    /// <summary>Draws the chart.</summary>
    /// <param name="kind">Which chart.</param>
    /// <param name="counts">Events, 0 or more; NaN where missing.</param>
    /// <param name="denominators">Chances, above 0; NaN where missing. Not read for c.</param>
    /// <param name="roles">What each point is used for; the baseline where it is left out.</param>
    /// <exception cref="ArgumentException">Denominators, or roles, are not as many as counts.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, a denominator not above 0, or a part larger than its whole.</exception>
    public static AttributeChart Of(AttributeKind kind, IReadOnlyList<double> counts, IReadOnlyList<double> denominators, IReadOnlyList<PointRole>? roles = null)
    {
        if (kind != AttributeKind.C && denominators.Count != counts.Count)
            throw new ArgumentException("Each count needs its denominator.", nameof(denominators));
        if (roles is not null && roles.Count != counts.Count)
            throw new ArgumentException("Each count needs its role.", nameof(roles));
        var rows = counts.Select((x, i) => (X: x, N: kind == AttributeKind.C ? 1 : denominators[i])).ToArray();
        var proportion = kind is AttributeKind.P or AttributeKind.PPrime;
        if (rows.Any(r => r.X < 0 || r.N <= 0 || (proportion && r.X > r.N)))
            throw new ArgumentOutOfRangeException(nameof(counts), "Counts are 0 or more, denominators above 0, and a part is no larger than its whole.");
        var held = rows.Where((r, i) => !double.IsNaN(r.X + r.N) && PointRoles.IsBaseline(roles, i)).ToList();
        var centre = held.Sum(r => r.X) / held.Sum(r => r.N);
        var values = rows.Select(r => r.X / r.N).ToArray();
        var sigmas = rows.Select(r => Math.Sqrt((proportion ? centre * (1 - centre) : centre) / r.N)).ToArray();
        var inflation = kind is AttributeKind.PPrime or AttributeKind.UPrime ? Laney(PointRoles.Baseline([.. values.Zip(sigmas, (v, s) => (v - centre) / s)], roles)) : 1;
        var points = values.Zip(sigmas, (v, s) => new AttributePoint(v, Limits(centre, 3 * s * inflation, proportion)));
        return new(centre, inflation, [.. points], RunsAnalysis.Of(PointRoles.InRuns(values, roles), centre));
    }

    private static Interval Limits(double centre, double reach, bool proportion) =>
        new(Math.Max(0, centre - reach), proportion ? Math.Min(1, centre + reach) : centre + reach);

    private static double Laney(double[] scores)
    {
        var ranges = scores.Zip(scores.Skip(1), (a, b) => Math.Abs(b - a)).Where(r => !double.IsNaN(r)).ToList();
        return CompensatedMean.Of(ranges) / Xmr.RangePerSigma;
    }
}
