using Made.Core.Methods.Forecasting;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Methods.Forecasting;

public sealed class BackTestTests
{
    [Fact]
    public void Accuracy_by_hand()
    {
        var accuracy = Accuracy.Of([10, 20], [12, 15], [1, 5, 4, 3], 2);
        accuracy.MeanError.ShouldBe(1.5);
        accuracy.MeanAbsolute.ShouldBe(3.5);
        accuracy.RootMeanSquare.ShouldBe(Math.Sqrt(14.5), 1e-12);
        accuracy.MeanPercentage.ShouldBe(22.5, 1e-12);
        accuracy.Symmetric.ShouldBe(((400.0 / 22) + (1000.0 / 35)) / 2, 1e-12);
        accuracy.Scaled.ShouldBe(3.5 / 2.5, 1e-12);
    }

    [Fact]
    public void Accuracy_at_its_edges()
    {
        Accuracy.Of([0], [0], [1, 2], 1).Symmetric.ShouldBe(0);
        Accuracy.Of([0], [1], [1, 2], 1).MeanPercentage.ShouldBe(double.PositiveInfinity);
        Accuracy.Of([-3], [1], [1, 2], 1).Symmetric.ShouldBe(200);
        Accuracy.Of([1], [2], [3, 3, 3], 1).Scaled.ShouldBe(double.NaN);
        Accuracy.Scale([1, 2], 2).ShouldBe(double.NaN);
        Accuracy.Scale([1, 2, 4], 2).ShouldBe(3);
        Should.Throw<ArgumentException>(() => Accuracy.Of([], [], [1, 2], 1));
        Should.Throw<ArgumentException>(() => Accuracy.Of([1], [1, 2], [1, 2], 1));
    }

    [Fact]
    public void Twelve_origins_of_six_steps()
    {
        var test = BackTest.Run(OwnSeries.Busy, new()).Value();
        test.Comparisons.ShouldBe(72);
        test.Naive.Scaled.ShouldBe(0.9156700040064641, 1e-9);
        test.Naive.Symmetric.ShouldBe(26.251947910099023, 1e-9);
        test.Smoothing.Scaled.ShouldBe(0.6966978751211808, 1e-3);
        test.Smoothing.Symmetric.ShouldBe(19.540661390115293, 3e-2);
        test.Adopts.ShouldBeTrue();
    }

    [Fact]
    public void Over_other_origins_smoothing_loses()
    {
        var test = BackTest.Run(OwnSeries.Busy, new() { Origins = 3, Ahead = 2 }).Value();
        test.Comparisons.ShouldBe(6);
        test.Naive.Scaled.ShouldBe(0.5573668372529853, 1e-9);
        test.Naive.Symmetric.ShouldBe(25.892857142857142, 1e-9);
        test.Smoothing.Scaled.ShouldBe(0.7399358850857961, 1e-3);
        test.Adopts.ShouldBeFalse();
    }

    [Fact]
    public void A_tie_goes_to_the_plainer_method()
    {
        new BackTestResult(new(1, 10), new(1, 5), 1).Adopts.ShouldBeFalse();
        new BackTestResult(new(1, 10), new(0.99, 50), 1).Adopts.ShouldBeTrue();
        new BackTestResult(new(double.NaN, 0), new(double.NaN, 0), 1).Adopts.ShouldBeFalse();
    }

    [Fact]
    public void Three_seasons_come_before_the_first_origin()
    {
        BackTest.Run(OwnSeries.Busy[..52], new()).Problem.ShouldNotBeNull().Message.ShouldBe("The series has 52 values; a back-test needs 53 or more.");
        BackTest.Run(OwnSeries.Busy[..53], new()).Value().Comparisons.ShouldBe(72);
        BackTest.Run(OwnSeries.Busy, new() { Origins = 0 }).Problem.ShouldNotBeNull().Message.ShouldBe("origins is 0; it is 1 or more.");
        BackTest.Run(OwnSeries.Busy, new() { Ahead = 0 }).Problem.ShouldNotBeNull().Message.ShouldBe("h is 0; it is 1 or more.");
        BackTest.Run(OwnSeries.Busy[..40], new() { Origins = 1, Ahead = 4 }).Value().Comparisons.ShouldBe(4);
        BackTest.Run([.. OwnSeries.Busy, double.NaN], new()).Code().ShouldBe("forecast-gap");
    }

    [Fact]
    public void What_came_after_an_origin_is_not_known_there()
    {
        var before = BackTest.Run(OwnSeries.Busy[..60], new() { Origins = 1, Ahead = 1 }).Value();
        SimpleForecasts.SeasonalNaive(OwnSeries.Busy[..59], 12, 1).Value().Points[0].Mean.ShouldBe(OwnSeries.Busy[47]);
        before.Naive.Scaled.ShouldBe(Math.Abs(OwnSeries.Busy[59] - OwnSeries.Busy[47]) / Accuracy.Scale(OwnSeries.Busy[..59], 12), 1e-12);
        before.Smoothing.Scaled.ShouldBe(
            Math.Abs(OwnSeries.Busy[59] - EtsFit.Best(OwnSeries.Busy[..59], 12, 1).Value().Forecast.Points[0].Mean) / Accuracy.Scale(OwnSeries.Busy[..59], 12), 1e-12);
    }
}
