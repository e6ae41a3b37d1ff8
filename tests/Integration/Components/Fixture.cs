using System.Text.Json;
using Made.TestKit;

namespace Made.Tests.Integration.Components;

/// <summary>One example of GOV.UK Frontend's own package: the options of its template and the HTML it makes of them.</summary>
public sealed record Fixture(string Name, JsonElement Options, string Html)
{
    public static IReadOnlyList<Fixture> Of(string component)
    {
        var path = Repository.Path("node_modules/govuk-frontend/dist/govuk/components", component, "fixtures.json");
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return [.. document.RootElement.GetProperty("fixtures").EnumerateArray().Select(f =>
            new Fixture(f.GetProperty("name").GetString()!, f.GetProperty("options").Clone(), f.GetProperty("html").GetString()!))];
    }

    /// <summary>True where every option used is one of these paths: <c>items.text</c>, <c>hint.text</c>.</summary>
    public bool UsesOnly(params string[] known) => Paths(Options, "").All(p => known.Contains(p, StringComparer.Ordinal));

    public string? Text(params string[] path) => At(path) switch
    {
        { ValueKind: JsonValueKind.String or JsonValueKind.Number } found => found.ToString(),
        { ValueKind: JsonValueKind.True } => "true",
        { ValueKind: JsonValueKind.False } => "false",
        _ => null,
    };

    public bool? Flag(params string[] path) => At(path) is { ValueKind: JsonValueKind.True or JsonValueKind.False } found ? found.GetBoolean() : null;

    public IEnumerable<Fixture> List(params string[] path) =>
        At(path) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().Select(e => this with { Options = e }) : [];

    private JsonElement At(string[] path)
    {
        var at = Options;
        foreach (var step in path)
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(step, out at))
                return default;
        return at;
    }

    private static IEnumerable<string> Paths(JsonElement element, string prefix) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Paths(p.Value, prefix.Length == 0 ? p.Name : $"{prefix}.{p.Name}")),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(e => Paths(e, prefix)),
        _ => [prefix],
    };
}
