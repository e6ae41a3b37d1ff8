using System.Text.Json;
using System.Text.Json.Nodes;
using Made.Core;
using Made.Core.Methods.Severity;

namespace Made.Web.Methods.Severity;

/// <summary><c>severity</c>: Crime Severity Score of areas from counts by offence code.</summary>
internal sealed class SeverityForm : IMethodForm
{
    public MethodDescription Description { get; } = new()
    {
        Name = "severity",
        Purpose = "Crime Severity Score from counts by offence code, with versioned weights.",
        Reads = "JSON {weights:{code:weight}?,cases:[{id,counts:{code:count},population}]}; weights left out are those of packs/common/severity-weights.csv",
        Writes = "JSON {weights_version,cases:[{id,weighted_total,css,mean_weight_per_offence,offences_per_1000,heaviest_code,heaviest_share,css_without_heaviest}]}",
        Units = "weighted offences per resident; offences per 1,000 residents",
        Source = "ONS, Research outputs: developing a Crime Severity Score for England and Wales (2016)",
        Page = "severity",
        Options = [new("weightsVersion", "", "version of the weights; left out: the newest held, or \"given\" where the input has weights")],
    };

    public Outcome<MethodOutput> Run(MethodInput input)
    {
        var root = input.Json();
        var asked = input.Options.Has("weightsVersion") ? input.Options.Text("weightsVersion") : "";
        var (version, weights) = root.Has("weights") ? (asked.Length > 0 ? asked : "given", Numbers(root.Inside("weights"))) : Held(asked, input.Options);
        var cases = root.Entries("cases").Select((c, i) => Case(c, $"{i + 1}", weights)).ToList();
        return input.Fault is { } fault
            ? fault
            : new MethodOutput(JsonText.Of(new JsonObject { ["weights_version"] = version, ["cases"] = new JsonArray([.. cases]) }));
    }

    private static (string Version, IReadOnlyDictionary<string, double> Weights) Held(string asked, MethodOptions options)
    {
        var held = SeverityWeights.Held();
        if (!held.Succeeded(out var versions, out var problem))
        {
            options.Wrong("weightsVersion", $"no weights are held here ({problem.Message}); give them in the input");
            return ("", new Dictionary<string, double>());
        }
        var version = asked.Length > 0 ? asked : versions.Keys.Last();
        if (versions.TryGetValue(version, out var weights))
            return (version, weights);
        options.Wrong("weightsVersion", $"'{version}' is not held; there is {string.Join(", ", versions.Keys)}");
        return ("", new Dictionary<string, double>());
    }

    private static JsonObject Case(InputNode node, string number, IReadOnlyDictionary<string, double> weights)
    {
        var counts = node.Inside("counts");
        var population = node.Number("population", NumberRule.Positive);
        var answer = new JsonObject { ["id"] = node.Label("id", number) };
        foreach (var code in counts.Names.Where(c => weights.Count > 0 && !weights.ContainsKey(c)))
            counts.Wrong(code, "there is no weight for this code");
        var held = Numbers(counts);
        if (node.Faults.Any)
            return answer;
        if (!CrimeSeverity.Score(held, weights, population).Succeeded(out var score, out var problem))
        {
            node.WrongHere(problem.Message.TrimEnd('.'));
            return answer;
        }
        answer["weighted_total"] = JsonText.Number(score.Weighted);
        answer["css"] = JsonText.Number(score.PerResident);
        answer["mean_weight_per_offence"] = JsonText.Number(score.MeanWeight);
        answer["offences_per_1000"] = JsonText.Number(score.OffencesPerThousand);
        answer["heaviest_code"] = score.Heaviest;
        answer["heaviest_share"] = JsonText.Number(score.HeaviestWeighted / score.Weighted);
        answer["css_without_heaviest"] = JsonText.Number(score.PerResidentWithoutHeaviest);
        return answer;
    }

    private static Dictionary<string, double> Numbers(InputNode node) =>
        node.Element.ValueKind == JsonValueKind.Object ? node.Names.ToDictionary(n => n, n => node.Number(n, NumberRule.NotNegative)) : [];
}
