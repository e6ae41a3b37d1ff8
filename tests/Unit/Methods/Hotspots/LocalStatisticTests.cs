using Made.Core.Methods.Hotspots;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Methods.Hotspots;

public class LocalStatisticTests
{
    private static readonly double[] Values = [1, 2, 3, 10, 12];
    private static readonly int[][] Row = [[2], [1, 3], [2, 4], [3, 5], [4]];

    [Fact]
    public void Standardising_rows_changes_nothing_where_all_neighbours_count_alike()
    {
        GetisOrd.Star(Values, Weights(Row, WeightStyle.RowStandardised)).Value().ShouldBe(GetisOrd.Star(Values, Weights(Row)).Value(), 1e-13);
        GetisOrd.Excluding(Values, Weights(Row, WeightStyle.RowStandardised)).Value().ShouldBe(GetisOrd.Excluding(Values, Weights(Row)).Value(), 1e-13);
    }

    [Fact]
    public void Scores_follow_the_definition()
    {
        // Mean 5.6, variance 20.24; place 5 and its neighbour hold 22 of 28.
        var star = GetisOrd.Star(Values, Weights(Row)).Value();
        star[4].ShouldBe((22 - 11.2) / Math.Sqrt(20.24 * ((5 * 2) - 4) / 4), 1e-12);
        // Without itself: mean 4, variance (1 + 4 + 9 + 100)/4 - 16 = 12.5.
        var without = GetisOrd.Excluding(Values, Weights(Row)).Value();
        without[4].ShouldBe((10 - 4) / Math.Sqrt(12.5 * (4 - 1) / 3), 1e-12);
        Same(GetisOrd.P([1.959963984540054, -1.959963984540054, double.NaN]), 0.05, 0.05, double.NaN);
    }

    [Fact]
    public void No_score_where_nothing_is_left_to_compare_with()
    {
        var island = Weights([[2, 3], [1, 3], [1, 2], []]);
        GetisOrd.Excluding([1, 2, 4, 8], island).Value()[3].ShouldBe(double.NaN);
        double.IsNaN(GetisOrd.Star([1, 2, 4, 8], island).Value()[3]).ShouldBeFalse();

        var all = Weights([[2, 3], [1, 3], [1, 2]]);
        GetisOrd.Star([1, 2, 4], all).Value().ShouldAllBe(z => double.IsNaN(z));
        GetisOrd.Excluding([1, 2, 4], all).Value().ShouldAllBe(z => double.IsNaN(z));

        // The others do not differ from each other: 0.1 three times has a rounding error for a variance.
        GetisOrd.Excluding([0.1, 0.1, 0.1, 7], Weights([[2], [1], [4], [3]])).Value()[3].ShouldBe(double.NaN);
        GetisOrd.Excluding([0.1, 0.1, 0.1, 7], Weights([[2], [1], [4], [3]])).Value()[2].ShouldBe(Math.Sqrt(2), 1e-12);
    }

    [Fact]
    public void Large_values_lose_no_digits() =>
        GetisOrd.Excluding([.. Values.Select(v => v + 1e9)], Weights(Row)).Value().ShouldBe(GetisOrd.Excluding(Values, Weights(Row)).Value(), 1e-6);

