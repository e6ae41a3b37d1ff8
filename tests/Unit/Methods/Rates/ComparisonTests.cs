using Made.Core.Methods;
using Made.Core.Methods.Rates;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Methods.Rates;

public sealed class ComparisonTests
{
    private static readonly Interval Ten = new(9, 11);

    [Theory]
    [InlineData(9, BenchmarkVerdict.Similar)]
    [InlineData(11, BenchmarkVerdict.Similar)]
    [InlineData(8.999, BenchmarkVerdict.Worse)]
    [InlineData(11.001, BenchmarkVerdict.Better)]
    [InlineData(double.NaN, BenchmarkVerdict.NotCompared)]
    public void A_benchmark_on_a_limit_is_similar(double benchmark, BenchmarkVerdict verdict) =>
        BenchmarkComparison.Single(10, Ten, benchmark, Polarity.LowIsGood).ShouldBe(verdict);

    [Theory]
    [InlineData(Polarity.LowIsGood, BenchmarkVerdict.Worse, BenchmarkVerdict.Better)]
    [InlineData(Polarity.HighIsGood, BenchmarkVerdict.Better, BenchmarkVerdict.Worse)]
    [InlineData(Polarity.NoJudgement, BenchmarkVerdict.Higher, BenchmarkVerdict.Lower)]
    public void Polarity_says_which_way_is_better(Polarity polarity, BenchmarkVerdict above, BenchmarkVerdict below)
    {
        BenchmarkComparison.Single(10, Ten, 8, polarity).ShouldBe(above);
        BenchmarkComparison.Single(10, Ten, 12, polarity).ShouldBe(below);
        BenchmarkComparison.Double(10, Ten, 8, new(7, 8.9), polarity).ShouldBe(above);
        BenchmarkComparison.Double(10, Ten, 12, new(11.1, 13), polarity).ShouldBe(below);
        BenchmarkComparison.Proportion(50, 1000, 10, 100, polarity).ShouldBe(above);
        BenchmarkComparison.Proportion(2, 1000, 10, 100, polarity).ShouldBe(below);
        BenchmarkComparison.Rate(50, 1000, 10, 1000, polarity).ShouldBe(above);
        BenchmarkComparison.Rate(1, 1000, 20, 1000, polarity).ShouldBe(below);
    }

    [Fact]
    public void Limits_that_touch_overlap()
    {
        BenchmarkComparison.Double(10, Ten, 12, new(11, 13), Polarity.HighIsGood).ShouldBe(BenchmarkVerdict.Similar);
        BenchmarkComparison.Double(10, Ten, 8, new(7, 9), Polarity.HighIsGood).ShouldBe(BenchmarkVerdict.Similar);
        BenchmarkComparison.Double(10, Ten, 10, new(9, 11), Polarity.HighIsGood).ShouldBe(BenchmarkVerdict.Similar);
    }

    [Fact]
    public void What_is_missing_is_not_compared()
    {
        BenchmarkComparison.Single(double.NaN, Ten, 8, Polarity.LowIsGood).ShouldBe(BenchmarkVerdict.NotCompared);
        BenchmarkComparison.Single(10, Interval.None, 8, Polarity.LowIsGood).ShouldBe(BenchmarkVerdict.NotCompared);
        BenchmarkComparison.Double(double.NaN, Ten, 8, Ten, Polarity.LowIsGood).ShouldBe(BenchmarkVerdict.NotCompared);
        BenchmarkComparison.Double(10, Interval.None, 8, Ten, Polarity.LowIsGood).ShouldBe(BenchmarkVerdict.NotCompared);
        BenchmarkComparison.Double(10, Ten, double.NaN, Ten, Polarity.LowIsGood).ShouldBe(BenchmarkVerdict.NotCompared);
        BenchmarkComparison.Double(10, Ten, 8, Interval.None, Polarity.LowIsGood).ShouldBe(BenchmarkVerdict.NotCompared);
        BenchmarkComparison.Proportion(double.NaN, 10, 8, 100, Polarity.LowIsGood).ShouldBe(BenchmarkVerdict.NotCompared);
        BenchmarkComparison.Proportion(5, 0, 8, 100, Polarity.LowIsGood).ShouldBe(BenchmarkVerdict.NotCompared);
        BenchmarkComparison.Proportion(5, 10, 101, 100, Polarity.LowIsGood).ShouldBe(BenchmarkVerdict.NotCompared);
        BenchmarkComparison.Proportion(5, 10, -1, 100, Polarity.LowIsGood).ShouldBe(BenchmarkVerdict.NotCompared);
        BenchmarkComparison.Rate(double.NaN, 10, 8, 100, Polarity.LowIsGood).ShouldBe(BenchmarkVerdict.NotCompared);
        BenchmarkComparison.Rate(5, 0, 8, 100, Polarity.LowIsGood).ShouldBe(BenchmarkVerdict.NotCompared);
        BenchmarkComparison.Rate(5, 10, double.NaN, 100, Polarity.LowIsGood).ShouldBe(BenchmarkVerdict.NotCompared);
    }

