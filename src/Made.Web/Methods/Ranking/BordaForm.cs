using System.Text.Json.Nodes;
using Made.Core;
using Made.Core.Methods.Ranking;

namespace Made.Web.Methods.Ranking;

/// <summary><c>borda</c>: the points of each item over weighted lists.</summary>
internal sealed class BordaForm : IMethodForm
{
    public MethodDescription Description { get; } = new()
    {
        Name = "borda",
        Purpose = "Borda points of items over lists of areas or people, each list weighted.",
        Reads = RankingInput.Reads,
        Writes = "JSON items, borda_points, weighted_mean_rank",
        Units = "points times weight; a rank from 1",
        Source = "Borda 1781; unlisted items share the mean of the points left",
        Page = "borda",
    };

    public Outcome<MethodOutput> Run(MethodInput input) => InputCases.Run(input, One);

    private static Outcome<JsonObject> One(InputNode json)
    {
        if (!RankingInput.Of(json).Succeeded(out var ballots, out var problem))
            return problem;
        var points = Borda.Points(ballots);
        return new JsonObject
        {
            ["items"] = JsonText.Texts(ballots.Items),
            ["borda_points"] = new JsonArray([.. points.Select(p => JsonText.Number(p))]),
            ["weighted_mean_rank"] = JsonText.Numbers(points.Select(p => (double)(ballots.Items.Count - (p / ballots.Weight)))),
        };
    }
}
