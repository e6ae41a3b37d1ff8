using Made.Core.Calendar;
using Made.Core.Methods;
using Made.Core.Methods.Hotspots;
using Made.Core.Methods.Rates;
using MathNet.Numerics.Distributions;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Methods;

/// <summary>The ends of intervals and of what may be asked of them.</summary>
public sealed class IntervalEdgeTests
{
    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_confidence_lies_between_0_and_1(double confidence) =>
        Should.Throw<ArgumentOutOfRangeException>(() => PoissonInterval.Score(confidence)).Message.ShouldStartWith("A confidence lies between 0 and 1.");

    [Theory]
    [InlineData(0.1234)]
    [InlineData(0.9134)]
    [InlineData(0.9987)]
    public void A_score_leaves_half_of_the_rest_on_either_side(double confidence)
    {
        PoissonInterval.Score(confidence).ShouldBeGreaterThan(0);
        Normal.CDF(0, 1, -PoissonInterval.Score(confidence)).ShouldBe((1 - confidence) / 2, 1e-12);
    }

    [Fact]
    public void A_count_is_0_or_more_and_a_part_at_most_its_whole()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => PoissonInterval.OfCount(-1)).Message.ShouldStartWith("A count of events is 0 or more.");
        Should.Throw<ArgumentOutOfRangeException>(() => PoissonInterval.OfCount(double.NaN));
        PoissonInterval.OfCount(0).Lower.ShouldBe(0);
        foreach (var part in new[] { -1, 11, double.NaN })
            Should.Throw<ArgumentOutOfRangeException>(() => WilsonInterval.Of(part, 10)).Message.ShouldStartWith("A part lies between 0 and its whole.");
        WilsonInterval.Of(0, 0).ShouldBe(Interval.None);
    }

    [Fact]
    public void Limits_of_none_and_of_all_are_exactly_none_and_all()
    {
        // For these the formula leaves a rounding error on one side or the other.
        for (var whole = 1; whole < 400; whole++)
        {
            WilsonInterval.Of(0, whole).Lower.ShouldBe(0);
            WilsonInterval.Of(whole, whole).Upper.ShouldBe(1);
        }
        double.IsNaN(PoissonInterval.Byar(0).Lower).ShouldBeTrue();
        double.IsNaN(PoissonInterval.Byar(0).Upper).ShouldBeFalse();
    }

    [Fact]
    public void A_benchmark_of_none_or_of_all_is_compared_with_and_one_beyond_is_not()
    {
        BenchmarkComparison.Proportion(0, 100, 0, 100, Polarity.NoJudgement).ShouldBe(BenchmarkVerdict.Similar);
        BenchmarkComparison.Proportion(100, 100, 100, 100, Polarity.NoJudgement).ShouldBe(BenchmarkVerdict.Similar);
        BenchmarkComparison.Proportion(50, 100, 0, 100, Polarity.NoJudgement).ShouldBe(BenchmarkVerdict.Higher);
        BenchmarkComparison.Proportion(50, 100, 100.1, 100, Polarity.NoJudgement).ShouldBe(BenchmarkVerdict.NotCompared);
        BenchmarkComparison.Rate(0, 100, 0, 1000, Polarity.NoJudgement).ShouldBe(BenchmarkVerdict.Similar);
        BenchmarkComparison.Rate(0, 100, -1, 1000, Polarity.NoJudgement).ShouldBe(BenchmarkVerdict.NotCompared);

        // Limits that do not hold their own value: level with the benchmark is not below it.
        BenchmarkComparison.Single(5, new(6, 7), 5, Polarity.NoJudgement).ShouldBe(BenchmarkVerdict.Higher);
        BenchmarkComparison.Double(5, new(6, 7), 5, new(4, 5.5), Polarity.NoJudgement).ShouldBe(BenchmarkVerdict.Higher);
    }

    [Fact]
    public void A_day_s_figure_over_a_month_is_its_days_times_it()
    {
        PerDay.Over(2, new Month(2024, 2)).ShouldBe(58);
        PerDay.Of(58, new Month(2024, 2)).ShouldBe(2);
    }

    [Fact]
    public void The_probability_of_a_low_G_is_that_of_one_at_least_as_high()
    {
        var row = SpatialWeights.FromOne([[2], [1, 3], [2, 4], [3], []], WeightStyle.Binary).Value();
        foreach (var result in new[] { GlobalG.Of([4, 1, 2, 3, 0], row).Value(), GlobalG.Of([1, 2, 3, 4, 50], row).Value() })
            result.P.ShouldBe(1 - Normal.CDF(0, 1, result.Z), 1e-12);
        GlobalG.Of([4, 1, -2, 3, 0], row).Problem!.Message.ShouldContain("3");
    }

    [Fact]
    public void What_hotspots_can_not_be_measured_by_is_named()
    {
        PredictiveAccuracy.Index(1, 0, 1, 2).Problem!.Message.ShouldContain("number of events");
        PredictiveAccuracy.Index(1, 2, 0, 2).Problem!.Message.ShouldContain("area of the hotspots");
        var beyond = PredictiveAccuracy.Index(1, 2, 3, 2).Problem!.Message;
        (beyond.Contains("area of the hotspots"), beyond.Contains("study area")).ShouldBe((true, true));
    }
}
