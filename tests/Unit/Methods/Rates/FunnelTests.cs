using Made.Core.Methods;
using Made.Core.Methods.Rates;
using MathNet.Numerics.Distributions;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Methods.Rates;

public sealed class FunnelTests
{
    [Fact]
    public void Limits_of_a_proportion_touch_its_Wilson_interval()
    {
        var limits = FunnelLimits.OfProportion(0.2, 400);
        WilsonInterval.Of(400 * limits.Upper, 400).Lower.ShouldBe(0.2, 1e-12);
        WilsonInterval.Of(400 * limits.Lower, 400).Upper.ShouldBe(0.2, 1e-12);
        FunnelLimits.OfProportion(0.2, 400, 0.998).Upper.ShouldBe(0.2 + (3.090232306167813 * 0.02), 1e-12);
    }

    [Fact]
    public void Limits_of_a_proportion_are_cut_at_nobody_and_everybody()
    {
        FunnelLimits.OfProportion(0.2, 1).Lower.ShouldBe(0);
        FunnelLimits.OfProportion(0.8, 1).Upper.ShouldBe(1);
        FunnelLimits.OfProportion(0, 10).ShouldBe(new Interval(0, 0));
        FunnelLimits.OfProportion(1, 10).ShouldBe(new Interval(1, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => FunnelLimits.OfProportion(1.01, 10));
        Should.Throw<ArgumentOutOfRangeException>(() => FunnelLimits.OfProportion(-0.01, 10));
        Should.Throw<ArgumentOutOfRangeException>(() => FunnelLimits.OfProportion(0.5, 0));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(250)]
    [InlineData(40_000)]
    public void The_search_by_halving_finds_the_exact_count_to_six_figures(double count)
    {
        var (exact, halved) = (FunnelLimits.ExpectedAt(count, search: FunnelSearch.Exact), FunnelLimits.ExpectedAt(count));
        halved.Upper.ShouldBe(exact.Upper, exact.Upper * 1e-6 + 1e-6);
        halved.Lower.ShouldBe(exact.Lower, exact.Lower * 1e-6 + 1e-6);
        new Poisson(exact.Upper).CumulativeDistribution(count).ShouldBe(0.025, 1e-9);
        (1 - new Poisson(exact.Lower).CumulativeDistribution(count - 1)).ShouldBe(0.025, 1e-9);

        // 23 halvings end in the middle of one of 2^23 cells.
        var cell = halved.Upper / (1 + count + halved.Upper) * Math.Pow(2, 24);
        cell.ShouldBe(Math.Round(cell), 1e-4);
        (Math.Round(cell) % 2).ShouldBe(1);
    }

    [Fact]
    public void No_events_lie_on_no_curve() => Should.Throw<ArgumentOutOfRangeException>(() => FunnelLimits.ExpectedAt(0));

    [Fact]
    public void The_axis_begins_at_one_and_ends_beyond_the_largest_area()
    {
        var curve = FunnelCurve.OfProportions([new(10, 100), new(90, 900)]);
        curve.Baseline.ShouldBe(0.1);
        curve.Points.Count.ShouldBe(100);
        curve.Points[0].Position.ShouldBe(1);
        // 900 x 1.05 = 945, up to two figures 950.
        curve.Points[99].Position.ShouldBe(950);
        curve.Points.Zip(curve.Points.Skip(1)).ShouldAllBe(p => p.Second.Position >= p.First.Position + 1);
        curve.Points[50].Inner.ShouldBe(FunnelLimits.OfProportion(0.1, curve.Points[50].Position));
        curve.Points[50].Outer.ShouldBe(FunnelLimits.OfProportion(0.1, curve.Points[50].Position, 0.998));
    }

    [Theory]
    [InlineData(400, 800, 300, 840)]
    [InlineData(399.9, 800, 1, 840)]
    [InlineData(95239, 180000, 90000, 190000)]
    public void Areas_of_about_one_size_leave_the_beginning_out(double least, double most, double from, double to)
    {
        var points = FunnelCurve.OfProportions([new(10, least), new(20, most)]).Points;
        points[0].Position.ShouldBe(from);
        points[99].Position.ShouldBe(to);
    }

    [Theory]
    [InlineData(95238, 100000)] // 1.05 x 95238 rounds up to 100000, which the reference prints as 1e+05 and takes for five digits: 1000s.
    [InlineData(95240, 110000)] // 100002: six digits, 10000s.
    [InlineData(9.5e6, 1.0e7)]
    [InlineData(1142857, 1200000)] // 1200000 is as long as 1.2e+06, and is printed in full.
    public void The_end_of_the_axis_is_rounded_as_the_reference_does(double most, double to) =>
        FunnelCurve.OfProportions([new(1, 1), new(10, most)]).Points[99].Position.ShouldBe(to);

    [Fact]
    public void Curves_of_rates_give_populations_of_one_year()
    {
        var curve = FunnelCurve.OfRates([new(30, 3000), new(300, 27000)], years: 3);
        curve.Baseline.ShouldBe(330 / 30000.0);
        var point = curve.Points[20];
        point.InnerAt.Upper.ShouldBe(FunnelLimits.ExpectedAt(point.Position).Upper / 0.011 / 3, 1e-9);
        point.OuterAt.Lower.ShouldBe(FunnelLimits.ExpectedAt(point.Position, 0.998).Lower / 0.011 / 3, 1e-9);
        point.Inner.Lower.ShouldBe(0.011 * point.Position / FunnelLimits.ExpectedAt(point.Position).Upper, 1e-15);
        point.Outer.Upper.ShouldBe(0.011 * point.Position / FunnelLimits.ExpectedAt(point.Position, 0.998).Lower, 1e-15);
        Should.Throw<ArgumentException>(() => FunnelCurve.OfRates([new(0, 10)]));
        Should.Throw<ArgumentException>(() => FunnelCurve.OfProportions([new(0, double.NaN)]));
    }

    [Fact]
    public void Curves_of_ratios_lie_about_one_and_stop_one_step_short()
    {
        var curve = FunnelCurve.OfRatios([new(10, 8), new(100, 90)], FunnelSearch.Exact);
        curve.Baseline.ShouldBe(1);
        curve.Points[99].Inner.Lower.ShouldBeLessThan(1);
        curve.Points[99].Inner.Upper.ShouldBeGreaterThan(1);
        // 90 x 1.05 = 94.5, up to 95.
        curve.Points[99].Position.ShouldBe(100);
        FunnelCurve.OfRatios([new(10, 8), new(100, 900)]).Points[99].Position.ShouldBeLessThan(950);
    }

    [Fact]
    public void An_area_without_a_denominator_does_not_move_the_baseline() =>
        FunnelCurve.BaselineOf([new(0, double.NaN), new(10, 100)]).ShouldBe(0.1);

    [Fact]
    public void An_area_is_outside_beyond_a_curve_and_not_on_it()
    {
        var reach = PoissonInterval.Score(0.95) * Math.Sqrt(0.2 * 0.8 / 400);
        FunnelSignificance.OfProportion(new(400 * (0.2 + reach + 1e-9), 400), 0.2).ShouldBe(FunnelVerdict.High);
        FunnelSignificance.OfProportion(new(400 * (0.2 + reach - 1e-9), 400), 0.2).ShouldBe(FunnelVerdict.NotSignificant);
        FunnelSignificance.OfProportion(new(400 * (0.2 - reach - 1e-9), 400), 0.2).ShouldBe(FunnelVerdict.Low);
        FunnelSignificance.OfProportion(new(200, 400), 0.2).ShouldBe(FunnelVerdict.VeryHigh);
        FunnelSignificance.OfProportion(new(20, 400), 0.2).ShouldBe(FunnelVerdict.VeryLow);

        var twelve = PoissonInterval.OfCount(12);
        FunnelSignificance.OfRate(new(12, twelve.Lower), 1).ShouldBe(FunnelVerdict.NotSignificant);
        FunnelSignificance.OfRate(new(12, twelve.Lower * 0.999), 1).ShouldBe(FunnelVerdict.High);
        FunnelSignificance.OfRate(new(12, twelve.Upper * 1.001), 1).ShouldBe(FunnelVerdict.Low);
        FunnelSignificance.OfRate(new(12, 1), 1).ShouldBe(FunnelVerdict.VeryHigh);
        FunnelSignificance.OfRate(new(12, 1000), 1).ShouldBe(FunnelVerdict.VeryLow);
        FunnelSignificance.OfRate(new(12, double.NaN), 1).ShouldBe(FunnelVerdict.NotSignificant);
    }

    [Fact]
    public void Standardised_rates_of_fewer_than_ten_events_are_not_judged()
    {
        FunnelSignificance.OfStandardisedRate(new(9, 1), 1).ShouldBe(FunnelVerdict.TooFewEvents);
        FunnelSignificance.OfStandardisedRate(new(10, 1), 1).ShouldBe(FunnelVerdict.VeryHigh);
    }

    [Fact]
    public void Groups_and_means_have_their_edges()
    {
        Quantiles.Of([1, 2, 3], 4).ShouldBe([double.NaN, double.NaN, double.NaN]);
        Quantiles.Of([1, 2, 3, 4], 4, highestFirst: false).ShouldBe([1, 2, 3, 4]);
        Quantiles.Of([1, 2, 3, 4], 4).ShouldBe([4, 3, 2, 1]);
        Quantiles.Of([5, 5, 5, 5], 2).ShouldBe([1, 1, 1, 1]);
        Quantiles.Of([]).ShouldBeEmpty();
        Should.Throw<ArgumentOutOfRangeException>(() => Quantiles.Of([1, 2], 1));
        Quantiles.Of([1, 2], 2).ShouldBe([2, 1]);

        MeanInterval.Of([]).Mean.ShouldBe(double.NaN);
        MeanInterval.Of([3]).ShouldBe(new MeanInterval(1, 3, double.NaN));
        MeanInterval.Of([3]).Limits().ShouldBe(Interval.None);
        MeanInterval.Of([2, 4]).Deviation.ShouldBe(Math.Sqrt(2), 1e-15);
        // Student's t with 1 degree of freedom: 12.7062.
        MeanInterval.Of([2, 4]).Limits().Upper.ShouldBe(3 + 12.706204736174705, 1e-9);
        MeanInterval.Of([2, 4]).Limits().Lower.ShouldBe(3 - 12.706204736174705, 1e-9);
    }
}
