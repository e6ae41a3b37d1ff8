using Made.Core.Methods.Hotspots;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Methods.Hotspots;

public sealed class GlobalGTests
{
    private static readonly SpatialWeights Row = SpatialWeights.FromOne([[2], [1, 3], [2, 4], [3], []], WeightStyle.Binary).Value();

    [Fact]
    public void The_share_of_neighbours_in_all_products_is_compared_with_that_of_their_pairs()
    {
        // Links 1-2, 2-3, 3-4 both ways: 2 (2 + 6 + 12) of 10^2 - 30. The island counts in nothing.
        var rising = GlobalG.Of([1, 2, 3, 4, 50], Row).Value();
        rising.G.ShouldBe(40 / 70.0, 1e-14);
        rising.Expected.ShouldBe(0.5, 1e-14);
        rising.P.ShouldBeLessThan(0.5);
        var apart = GlobalG.Of([4, 1, 2, 3, 0], Row).Value();
        apart.G.ShouldBe(24 / 70.0, 1e-14);
        apart.P.ShouldBeGreaterThan(0.5);
        apart.Variance.ShouldBe(rising.Variance, 1e-14);
    }

    [Fact]
    public void The_variance_is_that_of_all_orders_of_the_values()
    {
        double[] values = [1, 2, 3, 5];
        var shares = Orders([.. values]).Select(o => GlobalG.Of([.. o, 0], Row).Value().G).ToList();
        shares.Count.ShouldBe(24);
        var found = GlobalG.Of([.. values, 0], Row).Value();
        found.Expected.ShouldBe(shares.Average(), 1e-12);
        found.Variance.ShouldBe(shares.Average(g => (g - shares.Average()) * (g - shares.Average())), 1e-12);
        found.Z.ShouldBe((found.G - found.Expected) / Math.Sqrt(found.Variance), 1e-12);
    }

    [Fact]
    public void Values_that_have_no_such_share_are_refused()
    {
        GlobalG.Of([1, 2, -3, 4, 5], Row).Code().ShouldBe("bad-count");
        GlobalG.Of([2, 2, 2, 2, 2], Row).Code().ShouldBe("no-spread");
        GlobalG.Of([1, 2, 3], SpatialWeights.FromOne([[2], [1], []], WeightStyle.Binary).Value()).Code().ShouldBe("too-few-places");
        GlobalG.Of([1, 2, 3, 4, 5], SpatialWeights.FromOne([[2], [1], [], [], []], WeightStyle.Binary).Value()).Code().ShouldBe("too-few-places");
    }

    [Fact]
    public void The_sum_of_weights_in_place_of_their_squares_matters_for_row_standardised_ones_only()
    {
        double[] values = [2, 3, 3.2, 5, 8, 7];
        var near = SpatialWeights.FromOne([[2, 4], [1, 4], [5], [1, 2], [3, 6], [5]], WeightStyle.Binary).Value();
        GetisOrd.Star(values, near, GiVariance.SumOfWeights).Value().ShouldBeClose(GetisOrd.Star(values, near).Value());
        var rows = near.As(WeightStyle.RowStandardised);
        var (plain, other) = (GetisOrd.Excluding(values, rows).Value(), GetisOrd.Excluding(values, rows, GiVariance.SumOfWeights).Value());
        Math.Abs(other[0]).ShouldBeLessThan(Math.Abs(plain[0]));
    }

    private static IEnumerable<double[]> Orders(List<double> left) => left.Count == 0
        ? [[]]
        : left.SelectMany(v => Orders([.. left.Where(o => o != v)]).Select(rest => (double[])[v, .. rest]));
}
