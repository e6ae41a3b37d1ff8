using System.Text.Json.Nodes;
using Made.Core;
using Made.Core.Methods.Ranking;

namespace Made.Web.Methods.Ranking;

/// <summary><c>ahp</c>: weights of criteria from pairwise comparisons, and whether the comparisons hang together.</summary>
internal sealed class HierarchyForm : IMethodForm
{
    public MethodDescription Description { get; } = new()
    {
        Name = "ahp",
        Purpose = "Weights of criteria from pairwise comparisons, with their consistency ratio.",
        Reads = "JSON matrix",
        Writes = "JSON weights, lambda_max, ci, ri, cr, consistent",
        Units = "shares that sum to 1",
        Source = "Saaty 1980",
        Page = "ahp",
    };

    public Outcome<MethodOutput> Run(MethodInput input) => InputCases.Run(input, json =>
    {
        var matrix = json.Rows("matrix", NumberRule.Positive);
        if (json.Faults.Any)
            return json.Faults.Together();
        if (!AnalyticHierarchy.Weights(matrix).Succeeded(out var result, out var problem))
            return problem;
        return new JsonObject
        {
            ["weights"] = JsonText.Numbers(result.Weights),
            ["lambda_max"] = result.LambdaMax,
            ["ci"] = result.ConsistencyIndex,
            ["ri"] = result.RandomIndex,
            ["cr"] = result.ConsistencyRatio,
            ["consistent"] = result.IsConsistent,
        };
    });
}
