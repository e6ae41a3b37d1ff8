using Made.Core.Methods;
using Made.Core.Methods.ControlCharts;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Methods.ControlCharts;

public sealed class MeasurementChartTests
{
    private static readonly double[] Four = [10, 12, 11, 13];

    [Fact]
    public void Individuals_have_their_mean_and_three_sigma_of_the_moving_ranges()
    {
        var chart = MeasurementChart.Of(MeasurementKind.Individual, Four);
        chart.Centre.ShouldBe(11.5, 1e-12);
        var reach = 3 * (5 / 3.0) / 1.128;
        chart.Points[0].Limits.Lower.ShouldBe(11.5 - reach, 1e-12);
        chart.Points[3].Limits.Upper.ShouldBe(11.5 + reach, 1e-12);
        chart.Points.ShouldAllBe(p => !p.IsSignal);
        (chart.Runs.Useful, chart.Runs.Crossings, chart.Runs.LongestRun).ShouldBe((4, 3, 1));
    }

    [Fact]
    public void A_range_of_3_267_averages_is_left_out_once()
    {
        // Ranges 1, 1, 1, 1, 1, 20: average 25/6, limit 13.6; without the jump 1.
        var chart = MeasurementChart.Of(MeasurementKind.Individual, [10, 11, 10, 11, 10, 11, 31]);
        (chart.Points[0].Limits.Upper - chart.Centre).ShouldBe(3 / 1.128, 1e-12);
        chart.Points[6].IsSignal.ShouldBeTrue();
    }

    [Fact]
    public void Moving_ranges_have_no_first_point_and_no_lower_limit()
    {
        var chart = MeasurementChart.Of(MeasurementKind.MovingRange, Four);
        chart.Points.Select(p => p.Value).ShouldBeClose(double.NaN, 2, 1, 2);
        chart.Centre.ShouldBe(5 / 3.0, 1e-12);
        chart.Points[0].Limits.ShouldBe(new Interval(0, 3.267 * (5 / 3.0)));
    }

    [Fact]
    public void A_run_chart_has_the_median_and_no_limits()
    {
        MeasurementChart.Of(MeasurementKind.Run, Four).Centre.ShouldBe(11.5);
        var odd = MeasurementChart.Of(MeasurementKind.Run, [5, 1, double.NaN, 9]);
        odd.Centre.ShouldBe(5);
        odd.Points[0].Limits.IsKnown.ShouldBeFalse();
        odd.Points[0].IsSignal.ShouldBeFalse();
        MeasurementChart.Of(MeasurementKind.Run, []).Centre.ShouldBe(double.NaN);
    }

    [Fact]
    public void Times_between_events_are_judged_on_the_scale_on_which_they_are_even()
    {
        var chart = MeasurementChart.Of(MeasurementKind.TimeBetween, [1, Math.Pow(2, 3.6)]);
        chart.Centre.ShouldBe(Math.Pow(1.5, 3.6), 1e-12);
        chart.Points[0].Limits.Lower.ShouldBe(0);
        chart.Points[0].Limits.Upper.ShouldBe(Math.Pow(1.5 + (3 / 1.128), 3.6), 1e-9);
        Should.Throw<ArgumentOutOfRangeException>(() => MeasurementChart.Of(MeasurementKind.TimeBetween, [1, -1]));
    }

    [Fact]
    public void A_gap_is_not_joined_over_and_a_constant_series_has_its_limits_on_the_mean()
    {
        var gap = MeasurementChart.Of(MeasurementKind.Individual, [10, 12, double.NaN, 20, 21]);
        (gap.Points[0].Limits.Upper - gap.Centre).ShouldBe(3 * 1.5 / 1.128, 1e-12);
        MeasurementChart.Of(MeasurementKind.Individual, [7, 7, 7]).Points[0].Limits.ShouldBe(new Interval(7, 7));
        MeasurementChart.Of(MeasurementKind.Individual, [7]).Points[0].Limits.IsKnown.ShouldBeFalse();
    }

    [Fact]
    public void Points_after_the_baseline_are_judged_and_those_left_out_count_in_nothing()
    {
        PointRole[] roles = [PointRole.Baseline, PointRole.Baseline, PointRole.Baseline, PointRole.Baseline, PointRole.Judged, PointRole.LeftOut];
        var chart = MeasurementChart.Of(MeasurementKind.Individual, [.. Four, 30, 99], roles);
        chart.Centre.ShouldBe(11.5, 1e-12);
        chart.Points[4].IsSignal.ShouldBeTrue();
        chart.Points[5].Value.ShouldBe(99);
        chart.Runs.Useful.ShouldBe(5);
        Should.Throw<ArgumentException>(() => MeasurementChart.Of(MeasurementKind.Run, Four, roles));

        var counts = AttributeChart.Of(AttributeKind.C, [4, 6, 50], [], [PointRole.Baseline, PointRole.Baseline, PointRole.LeftOut]);
        (counts.Centre, counts.Points[2].IsSignal, counts.Runs.Useful).ShouldBe((5, true, 2));
        Should.Throw<ArgumentException>(() => AttributeChart.Of(AttributeKind.C, [4], [], roles));
    }
}
