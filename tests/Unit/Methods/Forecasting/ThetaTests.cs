using Made.Core.Methods.Forecasting;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Methods.Forecasting;

public sealed class ThetaTests
{
    [Fact]
    public void A_season_that_is_there_is_taken_out_and_put_back()
    {
        var forecast = Theta.Of(OwnSeries.Busy, 12, 3).Value();
        forecast.Method.ShouldBe("Theta");
        forecast.Points.Select(p => p.Mean).ShouldBeClose(12.582588983209316, 14.711675706598633, 16.035415590604185);
        forecast.Points.Select(p => p.Wide.Upper).ShouldBeClose(21.861434754309016, 24.001454590680133, 25.336114735636137);
        Theta.Of(OwnSeries.Busy, 12, 13).Value().Points[12].Ahead.ShouldBe(13);
    }

    [Fact]
    public void Without_a_season_it_is_smoothing_and_half_a_slope()
    {
        var forecast = Theta.Of(OwnSeries.Busy, 1, 3).Value();
        forecast.Points.Select(p => p.Mean).ShouldBeClose(10.183378181153214, 10.204791565784175, 10.226204950415136);
        forecast.Points.Select(p => p.Wide.Upper).ShouldBeClose(23.908736301884566, 26.000468373815615, 27.850658306625604);
    }

    [Fact]
    public void A_season_is_looked_for_in_more_than_two_seasons_and_believed_where_it_repeats()
    {
        double[] swing = [10, 20, 30, 12, 19, 31, 11, 21, 29, 10, 20, 30, 12, 19, 31, 11, 21, 29];
        Theta.Of(swing, 3, 3).Value().Points.Select(p => p.Mean).ShouldBe([11, 20, 30], 1.5);
        Theta.Of(swing[..6], 3, 1).Value().Points[0].Mean.ShouldBe(Theta.Of(swing[..6], 1, 1).Value().Points[0].Mean);
        double[] none = [10, 12, 9, 11, 8, 13, 12, 9, 10, 12, 9, 13];
        Theta.Of(none, 5, 1).Value().Points[0].Mean.ShouldBe(Theta.Of(none, 1, 1).Value().Points[0].Mean);
    }

    [Fact]
    public void A_season_that_vanishes_somewhere_is_not_divided_by()
    {
        double[] vanishing = [0, 20, 30, 0, 19, 31, 0, 21, 29];
        Theta.Of(vanishing, 3, 1).Value().Points[0].Mean.ShouldBe(Theta.Of(vanishing, 1, 1).Value().Points[0].Mean);
    }

    [Fact]
    public void Short_series_and_gaps_are_named()
    {
        Theta.Of([1, 2, 3], 1, 1).Problem.ShouldNotBeNull().Message.ShouldBe("The series has 3 values; theta needs 4 or more.");
        Theta.Of([1, 2, 3, 5], 1, 1).Problem.ShouldBeNull();
        Theta.Of([1, 2, double.NaN, 4], 1, 1).Code().ShouldBe("forecast-gap");
    }
}

internal static class CloseTo
{
    public static void ShouldBe(this IEnumerable<double> found, double[] expected, double tolerance)
    {
        foreach (var (f, e) in found.Zip(expected))
            f.ShouldBe(e, tolerance);
    }
}
