using Made.Core.Methods.Ranking;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Methods.Ranking;

public class MatrixTests
{
    [Fact]
    public void Consistent_comparisons_give_back_the_weights_they_were_made_from()
    {
        double[] weights = [0.5, 0.3, 0.15, 0.05];
        var result = AnalyticHierarchy.Weights([.. weights.Select(a => weights.Select(b => a / b).ToArray())]).Value();
        result.Weights.Zip(weights).ShouldAllBe(p => Math.Abs(p.First - p.Second) < 1e-14);
        result.LambdaMax.ShouldBe(4, 1e-12);
        result.ConsistencyRatio.ShouldBe(0, 1e-12);
        result.RandomIndex.ShouldBe(0.90);
        result.IsConsistent.ShouldBeTrue();
    }

    [Fact]
    public void One_and_two_criteria_are_consistent_by_themselves()
    {
        var one = AnalyticHierarchy.Weights([[1]]).Value();
        one.Weights.ShouldBe([1]);
        (one.LambdaMax, one.ConsistencyIndex, one.RandomIndex, one.ConsistencyRatio).ShouldBe((1, 0, 0, 0));
        var two = AnalyticHierarchy.Weights([[1, 4], [0.25, 1]]).Value();
        two.Weights.ShouldBe([0.8, 0.2], 1e-15);
        two.ConsistencyRatio.ShouldBe(0);
    }

    [Fact]
    public void Contradiction_is_measured_against_chance()
    {
        // A beats B twice over, B beats C twice over, C beats A twice over: lambda = 1 + 2 + 1/2.
        var result = AnalyticHierarchy.Weights([[1, 2, 0.5], [0.5, 1, 2], [2, 0.5, 1]]).Value();
        result.LambdaMax.ShouldBe(3.5, 1e-12);
        result.ConsistencyIndex.ShouldBe(0.25, 1e-12);
        result.ConsistencyRatio.ShouldBe(0.25 / 0.58, 1e-12);
        result.IsConsistent.ShouldBeFalse();
        (result with { ConsistencyRatio = 0.1 }).IsConsistent.ShouldBeTrue();
    }

    [Fact]
    public void Ten_criteria_are_the_most()
    {
        AnalyticHierarchy.Weights(Ones(10)).Value().RandomIndex.ShouldBe(1.49);
        AnalyticHierarchy.Weights(Ones(11)).Problem!.Message.ShouldBe("There are 11 criteria; consistency is known for up to 10.");
    }

    [Theory]
    [InlineData("", "nothing-to-rank")]
    [InlineData("1 2", "not-rectangular")]
    [InlineData("1 2|0.5 1 3", "not-rectangular")]
    [InlineData("1 -2|-0.5 1", "bad-number")]
    [InlineData("1 0|0 1", "bad-number")]
    [InlineData("1 2|NaN 1", "bad-number")]
    [InlineData("1 Infinity|0.5 1", "bad-number")]
    [InlineData("2 2|0.5 1", "not-reciprocal")]
    [InlineData("1 2|0.6 1", "not-reciprocal")]
    [InlineData("1 2|0.474 1", "not-reciprocal")]
    [InlineData("1 2|0.476 1", "no problem")]
    [InlineData("1 7|0.14 1", "no problem")]
    public void Comparisons_have_to_fit_together(string matrix, string code) => AnalyticHierarchy.Weights(Matrix(matrix)).Code().ShouldBe(code);

    [Fact]
    public void A_wrong_comparison_is_named_by_row_and_column()
    {
        AnalyticHierarchy.Weights([[1, 0], [2, 1]]).Problem!.Message.ShouldBe("Row 1, column 2: 0 cannot be used here.");
        AnalyticHierarchy.Weights([[1, 2], [0, 1]]).Problem!.Message.ShouldBe("Row 2, column 1: 0 cannot be used here.");
        AnalyticHierarchy.Weights([[1, 2], [2, 1]]).Problem!.Message.ShouldBe("Row 2, column 1 is not one over row 1, column 2.");
        AnalyticHierarchy.Weights([[1, 2], [1]]).Problem!.Message.ShouldBe("Row 2 has 1 numbers where 2 are needed.");
    }

    [Theory]
    [InlineData(TopsisNormalisation.Vector)]
    [InlineData(TopsisNormalisation.MinMax)]
    public void The_best_of_everything_scores_one_and_the_worst_nothing(TopsisNormalisation normalisation)
    {
        var result = Topsis.Scores([[9, 1], [5, 5], [1, 9]], [1, 1], [1, -1], normalisation).Value();
        result.Scores.ShouldBe([1, 0.5, 0], 1e-15);
        result.Normalisation.ShouldBe(normalisation);
    }

