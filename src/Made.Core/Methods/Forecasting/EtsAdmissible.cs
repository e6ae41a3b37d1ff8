namespace Made.Core.Methods.Forecasting;

/// <summary>
/// Which smoothing parameters a fit may choose: within the usual bounds, and such that the weight of distant values in a forecast dies away.
/// <para>With a season of p points the weights die away where the roots of z^(p+1) + (a + b - phi) z^p + (a + b - a phi)(z^(p-1) + ... + z^2) + (a + b - a phi + g - 1) z + phi(1 - a - g)
/// lie within the unit circle, on which one may lie where there is no trend. Tested by the step-down recursion of Schur and Cohn.</para>
/// <para>Source: Hyndman, Koehler, Ord and Snyder 2008, ch. 10.</para>
/// </summary>
internal static class EtsAdmissible
{
    public static bool Holds(EtsParameters p, EtsModel model)
    {
        if (p.Alpha is < EtsStart.Least or > EtsStart.Most || (model.Season == EtsPart.Multiplicative && HasNegative(p.Seasonal)))
            return false;
        if (model.HasTrend && (p.Beta < EtsStart.Least || p.Beta > p.Alpha || p.Beta > EtsStart.Most))
            return false;
        if (model.Trend == EtsPart.Damped && p.Phi is < EtsStart.LeastPhi or > EtsStart.MostPhi)
            return false;
        return !model.HasSeason || (p.Gamma >= EtsStart.Least && p.Gamma <= 1 - p.Alpha && p.Gamma <= EtsStart.Most && DiesAway(p, p.Seasonal.Count, model.HasTrend));
    }

    private static bool HasNegative(IReadOnlyList<double> seasonal)
    {
        for (var i = 0; i < seasonal.Count; i++)
            if (seasonal[i] < 0)
                return true;
        return false;
    }

    /// <summary>Without a trend the root at 1 is divided out first.</summary>
    private static bool DiesAway(EtsParameters p, int period, bool trend)
    {
        var (a, b, g, phi) = (p.Alpha, p.Beta, p.Gamma, p.Phi);
        var inner = a + b - (a * phi);
        const int OnStack = 64;
        var length = trend ? period + 2 : period + 1;
        var polynomial = length <= OnStack ? stackalloc double[length] : new double[length];
        polynomial.Fill(trend ? inner : a);
        polynomial[0] = 1;
        if (trend)
            (polynomial[1], polynomial[^2], polynomial[^1]) = (a + b - phi, inner + g - 1, phi * (1 - a - g));
        else
            polynomial[^1] = a + g - 1;
        return WithinCircle(polynomial);
    }

    /// <summary>Uses the polynomial up. Written without new arrays: a fit asks some thousand times.</summary>
    private static bool WithinCircle(Span<double> polynomial)
    {
        for (var last = polynomial.Length - 1; last > 0; last--)
        {
            var reflection = polynomial[last];
            if (Math.Abs(reflection) >= 1)
                return false;
            var scale = 1 - (reflection * reflection);
            // Each coefficient needs its mirror image: both are taken before either is replaced.
            for (int i = 0, mirror = last; i <= mirror; i++, mirror--)
            {
                var (low, high) = (polynomial[i], polynomial[mirror]);
                polynomial[i] = (low - (reflection * high)) / scale;
                polynomial[mirror] = (high - (reflection * low)) / scale;
            }
        }
        return true;
    }
}
