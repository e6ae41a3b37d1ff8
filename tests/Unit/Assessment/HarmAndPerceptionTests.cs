using Made.Core.Assessment;
using Made.Core.GoldenThread;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Assessment;

/// <summary>Harm against public perception, with the example of the page on the ranking matrix.</summary>
public sealed class HarmAndPerceptionTests
{
    private static readonly QuadrantRule Rule = new(["physical", "capacity"], 2, "volume", 3);
    private static readonly RankingMatrix Matrix = Small.Matrix with { Quadrant = Rule };

    [Fact]
    public void Issues_stand_by_two_thresholds_a_value_on_one_is_above_it_and_a_missing_score_stands_nowhere()
    {
        var places = Of(Score("c", 2, 2, 3), Score("d", 4, 1, 2), Score("e", 1, 2, 4), Score("f", 4, null, 4)).ToDictionary(p => p.Issue);
        (places["c"].IsHarmful, places["c"].IsConcern).ShouldBe((true, true));
        (places["d"].IsHarmful, places["d"].IsConcern, places["d"].Harm).ShouldBe((true, false, 2.5m));
        (places["e"].IsHarmful, places["e"].IsConcern).ShouldBe((false, true));
        (places["f"].IsPlaced, places["f"].Harm).ShouldBe((false, null));
        HarmAndPerception.Of(Small.Matrix, MatrixRanking.Of(Small.Matrix, [Score("c", 2, 2, 3)])).ShouldBeEmpty("this matrix has no rule");
    }

    [Fact]
    public void The_sentence_is_written_also_where_the_field_of_both_is_empty()
    {
        Sentence(Score("c", 2, 2, 3), Score("d", 4, 1, 2)).ShouldBe("C is both a concern to the public and causes a high level of harm.");
        Sentence(Score("c", 2, 2, 3), Score("g", 4, 4, 4), Score("f", 4, null, 4)).ShouldBe("G and C are both a concern to the public and cause a high level of harm. 1 issue lacks a score for it and cannot be placed.");
        Sentence(Score("d", 4, 1, 2)).ShouldBe("No issue is both a concern to the public and causes a high level of harm.");
        Sentence(Score("f", 4, null, 4)).ShouldBe("No issue has been scored for both harm and public concern, so none can be placed.");
        Sentence().ShouldBe("No issue has been scored for both harm and public concern, so none can be placed.");
    }

    [Fact]
    public void Thresholds_are_said_with_their_criteria()
    {
        HarmAndPerception.Thresholds(Matrix, Rule).ShouldBe(("a mean of 2 or more over physical harm, capacity", "how often of 3 or more (3)"));
    }

    private static string Sentence(params ThreadContent.Score[] scores) => HarmAndPerception.Sentence(Of(scores), id => id.ToUpperInvariant());

    private static IReadOnlyList<QuadrantPlace> Of(params ThreadContent.Score[] scores) => HarmAndPerception.Of(Matrix, MatrixRanking.Of(Matrix, scores));

    private static ThreadContent.Score Score(string issue, int? first, int? second, int? concern) => Small.Score(issue, "police", first, 0, concern, second);
}