    [Fact]
    public void The_size_of_the_weights_and_a_criterion_that_never_varies_change_nothing()
    {
        double[][] matrix = [[3, 40, 7], [5, 10, 7], [4, 90, 7]];
        foreach (var normalisation in Enum.GetValues<TopsisNormalisation>())
        {
            var two = Topsis.Scores([.. matrix.Select(r => r[..2])], [0.2, 0.8], [1, 1], normalisation).Value().Scores;
            Topsis.Scores(matrix, [1, 4, 3], [1, 1, -1], normalisation).Value().Scores.ShouldBe(two, 1e-14);
        }
    }

    [Fact]
    public void The_two_normalisations_differ_and_huge_or_negative_values_are_no_trouble()
    {
        // By hand: columns over 5 and 13; weighted by 1; ideal (0.8, 12/13), worst (0.6, 5/13).
        Topsis.Scores([[3, 12], [4, 5]], [1, 1], [1, 1], TopsisNormalisation.Vector).Value().Scores[0].ShouldBe(7 / 13.0 / ((7 / 13.0) + 0.2), 1e-14);
        Topsis.Scores([[3, 12], [4, 5]], [1, 1], [1, 1], TopsisNormalisation.MinMax).Value().Scores.ShouldBe([0.5, 0.5], 1e-15);
        Topsis.Scores([[3e200], [4e200]], [1], [1], TopsisNormalisation.Vector).Value().Scores.ShouldBe([0, 1]);
        Topsis.Scores([[-3], [-4]], [1], [1], TopsisNormalisation.Vector).Value().Scores.ShouldBe([1, 0]);
        Topsis.Scores([[0, 1], [0, 2]], [1, 1], [1, 1], TopsisNormalisation.Vector).Value().Scores.ShouldBe([0, 1]);
    }

    [Fact]
    public void What_cannot_be_scored_is_said()
    {
        Code([], [1], [1]).ShouldBe("nothing-to-rank");
        Code([[]], [], []).ShouldBe("nothing-to-rank");
        Code([[1, 2], [3, 4]], [1], [1, 1]).ShouldBe("weights-do-not-fit");
        Code([[1, 2], [3, 4]], [1, 1], [1]).ShouldBe("weights-do-not-fit");
        Code([[1, 2], [3, 4]], [1, -1], [1, 1]).ShouldBe("weights-do-not-fit");
        Code([[1, 2], [3, 4]], [0, 0], [1, 1]).ShouldBe("weights-do-not-fit");
        Code([[1, 2], [3, 4]], [1, double.NaN], [1, 1]).ShouldBe("weights-do-not-fit");
        Code([[1, 2], [3, 4]], [1, double.PositiveInfinity], [1, 1]).ShouldBe("weights-do-not-fit");
        Code([[1, 2], [3, 4]], [1, 1], [1, 0]).ShouldBe("weights-do-not-fit");
        Code([[1, 2], [3]], [1, 1], [1, 1]).ShouldBe("not-rectangular");
        Code([[1, 2], [3, double.NaN]], [1, 1], [1, 1]).ShouldBe("bad-number");
        Code([[1, 2], [1, 2]], [1, 1], [1, 1]).ShouldBe("nothing-differs");
        Code([[1, 2], [9, 2]], [0, 1], [1, 1]).ShouldBe("nothing-differs");
        Code([[1, 2]], [1, 1], [1, 1]).ShouldBe("nothing-differs");
        Topsis.Scores([[1, 2], [3, double.NaN]], [1, 1], [1, 1], TopsisNormalisation.Vector).Problem!.Message.ShouldBe("Row 2, column 2: NaN cannot be used here.");
        Topsis.Scores([[1, 2], [3]], [1, 1], [1, 1], TopsisNormalisation.Vector).Problem!.Message.ShouldBe("Row 2 has 1 numbers where 2 are needed.");
    }

    private static string Code(double[][] matrix, double[] weights, int[] directions) => Topsis.Scores(matrix, weights, directions, TopsisNormalisation.Vector).Code();

    private static double[][] Ones(int n) => [.. Enumerable.Range(0, n).Select(_ => Enumerable.Repeat(1.0, n).ToArray())];

    private static double[][] Matrix(string text) => [.. text.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(r => r.Split(' ').Select(double.Parse).ToArray())];
}
