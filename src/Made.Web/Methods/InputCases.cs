using System.Text.Json.Nodes;
using Made.Core;

namespace Made.Web.Methods;

/// <summary>A JSON input that is one case, or holds several under <c>cases</c>: the answer has the same shape, each with its <c>id</c>.</summary>
internal static class InputCases
{
    /// <summary>Runs one case after the other; the first that fails is the answer.</summary>
    public static Outcome<MethodOutput> Run(MethodInput input, Func<InputNode, Outcome<JsonObject>> one)
    {
        var json = input.Json();
        if (!json.Has("cases"))
            return input.Fault is { } fault ? fault : Written(one(json));
        var answers = new JsonArray();
        foreach (var (entry, i) in json.Entries("cases").Select((e, i) => (e, i)))
        {
            if (!one(entry).Succeeded(out var answer, out var problem))
                return input.Fault ?? problem with { Message = $"{entry.Place}: {problem.Message}" };
            answer.Insert(0, "id", entry.Label("id", $"{i + 1}"));
            answers.Add((JsonNode)answer);
        }
        return input.Fault is { } late ? late : new MethodOutput(JsonText.Of(new JsonObject { ["cases"] = answers }));
    }

    private static Outcome<MethodOutput> Written(Outcome<JsonObject> answer) =>
        answer.Succeeded(out var json, out var problem) ? new MethodOutput(JsonText.Of(json)) : problem;
}
