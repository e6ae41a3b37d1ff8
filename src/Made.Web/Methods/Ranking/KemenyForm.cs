using System.Text.Json.Nodes;
using Made.Core;
using Made.Core.Methods.Ranking;

namespace Made.Web.Methods.Ranking;

/// <summary><c>kemeny</c>: every order, and every ranking with ties, that is nearest to the lists.</summary>
internal sealed class KemenyForm : IMethodForm
{
    public MethodDescription Description { get; } = new()
    {
        Name = "kemeny",
        Purpose = "The orders that contradict weighted lists least: all of them, exactly, without and with ties.",
        Reads = RankingInput.Reads,
        Writes = "JSON kemeny_full_rankings, kemeny_distance_full, number_of_optimal_orders, one_optimal_order, kemeny_tau_x, kemeny_with_ties, kemeny_with_ties_distance, number_with_ties, kemeny_with_ties_tau_x, complete",
        Units = "distance in weights of violated preferences; tau from -1 to 1",
        Source = "Kemeny 1959; Emond and Mason 2002",
        Page = "kemeny",
        Options = [new("list", "10000", "how many optimal rankings are listed at most; all are counted")],
    };

    public Outcome<MethodOutput> Run(MethodInput input)
    {
        var list = input.Options.Whole("list", 1);
        return InputCases.Run(input, json => One(json, list));
    }

    private static Outcome<JsonObject> One(InputNode json, int list)
    {
        if (!RankingInput.Of(json).Succeeded(out var ballots, out var problem) || !Kemeny.Orders(ballots, list).Succeeded(out var full, out problem)
            || !KemenyWithTies.Rankings(ballots, list).Succeeded(out var tied, out problem))
            return problem;
        return new JsonObject
        {
            ["items"] = JsonText.Texts(ballots.Items),
            ["kemeny_full_rankings"] = JsonText.Rows(full.Rankings),
            ["kemeny_distance_full"] = JsonText.Number(full.Distance),
            ["number_of_optimal_orders"] = full.Count,
            ["one_optimal_order"] = JsonText.Texts(ballots.Items.Zip(full.Rankings[0]).OrderBy(i => i.Second).Select(i => i.First)),
            ["kemeny_tau_x"] = full.TauX,
            ["kemeny_with_ties"] = JsonText.Rows(tied.Rankings),
            ["kemeny_with_ties_distance"] = JsonText.Number(tied.Distance),
            ["number_with_ties"] = tied.Count,
            ["kemeny_with_ties_tau_x"] = tied.TauX,
            ["complete"] = full.IsComplete && tied.IsComplete,
        };
    }
}
