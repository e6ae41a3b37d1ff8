using System.Globalization;
using Made.Core.Methods.Detection;
using Made.Core.Methods.Forecasting;
using Made.Core.Methods.Seasonality;
using Made.TestKit;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Methods;

/// <summary>The numbers of the pages on exceptions, seasons and forecasts, read from the pages.</summary>
public sealed class DetectionPagesTests
{
    [Fact]
    public void The_Farrington_page_shows_what_the_code_computes() => Each("farrington", 3, r =>
    {
        var point = Farrington.Watch([.. OwnSeries.Constant(59, Number(r[0])), Number(r[1])], new()).Value()[^1];
        Same(point.Expected, r[2]);
        Same(point.UpperBound, r[3]);
        point.Verdict.ToString().ShouldBe(r[4]);
    });

    [Fact]
    public void The_EARS_page_shows_what_the_code_computes() => Each("ears", 3, r =>
    {
        var point = Ears.Watch([.. Numbers(r[0]), Number(r[1])], new() { Baseline = 3 }).Value()[^1];
        Same(point.UpperBound, r[2]);
        point.Verdict.ToString().ShouldBe(r[3]);
    });

    [Fact]
    public void The_CUSUM_page_shows_what_the_code_computes() =>
        Watched("cusum", 4, counts => Cusum.Watch([4, 4, 4, .. counts], new() { From = 4, Reference = 1, Decision = 2 }).Value().Skip(3));

    [Fact]
    public void The_likelihood_ratio_page_shows_what_the_code_computes() =>
        Watched("glr-cusum", 4, counts => GlrCusum.Watch([6, 6, 6, 6, .. counts], new() { From = 5, Harmonics = 0, Threshold = 4 }).Value().Skip(4));

    [Fact]
    public void The_decomposition_page_shows_the_parts_that_come_back()
    {
        double[] figure = [5, -3, -4, 2];
        var parts = Stl.Decompose([.. Enumerable.Range(0, 40).Select(i => 100 + figure[i % 4])], new() { Period = 4 }).Value();
        Each("stl", 4, r =>
        {
            var at = (int)Number(r[0]) - 1;
            Same(parts.Seasonal[at], r[1]);
            Same(parts.Trend[at], r[2]);
            Same(Math.Abs(parts.Remainder[at]), r[3]);
        });
    }

    [Fact]
    public void The_page_on_plain_forecasts_shows_what_the_code_computes() => Each("plain-forecasts", 4, r =>
    {
        double[] values = [1, 3, 3, 7];
        var forecast = new[] { SimpleForecasts.SeasonalNaive(values, 2, 2), SimpleForecasts.Naive(values, 2), SimpleForecasts.Drift(values, 2), SimpleForecasts.Mean(values, 2) }
            .Select(f => f.Value()).Single(f => f.Method == r[0]);
        Forecast(forecast.Points[1], r[1..]);
    });

    [Fact]
    public void The_theta_page_shows_what_the_code_computes()
    {
        var forecast = Theta.Of([.. Enumerable.Range(1, 12).Select(i => 10 + (2.0 * i))], 1, 2).Value();
        Each("theta", 2, r => Same(forecast.Points[(int)Number(r[0]) - 1].Mean, r[1]));
    }

    [Fact]
    public void The_smoothing_page_shows_what_the_code_computes()
    {
        var result = Ets.Run([12, 10, 16, 13.25, 13.25], 1, 2, EtsFit.Candidates[0], new() { Alpha = 0.5, Level = 10 }).Value();
        Each("ets", 2, r => Forecast(result.Forecast.Points[(int)Number(r[0]) - 1], r[1..]));
    }

    [Fact]
    public void The_back_test_page_shows_what_the_code_computes()
    {
        var rows = Rows("back-test");
        rows.Count.ShouldBe(2);
        for (var i = 1; i <= rows.Count; i++)
        {
            var found = Accuracy.Of([.. rows.Take(i).Select(r => Number(r[0]))], [.. rows.Take(i).Select(r => Number(r[1]))], [1, 5, 4, 3], 2);
            Same(Number(rows[i - 1][0]) - Number(rows[i - 1][1]), rows[i - 1][2]);
            Same(found.MeanAbsolute, rows[i - 1][3]);
            Same(found.Symmetric, rows[i - 1][4]);
            Same(found.Scaled, rows[i - 1][5]);
        }
    }

    [Fact]
    public void The_page_on_small_counts_shows_what_the_code_computes() => Each("count-forecast", 3, r =>
    {
        var point = CountForecast.Of(Numbers(r[0]), 12, 1).Value().Points[0];
        Same(point.Mean, r[1]);
        new[] { point.Wide.Lower, point.Wide.Upper, point.Likely.Lower, point.Likely.Upper }.ShouldBe(r[2..].Select(Number));
    });

    private static void Forecast(ForecastPoint point, string[] cells)
    {
        Same(point.Mean, cells[0]);
        Same(point.Wide.Lower, cells[1]);
        Same(point.Wide.Upper, cells[2]);
    }

    private static void Watched(string page, int count, Func<double[], IEnumerable<DetectionPoint>> watch)
    {
        var rows = Rows(page);
        rows.Count.ShouldBe(count);
        foreach (var (row, point) in rows.Zip(watch([.. rows.Select(r => Number(r[0]))])))
        {
            point.UpperBound.ShouldBe(Number(row[1]));
            point.Verdict.ToString().ShouldBe(row[2]);
        }
    }

    private static void Each(string page, int rows, Action<string[]> check)
    {
        var found = Rows(page);
        found.Count.ShouldBe(rows);
        found.ForEach(check);
    }

    private static void Same(double computed, string printed) => computed.ToString("0.00000", CultureInfo.InvariantCulture).ShouldBe(printed);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static double[] Numbers(string text) => [.. text.Split(' ').Select(Number)];

    /// <summary>The rows of the table after "Worked example".</summary>
    private static List<string[]> Rows(string page) =>
        [.. File.ReadLines(Repository.Path("docs", "methods", page + ".md"))
            .SkipWhile(l => l != "## Worked example").Where(l => l.StartsWith('|')).Skip(2)
            .Select(l => l.Trim('|').Split('|').Select(c => c.Trim()).ToArray())];
}