    [Fact]
    public void What_cannot_be_scored_is_said()
    {
        GetisOrd.Star([1], Weights([[]])).Code().ShouldBe("too-few-places");
        GetisOrd.Star([1, 2], Weights([[2], [1]])).Code().ShouldBe("no problem");
        GetisOrd.Excluding([1, 2], Weights([[2], [1]])).Problem!.Message.ShouldBe("There are 2 places; at least 3 are needed.");
        GetisOrd.Star([1, 2, 3], Weights([[2], [1]])).Problem!.Message.ShouldBe("There are 2 lists of neighbours for 3 places.");
        GetisOrd.Star([1, double.NaN], Weights([[2], [1]])).Problem!.Message.ShouldBe("The value of place 2 is NaN.");
        GetisOrd.Star([3, 3], Weights([[2], [1]])).Code().ShouldBe("no-spread");
        LocalMoran.Places([1, 2], Weights([[2], [1]])).Code().ShouldBe("too-few-places");
        LocalMoran.Randomised([1, 2], Weights([[2], [1]]), 9, 1).Code().ShouldBe("too-few-places");
        GlobalMoran.Of([1, 2, 3], Weights([[2], [1], []])).Code().ShouldBe("too-few-places");
        GlobalMoran.Of([1, 2, 3, 4], Weights([[2], [1], [2], []])).Problem!.Message.ShouldBe("There are 3 places; at least 4 are needed.");
        GlobalMoran.Of([1, 2, 3, 4], Weights([[2], [1], [2], [3]])).Code().ShouldBe("no problem");
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 0)]
    [InlineData(1, 3)]
    [InlineData(2, -1)]
    public void A_neighbour_is_another_place(int place, int neighbour)
    {
        int[][] lists = [[], []];
        lists[place - 1] = [neighbour];
        SpatialWeights.FromOne(lists, WeightStyle.Binary).Problem!.Message.ShouldBe($"Place {place} has the neighbour {neighbour}, which is no other place or is named twice.");
        SpatialWeights.FromOne([[2, 2], []], WeightStyle.Binary).Code().ShouldBe("bad-neighbour");
        SpatialWeights.FromOne([[2], [1]], WeightStyle.Binary).Value().Neighbours[0].ShouldBe([1]);
    }

    [Fact]
    public void Local_Moran_follows_the_definition()
    {
        // Deviations -3 -1 1 3, mean square 5.
        var places = LocalMoran.Places([1, 3, 5, 7], Weights([[2], [1, 3], [2, 4], [3]], WeightStyle.RowStandardised)).Value();
        places.Select(p => p.I).ShouldBe([0.6, 0.2, 0.2, 0.6], 1e-14);
        places[0].Expected.ShouldBe(-9 / 15.0, 1e-14);
        places[0].Variance.ShouldBe(9 / 25.0 * 2 * (1 - (1 / 3.0)) * (5 - 3), 1e-14);
        places[1].Variance.ShouldBe(1 / 25.0 * 2 * (0.5 - (1 / 3.0)) * (5 - (1 / 3.0)), 1e-14);
        places[0].Z.ShouldBe(1.2 / Math.Sqrt(places[0].Variance), 1e-14);
        places.Select(p => p.Quadrant).ShouldBe(["Low-Low", "Low-Low", "High-High", "High-High"]);
    }

    [Fact]
    public void An_island_and_a_place_on_the_mean_have_no_score()
    {
        var places = LocalMoran.Places([1, 2, 3, 2], Weights([[2], [1, 3], [2], []], WeightStyle.RowStandardised)).Value();
        foreach (var i in new[] { 1, 3 })
        {
            places[i].I.ShouldBe(0);
            double.IsNaN(places[i].Z).ShouldBeTrue();
            double.IsNaN(places[i].P).ShouldBeTrue();
        }
        places.Select(p => p.Quadrant).ShouldBe(["Low-High", "Low-High", "High-High", "Low-Low"]);
        LocalMoran.Randomised([1, 2, 3, 2], Weights([[2], [1, 3], [2], []]), 9, 1).Value().Select(double.IsNaN).ShouldBe([false, true, false, true]);
    }

    [Fact]
    public void Randomised_p_is_the_share_of_draws_as_extreme_and_repeats_with_its_seed()
    {
        var weights = Weights([[2], [1, 3], [2, 4], [3, 5], [4]], WeightStyle.RowStandardised);
        var p = LocalMoran.Randomised(Values, weights, 9_999, 3).Value();
        // The last place has the 10 beside it: one of four equally likely neighbours, and the highest.
        p[4].ShouldBe(0.25, 0.015);
        // The third has 2 and 10: of the six pairs of 1 2 10 12, three come to 12 at most and four to 12 at least.
        p[2].ShouldBe(3 / 6.0, 0.015);
        LocalMoran.Randomised(Values, weights, 9_999, 3).Value().ShouldBe(p);
        LocalMoran.Randomised(Values, weights, 9_999, 4).Value().ShouldNotBe(p);
        LocalMoran.Randomised(Values, weights, 1, 3).Value().ShouldAllBe(v => v == 0.5 || v == 1);
        LocalMoran.Randomised(Values, weights, 0, 3).Code().ShouldBe("bad-repetitions");
        LocalMoran.Randomised(Values, weights, 100_000, 3).Code().ShouldBe("bad-repetitions");
    }

    [Fact]
    public void The_global_statistic_follows_the_definition_also_where_neighbours_are_not_mutual()
    {
        var mutual = GlobalMoran.Of([1, 3, 5, 7], Weights([[2], [1, 3], [2, 4], [3]])).Value();
        mutual.I.ShouldBe(4 / 6.0 * 10 / 20, 1e-14);
        mutual.Expected.ShouldBe(-1 / 3.0, 1e-14);
        // S0 6, S1 12, S2 40: (16 x 12 - 4 x 40 + 3 x 36)/(36 x 15) - 1/9.
        mutual.VarianceNormal.ShouldBe((140 / 540.0) - (1 / 9.0), 1e-14);
        // One way only: S0 4, S1 4, S2 16.
        var oneWay = GlobalMoran.Of([1, 3, 5, 7], Weights([[2], [3], [4], [1]])).Value();
        oneWay.VarianceNormal.ShouldBe(((64 - 64 + 48) / (16.0 * 15)) - (1 / 9.0), 1e-14);
        oneWay.I.ShouldBe((3 - 1 + 3 - 9) / 20.0, 1e-14);
        oneWay.Z.ShouldBe((oneWay.I + (1 / 3.0)) / Math.Sqrt(oneWay.VarianceRandomised), 1e-14);
    }

    [Fact]
    public void Adjusted_p_values_allow_for_every_test_but_those_not_made()
    {
        double[] p = [0.01, double.NaN, 0.04, 0.03, 0.5];
        Same(AdjustedP.Bonferroni(p), 0.04, double.NaN, 0.16, 0.12, 1);
        Same(AdjustedP.Holm(p), 0.04, double.NaN, 0.09, 0.09, 0.5);
        Same(AdjustedP.FalseDiscovery(p), 0.04, double.NaN, 0.16 / 3, 0.16 / 3, 0.5);
        AdjustedP.Holm([0.9, 0.8]).ShouldBe([1, 1]);
        AdjustedP.FalseDiscovery([1, 1]).ShouldBe([1, 1]);
        AdjustedP.Bonferroni([]).ShouldBeEmpty();
        AdjustedP.ByNeighbourhood([0.1, 0.1, 0.6], Weights([[2, 3], [], [1]])).ShouldBe([0.3, 0.1, 1], 1e-15);
    }

    private static void Same(IReadOnlyList<double> ours, params double[] expected) => Vectors.Near(ours, expected).ShouldBeTrue(string.Join(' ', ours));

    private static SpatialWeights Weights(int[][] lists, WeightStyle style = WeightStyle.Binary) => SpatialWeights.FromOne(lists, style).Value();
}
