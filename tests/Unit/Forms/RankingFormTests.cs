using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Forms;

public sealed class RankingFormTests
{
    private const string Lists = """{"items": ["a", "b", "c"], "rankings": [[1, 2, 3], [2, 1, null], ["b", "c"]], "weights": [2, 1.5, 0.5]}""";

    [Fact]
    public void Ranks_gaps_and_names_become_points()
    {
        var json = FormRun.Json("borda", Lists);
        json.GetProperty("borda_points").ToString().Split([',', '[', ']', '\n', ' '], StringSplitOptions.RemoveEmptyEntries).ShouldBe(["5.5", "6", "0.5"]);
        json.GetProperty("weighted_mean_rank")[0].GetDouble().ShouldBe(3 - (5.5 / 4));
        FormRun.Json("borda", """{"items": ["a", "b"], "rankings": [[1, 2]]}""").GetProperty("borda_points")[0].GetInt32().ShouldBe(1);
    }

    [Fact]
    public void Every_optimum_is_written_and_counted()
    {
        var json = FormRun.Json("kemeny", """{"items": ["a", "b", "c"], "rankings": [[1, 2, 3], [3, 1, 2], [2, 3, 1]]}""");
        json.GetProperty("kemeny_full_rankings").GetArrayLength().ShouldBe(3);
        json.GetProperty("number_of_optimal_orders").GetInt64().ShouldBe(3);
        json.GetProperty("kemeny_distance_full").GetInt32().ShouldBe(4);
        json.GetProperty("one_optimal_order")[0].GetString().ShouldBe("a");
        json.GetProperty("complete").GetBoolean().ShouldBeTrue();
        var few = FormRun.Json("kemeny", """{"items": ["a", "b", "c"], "rankings": [[1, 1, 1]]}""", """{"list": 2}""");
        few.GetProperty("kemeny_full_rankings").GetArrayLength().ShouldBe(2);
        few.GetProperty("number_of_optimal_orders").GetInt64().ShouldBe(6);
        few.GetProperty("complete").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public void Several_cases_are_answered_under_their_ids()
    {
        var json = FormRun.Json("borda", $$"""{"cases": [{{Lists}}, {"id": "second", "items": ["x"], "rankings": [[1]]}]}""");
        json.GetProperty("cases").EnumerateArray().Select(c => c.GetProperty("id").GetString()).ShouldBe(["1", "second"]);
        FormRun.Refusal("borda", $$"""{"cases": [{{Lists}}, {"items": ["x", "x"], "rankings": [[1, 2]]}]}""").ShouldBe("cases, entry 2: 'x' is named twice.");
    }

    [Theory]
    [InlineData("""{"rankings": [[1]]}""", "input, 'items': is missing.")]
    [InlineData("""{"items": ["a"], "rankings": [[0]]}""", "input, rankings, entry 1, item 1: 0 is not above 0.")]
    [InlineData("""{"items": ["a"], "rankings": [["b"]]}""", "rankings, entry 1: A list names 'b', which is not one of the items.")]
    [InlineData("""{"items": ["a", "b"], "rankings": [[1, "b"]]}""", "input, rankings, entry 1, item 2: \"b\" is not a number.")]
    [InlineData("""{"items": ["a"], "rankings": [5]}""", "input, rankings, entry 1: 5 is not an array.")]
    [InlineData("""{"items": ["a"], "rankings": [[1]], "weights": [-1]}""", "input, 'weights', item 1: -1 does not lie between 0 and 1000000000000000.")]
    [InlineData("""{"items": ["a"], "rankings": [[1]], "weights": [1, 2]}""", "input, 'weights': has 2 entries for 1 rankings.")]
    [InlineData("""{"items": ["a", "b"], "rankings": [[1, 2], [1]]}""", "List 2 has 1 ranks for 2 items.")]
    public void A_list_that_does_not_fit_is_refused(string text, string said) => FormRun.Refusal("kemeny", text).ShouldBe(said);

    [Fact]
    public void Comparisons_become_weights()
    {
        var json = FormRun.Json("ahp", """{"matrix": [[1, 4], [0.25, 1]]}""");
        json.GetProperty("weights")[0].GetDouble().ShouldBe(0.8, 1e-15);
        json.GetProperty("cr").GetDouble().ShouldBe(0);
        json.GetProperty("consistent").GetBoolean().ShouldBeTrue();
        FormRun.Refusal("ahp", """{"matrix": [[1, -4], [0.25, 1]]}""").ShouldBe("input, 'matrix', item 1, item 2: -4 is not above 0.");
        FormRun.Refusal("ahp", """{"matrix": [[1, 4], [4, 1]]}""").ShouldBe("Row 2, column 1 is not one over row 1, column 2.");
    }

    [Theory]
    [InlineData("", "{}", "vector")]
    [InlineData(""", "normalisation": "min-max (as published)" """, "{}", "min-max")]
    [InlineData(""", "normalisation": "min-max" """, """{"normalisation": "vector"}""", "vector")]
    [InlineData("", """{"normalisation": "min-max"}""", "min-max")]
    [InlineData("", """{"normalisation": "minmax"}""", "min-max")]
    public void The_normalisation_is_named_with_the_scores(string member, string options, string used)
    {
        var json = FormRun.Json("topsis", $$"""{"matrix": [[3, 12], [4, 5]], "weights": [1, 1], "types": [1, 1]{{member}}}""", options);
        json.GetProperty("normalisation").GetString().ShouldBe(used);
        json.GetProperty("scores")[0].GetDouble().ShouldBe(used == "vector" ? 7 / 13.0 / ((7 / 13.0) + 0.2) : 0.5, 1e-14);
    }

    [Fact]
    public void Directions_and_normalisations_are_closed_lists()
    {
        FormRun.Refusal("topsis", """{"matrix": [[1], [2]], "weights": [1], "types": [2]}""").ShouldBe("input, 'types', item 1: 2 is neither 1 nor -1.");
        FormRun.Refusal("topsis", """{"matrix": [[1], [2]], "weights": [1], "types": [1], "normalisation": "sum"}""").ShouldBe("input, 'normalisation': 'sum' is neither vector nor min-max.");
        FormRun.Refusal("topsis", """{"matrix": [[2], [2]], "weights": [1], "types": [1]}""").ShouldBe("All alternatives are the same on every criterion that counts.");
    }
}
