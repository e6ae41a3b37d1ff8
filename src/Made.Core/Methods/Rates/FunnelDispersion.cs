namespace Made.Core.Methods.Rates;

/// <summary>What is compared, and on which scale a score is made of it.</summary>
public enum DispersionScale
{
    /// <summary>Proportions, arcsine of the square root.</summary>
    Proportion,

    /// <summary>Ratios of two counts, logarithm.</summary>
    RatioOfCounts,

    /// <summary>Observed over expected, logarithm; extremes are left out (NHS Digital's SHMI).</summary>
    StandardisedLog,

    /// <summary>Observed over expected, square root; extremes are drawn in (Care Quality Commission).</summary>
    StandardisedRoot,
}

/// <summary>One group's score on the way to the dispersion of all.</summary>
/// <param name="Transformed">Its value on the scale.</param>
/// <param name="Error">Its standard error there.</param>
/// <param name="Score">Its standard score about the target.</param>
/// <param name="IsExtreme">Drawn in or left out, being in a tail.</param>
/// <param name="Used">The score that is used; NaN where it is left out.</param>
/// <param name="Rank">Its rank among the scores, ties shared; only where extremes are left out.</param>
/// <param name="Part">Which part of the ranks it falls into, from 0; only where extremes are left out.</param>
public readonly record struct DispersionScore(double Transformed, double Error, double Score, bool IsExtreme, double Used, double Rank, double Part);

/// <summary>
/// Over-dispersion of a funnel: how much more groups differ than chance explains, added to the limits so that not half of them are "outliers".
/// <para>z = (Y - target)/s on the scale. Winsorised: scores beyond the trim and 1 - trim quantiles are drawn in to them; SHMI: the outer parts of 1/trim parts by rank are
/// left out. phi = mean z^2. Where n phi is at least n - 1: tau2 = max(0, (n phi - (n - 1)) / (sum w - sum w^2/sum w)), w = 1/s^2.</para>
/// <para>Units: of the scale. Edges: no score used, phi NaN; fewer than two, tau2 0; 0 events have no logarithm (minus infinity) and are left out with the lowest part. Fewer than about
/// 10 groups estimate phi badly. Source: Spiegelhalter 2005, Statist. Med. 24, 1185-1202, and 2012, Appl. Statist.; FunnelPlotR. Worked example: docs/methods/funnel-overdispersion.md.</para>
/// </summary>
/// <param name="Target">The common level on the scale.</param>
/// <param name="Phi">The dispersion ratio; 1 is chance.</param>
/// <param name="Tau2">Variance between groups on the scale.</param>
/// <param name="Scores">One per group.</param>
public sealed record FunnelDispersion(double Target, double Phi, double Tau2, IReadOnlyList<DispersionScore> Scores)
{
    /// <summary>True where groups differ by more than chance, so that the wider limits are drawn.</summary>
    public bool IsOverdispersed => Phi > 1;

    /// <summary>Measures the dispersion of groups.</summary>
    /// <param name="groups">Events and whole, other count or expected events; above 0.</param>
    /// <param name="scale">What they are.</param>
    /// <param name="trim">The share of each tail that is drawn in or left out, above 0 and below a half.</param>
    /// <exception cref="ArgumentOutOfRangeException">The trim is no such share, or a denominator not above 0.</exception>
    public static FunnelDispersion Of(IReadOnlyList<FunnelArea> groups, DispersionScale scale, double trim = 0.1)
    {
        if (!(trim is > 0 and < 0.5))
            throw new ArgumentOutOfRangeException(nameof(trim), trim, "A trim lies between 0 and a half.");
        if (groups.Any(g => !(g.Denominator > 0) || !(g.Events >= 0)))
            throw new ArgumentOutOfRangeException(nameof(groups), "Events are 0 or more and denominators above 0.");
        var target = TargetOf(groups, scale);
        var raw = groups.Select(g => (Y: Transform(g, scale), S: Error(g, scale))).ToArray();
        var scores = raw.Select(r => (r.Y - target) / r.S).ToArray();
        DispersionScore[] trimmed = scale == DispersionScale.StandardisedLog ? LeftOut(scores, trim) : DrawnIn(scores, trim);
        DispersionScore[] all = [.. trimmed.Zip(raw, (t, r) => t with { Transformed = r.Y, Error = r.S })];
        var used = all.Where(s => !double.IsNaN(s.Used)).ToList();
        var phi = used.Count > 0 ? used.Sum(s => s.Used * s.Used) / used.Count : double.NaN;
        return new(target, phi, Between(used, phi), all);
    }

