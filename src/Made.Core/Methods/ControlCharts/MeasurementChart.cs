namespace Made.Core.Methods.ControlCharts;

/// <summary>Which chart of single measurements.</summary>
public enum MeasurementKind
{
    /// <summary>Individuals.</summary>
    Individual,

    /// <summary>Moving ranges: the change from one point to the next.</summary>
    MovingRange,

    /// <summary>A run chart: the median, and no limits.</summary>
    Run,

    /// <summary>Time between rare events.</summary>
    TimeBetween,
}

/// <summary>
/// Control charts of single measurements, as qicharts2 draws them.
/// <para>i: centre the mean m, limits m -+ 3 AMR/1.128, where ranges of 3.267 times their average and more are left out of AMR once (Nelson). mr: the absolute change from
/// the point before, centre its mean, upper limit 3.267 times that, lower limit 0. run: the median, no limits. t: i of y^(1/3.6), brought back; the lower limit is cut at 0.</para>
/// <para>Units: those of the values. Edges: a missing point (NaN) is left out everywhere; the points beside it are not joined; the first point has no moving range; fewer than two points, no limits.
/// xmr (<see cref="Xmr"/>) has the same centre and the limits 2.66 AMR, which is 3/1.128 rounded as NHS England publishes it, so the two differ by a part in 6,000.</para>
/// <para>Source: Montgomery, Introduction to Statistical Quality Control, ch. 6 and 7; Nelson 1982 and 1994. Worked example: docs/methods/attribute-chart.md.</para>
/// </summary>
public static class MeasurementChart
{
    private const double Sigmas = 3;
    private const double RangeLimit = 3.267;
    private const double Power = 3.6;

    /// <summary>Draws the chart.</summary>
    /// <param name="kind">Which chart.</param>
    /// <param name="values">The measurements in order of time; NaN where one is missing.</param>
    /// <param name="roles">What each point is used for; the baseline where it is left out.</param>
    /// <exception cref="ArgumentException">Roles are not as many as values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A time between events is negative.</exception>
    public static AttributeChart Of(MeasurementKind kind, IReadOnlyList<double> values, IReadOnlyList<PointRole>? roles = null)
    {
        if (roles is not null && roles.Count != values.Count)
            throw new ArgumentException("Each value needs its role.", nameof(roles));
        if (kind == MeasurementKind.TimeBetween && values.Any(v => v < 0))
            throw new ArgumentOutOfRangeException(nameof(values), "A time between events is 0 or more.");
        var shown = kind == MeasurementKind.MovingRange ? Ranges(values) : [.. values];
        var baseline = PointRoles.Baseline(shown, roles);
        var used = baseline.Where(v => !double.IsNaN(v)).ToList();
        var (centre, limits) = kind switch
        {
            MeasurementKind.Individual => Individual(baseline),
            MeasurementKind.TimeBetween => Between(baseline),
            MeasurementKind.MovingRange => (CompensatedMean.Of(used), new Interval(0, RangeLimit * CompensatedMean.Of(used))),
            _ => (Median(used), Interval.None),
        };
        return new(centre, 1, [.. shown.Select(v => new AttributePoint(v, limits))], RunsAnalysis.Of(PointRoles.InRuns(shown, roles), centre));
    }

    private static (double Centre, Interval Limits) Individual(double[] values)
    {
        var ranges = Ranges(values).Where(r => !double.IsNaN(r)).ToList();
        var most = RangeLimit * CompensatedMean.Of(ranges);
        var kept = ranges.Where(r => r < most).ToList();
        var reach = Sigmas * (kept.Count > 0 || ranges.Count == 0 ? CompensatedMean.Of(kept) : 0) / Xmr.RangePerSigma;
        var centre = CompensatedMean.Of([.. values.Where(v => !double.IsNaN(v))]);
        return (centre, new(centre - reach, centre + reach));
    }

    private static (double Centre, Interval Limits) Between(double[] values)
    {
        var (centre, limits) = Individual([.. values.Select(v => Math.Pow(v, 1 / Power))]);
        return (Math.Pow(centre, Power), new(Math.Pow(Math.Max(0, limits.Lower), Power), Math.Pow(limits.Upper, Power)));
    }

    private static double[] Ranges(IReadOnlyList<double> values) => [.. values.Select((v, i) => i == 0 ? double.NaN : Math.Abs(v - values[i - 1]))];

    private static double Median(List<double> values)
    {
        values.Sort();
        return values.Count == 0 ? double.NaN : (values[(values.Count - 1) / 2] + values[values.Count / 2]) / 2;
    }
}
