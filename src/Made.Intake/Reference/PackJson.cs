using System.Text.Json;
using System.Text.Json.Serialization;
using Made.Core;
using Made.Core.Calendar;

namespace Made.Intake.Reference;

/// <summary>The JSON of a pack: camelCase, enums in kebab case, months as yyyy-MM; a name nobody knows is a mistake, not a comment.</summary>
internal static class PackJson
{
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
