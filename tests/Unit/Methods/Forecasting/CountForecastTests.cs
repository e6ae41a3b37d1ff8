using Made.Core.Methods;
using Made.Core.Methods.Forecasting;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Methods.Forecasting;

public sealed class CountForecastTests
{
    [Fact]
    public void Even_counts_are_forecast_by_a_Poisson()
    {
        var forecast = CountForecast.Of(OwnSeries.Constant(36, 4), 12, 2).Value();
        forecast.Method.ShouldBe("Poisson count");
        forecast.Points.Select(p => p.Mean).ShouldBe([4, 4]);
        forecast.Points.Select(p => p.Ahead).ShouldBe([1, 2]);
        forecast.Points[0].Likely.ShouldBe(new Interval(2, 7));
        forecast.Points[1].Wide.ShouldBe(new Interval(1, 8));
    }

    [Fact]
    public void Uneven_counts_are_forecast_by_a_negative_binomial()
    {
        double[] uneven = [0, 0, 12, 0, 0, 12];
        var forecast = CountForecast.Of(uneven, 12, 1).Value();
        forecast.Method.ShouldBe("Negative binomial count");
        forecast.Points[0].Mean.ShouldBe(4);
        forecast.Points[0].Wide.Lower.ShouldBe(0);
        forecast.Points[0].Wide.Upper.ShouldBe(CountQuantile.Of(4, 38.4 / 4, 0.975));
        forecast.Points[0].Likely.Upper.ShouldBe(CountQuantile.Of(4, 9.6, 0.9));
        forecast.Points[0].Wide.Upper.ShouldBeGreaterThan(8);
    }

    [Fact]
    public void Only_the_last_three_seasons_count()
    {
        double[] counts = [100, 100, .. OwnSeries.Constant(6, 2)];
        CountForecast.Of(counts, 2, 1).Value().Points[0].Mean.ShouldBe(2);
        CountForecast.Applies(counts, 2).ShouldBeTrue();
        CountForecast.Applies(counts, 3).ShouldBeFalse();
        CountForecast.Applies(OwnSeries.Constant(6, 10), 2).ShouldBeFalse();
        CountForecast.Applies(OwnSeries.Constant(6, 9.99), 2).ShouldBeTrue();
        CountForecast.Of(counts, int.MaxValue, 1).Value().Points[0].Mean.ShouldBe(26.5, 1e-9);
    }

    [Fact]
    public void No_event_at_all_forecasts_none()
    {
        var point = CountForecast.Of([0, 0, 0], 12, 1).Value().Points[0];
        point.Mean.ShouldBe(0);
        point.Wide.ShouldBe(new Interval(0, 0));
    }

    [Fact]
    public void What_is_no_series_of_counts_is_named()
    {
        CountForecast.Of([1, -1], 12, 1).Problem.ShouldNotBeNull().Message.ShouldBe("Value 2 is -1; a count is 0 or more.");
        CountForecast.Of([1], 12, 1).Problem.ShouldNotBeNull().Message.ShouldBe("The series has 1 value; a forecast of counts needs 2 or more.");
        CountForecast.Of([1, double.NaN], 12, 1).Code().ShouldBe("forecast-gap");
    }

    [Fact]
    public void Few_events_are_shown_as_a_count()
    {
        var chosen = MonthlyForecast.Of(OwnSeries.Quiet, 3, new()).Value();
        chosen.Choice.ShouldBeOfType<ForecastChoice.FewEvents>();
        chosen.Shown.Method.ShouldBe("Negative binomial count");
        chosen.Plain.Method.ShouldBe("Seasonal naive");
        chosen.Plain.Points.ShouldAllBe(p => p.Wide.Lower >= 0 && p.Likely.Lower >= 0);
        chosen.Plain.Points[0].Wide.Lower.ShouldBe(0);
    }

    [Fact]
    public void Smoothing_is_shown_where_it_beats_the_seasonal_naive()
    {
        var chosen = MonthlyForecast.Of(OwnSeries.Busy, 3, new()).Value();
        chosen.Choice.ShouldBeOfType<ForecastChoice.BeatsNaive>().Test.Adopts.ShouldBeTrue();
        chosen.Shown.Method.ShouldBe("ETS(M,A,M)");
        chosen.Shown.Points.Count.ShouldBe(3);
        chosen.Plain.Points[0].Mean.ShouldBe(OwnSeries.Busy[72]);
    }

    [Fact]
    public void The_seasonal_naive_stands_where_it_is_not_beaten_and_where_nothing_could_be_tested()
    {
        var beaten = MonthlyForecast.Of(OwnSeries.Busy, 3, new() { Origins = 3, Ahead = 2 }).Value();
        beaten.Choice.ShouldBeOfType<ForecastChoice.NaiveStands>().Test.Adopts.ShouldBeFalse();
        beaten.Shown.ShouldBe(beaten.Plain);
        var untested = MonthlyForecast.Of(OwnSeries.Busy[..40], 3, new()).Value();
        untested.Choice.ShouldBeOfType<ForecastChoice.NotTested>().Why.Code.ShouldBe("forecast-too-short");
        untested.Shown.Method.ShouldBe("Seasonal naive");
    }

    [Fact]
    public void Nothing_is_shown_of_a_series_without_a_season_to_repeat() =>
        MonthlyForecast.Of(OwnSeries.Busy[..12], 3, new()).Code().ShouldBe("forecast-too-short");
}
