using System.Text.Json;
using Made.Tests.Unit.Methods;
using Shouldly;
using static Made.Tests.Unit.Forms.References.ReferenceFile;

namespace Made.Tests.Unit.Forms.References;

/// <summary>Forecasts with given and with fitted parameters, and their accuracy.</summary>
internal static class ForecastReferences
{
    private const string Forecasts = "08-forecast/forecasts.csv";
    private const string Parameters = "08-forecast/series_and_parameters.json";
    private static readonly string[] Limits = ["mean", "lo80", "hi80", "lo95", "hi95"];

    public static readonly IReadOnlyList<ReferenceFile> All =
    [
        Runs(Forecasts, "ets", "model and parameters of the series; naive, seasonal-naive, drift, mean and theta too", Forecast),
        Runs(Parameters, "ets", "model alone, so that it is fitted; limits definition and forecast-8.23 share the mean", Fitted),
        Runs("08-forecast/accuracy.csv", "forecast-accuracy", "{}", Measured),
        Runs("08-forecast/nsw_abduction_kidnapping_1995_2006.csv", "seasonal-naive", "{}; the last year forecast from those before", Months),
    ];

    private static void Forecast()
    {
        var rows = Vectors.Rows(Forecasts);
        foreach (var series in Series())
            foreach (var run in rows.Where(r => r["series"] == series.Id).GroupBy(r => r["method"]))
            {
                var (form, options) = run.Key.StartsWith("ets_", StringComparison.Ordinal)
                    ? ("ets", $"\"model\":\"{Model(series, run.Key[4..])}\",\"parameters\":{series.Parameters.GetProperty(run.Key[4..]).GetRawText()},")
                    : (run.Key.Replace('_', '-'), "");
                foreach (var (our, row) in CommandRun.Rows(form, series.Json, $"{{{options}\"h\":12}}").Zip(run))
                    foreach (var limit in Limits)
                        Near(our.Number(limit), row.Number(limit), form is "ets" or "theta" ? 1e-6 : 1e-9, $"{series.Id} {run.Key} {row["h"]} {limit}");
            }
    }

    /// <summary>Means within 2 per cent is what the reference allows a search of one's own; ours finds the same optimum.</summary>
    private static void Fitted()
    {
        foreach (var series in Series())
            foreach (var name in series.Parameters.EnumerateObject().Where(p => p.Value.TryGetProperty("loglik", out _)).Select(p => p.Name))
                foreach (var (our, row) in CommandRun.Rows("ets", series.Json, $"{{\"model\":\"{name}\",\"h\":12}}").Zip(Vectors.Rows(Forecasts).Where(r => r["series"] == series.Id && r["method"] == $"ets_{name}")))
                    Near(our.Number("mean"), row.Number("mean"), 1e-4, $"{series.Id} {name} {row["h"]}");
    }

    private static void Measured()
    {
        var forecasts = Vectors.Rows(Forecasts);
        foreach (var series in Series())
            foreach (var row in Vectors.Rows("08-forecast/accuracy.csv").Where(r => r["series"] == series.Id))
            {
                var run = forecasts.Where(r => r["series"] == series.Id && r["method"] == row["method"]).ToList();
                var text = $$"""{"train": {{JsonSerializer.Serialize(series.Values)}}, "actual": [{{string.Join(',', run.Select(r => r["actual"]))}}], "forecast": [{{string.Join(',', run.Select(r => r["mean"]))}}]}""";
                var found = CommandRun.Json("forecast-accuracy", text);
                foreach (var key in new[] { "ME", "MAE", "RMSE", "MAPE", "sMAPE", "MASE" })
                    Near(found.GetProperty(key).GetDouble(), row.Number(key), 1e-9, $"{series.Id} {row["method"]} {key}");
            }
    }

    private static void Months()
    {
        var counts = Vectors.Rows("08-forecast/nsw_abduction_kidnapping_1995_2006.csv").Select(r => r["count"]).ToList();
        var known = CommandRun.Rows("seasonal-naive", CommandRun.Csv("y", counts[..^12]));
        var expected = Vectors.Rows(Forecasts).Where(r => r["series"].StartsWith("NSW", StringComparison.Ordinal) && r["method"] == "seasonal_naive").ToList();
        foreach (var (our, row) in known.Zip(expected))
            foreach (var limit in Limits)
                Near(our.Number(limit), row.Number(limit), 1e-9, $"{row["h"]} {limit}");
        counts[^12..].ShouldBe(expected.Select(r => r["actual"]));
    }

    private static string Model(KnownSeries series, string name) => name == "auto" ? series.Parameters.GetProperty(name).GetProperty("chosen").GetString()! : name;

    private static IEnumerable<KnownSeries> Series() => JsonDocument.Parse(Vectors.Text(Parameters)).RootElement.EnumerateArray().Select(e => new KnownSeries(
        e.GetProperty("id").GetString()!, e.GetRawText(), e.GetProperty("train").Numbers(), e.GetProperty("parameters")));

    private sealed record KnownSeries(string Id, string Json, double[] Values, JsonElement Parameters);
}
