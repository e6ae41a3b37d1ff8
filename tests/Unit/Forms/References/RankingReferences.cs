using System.Text.Json;
using Made.Tests.Unit.Methods;
using Shouldly;
using static Made.Tests.Unit.Forms.References.ReferenceFile;

namespace Made.Tests.Unit.Forms.References;

/// <summary>Borda, Kemeny, AHP and TOPSIS.</summary>
internal static class RankingReferences
{
    private const string Matrix = "05-ranking/seed002_strategic_ranking_matrix.json";

    public static readonly IReadOnlyList<ReferenceFile> All =
    [
        Runs("05-ranking/kemeny_borda.json", "kemeny", "{}; and borda", Ballots),
        Runs(Matrix, "kemeny", "{}; and borda; weights 1, and the populations of mid-2019", Strategic),
        Runs("05-ranking/mcda.json", "topsis", "normalisation vector and min-max; and ahp", Criteria),
    ];

    private static void Ballots()
    {
        var cases = Vectors.Entries("05-ranking/kemeny_borda.json", "cases").ToList();
        var (points, orders) = (Answers("borda"), Answers("kemeny"));
        foreach (var (i, c) in cases.Index())
        {
            var id = c.GetProperty("id").GetString();
            points[i].GetProperty("borda_points").Numbers().ShouldBe(c.GetProperty("borda_points").Numbers(), id);
            foreach (var (ours, theirs) in points[i].GetProperty("weighted_mean_rank").Numbers().Zip(c.GetProperty("weighted_mean_rank").Numbers()))
                Near(ours, theirs, 1e-9, $"{id} mean rank");
            foreach (var key in new[] { "kemeny_full_rankings", "kemeny_with_ties" })
            {
                Rankings(orders[i].GetProperty(key)).ShouldBe(Rankings(c.GetProperty(key)), $"{id} {key}");
                orders[i].GetProperty(key == "kemeny_with_ties" ? "number_with_ties" : "number_of_optimal_orders").GetInt32().ShouldBe(c.GetProperty(key).GetArrayLength(), id);
            }
            orders[i].GetProperty("kemeny_distance_full").GetDecimal().ShouldBe(c.GetProperty("kemeny_distance_full").GetDecimal(), id);
            foreach (var key in new[] { "kemeny_tau_x", "kemeny_with_ties_tau_x" })
                Near(orders[i].GetProperty(key).GetDouble(), c.GetProperty(key).GetDouble(), 1e-9, $"{id} {key}");
        }

        static List<JsonElement> Answers(string method) => [.. CommandRun.Json(method, Vectors.Text("05-ranking/kemeny_borda.json")).GetProperty("cases").EnumerateArray()];
    }

    private static IEnumerable<string> Rankings(JsonElement list) => list.EnumerateArray().Select(r => string.Join(' ', r.Numbers())).Order();

    private static void Strategic()
    {
        Vectors.TryJson(Matrix, out var file).ShouldBeTrue();
        var people = Populations();
        string[] items = [.. file.GetProperty("items").EnumerateArray().Select(i => i.GetString()!)];
        var areas = file.GetProperty("as_printed").EnumerateObject().ToDictionary(a => a.Name, a => a.Value.EnumerateObject().Select(d => d.Name).ToArray());
        var lists = file.GetProperty("normalised");
        foreach (var aggregate in file.GetProperty("aggregates").EnumerateArray())
        {
            var scope = aggregate.GetProperty("scope").GetString()!;
            string[] members = [.. areas.Where(a => scope.EndsWith(" " + a.Key, StringComparison.Ordinal)).SelectMany(a => a.Value)];
            if (members.Length == 0)
                members = [.. lists.EnumerateObject().Select(d => d.Name)];
            foreach (var (kind, weights) in new[] { ("equal", members.Select(_ => 1m)), ("population", members.Select(m => people[m])) })
            {
                var text = $$"""{"items": {{JsonSerializer.Serialize(items)}}, "rankings": [{{string.Join(',', members.Select(m => lists.GetProperty(m).GetRawText()))}}], "weights": [{{string.Join(',', weights)}}]}""";
                var points = CommandRun.Json("borda", text).GetProperty("borda_points").EnumerateArray().Select(p => p.GetDecimal());
                points.ShouldBe(items.Select(i => aggregate.GetProperty($"borda_{kind}").GetProperty(i).GetDecimal()), $"{scope} {kind}");
                var (best, expected) = (CommandRun.Json("kemeny", text), aggregate.GetProperty($"kemeny_{kind}"));
                best.GetProperty("kemeny_distance_full").GetDecimal().ShouldBe(expected.GetProperty("cost").GetDecimal(), $"{scope} {kind}");
                best.GetProperty("number_of_optimal_orders").GetInt64().ShouldBe(expected.GetProperty("number_of_optimal_orders").GetInt64(), $"{scope} {kind}");
                string[] order = [.. expected.GetProperty("one_optimal_order").EnumerateArray().Select(i => i.GetString()!)];
                Rankings(best.GetProperty("kemeny_full_rankings")).ShouldContain(string.Join(' ', items.Select(i => Array.IndexOf(order, i) + 1)), $"{scope} {kind}");
            }
        }
    }

    /// <summary>The populations that the matrix was weighted by, of mid-2019: twelve stand with the apportionments, those of the two unitary areas are ONS's.</summary>
    private static Dictionary<string, decimal> Populations() => new(Vectors.Entries("09-apportionment/largest_remainder.json", "cases").First().GetProperty("areas").EnumerateArray()
        .ToDictionary(a => a.GetProperty("name").GetString()!, a => a.GetProperty("weight").GetDecimal()))
    {
        ["Blackpool"] = 139_446,
        ["Blackburn with Darwen"] = 149_696,
    };

    private static void Criteria()
    {
        Vectors.TryJson("05-ranking/mcda.json", out var file).ShouldBeTrue();
        var (published, computed) = (file.GetProperty("published"), file.GetProperty("computed"));
        CommandRun.Json("ahp", published.GetProperty("ahp").GetRawText()).GetProperty("weights").Numbers().Select(w => Math.Round(w, 4)).ShouldBe(published.GetProperty("ahp").GetProperty("expected_4dp").Numbers());
        var (ahp, wanted) = (CommandRun.Json("ahp", computed.GetProperty("ahp").GetRawText()), computed.GetProperty("ahp").GetProperty("expected"));
        foreach (var (ours, theirs) in ahp.GetProperty("weights").Numbers().Zip(wanted.GetProperty("weights").Numbers()))
            Near(ours, theirs, 1e-6, "ahp weight");
        foreach (var key in new[] { "lambda_max", "ci", "ri", "cr" })
            Near(ahp.GetProperty(key).GetDouble(), wanted.GetProperty(key).GetDouble(), 1e-6, key);
        CommandRun.Json("topsis", published.GetProperty("topsis").GetRawText()).GetProperty("scores").Numbers().Select(s => Math.Round(s, 3))
            .ShouldBe(published.GetProperty("topsis").GetProperty("expected_3dp").Numbers());
        foreach (var (name, key) in new[] { ("vector", "vector_normalised"), ("min-max", "minmax_normalised") })
        {
            var topsis = CommandRun.Json("topsis", computed.GetProperty("topsis").GetRawText(), $$"""{"normalisation": "{{name}}"}""");
            topsis.GetProperty("normalisation").GetString().ShouldBe(name);
            foreach (var (ours, theirs) in topsis.GetProperty("scores").Numbers().Zip(computed.GetProperty("topsis").GetProperty(key).Numbers()))
                Near(ours, theirs, 1e-6, key);
        }
    }
}
