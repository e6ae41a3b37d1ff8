using Made.Core.Calendar;
using Made.Core.Methods.Regression;
using MathNet.Numerics.LinearAlgebra;

namespace Made.Core.Methods.Detection;

/// <summary>The regression of one baseline: log(mean) = level [+ trend x time] [+ seasonal periods], over-dispersed, earlier outbreaks weighted down.</summary>
internal sealed class FarringtonModel
{
    private readonly FarringtonOptions options;
    private readonly double[] counts;
    private readonly double[] times;
    private readonly int[] periods;
    private readonly int[] levels;
    private readonly int now;

    public FarringtonModel(IReadOnlyList<double> series, IReadOnlyList<BaselinePoint> baseline, int now, FarringtonOptions options)
    {
        var held = baseline.Where(p => !double.IsNaN(series[p.At])).ToList();
        this.options = options;
        this.now = now;
        counts = [.. held.Select(p => series[p.At])];
        times = [.. held.Select(p => TimeOf(p.At))];
        periods = [.. held.Select(p => p.Period)];
        levels = [.. periods.Distinct().Order().Skip(1)];
    }

    public bool IsEmpty => counts.Sum() == 0;

    /// <summary>The prediction for the present point, with the trend where it earns its place; nothing where no regression settles.</summary>
    public FarringtonPrediction? Predict()
    {
        if (options.Trend && Fitted(trend: true) is { } withTrend)
        {
            var prediction = Prediction(withTrend, trend: true);
            var significant = withTrend.Fit.PValueOf(1, withTrend.Scale) < options.TrendLevel;
            if (significant && Math.Exp(prediction.Predictor) <= counts.Max())
                return prediction;
        }
        return Fitted(trend: false) is { } level ? Prediction(level, trend: false) : null;
    }

    /// <summary>The flexible reference counts months in days, so that a trend runs by the calendar; everything else is counted in points.</summary>
    private double TimeOf(int at) => options.Variant == FarringtonVariant.Flexible && options.Frequency == 12
        ? Month.FromIndex(options.First.Index + at).FirstDay.DayNumber - options.First.FirstDay.DayNumber
        : at;

    private FarringtonPrediction Prediction(Fitted fitted, bool trend)
    {
        var row = Row(TimeOf(now), options.Variant == FarringtonVariant.Flexible ? options.Periods : 1, trend);
        var scale = options.Variant == FarringtonVariant.Flexible ? fitted.Scale : fitted.Dispersion;
        return new(fitted.Fit.PredictorOf(row), fitted.Fit.ErrorOf(row, scale), fitted.Dispersion, trend);
    }

    private Fitted? Fitted(bool trend)
    {
        var design = Matrix<double>.Build.DenseOfRowVectors(times.Zip(periods, (t, p) => Row(t, p, trend)));
        var fit = PoissonRegression.Fit(design, counts);
        if (!fit.HasConverged || fit.DegreesOfFreedom < 1)
            return null;
        if (!options.Reweight)
            return new(fit, Math.Max(fit.Dispersion, 1), fit.Dispersion);
        var weights = Weights(fit);
        fit = PoissonRegression.Fit(design, counts, weights);
        if (fit.Convergence is Convergence.NotIdentified or Convergence.NotFinite)
            return null;

        // The flexible reference measures the error of the prediction with the prior weights in place of the working ones.
        var flexible = options.Variant == FarringtonVariant.Flexible;
        var scale = flexible ? fit.DispersionWith(Vector<double>.Build.DenseOfArray(weights)) : fit.Dispersion;
        return new(fit, Math.Max(fit.Dispersion, 1), scale);
    }

    /// <summary>Weights from standardised Anscombe residuals s: 1/s^2 above the limit, 1 below, scaled to sum to their number.</summary>
    private double[] Weights(PoissonFit fit)
    {
        var dispersion = Math.Max(fit.Dispersion, 1);
        var raw = new double[counts.Length];
        for (var i = 0; i < raw.Length; i++)
        {
            var mean = fit.Means[i];
            var residual = 1.5 * ((Math.Pow(counts[i], 2.0 / 3) * Math.Pow(mean, -1.0 / 6)) - Math.Sqrt(mean));
            var s = residual / Math.Sqrt(dispersion * (1 - fit.Leverages[i]));
            raw[i] = s > options.WeightsAbove ? 1 / (s * s) : 1;
        }
        var scale = raw.Length / raw.Sum();
        return [.. raw.Select(r => scale * r)];
    }

    private Vector<double> Row(double time, int period, bool trend) => Vector<double>.Build.DenseOfEnumerable(
        [1, .. trend ? [time] : Array.Empty<double>(), .. levels.Select(l => l == period ? 1.0 : 0)]);
}

/// <summary>A fitted regression, its over-dispersion (at least 1) and the scale of its standard errors.</summary>
internal sealed record Fitted(PoissonFit Fit, double Dispersion, double Scale);

/// <summary>What the regression says of the present point.</summary>
/// <param name="Predictor">Log of the expected count.</param>
/// <param name="Error">Standard error of it.</param>
/// <param name="Dispersion">Variance over mean, at least 1.</param>
/// <param name="HasTrend">Whether a trend was kept.</param>
internal sealed record FarringtonPrediction(double Predictor, double Error, double Dispersion, bool HasTrend)
{
    public double Mean => Math.Exp(Predictor);
}
