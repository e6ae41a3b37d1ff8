using Made.Core.Methods;
using Made.Core.Methods.Forecasting;
using MathNet.Numerics.Distributions;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Methods.Forecasting;

public sealed class PlainForecastTests
{
    private static readonly double Z80 = Normal.InvCDF(0, 1, 0.9);
    private static readonly double Z95 = Normal.InvCDF(0, 1, 0.975);

    [Fact]
    public void The_seasonal_naive_repeats_the_last_season_and_widens_with_each_one()
    {
        var forecast = SimpleForecasts.SeasonalNaive([1, 5, 2, 7], 2, 5).Value();
        forecast.Method.ShouldBe("Seasonal naive");
        forecast.Points.Select(p => p.Mean).ShouldBe([2, 7, 2, 7, 2]);
        forecast.Points.Select(p => p.Ahead).ShouldBe([1, 2, 3, 4, 5]);
        var spread = Math.Sqrt(2.5);
        forecast.Points.Select(p => p.Wide.Upper - p.Mean).ShouldBeClose(Z95 * spread, Z95 * spread, Z95 * spread * Math.Sqrt(2), Z95 * spread * Math.Sqrt(2), Z95 * spread * Math.Sqrt(3));
        forecast.Points.Select(p => p.Mean - p.Likely.Lower).Take(1).ShouldBeClose(Z80 * spread);
        forecast.Points.Select(p => p.Mean - p.Wide.Lower).Take(1).ShouldBeClose(Z95 * spread);
        forecast.Points.Select(p => p.Likely.Upper - p.Mean).Take(1).ShouldBeClose(Z80 * spread);
    }

    [Fact]
    public void The_naive_repeats_the_last_value()
    {
        var forecast = SimpleForecasts.Naive([1, 3, 2], 2).Value();
        forecast.Method.ShouldBe("Naive");
        forecast.Points.Select(p => p.Mean).ShouldBe([2, 2]);
        forecast.Points.Select(p => p.Wide.Upper).ShouldBeClose(2 + (Z95 * Math.Sqrt(2.5)), 2 + (Z95 * Math.Sqrt(5)));
        SimpleForecasts.Naive([4, 4], 1).Value().Points[0].Wide.ShouldBe(new Interval(4, 4));
    }

    [Fact]
    public void Drift_goes_on_with_the_mean_step()
    {
        var forecast = SimpleForecasts.Drift([1, 3, 3, 7], 2).Value();
        forecast.Method.ShouldBe("Drift");
        forecast.Points.Select(p => p.Mean).ShouldBeClose(9, 11);
        forecast.Points.Select(p => p.Wide.Upper).ShouldBeClose(9 + (Z95 * Math.Sqrt(4 + (4.0 / 3))), 11 + (Z95 * Math.Sqrt(8 + (16.0 / 3))));
    }

    [Fact]
    public void The_mean_has_limits_by_Student()
    {
        var forecast = SimpleForecasts.Mean([1, 2, 6], 2).Value();
        forecast.Method.ShouldBe("Mean");
        forecast.Points.Select(p => p.Mean).ShouldBe([3, 3]);
        var spread = Math.Sqrt(7 * 4 / 3.0);
        forecast.Points[1].Wide.Upper.ShouldBe(3 + (StudentT.InvCDF(0, 1, 2, 0.975) * spread), 1e-9);
        forecast.Points[1].Likely.Lower.ShouldBe(3 - (StudentT.InvCDF(0, 1, 2, 0.9) * spread), 1e-9);
    }

    [Fact]
    public void Series_that_are_too_short_or_have_gaps_are_named()
    {
        SimpleForecasts.SeasonalNaive(OwnSeries.Constant(12, 1), 12, 1).Problem.ShouldNotBeNull().Message.ShouldBe("The series has 12 values; Seasonal naive needs 13 or more.");
        SimpleForecasts.SeasonalNaive(OwnSeries.Constant(13, 1), 12, 1).Problem.ShouldBeNull();
        SimpleForecasts.Naive([1], 1).Code().ShouldBe("forecast-too-short");
        SimpleForecasts.Drift([1, 2], 1).Problem.ShouldNotBeNull().Message.ShouldBe("The series has 2 values; drift needs 3 or more.");
        SimpleForecasts.Drift([1, 2, 3], 1).Problem.ShouldBeNull();
        SimpleForecasts.Mean([1], 1).Problem.ShouldNotBeNull().Message.ShouldBe("The series has 1 value; the mean needs 2 or more.");
        SimpleForecasts.Mean([1, 2], 1).Problem.ShouldBeNull();
        SimpleForecasts.Mean([1, double.NaN], 1).Problem.ShouldNotBeNull().Message.ShouldBe("Value 2 is missing or not finite, and a forecast cannot bridge a gap.");
        SimpleForecasts.Drift([1, 2, double.NegativeInfinity], 1).Code().ShouldBe("forecast-gap");
        SimpleForecasts.Naive([1, 2], 0).Problem.ShouldNotBeNull().Message.ShouldBe("h is 0; it is 1 or more.");
        SimpleForecasts.SeasonalNaive([1, 2], 0, 1).Problem.ShouldNotBeNull().Message.ShouldBe("frequency is 0; it is 1 or more.");
        SimpleForecasts.SeasonalNaive([1, 2], int.MaxValue, 1).Code().ShouldBe("forecast-too-short");
    }
}
