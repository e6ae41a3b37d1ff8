namespace Made.Core.Methods.Forecasting;

/// <summary>One step of a forecast.</summary>
/// <param name="Ahead">Steps after the last value, from 1.</param>
/// <param name="Mean">The point forecast, in the unit of the values.</param>
/// <param name="Likely">80% prediction interval.</param>
/// <param name="Wide">95% prediction interval.</param>
public readonly record struct ForecastPoint(int Ahead, double Mean, Interval Likely, Interval Wide);

/// <summary>A forecast.</summary>
/// <param name="Method">The method, as it is named to people.</param>
/// <param name="Points">One per step.</param>
public sealed record Forecast(string Method, IReadOnlyList<ForecastPoint> Points)
{
    /// <summary>The probability that lies below the upper end of the 80% interval.</summary>
    internal const double UpperOfLikely = 0.9;

    /// <summary>The probability that lies below the upper end of the 95% interval.</summary>
    internal const double UpperOfWide = 0.975;

    /// <summary>A forecast with intervals of so many standard errors either side.</summary>
    internal static Forecast Around(string method, IEnumerable<(double Mean, double Error)> steps, double likely, double wide) => new(method,
    [
        .. steps.Select((s, i) => new ForecastPoint(
            i + 1,
            s.Mean,
            new(s.Mean - (likely * s.Error), s.Mean + (likely * s.Error)),
            new(s.Mean - (wide * s.Error), s.Mean + (wide * s.Error)))),
    ]);

    /// <summary>A forecast with normal intervals.</summary>
    internal static Forecast Normal(string method, IEnumerable<(double Mean, double Error)> steps) =>
        Around(method, steps, PoissonInterval.Score(0.8), PoissonInterval.Score(0.95));
}
