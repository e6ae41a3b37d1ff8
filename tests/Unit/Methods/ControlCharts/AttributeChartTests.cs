using Made.Core.Methods;
using Made.Core.Methods.ControlCharts;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Methods.ControlCharts;

public sealed class AttributeChartTests
{
    private static readonly double[] Hundred = [100, 100, 100, 100];

    [Fact]
    public void Each_chart_has_its_own_sigma()
    {
        double[] counts = [4, 9, 4, 19];
        AttributeChart.Of(AttributeKind.P, counts, Hundred).Points[0].Limits.Upper.ShouldBe(0.09 + (3 * Math.Sqrt(0.09 * 0.91 / 100)), 1e-15);
        AttributeChart.Of(AttributeKind.U, counts, Hundred).Points[0].Limits.Upper.ShouldBe(0.09 + (3 * 0.03), 1e-15);
        AttributeChart.Of(AttributeKind.C, counts, []).Points[0].Limits.ShouldBe(new Interval(0, 18));
        AttributeChart.Of(AttributeKind.C, counts, []).Centre.ShouldBe(9);
        AttributeChart.Of(AttributeKind.C, [100, 100], []).Points[0].Limits.ShouldBe(new Interval(70, 130));
    }

    [Fact]
    public void Laney_scales_sigma_by_the_moving_range_of_the_scores()
    {
        double[] counts = [4, 9, 4, 19];
        var chart = AttributeChart.Of(AttributeKind.UPrime, counts, Hundred);
        // Scores -5/3, 0, -5/3, 10/3: ranges 5/3, 5/3, 5.
        chart.Inflation.ShouldBe(25 / 9.0 / 1.128, 1e-12);
        chart.Points[0].Limits.Upper.ShouldBe(0.09 + (0.09 * chart.Inflation), 1e-12);
        var sigma = Math.Sqrt(0.09 * 0.91 / 100);
        AttributeChart.Of(AttributeKind.PPrime, counts, Hundred).Inflation.ShouldBe(0.25 / 3 / sigma / 1.128, 1e-12);
        AttributeChart.Of(AttributeKind.U, counts, Hundred).Inflation.ShouldBe(1);
    }

    [Fact]
    public void Limits_are_cut_at_nobody_and_everybody_and_a_point_on_them_is_no_signal()
    {
        var chart = AttributeChart.Of(AttributeKind.P, [0, 10, 10], [10, 10, 10]);
        chart.Points[0].Limits.Lower.ShouldBe((2 / 3.0) - (3 * Math.Sqrt(2 / 9.0 / 10)), 1e-12);
        chart.Points[0].Limits.Upper.ShouldBe(1);
        chart.Points[1].IsSignal.ShouldBeFalse();
        AttributeChart.Of(AttributeKind.U, [1, 20, 1], [1, 1, 1]).Points[1].Limits.Upper.ShouldBeGreaterThan(1);
        new AttributePoint(5, new(1, 5)).IsSignal.ShouldBeFalse();
        new AttributePoint(1, new(1, 5)).IsSignal.ShouldBeFalse();
        new AttributePoint(5.01, new(1, 5)).IsSignal.ShouldBeTrue();
        new AttributePoint(0.99, new(1, 5)).IsSignal.ShouldBeTrue();
        new AttributePoint(double.NaN, new(1, 5)).IsSignal.ShouldBeFalse();
    }

    [Fact]
    public void A_missing_point_is_left_out_and_breaks_moving_ranges()
    {
        var chart = AttributeChart.Of(AttributeKind.UPrime, [4, double.NaN, 9, 14], [100, 100, 100, 100]);
        chart.Centre.ShouldBe(0.09);
        chart.Points[1].Value.ShouldBe(double.NaN);
        chart.Inflation.ShouldBe(5 / 3.0 / 1.128, 1e-12);
        AttributeChart.Of(AttributeKind.U, [4, 5, 9, 14], [100, double.NaN, 100, 100]).Centre.ShouldBe(0.09);
        AttributeChart.Of(AttributeKind.UPrime, [4, double.NaN, 4], [100, 100, 100]).Inflation.ShouldBe(double.NaN);
    }

    [Fact]
    public void No_points_have_no_centre_and_no_events_no_width()
    {
        AttributeChart.Of(AttributeKind.C, [], []).Centre.ShouldBe(double.NaN);
        AttributeChart.Of(AttributeKind.C, [double.NaN], []).Runs.IsSignal.ShouldBeFalse();
        AttributeChart.Of(AttributeKind.P, [0, 0], [10, 10]).Points[0].ShouldBe(new AttributePoint(0, new(0, 0)));
    }

    [Fact]
    public void Counts_that_cannot_be_are_refused()
    {
        Should.Throw<ArgumentException>(() => AttributeChart.Of(AttributeKind.U, [1, 2], [1]));
        Should.Throw<ArgumentOutOfRangeException>(() => AttributeChart.Of(AttributeKind.C, [-1], []));
        Should.Throw<ArgumentOutOfRangeException>(() => AttributeChart.Of(AttributeKind.U, [1], [0]));
        Should.Throw<ArgumentOutOfRangeException>(() => AttributeChart.Of(AttributeKind.P, [2], [1]));
        Should.Throw<ArgumentOutOfRangeException>(() => AttributeChart.Of(AttributeKind.PPrime, [2], [1]));
        AttributeChart.Of(AttributeKind.U, [2], [1]).Centre.ShouldBe(2);
        AttributeChart.Of(AttributeKind.P, [1], [1]).Centre.ShouldBe(1);
    }

    [Fact]
    public void Runs_are_counted_without_the_points_on_the_line()
    {
        RunsAnalysis.Of([1, 1, 0, 1, double.NaN, -1, -1, 1], 0).ShouldBe(new RunsAnalysis(6, 3, 6, 2, 1));
        RunsAnalysis.Of([0, 0], 0).ShouldBe(new RunsAnalysis(0, 0, 0, 0, 0));
        RunsAnalysis.Of([5], 0).ShouldBe(new RunsAnalysis(1, 1, 3, 0, 0));
        RunsAnalysis.Of([], 0).IsSignal.ShouldBeFalse();
        RunsAnalysis.Of([1, 2], double.NaN).Useful.ShouldBe(0);
    }

    [Theory]
    [InlineData(10, 2, 6)]
    [InlineData(11, 2, 6)]
    [InlineData(12, 3, 7)]
    [InlineData(24, 8, 8)]
    [InlineData(36, 13, 8)]
    [InlineData(100, 41, 10)]
    public void Chance_gives_so_many_crossings_and_so_long_a_run(int points, int crossings, int run)
    {
        var analysis = RunsAnalysis.Of([.. Enumerable.Range(0, points).Select(i => i % 2 == 0 ? 1.0 : -1)], 0);
        (analysis.CrossingsMin, analysis.LongestRunMax, analysis.Crossings, analysis.LongestRun, analysis.IsSignal).ShouldBe((crossings, run, points - 1, 1, false));
    }

    [Fact]
    public void One_point_more_in_a_run_or_one_crossing_fewer_is_a_signal()
    {
        new RunsAnalysis(24, 8, 8, 8, 8).IsSignal.ShouldBeFalse();
        new RunsAnalysis(24, 9, 8, 8, 8).IsSignal.ShouldBeTrue();
        new RunsAnalysis(24, 8, 8, 7, 8).IsSignal.ShouldBeTrue();
    }
}
