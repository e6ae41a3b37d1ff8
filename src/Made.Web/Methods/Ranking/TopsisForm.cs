using System.Text.Json.Nodes;
using Made.Core;
using Made.Core.Methods.Ranking;

namespace Made.Web.Methods.Ranking;

/// <summary><c>topsis</c>: how near each alternative is to the best of everything.</summary>
internal sealed class TopsisForm : IMethodForm
{
    private const string Option = "normalisation";

    public MethodDescription Description { get; } = new()
    {
        Name = "topsis",
        Purpose = "Alternatives scored by their distance to the best and to the worst value of every criterion.",
        Reads = "JSON matrix (a row per alternative), weights, types (1 more is better, -1 less is), normalisation?",
        Writes = "JSON scores, normalisation",
        Units = "shares from 0 to 1",
        Source = "Hwang and Yoon 1981; Opricovic and Tzeng 2004",
        Page = "topsis",
        Options = [new(Option, "", "vector (what holds where neither the options nor the input name one) or min-max; the numbers, and sometimes the order, depend on it")],
    };

    public Outcome<MethodOutput> Run(MethodInput input)
    {
        var asked = input.Options.Has(Option) ? input.Options.Choice(Option, "vector", "min-max", "minmax") : "";
        return InputCases.Run(input, json => One(json, asked));
    }

    private static Outcome<JsonObject> One(InputNode json, string asked)
    {
        var matrix = json.Rows("matrix");
        var weights = json.Numbers("weights", NumberRule.NotNegative);
        var types = json.Numbers("types", new NumberRule(v => v is 1 or -1, "is neither 1 nor -1"));
        var normalisation = Named(json, asked.Length > 0 ? asked : json.Label(Option, "vector"));
        if (json.Faults.Any)
            return json.Faults.Together();
        if (!Topsis.Scores(matrix, weights, [.. types.Select(t => (int)t)], normalisation).Succeeded(out var result, out var problem))
            return problem;
        return new JsonObject
        {
            ["scores"] = JsonText.Numbers(result.Scores),
            [Option] = result.Normalisation == TopsisNormalisation.Vector ? "vector" : "min-max",
        };
    }

    /// <summary>An input may say more after the name: "min-max (as published)".</summary>
    private static TopsisNormalisation Named(InputNode json, string name)
    {
        if (name.StartsWith("vector", StringComparison.Ordinal))
            return TopsisNormalisation.Vector;
        if (!name.StartsWith("min-max", StringComparison.Ordinal) && !name.StartsWith("minmax", StringComparison.Ordinal))
            json.Wrong(Option, $"'{name}' is neither vector nor min-max");
        return TopsisNormalisation.MinMax;
    }
}
