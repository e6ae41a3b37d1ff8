using Made.Core.Methods.ControlCharts;
using Made.Core.Methods.Detection;
using Made.Core.Methods.Forecasting;
using Made.Core.Methods.Seasonality;
using Made.Core.Workbench;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Workbench;

public class OtherStudyTests
{
    [Fact]
    public void A_chart_of_rates_is_the_one_of_the_method_times_the_multiplier()
    {
        double[] counts = [12, 15, 9, 14, 11, 13, 40];
        var study = Series.Got(Studies.Of(Series.Of(counts).By(2000), new() { Method = StudyMethod.U }));
        var chart = AttributeChart.Of(AttributeKind.U, counts, [.. counts.Select(_ => 2000.0)]);
        study.Points.Select(p => p.Upper.ForDrawing).ShouldAllBe(u => Math.Abs(u - (chart.Points[0].Limits.Upper * 1000)) < 1e-9);
        study.Verdict[0].ShouldStartWith("July 2020: 20.00 calls per 1,000 homes, above the control limits of ");
        study.Verdict[1].ShouldBe("1 of 7 months lies outside the limits.");
        study.Warnings.ShouldContain(w => w.StartsWith("Denominators are large (2,000 on average)"));
        study.Further.Select(f => f.Name).ShouldBe(["Count", "Denominator"]);
    }

    [Fact]
    public void A_proportion_is_only_drawn_of_a_part()
    {
        var series = Series.Of(3, 4, 5).By(100);
        Series.Refused(Studies.Of(series, new() { Method = StudyMethod.P })).Code.ShouldBe("study-not-a-part");
        Series.Got(Studies.Of(series with { IsPart = true }, new() { Method = StudyMethod.P })).Points.Count.ShouldBe(3);
        Series.Refused(Studies.Of(Series.Of(3, 4), new() { Method = StudyMethod.PPrime })).Code.ShouldBe("study-needs-denominator");
        Series.Refused(Studies.Of((Series.Of(3, 400) with { IsPart = true }).By(100), new() { Method = StudyMethod.P })).Message.ShouldContain("In February 2020 the value, 400, is more than the denominator, 100");
    }

    [Theory]
    [InlineData(StudyMethod.Farrington)]
    [InlineData(StudyMethod.Cusum)]
    [InlineData(StudyMethod.Forecast)]
    [InlineData(StudyMethod.C)]
    public void What_is_not_a_count_is_not_treated_as_one(StudyMethod method) =>
        Series.Refused(Studies.Of(Series.Of(Series.Seasonal(70, 20)) with { Kind = SeriesKind.Amounts }, new() { Method = method })).Code.ShouldBe("study-needs-counts");

    [Fact]
    public void Early_detection_says_what_the_detector_says()
    {
        double[] counts = [.. Series.Seasonal(71, 20), 400];
        var study = Series.Got(Studies.Of(Series.Of(counts), new() { Method = StudyMethod.Farrington }));
        Farrington.Watch(counts, new() { First = Series.First }).Succeeded(out var points, out _).ShouldBeTrue();
        study.Points.Select(p => p.Direction == 1).ShouldBe(points!.Select(p => p.IsAlarm));
        study.Verdict[0].ShouldStartWith($"December 2025: 400 calls, an alarm: above the bound of {points![^1].UpperBound:N1} (expected {points[^1].Expected:N1}).");
        study.Points[0].Reading.ShouldBe("too early to judge");
        study.Assumptions.ShouldContain(a => a.Contains("about 1 of 100 months"));
    }

    [Fact]
    public void Early_detection_begins_after_the_last_break()
    {
        var series = Series.Of([.. Series.Seasonal(60, 0), .. Series.Seasonal(20, 0).Select(v => v * 3)]) with { Breaks = [new(Series.First.Plus(60), "Another system")] };
        var study = Series.Got(Studies.Of(series, new() { Method = StudyMethod.Ears }));
        study.Points.ShouldAllBe(p => p.Direction == 0);
        study.Points[59].Reading.ShouldBe("before the break: not used");
        study.Warnings[0].ShouldBe("Only the months from January 2025 on are used: before them recording differs, and all after it would be an alarm.");
        Series.Got(Studies.Of(series, new() { Method = StudyMethod.Ears, Breaks = BreakRule.None })).Points[60].Direction.ShouldBe(1);
        var tooShort = Series.Refused(Studies.Of(series, new() { Method = StudyMethod.Season }));
        tooShort.Message.ShouldEndWith("Only the months from January 2025 on are used: a break or a gap lies before them.");
        tooShort.Remedy.ShouldContain("Or draw on across breaks");
    }

