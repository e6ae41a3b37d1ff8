using Made.Core.Methods;
using Made.Core.Methods.Rates;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Methods.Rates;

public sealed class DispersionTests
{
    [Fact]
    public void Scores_are_made_on_the_scale_of_what_is_compared()
    {
        FunnelArea[] groups = [new(20, 100), new(30, 100)];
        var share = FunnelDispersion.Of(groups, DispersionScale.Proportion).Scores[0];
        share.Transformed.ShouldBe(Math.Asin(Math.Sqrt(0.2)), 1e-15);
        share.Error.ShouldBe(0.05);
        share.Score.ShouldBe((Math.Asin(Math.Sqrt(0.2)) - Math.Asin(Math.Sqrt(0.25))) / 0.05, 1e-12);
        var ratio = FunnelDispersion.Of(groups, DispersionScale.RatioOfCounts);
        ratio.Target.ShouldBe(Math.Log(0.25), 1e-15);
        ratio.Scores[0].Transformed.ShouldBe(Math.Log(20.5 / 100.5), 1e-15);
        ratio.Scores[0].Error.ShouldBe(Math.Sqrt((20 / (20.5 * 20.5)) + (100 / (100.5 * 100.5))), 1e-15);
        var log = FunnelDispersion.Of(groups, DispersionScale.StandardisedLog).Scores[1];
        (log.Transformed, log.Error).ShouldBe((Math.Log(0.3), 0.1));
        var root = FunnelDispersion.Of(groups, DispersionScale.StandardisedRoot);
        (root.Target, root.Scores[1].Transformed, root.Scores[1].Error).ShouldBe((1, Math.Sqrt(0.3), 0.05));
    }

    [Fact]
    public void Extremes_are_drawn_in_to_the_quantiles()
    {
        // Scores -5 to 5 with even steps: the 10% quantile of 11 is the second.
        var dispersion = FunnelDispersion.Of([.. Enumerable.Range(-5, 11).Select(z => Root(z))], DispersionScale.StandardisedRoot);
        dispersion.Scores.Select(s => Math.Round(s.Used, 9)).ShouldBe([-4, -4, -3, -2, -1, 0, 1, 2, 3, 4, 4]);
        dispersion.Scores.Select(s => s.IsExtreme).ShouldBe([true, true, false, false, false, false, false, false, false, true, true]);
        dispersion.Phi.ShouldBe((64 + 28) / 11.0, 1e-9);
        dispersion.IsOverdispersed.ShouldBeTrue();
        // All weights 400: tau2 = (92 - 10)/(4400 - 400).
        dispersion.Tau2.ShouldBe(82 / 4000.0, 1e-12);
    }

    [Fact]
    public void Quantiles_lie_between_scores()
    {
        var scores = FunnelDispersion.Of([Root(-2), Root(0), Root(1), Root(4)], DispersionScale.StandardisedRoot, 0.25).Scores;
        // Positions 1.75 and 3.25 of 4: -0.5 and 1.75.
        scores.Select(s => Math.Round(s.Used, 9)).ShouldBe([-0.5, 0, 1, 1.75]);
    }

    [Fact]
    public void Groups_no_further_apart_than_chance_add_nothing()
    {
        var calm = FunnelDispersion.Of([Root(-0.5), Root(0.5), Root(0.2), Root(-0.2)], DispersionScale.StandardisedRoot);
        calm.Phi.ShouldBeLessThan(1);
        (calm.Tau2, calm.IsOverdispersed).ShouldBe((0, false));
        FunnelDispersion.Of([Root(3)], DispersionScale.StandardisedRoot).Tau2.ShouldBe(0);
        FunnelDispersion.Of([], DispersionScale.StandardisedRoot).Phi.ShouldBe(double.NaN);
        new FunnelDispersion(0, 1, 0, []).IsOverdispersed.ShouldBeFalse();
    }

