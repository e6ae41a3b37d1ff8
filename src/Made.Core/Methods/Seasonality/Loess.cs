namespace Made.Core.Methods.Seasonality;

/// <summary>
/// Local regression of degree 0 or 1 over equally spaced points 1 to n, tricube weights in a window of <c>span</c> points, times robustness weights where given.
/// <para>h = distance of the farthest point of the window, plus (span - n)/2 (whole) where the span is longer than the series. Weight (1 - (r/h)^3)^3, 1 within 0.001 h, 0 beyond 0.999 h.
/// Slope only where the weighted spread of the points is above 0.001 (n - 1).</para>
/// <para>Source: Cleveland, Cleveland, McRae and Terpenning 1990, J. Official Statist. 6, 3-73.</para>
/// </summary>
internal sealed class Loess(int span, int degree, int jump)
{
    private const double Near = 0.001;
    private const double Far = 0.999;

    /// <summary>The smooth at every point: computed at every <c>jump</c>-th and the last, straight lines between.</summary>
    public double[] Smooth(ReadOnlySpan<double> y, ReadOnlySpan<double> robustness)
    {
        var n = y.Length;
        var smooth = new double[n];
        var step = Math.Min(jump, Math.Max(1, n - 1));
        var last = 0;
        for (var i = 0; i < n; i += step)
        {
            smooth[i] = Within(y, i, robustness);
            Fill(smooth, last, i);
            last = i;
        }
        if (last < n - 1)
        {
            smooth[n - 1] = At(y, n - 1, Left(n, last), Right(n, last), robustness) is var end && double.IsNaN(end) ? y[n - 1] : end;
            Fill(smooth, last, n - 1);
        }
        return smooth;
    }

    /// <summary>The smooth at a place that need not be a point, from points left to right; NaN where all weights are 0.</summary>
    public double At(ReadOnlySpan<double> y, double x, int left, int right, ReadOnlySpan<double> robustness)
    {
        var n = y.Length;
        var h = Math.Max(x - left, right - x) + (span > n ? (span - n) / 2 : 0);
        var weights = new double[right - left + 1];
        double sum = 0;
        for (var j = left; j <= right; j++)
        {
            var r = Math.Abs(j - x);
            if (r > Far * h)
                continue;
            var ratio = r / h;
            var tricube = 1 - (ratio * ratio * ratio);
            var weight = r <= Near * h ? 1 : tricube * tricube * tricube;
            weights[j - left] = robustness.IsEmpty ? weight : weight * robustness[j];
            sum += weights[j - left];
        }
        if (!(sum > 0))
            return double.NaN;
        var (centre, spread) = (0.0, 0.0);
        for (var j = left; j <= right; j++)
            centre += weights[j - left] / sum * j;
        for (var j = left; j <= right; j++)
            spread += weights[j - left] / sum * (j - centre) * (j - centre);
        var slope = degree > 0 && h > 0 && Math.Sqrt(spread) > Near * (n - 1) ? (x - centre) / spread : 0;
        double value = 0;
        for (var j = left; j <= right; j++)
            value += weights[j - left] / sum * ((slope * (j - centre)) + 1) * y[j];
        return value;
    }

    private double Within(ReadOnlySpan<double> y, int at, ReadOnlySpan<double> robustness)
    {
        var value = At(y, at, Left(y.Length, at), Right(y.Length, at), robustness);
        return double.IsNaN(value) ? y[at] : value;
    }

    /// <summary>The window is centred where it can be, and lies at an end of the series near it.</summary>
    private int Left(int n, int at) => span >= n ? 0 : Math.Clamp(at - ((span - 1) / 2), 0, n - span);

    private int Right(int n, int at) => span >= n ? n - 1 : Left(n, at) + span - 1;

    private static void Fill(double[] smooth, int from, int to)
    {
        for (var i = from + 1; i < to; i++)
            smooth[i] = smooth[from] + ((smooth[to] - smooth[from]) / (to - from) * (i - from));
    }
}
