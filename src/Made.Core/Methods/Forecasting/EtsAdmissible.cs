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
        if (p.Alpha is < EtsStart.Least or > EtsStart.Most || (model.Season == EtsPart.Multiplicative && p.Seasonal.Any(s => s < 0)))
            return false;
        if (model.HasTrend && (p.Beta < EtsStart.Least || p.Beta > p.Alpha || p.Beta > EtsStart.Most))
            return false;
        if (model.Trend == EtsPart.Damped && p.Phi is < EtsStart.LeastPhi or > EtsStart.MostPhi)
            return false;
        return !model.HasSeason || (p.Gamma >= EtsStart.Least && p.Gamma <= 1 - p.Alpha && p.Gamma <= EtsStart.Most && DiesAway(p, p.Seasonal.Count, model.HasTrend));
    }

    /// <summary>Without a trend the root at 1 is divided out first.</summary>
    private static bool DiesAway(EtsParameters p, int period, bool trend)
    {
        var (a, b, g, phi) = (p.Alpha, p.Beta, p.Gamma, p.Phi);
        var inner = a + b - (a * phi);
        return trend
            ? WithinCircle([1, a + b - phi, .. Enumerable.Repeat(inner, period - 2), inner + g - 1, phi * (1 - a - g)])
            : WithinCircle([1, .. Enumerable.Repeat(a, period - 1), a + g - 1]);
    }

    private static bool WithinCircle(double[] polynomial)
    {
        while (polynomial.Length > 1)
        {
            var reflection = polynomial[^1];
            if (Math.Abs(reflection) >= 1)
                return false;
            var (last, scale) = (polynomial.Length - 1, 1 - (reflection * reflection));
            var shorter = new double[last];
            for (var i = 0; i < last; i++)
                shorter[i] = (polynomial[i] - (reflection * polynomial[last - i])) / scale;
            polynomial = shorter;
        }
        return true;
    }
}