    [Fact]
    public void Dispersion_at_the_edge_of_chance_still_counts()
    {
        // Three scores of +-1.1: n phi = 3.63, above n - 1 = 2, though less than 1 would not widen much.
        var edge = FunnelDispersion.Of([Root(-1.1), Root(1.1), Root(1.1)], DispersionScale.StandardisedRoot, 0.01);
        edge.Tau2.ShouldBe((3 * edge.Phi - 2) / 800, 1e-9);
        edge.Tau2.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void The_outer_tenths_are_left_out_by_rank_with_ties_shared()
    {
        var dispersion = FunnelDispersion.Of([.. Enumerable.Range(1, 11).Select(i => new FunnelArea(90 + i, 100))], DispersionScale.StandardisedLog);
        dispersion.Scores.Select(s => s.Part).ShouldBe([0, 1, 2, 3, 4, 5, 5, 6, 7, 8, 9]);
        dispersion.Scores.Select(s => s.IsExtreme).ShouldBe([true, .. Enumerable.Repeat(false, 9), true]);
        dispersion.Scores[0].Used.ShouldBe(double.NaN);
        dispersion.Phi.ShouldBe(dispersion.Scores.Skip(1).Take(9).Sum(s => s.Score * s.Score) / 9, 1e-15);
        FunnelDispersion.Of([new(5, 9), new(7, 9), new(7, 9), new(0, 9)], DispersionScale.StandardisedLog).Scores.Select(s => s.Rank).ShouldBe([2, 3.5, 3.5, 1]);
        FunnelDispersion.Of([new(0, 9), new(7, 9), new(8, 9), new(9, 9)], DispersionScale.StandardisedLog, 0.25).Scores[0].Score.ShouldBe(double.NegativeInfinity);
    }

    [Fact]
    public void A_trim_or_group_that_cannot_be_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => FunnelDispersion.Of([new(1, 2)], DispersionScale.Proportion, 0));
        Should.Throw<ArgumentOutOfRangeException>(() => FunnelDispersion.Of([new(1, 2)], DispersionScale.Proportion, 0.5));
        Should.Throw<ArgumentOutOfRangeException>(() => FunnelDispersion.Of([new(1, 0)], DispersionScale.Proportion));
        Should.Throw<ArgumentOutOfRangeException>(() => FunnelDispersion.Of([new(-1, 1)], DispersionScale.Proportion));
    }

    [Fact]
    public void Limits_turn_back_from_the_scale()
    {
        FunnelArea[] groups = [new(25, 100), new(100, 400)];
        var share = new DispersionLimits(groups, DispersionScale.Proportion, 0.01);
        var reach = 1.959964 * Math.Sqrt((1 / 400.0) + 0.01);
        share.Narrow(100, dispersed: true).Lower.ShouldBe(Square(Math.Sin((Math.PI / 6) - reach)), 1e-12);
        share.Narrow(100, dispersed: true).Upper.ShouldBe(Square(Math.Sin((Math.PI / 6) + reach)), 1e-12);
        share.Wide(100, dispersed: false).Upper.ShouldBe(Square(Math.Sin((Math.PI / 6) + (3.090232 * 0.05))), 1e-12);
        share.Error(100).ShouldBe(0.05);

        var log = new DispersionLimits(groups, DispersionScale.StandardisedLog, 0.01);
        log.Error(100).ShouldBe(0.1);
        log.Narrow(100, dispersed: true).Upper.ShouldBe(Math.Exp(1.959964 * Math.Sqrt(0.02)), 1e-12);
        log.Narrow(100, dispersed: false).ShouldBe(PoissonInterval.Exactly(100).Times(0.01));
        log.Wide(100, dispersed: false).ShouldBe(PoissonInterval.Exactly(100, 0.998).Times(0.01));

        var root = new DispersionLimits(groups, DispersionScale.StandardisedRoot, 0.01);
        root.Wide(100, dispersed: true).Lower.ShouldBe(1 - (3.090232 * Math.Sqrt(0.0125)), 1e-12);
        root.Narrow(100, dispersed: false).ShouldBe(PoissonInterval.Exactly(100).Times(0.01));

        var ratio = new DispersionLimits(groups, DispersionScale.RatioOfCounts, 0.01);
        ratio.Narrow(100, dispersed: false).Lower.ShouldBe(0.25 * Math.Exp(-1.959964 * 0.05), 1e-12);
    }

    [Fact]
    public void Limits_of_small_denominators_that_turn_back_are_cut()
    {
        FunnelArea[] groups = [new(1, 10), new(9, 90)];
        var limits = new DispersionLimits(groups, DispersionScale.Proportion, 0);
        limits.Narrow(4, dispersed: false).Lower.ShouldBe(0);
        limits.Narrow(90, dispersed: false).Lower.ShouldBeGreaterThan(0);
        new DispersionLimits([new(9, 10), new(81, 90)], DispersionScale.Proportion, 0).Narrow(4, dispersed: false).Upper.ShouldBe(1);
        // The largest place has none to be seen against.
        new DispersionLimits(groups, DispersionScale.Proportion, 0.2).Narrow(90, dispersed: true).Lower.ShouldBeGreaterThan(0);
        new DispersionLimits(groups, DispersionScale.Proportion, 0.2).Narrow(89, dispersed: true).Lower.ShouldBe(0);
    }

    /// <summary>A group of 100 expected whose score on the root scale is z.</summary>
    private static FunnelArea Root(double z) => new(100 * Square(1 + (z * 0.05)), 100);

    private static double Square(double x) => x * x;
}