    [Fact]
    public void A_value_on_a_control_limit_is_similar()
    {
        var proportion = WilsonInterval.Of(100, 1000).Times(100);
        BenchmarkComparison.Proportion(proportion.Upper, 1000, 10, 100, Polarity.HighIsGood).ShouldBe(BenchmarkVerdict.Similar);
        BenchmarkComparison.Proportion(Math.BitIncrement(proportion.Upper), 1000, 10, 100, Polarity.HighIsGood).ShouldBe(BenchmarkVerdict.Better);
        BenchmarkComparison.Proportion(Math.BitDecrement(proportion.Lower), 1000, 10, 100, Polarity.HighIsGood).ShouldBe(BenchmarkVerdict.Worse);
        var rate = PoissonInterval.Exactly(12.5).Times(1000 / 1250.0);
        BenchmarkComparison.Rate(rate.Lower, 1250, 10, 1000, Polarity.HighIsGood).ShouldBe(BenchmarkVerdict.Similar);
        BenchmarkComparison.Rate(Math.BitDecrement(rate.Lower), 1250, 10, 1000, Polarity.HighIsGood).ShouldBe(BenchmarkVerdict.Worse);
        BenchmarkComparison.Rate(Math.BitIncrement(rate.Upper), 1250, 10, 1000, Polarity.HighIsGood).ShouldBe(BenchmarkVerdict.Better);
        BenchmarkComparison.Rate(Math.BitIncrement(rate.Upper), 1250, 10, 1000, Polarity.HighIsGood, 0.998).ShouldBe(BenchmarkVerdict.Similar);
        BenchmarkComparison.Proportion(Math.BitIncrement(proportion.Upper), 1000, 10, 100, Polarity.HighIsGood, 0.998).ShouldBe(BenchmarkVerdict.Similar);
    }

    [Fact]
    public void A_steady_rise_is_a_trend_and_its_fall_another()
    {
        var up = RecentTrend.Of(Line(10, 1));
        // Equal weights 1/se^2 with se = 1/3.92: slope 1, spread of t 10, so chi square is 3.92^2 x 10.
        up.Slope.ShouldBe(1, 1e-12);
        up.ChiSquare.ShouldBe(153.664, 1e-9);
        (up.SameSign, up.IsSignificant, up.Marker).ShouldBe((true, true, TrendMarker.Increasing));
        RecentTrend.Of(Line(10, -1)).Marker.ShouldBe(TrendMarker.Decreasing);
    }

    [Fact]
    public void A_trend_needs_its_statistic_above_the_critical_value()
    {
        // chi square = slope^2 x 153.664.
        var at = Math.Sqrt(RecentTrend.Critical / 153.664);
        RecentTrend.Of(Line(10, at * 0.999)).Marker.ShouldBe(TrendMarker.NoChange);
        RecentTrend.Of(Line(10, at * 1.001)).Marker.ShouldBe(TrendMarker.Increasing);
        new TrendResult(1, RecentTrend.Critical, SameSign: true, TrendMarker.NoChange).IsSignificant.ShouldBeFalse();
        new TrendResult(1, 10, SameSign: false, TrendMarker.NoChange).IsSignificant.ShouldBeFalse();
    }

    [Fact]
    public void One_odd_year_is_no_trend()
    {
        var odd = RecentTrend.Of([.. new[] { 10.0, 9.9, 9.8, 9.7, 20 }.Select(Point)]);
        odd.ChiSquare.ShouldBeGreaterThan(RecentTrend.Critical);
        (odd.SameSign, odd.Marker).ShouldBe((false, TrendMarker.NoChange));
    }

    [Fact]
    public void A_slope_of_zero_counts_as_rising()
    {
        RecentTrend.Of(Line(10, 0)).ShouldBe(new TrendResult(0, 0, SameSign: true, TrendMarker.NoChange));
        RecentTrend.Marker(0, significant: true).ShouldBe(TrendMarker.NoChange);
    }

    [Fact]
    public void Only_the_last_five_years_count_and_none_may_be_missing()
    {
        RecentTrend.Of([Point(99), .. Line(10, 1)]).ShouldBe(RecentTrend.Of(Line(10, 1)));
        RecentTrend.Of([Point(double.NaN), .. Line(10, 1)]).Marker.ShouldBe(TrendMarker.Increasing);
        RecentTrend.Of(Line(10, 1)[1..]).ShouldBe(TrendResult.None);
        RecentTrend.Of([]).Marker.ShouldBe(TrendMarker.CannotBeCalculated);
        for (var i = 0; i < 5; i++)
        {
            var points = Line(10, 1);
            points[i] = points[i] with { Value = double.NaN };
            RecentTrend.Of(points).ShouldBe(TrendResult.None);
            points[i] = new(10, new(10, 10));
            RecentTrend.Of(points).ShouldBe(TrendResult.None);
            points[i] = new(10, Interval.None);
            RecentTrend.Of(points).ShouldBe(TrendResult.None);
            points[i] = new(10, new(0, double.PositiveInfinity));
            RecentTrend.Of(points).ShouldBe(TrendResult.None);
        }
    }

    [Fact]
    public void The_older_test_gives_the_published_statistic()
    {
        RecentTrend.Armitage([994, 1023, 1199, 1332, 1367], [40299, 41527, 42811, 44064, 44701]).ShouldBe(47.8966767075891, 1e-9);
        RecentTrend.Armitage([0, 0], [10, 10]).ShouldBe(double.NaN);
        Should.Throw<ArgumentException>(() => RecentTrend.Armitage([1], [1, 2]));
    }

    private static TrendPoint[] Line(double from, double step) => [.. Enumerable.Range(0, 5).Select(i => Point(from + (i * step)))];

    private static TrendPoint Point(double value) => new(value, new(value - 0.5, value + 0.5));
}
