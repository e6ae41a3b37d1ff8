using Made.Core.Methods;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Methods;

public sealed class CountQuantileTests
{
    [Theory]
    [InlineData(10, 0.99, 18)]
    [InlineData(10, 0.5, 10)]
    [InlineData(10, 0, 0)]
    [InlineData(0.1, 0.9, 0)]
    [InlineData(0.1, 0.91, 1)]
    [InlineData(0, 0.99, 0)]
    [InlineData(2500, 0.975, 2598)]
    public void A_Poisson_quantile_is_the_smallest_count_that_reaches_the_probability(double mean, double p, double quantile)
    {
        foreach (var dispersion in new[] { 1, 0.5, -3 })
            CountQuantile.Of(mean, dispersion, p).ShouldBe(quantile);
        Sum(0, (int)quantile, x => Poisson(mean, x)).ShouldBeGreaterThanOrEqualTo(p - 1e-12);
        if (quantile > 0)
            Sum(0, (int)quantile - 1, x => Poisson(mean, x)).ShouldBeLessThan(p);
    }

    [Theory]
    [InlineData(10, 2, 0.99)]
    [InlineData(10, 2, 0.5)]
    [InlineData(0.4, 3, 0.9)]
    [InlineData(300, 1.01, 0.025)]
    [InlineData(40, 25, 0.975)]
    public void An_overdispersed_quantile_has_the_variance_of_so_many_means(double mean, double dispersion, double p)
    {
        var quantile = (int)CountQuantile.Of(mean, dispersion, p);
        Sum(0, quantile, x => Negative(mean, dispersion, x)).ShouldBeGreaterThanOrEqualTo(p - 1e-9);
        Sum(0, quantile - 1, x => Negative(mean, dispersion, x)).ShouldBeLessThan(p);
    }

    [Fact]
    public void The_upper_tail_holds_the_count_itself()
    {
        CountQuantile.AtLeast(0, 3, 1).ShouldBe(1);
        CountQuantile.AtLeast(-1, 3, 1).ShouldBe(1);
        CountQuantile.AtLeast(1, 0, 1).ShouldBe(0);
        CountQuantile.AtLeast(0, 0, 2).ShouldBe(1);
        CountQuantile.AtLeast(1, 3, 1).ShouldBe(1 - Math.Exp(-3), 1e-12);
        CountQuantile.AtLeast(4, 3, 1).ShouldBe(1 - Sum(0, 3, x => Poisson(3, x)), 1e-12);
        CountQuantile.AtLeast(4, 3, 2).ShouldBe(1 - Sum(0, 3, x => Negative(3, 2, x)), 1e-12);
        CountQuantile.AtLeast(1, 3, 2).ShouldBe(1 - Math.Pow(0.5, 3), 1e-12);
    }

    [Fact]
    public void What_is_no_mean_no_dispersion_and_no_probability_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => CountQuantile.Of(-1, 1, 0.5)).ParamName.ShouldBe("mean");
        Should.Throw<ArgumentOutOfRangeException>(() => CountQuantile.Of(double.NaN, 1, 0.5)).ParamName.ShouldBe("mean");
        Should.Throw<ArgumentOutOfRangeException>(() => CountQuantile.Of(double.PositiveInfinity, 1, 0.5)).ParamName.ShouldBe("mean");
        Should.Throw<ArgumentOutOfRangeException>(() => CountQuantile.AtLeast(1, -1, 1)).ParamName.ShouldBe("mean");
        Should.Throw<ArgumentOutOfRangeException>(() => CountQuantile.AtLeast(1, 1, double.NaN)).ParamName.ShouldBe("dispersion");
        Should.Throw<ArgumentOutOfRangeException>(() => CountQuantile.Of(1, double.NaN, 0.5)).ParamName.ShouldBe("dispersion");
        Should.Throw<ArgumentOutOfRangeException>(() => CountQuantile.Of(1, 1, 1)).ParamName.ShouldBe("p");
        Should.Throw<ArgumentOutOfRangeException>(() => CountQuantile.Of(1, 1, -0.1)).ParamName.ShouldBe("p");
        Should.Throw<ArgumentOutOfRangeException>(() => CountQuantile.Of(1, 1, double.NaN)).ParamName.ShouldBe("p");
    }

    private static double Sum(int from, int to, Func<int, double> probability) => Enumerable.Range(from, Math.Max(0, to - from + 1)).Sum(probability);

    private static double Poisson(double mean, int x)
    {
        if (mean == 0)
            return x == 0 ? 1 : 0;
        var log = -mean;
        for (var i = 1; i <= x; i++)
            log += Math.Log(mean / i);
        return Math.Exp(log);
    }

    private static double Negative(double mean, double dispersion, int x)
    {
        var size = mean / (dispersion - 1);
        var log = -size * Math.Log(dispersion);
        for (var i = 1; i <= x; i++)
            log += Math.Log((size + i - 1) / i * (1 - (1 / dispersion)));
        return Math.Exp(log);
    }
}
