using Made.Core.Assessment;
using Made.Core.GoldenThread;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Assessment;

public sealed class MatrixRankingTests
{
    [Fact]
    public void The_total_is_the_product_of_the_weighted_sums_of_the_sections_that_count()
    {
        var one = MatrixRanking.Of(Small.Matrix, [Small.Score("a", "police", 2, 3, 4, 1)]).ShouldHaveSingleItem();
        // Harm: 1 x 2 + 2 x 3 = 8; likelihood: 1 x 4; position stands beside.
        (one.Total, one.Rank).ShouldBe((32m, 1));
        one.Sections.ShouldBe([8m, 4m, 1m]);
        MatrixRanking.Of(Small.Matrix with { Rule = CombiningRule.WeightedSum }, [Small.Score("a", "police", 2, 3, 4, 1)])[0].Total.ShouldBe(12m);
    }

    [Fact]
    public void A_criterion_that_nobody_scored_is_not_0_and_leaves_the_issue_without_a_rank()
    {
        var ranked = MatrixRanking.Of(Small.Matrix, [Small.Score("a", "police", 4, null, 4, 4), Small.Score("b", "police", 1, 1, 1, null)]);
        ranked.Select(r => (r.Issue, r.Rank)).ShouldBe([("b", 1), ("a", 0)]);
        ranked[1].Total.ShouldBeNull();
        ranked[0].Sections[2].ShouldBeNull();
    }

    [Fact]
    public void Scorers_count_by_their_mean_and_their_largest_difference_is_told()
    {
        var one = MatrixRanking.Of(Small.Matrix, [Small.Score("a", "police", 4, 0, 2, 0), Small.Score("a", "council", 1, 1, 2, 0, Confidence.Low)]).Single();
        (one.Values["physical"], one.Spread, one.Confidence).ShouldBe((2.5m, 3, Confidence.Low));
        one.Total.ShouldBe((2.5m + (2 * 0.5m)) * 2);
        one.Scorers.ShouldBe(["police", "council"]);
    }

    [Fact]
    public void Tied_issues_share_the_rank_and_the_next_follows_after_them()
    {
        var ranked = MatrixRanking.Of(Small.Matrix, [Small.Score("b", "p", 1, 1, 1, 0), Small.Score("a", "p", 1, 1, 1, 0), Small.Score("c", "p", 0, 0, 1, 0)]);
        ranked.Select(r => (r.Issue, r.Rank)).ShouldBe([("a", 1), ("b", 1), ("c", 3)]);
    }

    [Fact]
    public void A_moderated_score_takes_the_place_of_every_scorers()
    {
        ThreadContent.Score[] all = [Small.Score("a", "police", 4, 4, 4, 4), Small.Score("a", "panel", 1, 1, 1, 1) with { IsModerated = true }, Small.Score("b", "police", 2, 2, 2, 2)];
        MatrixRanking.Counting(all, s => s).Select(s => (s.Issue, s.Scorer)).ShouldBe([("a", "panel"), ("b", "police")]);
    }

    [Fact]
    public void Sensitivity_names_the_ranks_that_hang_on_a_weight_and_on_a_scorer()
    {
        // a: 10 x 2 = 20. b: of both scorers 8 x 4 = 32, of the police alone 4 x 4 = 16.
        ThreadContent.Score[] scores = [Small.Score("a", "police", 2, 4, 2, 0), Small.Score("b", "police", 2, 1, 4, 0), Small.Score("b", "council", 4, 4, 4, 0)];
        var cases = Sensitivity.Of(Small.Matrix, scores);
        cases.Count.ShouldBe(8);
        cases.Single(c => c.What == "Without the scores of: council").Moves.ShouldBe([new RankMove("b", 1, 2), new RankMove("a", 2, 1)]);
        cases.Single(c => c.What == "Without the scores of: police").Moves.ShouldBe([new RankMove("a", 2, 0)]);
        cases.Single(c => c.What == "Weight of physical harm × 1.2").Moves.ShouldBeEmpty();
        cases.ShouldNotContain(c => c.What.Contains("capacity", StringComparison.Ordinal));
    }

