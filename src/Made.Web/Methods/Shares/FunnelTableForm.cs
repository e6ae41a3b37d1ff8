using System.Text.Json;
using System.Text.Json.Nodes;
using Made.Core;
using Made.Core.Indicators;
using Made.Core.Methods.Shares;

namespace Made.Web.Methods.Shares;

/// <summary><c>funnel-table</c>: the percentages of a service's stages, each of its declared denominator.</summary>
internal sealed class FunnelTableForm : IMethodForm
{
    private static readonly string[] Codes = [.. Enum.GetValues<Absence>().Where(a => a != Absence.None).Select(a => a.Code())];

    public MethodDescription Description { get; } = new()
    {
        Name = "funnel-table",
        Purpose = "Percentages of the stages of a support service, each of its declared denominator.",
        Reads = "JSON {cases:[{referrals,successful_call,engaged,immediate_only,ongoing}]} (or rows); a count that is missing is null, left out or says why: " + string.Join(", ", Codes),
        Writes = "JSON cases with percent, rounded_half_up and denominator per stage, and immediate_plus_ongoing_equals_engaged; without a percentage its reason, such as cannot-be-calculated",
        Units = "per cent of calls: referrals; of engaged: calls; of immediate and ongoing: engaged",
        Source = "own definition",
        Page = "funnel-table",
    };

    public Outcome<MethodOutput> Run(MethodInput input)
    {
        var root = input.Json();
        var cases = root.Entries(root.Has("rows") && !root.Has("cases") ? "rows" : "cases").Select(Case).ToList();
        return input.Fault is { } fault ? fault : new MethodOutput(JsonText.Of(new JsonObject { ["cases"] = new JsonArray([.. cases]) }));
    }

    private static JsonObject Case(InputNode node)
    {
        var names = StageTable.Support.SelectMany(s => new[] { s.Of, s.Name }).Distinct();
        var counts = names.ToDictionary(n => n, n => Count(node, n));
        if (node.Element.ValueKind != JsonValueKind.Object)
            node.WrongHere("is not an object");
        if (node.Faults.Any)
            return [];
        if (!StageTable.Of(StageTable.Support, counts).Succeeded(out var percents, out var problem))
        {
            node.WrongHere(problem.Message.TrimEnd('.'));
            return [];
        }
        var answer = (JsonObject)JsonObject.Create(node.Element)!.DeepClone();
        answer["percent"] = new JsonObject(percents.Select(p => KeyValuePair.Create(p.Stage.Name, Value(p, p.Percent))));
        answer["rounded_half_up"] = new JsonObject(percents.Select(p => KeyValuePair.Create(p.Stage.Name, Value(p, p.Rounded))));
        answer["denominator"] = new JsonObject(percents.Select(p => KeyValuePair.Create(p.Stage.Name, (JsonNode?)JsonValue.Create(p.Stage.Of))));
        var (engaged, sum) = (counts["engaged"].Number, counts["immediate_only"].Number + counts["ongoing"].Number);
        answer["immediate_plus_ongoing_equals_engaged"] = double.IsNaN(engaged + sum) ? Absence.NotReported.Code() : JsonValue.Create(engaged == sum);
        return answer;
    }

    private static JsonNode? Value(StagePercent percent, double value) => percent.Absence == Absence.None ? JsonText.Number(value) : percent.Absence.Code();

    private static StageCount Count(InputNode node, string name)
    {
        if (!node.Has(name))
            return StageCount.Missing(Absence.NotReported);
        return Codes.Contains(node.Label(name, ""))
            ? StageCount.Missing(Absences.Parse(node.Label(name, "")))
            : StageCount.Of(node.Number(name, NumberRule.Count));
    }
}
