using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Made.Core.Calendar;
using Made.Core.Indicators;
using Made.Core.Register;

namespace Made.Store.Records;

/// <summary>How Core's types are written as JSON, once for records, manifests and answers: camelCase names, kebab-case choices, ISO dates.</summary>
public static class Json
{
    public static readonly JsonSerializerOptions Options = Make(indented: false);
    private static readonly JsonSerializerOptions Indented = Make(indented: true);

    public static string Text<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Indented UTF-8 with a last line end: for files that people open.</summary>
    public static byte[] Document<T>(T value) => [.. JsonSerializer.SerializeToUtf8Bytes(value, Indented), (byte)'\n'];

    public static T Read<T>(string text) =>
        JsonSerializer.Deserialize<T>(text, Options) ?? throw new JsonException($"The text is null, not a {typeof(T).Name}.");

    /// <summary>Adds the converters of Core's types to options of somebody else, such as those of the web.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals;
        options.Converters.Add(new MonthJson());
        options.Converters.Add(new AreaCodeJson());
        options.Converters.Add(new QuantityJson());
        options.Converters.Add(new PeriodJson());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
    }

    private static JsonSerializerOptions Make(bool indented)
    {
        // Relaxed: our JSON goes into files and columns, never unescaped into HTML, and names such as "Rhôs" stay readable.
        var options = new JsonSerializerOptions
        {
            WriteIndented = indented,
            IndentSize = 2,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        Configure(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}

/// <summary><c>"2019-12"</c>.</summary>
public sealed class MonthJson : JsonConverter<Month>
{
    public override Month Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString());

    public override void Write(Utf8JsonWriter writer, Month value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());

    public override Month ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString());

    public override void WriteAsPropertyName(Utf8JsonWriter writer, Month value, JsonSerializerOptions options) => writer.WritePropertyName(value.ToString());

    private static Month Parse(string? text) =>
        Month.TryParse(text, out var month) ? month : throw new JsonException($"'{text}' is not a month (yyyy-MM).");
}

/// <summary><c>"E07999999"</c>.</summary>
public sealed class AreaCodeJson : JsonConverter<AreaCode>
{
    public override AreaCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString());

    public override void Write(Utf8JsonWriter writer, AreaCode value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

    public override AreaCode ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString());

    public override void WriteAsPropertyName(Utf8JsonWriter writer, AreaCode value, JsonSerializerOptions options) => writer.WritePropertyName(value.Value);

    private static AreaCode Parse(string? text) =>
        string.IsNullOrEmpty(text) ? throw new JsonException("An area code is missing.") : new AreaCode(text);
}

/// <summary>A number, or the code of the absence: <c>12.5</c>, <c>"not-supplied"</c>.</summary>
public sealed class QuantityJson : JsonConverter<Quantity>
{
    public override Quantity Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number)
            return Quantity.Of(reader.GetDouble());
        var code = reader.TokenType == JsonTokenType.String ? reader.GetString()! : "";
        var absence = Enum.GetValues<Absence>().FirstOrDefault(a => a != Absence.None && a.Code() == code);
        return absence == Absence.None ? throw new JsonException($"'{code}' is neither a number nor a named absence.") : Quantity.Missing(absence);
    }

    public override void Write(Utf8JsonWriter writer, Quantity value, JsonSerializerOptions options)
    {
        if (value.IsNumber)
            writer.WriteNumberValue(value.Number);
        else
            writer.WriteStringValue(value.Absence.Code());
    }
}

/// <summary><c>{"kind":"rolling12","last":"2022-07"}</c> is spelled by its kind and last month; the code alone is for people.</summary>
public sealed class PeriodJson : JsonConverter<Period>
{
    public override Period Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var parts = JsonSerializer.Deserialize<Parts>(ref reader, options) ?? throw new JsonException("A period is missing.");
        return new Period(parts.Kind, parts.Last);
    }

    public override void Write(Utf8JsonWriter writer, Period value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, new Parts(value.Kind, value.Last), options);

    private sealed record Parts(PeriodKind Kind, Month Last);
}
