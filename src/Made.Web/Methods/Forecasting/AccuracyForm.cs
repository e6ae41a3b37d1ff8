using System.Text.Json.Nodes;
using Made.Core;
using Made.Core.Methods.Forecasting;

namespace Made.Web.Methods.Forecasting;

/// <summary><c>forecast-accuracy</c>: how far forecasts lay from what came.</summary>
internal sealed class AccuracyForm : IMethodForm
{
    public MethodDescription Description { get; } = new()
    {
        Name = "forecast-accuracy",
        Purpose = "How far forecasts lay from what came: mean, absolute, squared, percentage and scaled errors.",
        Reads = "JSON {train,frequency?,actual,forecast}, or {cases:[...]} of them",
        Writes = "JSON ME, MAE, RMSE, MAPE, sMAPE, MASE",
        Units = "ME, MAE and RMSE those of the values; MAPE and sMAPE per cent; MASE 1 is a seasonal naive one step ahead; null where a measure cannot be calculated",
        Source = "Hyndman and Koehler 2006",
        Page = "back-test",
        Options = [ForecastSeries.Season],
    };

    public Outcome<MethodOutput> Run(MethodInput input)
    {
        var asked = input.Options.Has("frequency") ? input.Options.Whole("frequency", 1) : 0;
        return InputCases.Run(input, json => One(json, asked));
    }

    private static Outcome<JsonObject> One(InputNode json, int asked)
    {
        var (train, actual, forecast) = (json.Numbers("train"), json.Numbers("actual"), json.Numbers("forecast"));
        var given = json.Has("frequency") ? json.Number("frequency", NumberRule.AtLeast(1)) : 12;
        if (actual.Length != forecast.Length)
            json.Wrong("forecast", $"has {forecast.Length} values where actual has {actual.Length}");
        else if (actual.Length == 0)
            json.Wrong("actual", "is empty");
        if (json.Faults.Any)
            return json.Faults.Together();
        var found = Accuracy.Of(actual, forecast, train, asked > 0 ? asked : (int)Math.Min(given, int.MaxValue));
        return new JsonObject
        {
            ["ME"] = JsonText.Number(found.MeanError),
            ["MAE"] = JsonText.Number(found.MeanAbsolute),
            ["RMSE"] = JsonText.Number(found.RootMeanSquare),
            ["MAPE"] = JsonText.Number(found.MeanPercentage),
            ["sMAPE"] = JsonText.Number(found.Symmetric),
            ["MASE"] = JsonText.Number(found.Scaled),
        };
    }
}
