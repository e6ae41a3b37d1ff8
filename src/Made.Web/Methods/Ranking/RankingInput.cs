using System.Text.Json;
using Made.Core;
using Made.Core.Methods.Ranking;

namespace Made.Web.Methods.Ranking;

/// <summary>Reads <c>{items, rankings, weights}</c>: a ranking is one rank per item (null: not listed), or the names of the listed items, best first.</summary>
internal static class RankingInput
{
    public const string Reads = "JSON items, rankings (ranks per item with null for not listed, or names best first), weights (1 each where absent)";

    private static readonly NumberRule Weight = NumberRule.Between(0, 1e15);

    public static Outcome<Ballots> Of(InputNode json)
    {
        var items = json.Texts("items");
        var rankings = json.Entries("rankings");
        var weights = json.Has("weights") ? json.Numbers("weights", Weight) : [.. rankings.Select(_ => 1.0)];
        if (weights.Length != rankings.Count)
            json.Wrong("weights", $"has {weights.Length} entries for {rankings.Count} rankings");
        if (json.Faults.Any)
            return json.Faults.Together();
        var lists = new List<Ballot>();
        for (var i = 0; i < rankings.Count; i++)
        {
            if (!One(rankings[i], items, (decimal)weights[i]).Succeeded(out var ballot, out var problem))
                return problem;
            lists.Add(ballot);
        }
        return json.Faults.Any ? json.Faults.Together() : Ballots.Of(items, lists);
    }

    private static Outcome<Ballot> One(InputNode ranking, string[] items, decimal weight)
    {
        var array = ranking.Element;
        if (array.ValueKind == JsonValueKind.Array && array.GetArrayLength() > 0 && array.EnumerateArray().All(e => e.ValueKind == JsonValueKind.String))
            return Ballots.Listing(items, [.. array.EnumerateArray().Select(e => e.GetString()!)], weight).Succeeded(out var listed, out var problem)
                ? listed : problem with { Message = $"{ranking.Place}: {problem.Message}" };
        return new Ballot(ranking.NumbersOrGaps("", NumberRule.Positive), weight);
    }
}
