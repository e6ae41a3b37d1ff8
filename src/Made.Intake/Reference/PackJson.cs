using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Made.Core;
using Made.Core.Calendar;

namespace Made.Intake.Reference;

/// <summary>The JSON of a pack: camelCase, enums in kebab case, months as yyyy-MM; a name nobody knows is a mistake, not a comment.</summary>
internal static class PackJson
{
    private const string Schema = "schema";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false), new MonthConverter() },
    };

    /// <summary>The file's content, or null: with a problem where it is wrong, without one where it is absent.</summary>
    public static T? Read<T>(string folder, string name, List<Problem> problems)
        where T : class
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
            return null;
        var shown = $"{Path.GetFileName(Path.TrimEndingDirectorySeparator(folder))}/{name}";
        try
        {
            if (JsonSerializer.Deserialize<T>(File.ReadAllText(path), Options) is { } content)
                return content;
            problems.Add(PackProblems.Json(shown, 1, "", "there is nothing in it"));
        }
        catch (JsonException wrong)
        {
            problems.Add(PackProblems.Json(shown, (wrong.LineNumber ?? 0) + 1, Place(wrong.Path), Reason(wrong.Message)));
        }
        return null;
    }

    /// <summary>
    /// A list whose entries may name one of the schemas: what an entry does not say itself it then takes from there. Such a file is read entry by entry, and
    /// a mistake has its entry but not its line, because the line may be the schema's.
    /// </summary>
    public static IReadOnlyList<T> ReadWithSchemas<T>(string folder, string name, Dictionary<string, JsonObject> schemas, List<Problem> problems)
        where T : class
    {
        var found = new List<Problem>();
        var entries = Read<List<JsonObject>>(folder, name, found) ?? [];
        if (found.Count > 0 || !entries.Exists(e => e.ContainsKey(Schema)))
            return Read<List<T>>(folder, name, problems) ?? [];
        var shown = $"{Path.GetFileName(Path.TrimEndingDirectorySeparator(folder))}/{name}";
        var read = new List<T>();
        foreach (var (at, entry) in entries.Index())
        {
            try
            {
                if (Filled(entry, schemas) is not { } whole)
                    problems.Add(PackProblems.Json(shown, 0, $"entry {at + 1}, {Schema}", $"'{entry[Schema]}' is not in schemas.json"));
                else if (whole.Deserialize<T>(Options) is { } value)
                    read.Add(value);
            }
            catch (JsonException wrong)
            {
                problems.Add(PackProblems.Json(shown, 0, Place($"$[{at}]{wrong.Path?.TrimStart('$')}"), Reason(wrong.Message)));
            }
        }
        return read;
    }

    /// <summary>Schemas by id, without the id; a later folder's replaces an earlier one's.</summary>
    public static void ReadSchemas(string folder, Dictionary<string, JsonObject> schemas, List<Problem> problems)
    {
        foreach (var (at, schema) in (Read<List<JsonObject>>(folder, "schemas.json", problems) ?? []).Index())
        {
            if (schema["id"] is JsonValue id && id.GetValueKind() == JsonValueKind.String && schema.Remove("id"))
                schemas[id.GetValue<string>()] = schema;
            else
                problems.Add(PackProblems.Json($"{Path.GetFileName(Path.TrimEndingDirectorySeparator(folder))}/schemas.json", 0, $"entry {at + 1}", "missing: 'id'"));
        }
    }

    /// <summary>Null where the entry names a schema that is not there.</summary>
    private static JsonObject? Filled(JsonObject entry, Dictionary<string, JsonObject> schemas)
    {
        if (!entry.TryGetPropertyValue(Schema, out var name))
            return entry;
        if (name is not JsonValue || name.GetValueKind() != JsonValueKind.String || !schemas.TryGetValue(name.GetValue<string>(), out var schema))
            return null;
        return Over(schema, [.. entry.Where(f => f.Key != Schema)]);
    }

    /// <summary>The fields of both; where both have one, the upper's, and of a group of fields again those of both.</summary>
    private static JsonObject Over(JsonObject lower, IReadOnlyList<KeyValuePair<string, JsonNode?>> upper)
    {
        var whole = lower.DeepClone().AsObject();
        foreach (var (field, value) in upper)
            whole[field] = value is JsonObject group && lower[field] is JsonObject below ? Over(below, [.. group]) : value?.DeepClone();
        return whole;
    }

    /// <summary><c>$[3].columns[1].kind</c> as a person counts: "entry 4, columns[1].kind".</summary>
    private static string Place(string? path)
    {
        if (path is null || !path.StartsWith("$[", StringComparison.Ordinal) || !int.TryParse(path.AsSpan(2, path.IndexOf(']', StringComparison.Ordinal) - 2), out var index))
            return path?.TrimStart('$', '.') ?? "";
        var rest = path[(path.IndexOf(']', StringComparison.Ordinal) + 1)..].TrimStart('.');
        return rest.Length == 0 ? $"entry {index + 1}" : $"entry {index + 1}, {rest}";
    }

    /// <summary>The framework's message names .NET types; a person needs the field.</summary>
    private static string Reason(string message)
    {
        var including = message.IndexOf("including:", StringComparison.Ordinal);
        if (including >= 0)
            return "missing: " + message[(including + "including:".Length)..].Trim().TrimEnd('.');
        if (message.Contains("could not be mapped", StringComparison.Ordinal))
            return $"the name {message.Split('\'') switch { [_, var name, ..] => $"'{name}'", _ => "" }} is not known here";
        if (message.Contains("could not be converted", StringComparison.Ordinal))
            return "the value is not one that is allowed here";
        var path = message.IndexOf(" Path:", StringComparison.Ordinal);
        return (path < 0 ? message : message[..path]).TrimEnd('.');
    }

    private sealed class MonthConverter : JsonConverter<Month>
    {
        public override Month Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && Month.TryParse(reader.GetString(), out var month) ? month : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, Month value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
