using System.Text.Json;
using Made.Core.Methods.Forecasting;
using Made.Tests.Unit.Indicators;
using Made.Tests.Unit.Methods;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Made.Tests.Unit.Forms;

/// <summary>Every reference forecast, read from beside the checkout and sent through the command's form.</summary>
public sealed class ForecastVectorTests(ITestOutputHelper output)
{
    private static readonly string[] Limits = ["mean", "lo80", "hi80", "lo95", "hi95"];

    [Fact]
    public void Forecasts_agree_with_the_reference_in_means_and_limits()
    {
        var rows = Vectors.Rows("08-forecast/forecasts.csv");
        foreach (var series in Series())
            foreach (var run in rows.Where(r => r["series"] == series.Id).GroupBy(r => r["method"]))
            {
                var (form, options) = run.Key.StartsWith("ets_", StringComparison.Ordinal)
                    ? ("ets", $"\"model\":\"{Model(series, run.Key[4..])}\",\"parameters\":{series.Parameters.GetProperty(run.Key[4..]).GetRawText()},")
                    : (run.Key.Replace('_', '-'), "");
                var found = FormRun.Rows(form, series.Json, $"{{{options}\"h\":12}}");
                var largest = run.Zip(found).Max(p => Limits.Max(c => Difference(p.Second.Number(c), p.First.Number(c))));
                output.WriteLine($"{series.Id} {run.Key}: largest relative difference {largest:e1} in {run.Count() * Limits.Length} values");
                largest.ShouldBeLessThan(form == "ets" ? 1e-6 : 1e-9, $"{series.Id} {run.Key}");
            }
    }

    [Fact]
    public void Fitted_models_are_as_likely_as_those_of_the_reference_and_forecast_the_same()
    {
        foreach (var series in Series())
            foreach (var parameters in series.Parameters.EnumerateObject().Where(p => p.Value.TryGetProperty("loglik", out _)))
            {
                EtsModel.Parse(parameters.Name).Succeeded(out var model, out _).ShouldBeTrue();
                EtsFit.Of(series.Values, 12, 12, model!).Succeeded(out var fit, out var problem).ShouldBeTrue(problem?.ToString());
                var below = parameters.Value.GetProperty("loglik").GetDouble() - fit!.LogLikelihood;
                output.WriteLine($"{series.Id} {parameters.Name}: log likelihood {below:e1} below the reference");
                below.ShouldBeLessThan(1e-6);
                foreach (var (row, point) in Vectors.Rows("08-forecast/forecasts.csv").Where(r => r["series"] == series.Id && r["method"] == $"ets_{parameters.Name}").Zip(fit.Forecast.Points))
                    Difference(point.Mean, row.Number("mean")).ShouldBeLessThan(1e-6);
            }
    }

    [Fact]
    public void Accuracy_agrees_with_the_reference()
    {
        var forecasts = Vectors.Rows("08-forecast/forecasts.csv");
        foreach (var series in Series())
            foreach (var row in Vectors.Rows("08-forecast/accuracy.csv").Where(r => r["series"] == series.Id))
            {
                var run = forecasts.Where(r => r["series"] == series.Id && r["method"] == row["method"]).ToList();
                var found = Accuracy.Of([.. run.Select(r => r.Number("actual"))], [.. run.Select(r => r.Number("mean"))], series.Values, 12);
                foreach (var (ours, theirs) in new[]
                {
                    (found.MeanError, "ME"), (found.MeanAbsolute, "MAE"), (found.RootMeanSquare, "RMSE"),
                    (found.MeanPercentage, "MAPE"), (found.Symmetric, "sMAPE"), (found.Scaled, "MASE"),
                })
                    Difference(ours, row.Number(theirs)).ShouldBeLessThan(1e-9, $"{series.Id} {row["method"]} {theirs}");
            }
    }

    private static double Difference(double ours, double theirs) => Math.Abs(ours - theirs) / Math.Max(1e-3, Math.Abs(theirs));

    private static string Model(KnownSeries series, string name) => name == "auto" ? series.Parameters.GetProperty(name).GetProperty("chosen").GetString()! : name;

    private static List<KnownSeries> Series()
    {
        var path = RealMonths.Folder is null ? "" : Path.Combine(RealMonths.Folder, "../reference/08-forecast/series_and_parameters.json");
        if (!File.Exists(path))
        {
            Console.WriteLine("Not run: the reference forecasts are not beside this checkout.");
            return [];
        }
        return [.. JsonDocument.Parse(File.ReadAllText(path)).RootElement.EnumerateArray().Select(e => new KnownSeries(
            e.GetProperty("id").GetString()!,
            e.GetRawText(),
            [.. e.GetProperty("train").EnumerateArray().Select(v => v.GetDouble())],
            e.GetProperty("parameters")))];
    }

    private sealed record KnownSeries(string Id, string Json, double[] Values, JsonElement Parameters);
}
