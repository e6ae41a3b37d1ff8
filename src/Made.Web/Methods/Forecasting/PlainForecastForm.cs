using Made.Core;
using Made.Core.Methods.Forecasting;

namespace Made.Web.Methods.Forecasting;

/// <summary><c>seasonal-naive</c>, <c>naive</c>, <c>drift</c>, <c>mean</c> and <c>theta</c>: forecasts without parameters.</summary>
internal sealed class PlainForecastForm : IMethodForm
{
    public static readonly IReadOnlyList<PlainForecastForm> All =
    [
        new("seasonal-naive", "The last value of the same season, with prediction intervals.", s => SimpleForecasts.SeasonalNaive(s.Values, s.Frequency, s.Ahead)),
        new("naive", "The last value, with prediction intervals.", s => SimpleForecasts.Naive(s.Values, s.Ahead)),
        new("drift", "The last value and the mean step, with prediction intervals.", s => SimpleForecasts.Drift(s.Values, s.Ahead)),
        new("mean", "The mean of all values, with prediction intervals.", s => SimpleForecasts.Mean(s.Values, s.Ahead)),
        new("theta", "Simple exponential smoothing with half the slope of a line, with prediction intervals.", s => Theta.Of(s.Values, s.Frequency, s.Ahead), "theta"),
    ];

    private readonly Func<ForecastSeries, Outcome<Forecast>> forecast;

    private PlainForecastForm(string name, string purpose, Func<ForecastSeries, Outcome<Forecast>> forecast, string page = "plain-forecasts")
    {
        this.forecast = forecast;
        Description = new()
        {
            Name = name,
            Purpose = purpose,
            Reads = ForecastSeries.Reads,
            Writes = ForecastSeries.Writes,
            Units = "those of y",
            Source = "Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed.",
            Page = page,
            Options = [ForecastSeries.Steps, ForecastSeries.Season],
        };
    }

    public MethodDescription Description { get; }

    public Outcome<MethodOutput> Run(MethodInput input)
    {
        var series = new ForecastSeries(input);
        if (input.Fault is { } fault)
            return fault;
        return forecast(series).Succeeded(out var found, out var problem) ? ForecastSeries.Written(found, Description.Name) : problem;
    }
}