    [Fact]
    public void The_season_is_taken_out_as_the_method_does()
    {
        var values = Series.Seasonal(60, 60);
        var study = Series.Got(Studies.Of(Series.Of(values), new() { Method = StudyMethod.Season }));
        Stl.Decompose(values, new()).Succeeded(out var parts, out _).ShouldBeTrue();
        study.Points.Select(p => p.Value.ForDrawing).ShouldBe(parts!.SeasonallyAdjusted, 1e-9);
        study.Behind!.Values.Select(v => v.ForDrawing).ShouldBe(values);
        study.Verdict[0].ShouldStartWith($"December 2024: {parts.SeasonallyAdjusted[^1]:0.0} calls with the season taken out ({values[^1]:0} recorded; December usually takes ");
        study.Verdict[1].ShouldContain("a year before. No test was made of that difference.");
        study.Verdict[2].ShouldEndWith(", strong.");
    }

    [Fact]
    public void A_gap_starts_the_decomposition_after_it()
    {
        double[] values = [.. Series.Seasonal(10, 30), double.NaN, .. Series.Seasonal(40, 30)];
        var study = Series.Got(Studies.Of(Series.Of(values), new() { Method = StudyMethod.Season }));
        study.Points.Take(11).ShouldAllBe(p => !p.Value.IsShown);
        study.Points[11].Value.IsShown.ShouldBeTrue();
        study.Warnings[0].ShouldStartWith("Only the months from December 2020 on are decomposed");
    }

    [Fact]
    public void A_forecast_says_which_method_it_is_and_by_how_much_it_was_better()
    {
        foreach (var values in new[] { Series.Seasonal(72, 0), Trending() })
        {
            var study = Series.Got(Studies.Of(Series.Of(values), new() { Method = StudyMethod.Forecast }));
            MonthlyForecast.Of(values, 6, new()).Succeeded(out var chosen, out _).ShouldBeTrue();
            study.Ahead.Select(a => a.Expected.ForDrawing).ShouldBe(chosen!.Shown.Points.Select(p => p.Mean));
            var test = chosen.Choice switch { ForecastChoice.BeatsNaive b => b.Test, ForecastChoice.NaiveStands n => n.Test, _ => throw new InvalidOperationException() };
            var (smoothing, naive) = (test.Smoothing.Scaled, test.Naive.Scaled);
            study.Verdict[1].ShouldContain($"{smoothing:0.00} against {naive:0.00} over 72 forecasts");
            if (smoothing < naive)
                study.Verdict[1].ShouldContain($"is shown because it beat the seasonal naive on the back-test: its mean absolute scaled error was {smoothing:0.00}");
            else
                study.Ahead.Select(a => a.Expected.ForDrawing).ShouldBe(study.Ahead.Select(a => a.Plain.ForDrawing));
        }
    }

    [Fact]
    public void A_forecast_that_cannot_be_tested_is_the_seasonal_naive()
    {
        var values = Series.Seasonal(30, 20);
        var study = Series.Got(Studies.Of(Series.Of(values), new() { Method = StudyMethod.Forecast, Ahead = 3 }));
        study.Ahead.Select(a => a.Expected.ForDrawing).ShouldBe(values[18..21]);
        study.Verdict[1].ShouldBe("The seasonal naive is shown: each month as the same month of the year before. Nothing else could be tested against it: The series has 30 values; a back-test needs 53 or more.");
    }

    [Fact]
    public void Few_events_are_forecast_as_counts_and_nothing_else_is_claimed()
    {
        var study = Series.Got(Studies.Of(Series.Of([.. Enumerable.Range(0, 40).Select(i => (double)((i * 3) % 5))]), new() { Method = StudyMethod.Forecast }));
        study.Verdict[1].ShouldStartWith("Fewer than 10 events a month: the mean of the last three years is shown");
        study.Ahead[0].Lower95.ForDrawing.ShouldBeGreaterThanOrEqualTo(0);
    }

    private static double[] Trending() => [.. Series.Seasonal(72, 40).Select((v, i) => v + (8 * i))];
}
