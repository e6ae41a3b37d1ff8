using Made.Core.Methods.Forecasting;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Methods.Forecasting;

public sealed class EtsFitTests
{
    [Theory]
    [InlineData("ANN", -348.57300325915895, 0.5697535238353759, "10.14338912653668 10.14338912653668")]
    [InlineData("AAN", -348.03002066336177, 0.00010005125539101845, "19.67239422498389 19.754231631507633")]
    [InlineData("ANA", -316.9000105624687, 0.07234088072232829, "11.963892547357505 14.778244100329392")]
    [InlineData("AAA", -317.32974044557375, 0.005021885585443353, "11.339352644902537 13.283163091983477")]
    [InlineData("MAM", -308.7081747087361, 0.006620939975143311, "11.922489524095672 13.177168904774666")]
    [InlineData("MAdM", -306.7658378777397, 0.00012350657259733045, "12.425261978960767 14.886680945498725")]
    public void The_search_ends_where_it_ended_before(string model, double likelihood, double alpha, string means)
    {
        var fit = EtsFit.Of(OwnSeries.Busy, 12, 2, EtsModel.Parse(model).Value()).Value();
        fit.LogLikelihood.ShouldBe(likelihood, 1e-4);
        fit.Parameters.Alpha.ShouldBe(alpha, 1e-5);
        fit.Forecast.Points.Zip(means.Split(' ').Select(double.Parse)).ShouldAllBe(p => Math.Abs(p.First.Mean - p.Second) < 1e-3);
    }

    [Fact]
    public void Below_three_seasons_the_search_begins_with_one_wave()
    {
        var fit = EtsFit.Of(OwnSeries.Busy[..30], 12, 2, EtsModel.Parse("ANA").Value()).Value();
        fit.LogLikelihood.ShouldBe(-85.86192602854754, 1e-3);
        fit.Forecast.Points[0].Mean.ShouldBe(21.96343857197803, 1e-2);
        EtsFit.Of(OwnSeries.Busy[..30], 12, 2, EtsModel.Parse("MNM").Value()).Value().LogLikelihood.ShouldBe(-85.33597444571744, 1e-3);
    }

    [Fact]
    public void No_neighbour_of_the_fit_of_a_level_is_likelier()
    {
        var fit = EtsFit.Of(OwnSeries.Busy, 12, 1, EtsFit.Candidates[0]).Value();
        foreach (var (alpha, level) in new[] { (0.01, 0.0), (-0.01, 0.0), (0.0, 0.5), (0.0, -0.5) })
            Ets.Run(OwnSeries.Busy, 12, 1, fit.Model, fit.Parameters with { Alpha = fit.Parameters.Alpha + alpha, Level = fit.Parameters.Level + level }).Value()
                .LogLikelihood.ShouldBeLessThan(fit.LogLikelihood);
    }

    [Fact]
    public void The_smallest_squared_error_is_another_aim_than_the_likelihood_only_where_errors_are_relative()
    {
        var level = EtsModel.Parse("MNN").Value();
        var likely = EtsFit.Of(OwnSeries.Busy, 12, 1, level).Value();
        var close = EtsFit.Of(OwnSeries.Busy, 12, 1, level, EtsCriterion.SquaredError).Value();
        close.LogLikelihood.ShouldBeLessThan(likely.LogLikelihood);
        close.Parameters.Alpha.ShouldBe(EtsFit.Of(OwnSeries.Busy, 12, 1, EtsFit.Candidates[0]).Value().Parameters.Alpha, 1e-3);
    }

    [Fact]
    public void The_best_candidate_has_the_smallest_criterion()
    {
        var fits = EtsFit.Candidates.Select(m => EtsFit.Of(OwnSeries.Busy, 12, 1, m).Value()).ToList();
        EtsFit.Best(OwnSeries.Busy, 12, 1).Value().Model.ShouldBe(fits.MinBy(f => f.Aicc)!.Model);
        EtsFit.Best(OwnSeries.Busy, 12, 1).Value().Model.Name.ShouldBe("ETS(M,A,M)");
    }

    [Fact]
    public void Models_that_do_not_fit_the_series_are_passed_over()
    {
        EtsFit.Best(OwnSeries.Quiet, 12, 1).Value().Model.IsRelative.ShouldBeFalse();
        EtsFit.Best([3, 5, 4, 6, 5], 12, 1).Value().Model.Name.ShouldBe("ETS(A,N,N)");
        EtsFit.Best([3, 5], 12, 1).Problem.ShouldNotBeNull().Message.ShouldBe("The series has 2 values; ETS(A,N,N) needs 4 or more.");
        EtsFit.Of(OwnSeries.Busy[..24], 12, 1, EtsFit.Candidates[1]).Problem.ShouldNotBeNull().Message.ShouldBe("The series has 24 values; ETS(A,N,A) needs 25 or more.");
        EtsFit.Of(OwnSeries.Busy[..25], 12, 1, EtsFit.Candidates[1]).Problem.ShouldBeNull();
        EtsFit.Of(OwnSeries.Quiet, 12, 1, EtsFit.Candidates[3]).Code().ShouldBe("forecast-not-positive");
    }

    [Fact]
    public void A_constant_series_is_forecast_as_it_is() =>
        EtsFit.Of(OwnSeries.Constant(30, 7), 12, 1, EtsFit.Candidates[0]).Value().Forecast.Points[0].Mean.ShouldBe(7, 1e-9);
}
