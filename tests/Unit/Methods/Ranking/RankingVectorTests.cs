using System.Text.Json;
using Made.Core.Methods.Ranking;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Methods.Ranking;

public class RankingVectorTests
{
    [Fact]
    public void Borda_points_and_Kemeny_rankings_agree_with_the_reference()
    {
        if (!Vectors.TryJson("05-ranking/kemeny_borda.json", out var file))
            return;
        foreach (var c in file.GetProperty("cases").EnumerateArray())
        {
            var weights = c.GetProperty("weights").EnumerateArray().Select(w => w.GetDecimal()).ToArray();
            var lists = c.GetProperty("rankings").EnumerateArray().Select((r, i) => new Ballot([.. r.Numbers()], weights[i])).ToArray();
            var ballots = Ballots.Of([.. c.GetProperty("items").EnumerateArray().Select(i => i.GetString()!)], lists).Value();
            Borda.Points(ballots).ShouldBe(c.GetProperty("borda_points").EnumerateArray().Select(p => p.GetDecimal()));
            var full = Kemeny.Orders(ballots).Value();
            full.Distance.ShouldBe(c.GetProperty("kemeny_distance_full").GetDecimal());
            full.TauX.ShouldBe(c.GetProperty("kemeny_tau_x").GetDouble(), 1e-14);
            Same(full, c.GetProperty("kemeny_full_rankings"));
            var tied = KemenyWithTies.Rankings(ballots).Value();
            tied.TauX.ShouldBe(c.GetProperty("kemeny_with_ties_tau_x").GetDouble(), 1e-14);
            Same(tied, c.GetProperty("kemeny_with_ties"));
        }
    }

    [Fact]
    public void The_printed_strategic_matrix_gives_the_points_costs_and_numbers_of_optimal_orders_of_the_reference()
    {
        if (!Vectors.TryJson("05-ranking/seed002_strategic_ranking_matrix.json", out var file))
            return;
        string[] items = [.. file.GetProperty("items").EnumerateArray().Select(i => i.GetString()!)];
        var lists = file.GetProperty("normalised").EnumerateObject().ToDictionary(d => d.Name, d => d.Value.EnumerateArray().Select(i => i.GetString()!).ToArray());
        var areas = file.GetProperty("as_printed").EnumerateObject().ToDictionary(a => a.Name, a => a.Value.EnumerateObject().Select(d => d.Name).ToArray());
        foreach (var aggregate in file.GetProperty("aggregates").EnumerateArray())
        {
            var scope = aggregate.GetProperty("scope").GetString()!;
            var members = areas.Where(a => scope.EndsWith(" " + a.Key, StringComparison.Ordinal)).SelectMany(a => a.Value).ToArray();
            if (members.Length == 0)
                members = [.. lists.Keys];
            var ballots = Ballots.Of(items, [.. members.Select(m => Ballots.Listing(items, lists[m], 1).Value())]).Value();
            Borda.Points(ballots).ShouldBe(items.Select(i => aggregate.GetProperty("borda_equal").GetProperty(i).GetDecimal()));
            var best = Kemeny.Orders(ballots).Value();
            var expected = aggregate.GetProperty("kemeny_equal");
            best.Distance.ShouldBe(expected.GetProperty("cost").GetDecimal());
            best.Count.ShouldBe(expected.GetProperty("number_of_optimal_orders").GetInt64());
            best.IsComplete.ShouldBeTrue();
            best.Rankings.Count.ShouldBe((int)best.Count);
            string[] order = [.. expected.GetProperty("one_optimal_order").EnumerateArray().Select(i => i.GetString()!)];
            best.Rankings.ShouldContain(r => r.SequenceEqual(items.Select(i => Array.IndexOf(order, i) + 1)));
        }
    }

    [Fact]
    public void Hierarchies_and_TOPSIS_agree_with_the_published_and_the_computed_cases()
    {
        if (!Vectors.TryJson("05-ranking/mcda.json", out var file))
            return;
        var (published, computed) = (file.GetProperty("published"), file.GetProperty("computed"));
        var ahp = AnalyticHierarchy.Weights(Matrix(published.GetProperty("ahp"))).Value();
        ahp.Weights.Select(w => Math.Round(w, 4)).ShouldBe(published.GetProperty("ahp").GetProperty("expected_4dp").Numbers());
        ahp = AnalyticHierarchy.Weights(Matrix(computed.GetProperty("ahp"))).Value();
        var expected = computed.GetProperty("ahp").GetProperty("expected");
        Vectors.Near(ahp.Weights, expected.GetProperty("weights").Numbers()).ShouldBeTrue();
        Vectors.Near([ahp.LambdaMax, ahp.ConsistencyIndex, ahp.RandomIndex, ahp.ConsistencyRatio],
            [.. new[] { "lambda_max", "ci", "ri", "cr" }.Select(k => expected.GetProperty(k).GetDouble())]).ShouldBeTrue();

        Scores(published.GetProperty("topsis"), TopsisNormalisation.MinMax).Select(s => Math.Round(s, 3))
            .ShouldBe(published.GetProperty("topsis").GetProperty("expected_3dp").Numbers());
        var topsis = computed.GetProperty("topsis");
        Vectors.Near(Scores(topsis, TopsisNormalisation.Vector), topsis.GetProperty("vector_normalised").Numbers()).ShouldBeTrue();
        Vectors.Near(Scores(topsis, TopsisNormalisation.MinMax), topsis.GetProperty("minmax_normalised").Numbers()).ShouldBeTrue();
    }

    private static IReadOnlyList<double> Scores(JsonElement c, TopsisNormalisation normalisation) =>
        Topsis.Scores(Matrix(c), c.GetProperty("weights").Numbers(), [.. c.GetProperty("types").Numbers().Select(t => (int)t)], normalisation).Value().Scores;

    private static double[][] Matrix(JsonElement c) => [.. c.GetProperty("matrix").EnumerateArray().Select(r => r.Numbers())];

    private static void Same(KemenyResult result, JsonElement expected)
    {
        var rankings = expected.EnumerateArray().Select(r => string.Join(' ', r.Numbers())).Order();
        result.Rankings.Select(r => string.Join(' ', r)).Order().ShouldBe(rankings);
        result.Count.ShouldBe(expected.GetArrayLength());
    }
}