    [Fact]
    public void With_one_scorer_nobody_is_left_out() =>
        Sensitivity.Of(Small.Matrix, [Small.Score("a", "police", 1, 1, 1, 1)]).ShouldAllBe(c => c.What.StartsWith("Weight", StringComparison.Ordinal));

    [Theory]
    [InlineData(-12, 0)]
    [InlineData(-10, 1)]
    [InlineData(0, 2)]
    [InlineData(9.9, 3)]
    [InlineData(400, 4)]
    public void A_measure_suggests_the_number_of_steps_it_reaches(double change, int value) =>
        new Suggestion(SuggestedBy.ChangeOnYear, [-10, -3, 3, 10]).Of(change).ShouldBe(value);

    [Fact]
    public void An_absent_measure_suggests_nothing() => new Suggestion(SuggestedBy.ChangeOnYear, [-10, -3, 3, 10]).Of(double.NaN).ShouldBeNull();

    [Fact]
    public void A_score_off_the_scale_or_of_an_unknown_issue_is_told_by_field()
    {
        var vocabulary = new Vocabulary([Small.Issue("a"), Small.Issue("late") with { From = new DateOnly(2030, 1, 1) }], []);
        var day = new DateOnly(2026, 11, 30);
        ScoreRules.Broken(Small.Score("a", "police", 4, 0, 0, 0), Small.Matrix, vocabulary, day).ShouldBeEmpty();
        ScoreRules.Broken(Small.Score("a", "", 5, -1, 0, 0), Small.Matrix, vocabulary, day).Select(b => b.Field).ShouldBe(["scorer", "physical", "psychological"]);
        ScoreRules.Broken(Small.Score("x", "p", 0, 0, 0, 0), Small.Matrix, vocabulary, day).Single().Field.ShouldBe("issue");
        ScoreRules.Broken(Small.Score("late", "p", 0, 0, 0, 0), Small.Matrix, vocabulary, day).Single().Why.ShouldContain("not used on that day");
        ScoreRules.Broken(Small.Score("a", "p", null, null, null, null), Small.Matrix, vocabulary, day).Single().Field.ShouldBe("values");
    }
}

/// <summary>A matrix of four criteria in three sections, and scores on it.</summary>
internal static class Small
{
    public static readonly RankingMatrix Matrix = new()
    {
        Id = "small",
        Title = "Small",
        Cycle = "2026-29",
        From = new DateOnly(2026, 4, 1),
        To = new DateOnly(2029, 3, 31),
        Rule = CombiningRule.ProductOfSections,
        Sections =
        [
            new("Harm", true, [Criterion("physical", "Physical harm", 1), Criterion("psychological", "Psychological harm", 2)]),
            new("Likelihood", true, [Criterion("volume", "How often", 1)]),
            new("Position", false, [Criterion("capacity", "Capacity", 1)]),
        ],
        Source = "made up",
    };

    public static ThreadContent.Score Score(string issue, string scorer, int? physical, int? psychological, int? volume, int? capacity, Confidence confidence = Confidence.High) => new()
    {
        Issue = issue,
        Matrix = "small",
        Cycle = "2026-29",
        Scorer = scorer,
        Confidence = confidence,
        Values = new[] { ("physical", physical), ("psychological", psychological), ("volume", volume), ("capacity", capacity) }
            .Where(v => v.Item2 is not null).ToDictionary(v => v.Item1, v => v.Item2!.Value, StringComparer.Ordinal),
    };

    public static Issue Issue(string id) => new(id, id, IssueKind.Issue, "", [], DateOnly.MinValue, DateOnly.MaxValue, "made up");

    private static Criterion Criterion(string id, string title, decimal weight) => new() { Id = id, Title = title, Weight = weight, Scale = ["0", "1", "2", "3", "4"] };
}
