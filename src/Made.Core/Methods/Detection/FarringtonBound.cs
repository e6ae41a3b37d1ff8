using MathNet.Numerics.Distributions;

namespace Made.Core.Methods.Detection;

/// <summary>The bound drawn from a prediction, and how surprising a count is against it.</summary>
internal readonly record struct FarringtonBound(double Upper, double P)
{
    public static FarringtonBound Of(double observed, FarringtonPrediction prediction, FarringtonOptions options) =>
        options.Threshold == FarringtonThreshold.Delta ? Delta(observed, prediction, options) : Binomial(observed, prediction, options);

    /// <summary>Normal on the 2/3 power scale, with the variance of the count and of the predicted mean.</summary>
    private static FarringtonBound Delta(double observed, FarringtonPrediction prediction, FarringtonOptions options)
    {
        var mean = prediction.Mean;
        var ofMean = mean * prediction.Error;
        var spread = Math.Sqrt(4.0 / 9 * Math.Cbrt(mean) * (prediction.Dispersion + (ofMean * ofMean / mean)));
        var z = Normal.InvCDF(0, 1, 1 - (options.Variant == FarringtonVariant.Original ? options.Alpha / 2 : options.Alpha));
        var centre = Math.Pow(mean, 2.0 / 3);
        return new(Math.Pow(centre + (z * spread), 1.5), 1 - Normal.CDF(centre, spread, Math.Pow(observed, 2.0 / 3)));
    }

    private static FarringtonBound Binomial(double observed, FarringtonPrediction prediction, FarringtonOptions options)
    {
        var z = options.Threshold == FarringtonThreshold.Muan ? Normal.InvCDF(0, 1, 1 - options.Alpha) : 0;
        var mean = Math.Exp(prediction.Predictor + (z * prediction.Error));
        return double.IsInfinity(mean)
            ? new(double.NaN, double.NaN)
            : new(CountQuantile.Of(mean, prediction.Dispersion, 1 - options.Alpha), CountQuantile.AtLeast(observed, mean, prediction.Dispersion));
    }
}
