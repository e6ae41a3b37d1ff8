using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Made.Web.Methods;

/// <summary>JSON as methods read and write it: a key that stands twice is a fault; numbers are written as the shortest text that reads back the same.</summary>
internal static class JsonText
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The root; undefined after a fault.</summary>
    public static JsonElement Parse(string text, Action<string> wrong)
    {
        try
        {
            return JsonDocument.Parse(text, Strict).RootElement;
        }
        catch (JsonException fault)
        {
            var end = fault.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
            wrong($"line {(fault.LineNumber ?? 0) + 1}, position {(fault.BytePositionInLine ?? 0) + 1}: {(end < 0 ? fault.Message : fault.Message[..end]).TrimEnd('.')}");
            return default;
        }
    }

    public static string Of(JsonNode node) => node.ToJsonString(Indented) + "\n";

    /// <summary>The number, or null where there is none.</summary>
    public static JsonNode? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;

    /// <summary>An exact number without trailing zeros.</summary>
    public static JsonNode Number(decimal value) => JsonValue.Create(value / 1.0000000000000000000000000000m);

    public static JsonArray Rows(IEnumerable<IEnumerable<double>> rows) => [.. rows.Select(r => (JsonNode?)Numbers(r))];

    public static JsonArray Rows(IEnumerable<IEnumerable<int>> rows) => [.. rows.Select(r => (JsonNode?)new JsonArray([.. r.Select(n => (JsonNode?)JsonValue.Create(n))]))];

    public static JsonArray Numbers(IEnumerable<double> values) => [.. values.Select(Number)];

    public static JsonArray Texts(IEnumerable<string> values) => [.. values.Select(v => (JsonNode?)JsonValue.Create(v))];
}