    private static double Between(List<DispersionScore> used, double phi)
    {
        double n = used.Count;
        if (n < 2 || !(n * phi >= n - 1))
            return 0;
        var weights = used.Select(s => 1 / (s.Error * s.Error)).ToList();
        var spread = weights.Sum() - (weights.Sum(w => w * w) / weights.Sum());
        return Math.Max(0, ((n * phi) - (n - 1)) / spread);
    }

    private static double TargetOf(IReadOnlyList<FunnelArea> groups, DispersionScale scale)
    {
        var level = groups.Sum(g => g.Events) / groups.Sum(g => g.Denominator);
        return scale switch
        {
            DispersionScale.Proportion => Math.Asin(Math.Sqrt(level)),
            DispersionScale.RatioOfCounts => Math.Log(level),
            DispersionScale.StandardisedLog => 0,
            _ => 1,
        };
    }

    private static double Transform(FunnelArea g, DispersionScale scale) => scale switch
    {
        DispersionScale.Proportion => Math.Asin(Math.Sqrt(g.Events / g.Denominator)),
        DispersionScale.RatioOfCounts => Math.Log((g.Events + 0.5) / (g.Denominator + 0.5)),
        DispersionScale.StandardisedLog => Math.Log(g.Events / g.Denominator),
        _ => Math.Sqrt(g.Events / g.Denominator),
    };

    private static double Error(FunnelArea g, DispersionScale scale) => scale switch
    {
        DispersionScale.RatioOfCounts => Math.Sqrt((g.Events / Square(g.Events + 0.5)) + (g.Denominator / Square(g.Denominator + 0.5))),
        DispersionScale.StandardisedLog => 1 / Math.Sqrt(g.Denominator),
        _ => 1 / (2 * Math.Sqrt(g.Denominator)),
    };

    private static DispersionScore[] DrawnIn(double[] scores, double trim)
    {
        var ordered = scores.Order().ToArray();
        var (low, high) = (Quantile(ordered, trim), Quantile(ordered, 1 - trim));
        return [.. scores.Select(z => new DispersionScore(0, 0, z, !(z > low && z < high), Math.Min(Math.Max(z, low), high), double.NaN, double.NaN))];
    }

    private static DispersionScore[] LeftOut(double[] scores, double trim)
    {
        var parts = 1 / trim;
        return [.. scores.Select(z =>
        {
            // The middle of the ranks that equal scores share.
            var rank = scores.Count(o => o < z) + ((scores.Count(o => o == z) + 1) / 2.0);
            var part = Math.Floor(rank * parts / (scores.Length + 1));
            var extreme = !(part > 0 && part < parts - 1);
            return new DispersionScore(0, 0, z, extreme, extreme ? double.NaN : z, rank, part);
        })];
    }

    /// <summary>Between the order statistics, at 1 + (n - 1) p: the definition 7 of Hyndman and Fan.</summary>
    private static double Quantile(double[] ordered, double p)
    {
        if (ordered.Length == 0)
            return double.NaN;
        // Written as R writes it: a score on the quantile counts as drawn in.
        var at = 1 + ((ordered.Length - 1) * p);
        var below = (int)Math.Floor(at);
        var share = at - below;
        return share > 0 ? ((1 - share) * ordered[below - 1]) + (share * ordered[below]) : ordered[below - 1];
    }

    private static double Square(double x) => x * x;
}
