namespace Made.Core.Methods;

/// <summary>
/// Individuals and moving range chart (XmR).
/// <para>Mean m over the baseline; MR(i) = |y(i) - y(i-1)|; AMR = mean MR of the baseline; limits m -+ 2.66 AMR; near limits at two thirds of that (1.7733 AMR).
/// A point is special cause where (a) it lies outside the limits, (b) it is one of 7 (or 6, <see cref="XmrOptions.RunLength"/>) on the same side of the mean, (c) one of as many rising or falling throughout,
/// (d) beyond a near limit in a window of 3 on one side of which 2 are. Every point of a run is marked; where several rules hold the label is the first of outside,
/// trend, 2 in 3, shift.</para>
/// <para>Units: those of the values. Edges: NaN is a gap, which breaks moving ranges and runs; a point on the mean breaks a run, a tie breaks a trend; a new group
/// restarts everything; a constant series has both limits on its mean (the R package leaves them empty when it screens); a point between a rise and a fall of 7 takes the direction of the step that follows; a group without a moving range has no limits.
/// Fewer than 13 points: the limits are trial limits. Do not feed it rolling totals (autocorrelated) or seasonal series.</para>
/// <para>Source: NHS England "Making Data Count"; NHSRplotthedots. Worked example: docs/methods/xmr.md.</para>
/// </summary>
public static class Xmr
{
    /// <summary>Limits are this many average moving ranges from the mean: 3/1.128, rounded as published.</summary>
    public const double LimitFactor = 2.66;

    /// <summary>The average moving range of a normal series is this many standard deviations.</summary>
    public const double RangePerSigma = 1.128;

    /// <summary>Groups with fewer points have trial limits.</summary>
    public const int PointsForFirmLimits = 13;

    // Written as the reference writes it: a point on a near limit depends on the last digit.
    private const double NearFactor = 2 * (LimitFactor / 3);
    private const double ScreenFactor = 3.267;

    /// <summary>Draws the chart of one series.</summary>
    /// <param name="values">The values in order of time; NaN is a gap.</param>
    /// <param name="options">Screening, baseline and rules.</param>
    /// <param name="groups">The rebase group of each value; one group where it is left out.</param>
    /// <exception cref="ArgumentException">Groups are not as many as values.</exception>
    public static XmrChart Chart(IReadOnlyList<double> values, XmrOptions options, IReadOnlyList<int>? groups = null)
    {
        if (groups is not null && groups.Count != values.Count)
            throw new ArgumentException("Each value needs its group.", nameof(groups));
        var points = new XmrPoint[values.Count];
        var limits = new List<XmrGroup>();
        for (var from = 0; from < values.Count;)
        {
            var to = from + 1;
            while (to < values.Count && (groups is null || groups[to] == groups[from]))
                to++;
            var slice = values.Skip(from).Take(to - from).ToArray();
            var group = Limits(slice, groups?[from] ?? 0, options);
            limits.Add(group);
            Judge(slice, group, options).CopyTo(points, from);
            from = to;
        }
        return new(points, limits);
    }

    private static XmrGroup Limits(double[] values, int number, XmrOptions options)
    {
        var held = values.Count(v => !double.IsNaN(v));
        var baseline = Math.Min(held, options.FixAfter ?? held);
        var used = new List<double>();
        var ranges = new List<double>();
        for (var i = 0; i < values.Length && used.Count < baseline; i++)
        {
            if (double.IsNaN(values[i]))
                continue;
            used.Add(values[i]);
            if (i > 0 && !double.IsNaN(values[i - 1]))
                ranges.Add(Math.Abs(values[i] - values[i - 1]));
        }
        var mean = CompensatedMean.Of(used);
        var range = Average(ranges, options.Screen) * options.Spread;
        return new(number, held, baseline, ranges.Count, mean, range, new(mean - (LimitFactor * range), mean + (LimitFactor * range)));
    }

    private static double Average(List<double> ranges, bool screen)
    {
        if (ranges.Count == 0)
            return double.NaN;
        var average = CompensatedMean.Of(ranges);
        var kept = screen ? ranges.Where(r => r < ScreenFactor * average).ToList() : ranges;
        return kept.Count > 0 ? CompensatedMean.Of(kept) : 0;
    }

    private static XmrPoint[] Judge(double[] values, XmrGroup group, XmrOptions options)
    {
        var points = new XmrPoint[values.Length];
        var near = new Interval(group.Mean - (NearFactor * group.Range), group.Mean + (NearFactor * group.Range));
        for (var i = 0; i < values.Length; i++)
        {
            var away = values[i] - group.Mean;
            var outside = values[i] > group.Limits.Upper || values[i] < group.Limits.Lower;
            points[i] = new XmrPoint
            {
                Value = values[i],
                Group = group.Number,
                Mean = group.Mean,
                Limits = group.Limits,
                Side = double.IsNaN(away) ? 0 : Math.Sign(away),
                IsOutside = outside,
                RunLength = options.RunLength,
                IsClose = !outside && (values[i] > near.Upper || values[i] < near.Lower),
            };
        }
        XmrRules.Mark(points, options.Rules, options.RunLength);
        return points;
    }
}
