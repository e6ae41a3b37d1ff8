namespace Made.Core.Methods.Forecasting;

/// <summary>
/// How far forecasts lay from what came.
/// <para>e = actual - forecast. ME mean e; MAE mean |e|; RMSE sqrt(mean e^2); MAPE mean 100|e/actual|; sMAPE mean 200|e|/(|actual| + |forecast|); MASE = MAE over the mean |y(t) - y(t-p)| of the values
/// that were known, so that 1 is a seasonal naive forecast one step ahead.</para>
/// <para>Units: ME, MAE and RMSE those of the values; MAPE and sMAPE per cent; MASE none. Edges: an actual of 0 makes MAPE infinite; 0 forecast as 0 adds nothing to sMAPE;
/// known values that never change from season to season leave MASE undefined (NaN).</para>
/// <para>Source: Hyndman and Koehler 2006, Int. J. Forecasting 22, 679-688. Worked example: docs/methods/back-test.md.</para>
/// </summary>
/// <param name="MeanError">ME.</param>
/// <param name="MeanAbsolute">MAE.</param>
/// <param name="RootMeanSquare">RMSE.</param>
/// <param name="MeanPercentage">MAPE.</param>
/// <param name="Symmetric">sMAPE.</param>
/// <param name="Scaled">MASE.</param>
public sealed record Accuracy(double MeanError, double MeanAbsolute, double RootMeanSquare, double MeanPercentage, double Symmetric, double Scaled)
{
    /// <summary>Measures forecasts against what came.</summary>
    /// <param name="actual">What came.</param>
    /// <param name="forecast">What had been forecast.</param>
    /// <param name="known">The values known when it was forecast, more than one season of them.</param>
    /// <param name="frequency">Points in a season.</param>
    /// <exception cref="ArgumentException">There is nothing to compare, or lengths differ.</exception>
    public static Accuracy Of(IReadOnlyList<double> actual, IReadOnlyList<double> forecast, IReadOnlyList<double> known, int frequency)
    {
        if (actual.Count == 0 || actual.Count != forecast.Count)
            throw new ArgumentException("Each forecast needs what came, and there is one at least.", nameof(actual));
        var pairs = actual.Zip(forecast, (a, f) => (Actual: a, Forecast: f, Error: a - f)).ToList();
        var absolute = pairs.Average(p => Math.Abs(p.Error));
        return new(
            pairs.Average(p => p.Error),
            absolute,
            Math.Sqrt(pairs.Average(p => p.Error * p.Error)),
            pairs.Average(p => 100 * Math.Abs(p.Error / p.Actual)),
            pairs.Average(p => p.Error == 0 ? 0 : 200 * Math.Abs(p.Error) / (Math.Abs(p.Actual) + Math.Abs(p.Forecast))),
            absolute / Scale(known, frequency));
    }

    /// <summary>The mean change from one season to the next; NaN where it is 0 or the values are too few.</summary>
    public static double Scale(IReadOnlyList<double> known, int frequency)
    {
        var scale = known.Skip(frequency).Zip(known, (y, before) => Math.Abs(y - before)).DefaultIfEmpty(0).Average();
        return scale > 0 ? scale : double.NaN;
    }
}
