using System.Text;
using System.Text.Json.Nodes;

namespace Made.Tests.Unit.Forms;

/// <summary>One input that is wrong, and what has to be said of it.</summary>
/// <param name="Kind">What was done to the good input.</param>
/// <param name="Bytes">The input.</param>
/// <param name="Said">What the message must hold; nothing where the method may also take it.</param>
internal sealed record BadInput(string Kind, byte[] Bytes, string[] Said)
{
    /// <summary>True where it must be refused.</summary>
    public bool MustBeRefused => Said.Length > 0;

    /// <summary>Every way in which this input is broken.</summary>
    public static IEnumerable<BadInput> Of(MethodExample example) =>
        Files(example).Concat(example.IsJson ? OfJson(example) : OfTable(example));

    private static IEnumerable<BadInput> Files(MethodExample example)
    {
        yield return Refused("empty file", "", "input");
        yield return Refused("blank file", " \n\n", "input");
        yield return new("not UTF-8", [.. Encoding.UTF8.GetBytes(example.Text), 0xE9, 0xFF, (byte)'\n'], ["input"]);
        yield return new("zero bytes", new byte[64], ["input"]);
    }

    private static IEnumerable<BadInput> OfTable(MethodExample example)
    {
        var lines = example.Text.TrimEnd('\n').Split('\n').Select(l => l.Split(',')).ToArray();
        var header = lines[0];
        yield return Refused("header only", Csv([header]), "input");
        yield return Refused("a cell too many", example.Text + string.Join(',', header.Append("1")) + "\n", $"row {lines.Length + 1}");
        yield return Refused("a quote left open", example.Text + "\"" + string.Join(',', header) + "\n", $"row {lines.Length + 1}");
        yield return Taken("one row", Csv(lines[..2]));
        yield return Taken("JSON", "{\"a\":1}");
        foreach (var column in Words(example.Required))
        {
            yield return Refused($"no column {column}", Csv([.. lines.Select(l => l.Where((_, i) => i != Array.IndexOf(header, column)).ToArray())]), $"'{column}'");
            yield return Refused($"column {column} twice", Csv([.. lines.Select(l => l.Append(l[Array.IndexOf(header, column)]).ToArray())]), "row 1", $"'{column}'");
        }
        foreach (var column in Words(example.Numbers))
        {
            foreach (var text in new[] { "x", "NaN", "Infinity", "-inf", "1e999", "1 000", "0x10", "5%" })
                yield return Cell(column, text, refused: true);
            foreach (var text in new[] { "", "1e300", "-1e300", "1e-300", "9007199254740993", "0" })
                yield return Cell(column, text, refused: false);
            yield return Taken($"{column} all 0", Csv([.. lines.Select((l, r) => r == 0 ? l : Replaced(l, Array.IndexOf(header, column), "0"))]));
            yield return Taken($"{column} all huge", Csv([.. lines.Select((l, r) => r == 0 ? l : Replaced(l, Array.IndexOf(header, column), "1e308"))]));
        }
        foreach (var column in Words(example.Counts))
            yield return Cell(column, "-1", refused: true);
        foreach (var column in Words(example.Divisors))
            yield return Cell(column, "0", refused: true);

        BadInput Cell(string column, string text, bool refused)
        {
            var broken = Csv([.. lines.Select((l, r) => r == lines.Length - 1 ? Replaced(l, Array.IndexOf(header, column), text) : l)]);
            return refused ? Refused($"{column} = {text}", broken, $"row {lines.Length}", $"column '{column}'") : Taken($"{column} = {text}", broken);
        }
    }

    private static IEnumerable<BadInput> OfJson(MethodExample example)
    {
        foreach (var text in new[] { "[]", "5", "null", "\"x\"", example.Text[..^1], example.Text + "}", "{}" })
            yield return Refused($"JSON {text[..Math.Min(9, text.Length)]}", text, "input");
        var first = example.Text[1..example.Text.IndexOf(':')];
        yield return Refused("a key twice", $"{{{first}:1,{example.Text[1..]}", "line 1");
        foreach (var name in Words(example.Required))
        {
            yield return Refused($"no {name}", Changed(example.Text, name, (o, n) => o.Remove(n)), $"'{name}'");
            foreach (var value in new[] { "{}", "true", "\"x\"" })
                if ((name is not "method" || value != "\"x\"") && (value != "{}" || !IsObject(example.Text, name)))
                    yield return Refused($"{name} = {value}", Changed(example.Text, name, (o, n) => o[n] = JsonNode.Parse(value)), "input");
            yield return Taken($"{name} = []", Changed(example.Text, name, (o, n) => o[n] = new JsonArray()));
        }
        var numbers = Numbers(JsonNode.Parse(example.Text)!).Count();
        for (var i = 0; i < numbers; i++)
        {
            var at = i;
            yield return Refused($"number {at + 1} = text", With(at, JsonValue.Create("x")), "input");
            yield return Refused($"number {at + 1} = object", With(at, new JsonObject()), "input");
            yield return Refused($"number {at + 1} = 1e999", With(at, JsonValue.Create("@")).Replace("\"@\"", "1e999", StringComparison.Ordinal), "input");
            foreach (var value in new[] { 0, -1, 1e300, -1e300, 1e-300, 0.5, 9007199254740993 })
                yield return Taken($"number {at + 1} = {value}", With(at, JsonValue.Create(value)));
        }
        foreach (var (names, value) in new[] { (example.Counts, -1), (example.Divisors, 0) })
            foreach (var name in Words(names))
                yield return Refused($"{name} = {value}", Changed(example.Text, name, (o, n) => o[n] = Filled(o[n]!, value)), $"'{name}'");

        string With(int number, JsonNode value)
        {
            var root = JsonNode.Parse(example.Text)!;
            Numbers(root).ElementAt(number).ReplaceWith(value);
            return root.ToJsonString();
        }
    }

    /// <summary>The same shape with this in the place of every number.</summary>
    private static JsonNode Filled(JsonNode node, double value) => node switch
    {
        JsonArray list => new JsonArray([.. list.Select(n => Filled(n!, value))]),
        JsonObject members => new JsonObject(members.Select(m => KeyValuePair.Create(m.Key, (JsonNode?)Filled(m.Value!, value)))),
        _ => JsonValue.Create(value),
    };

    private static string Changed(string text, string name, Action<JsonObject, string> change)
    {
        var root = JsonNode.Parse(text)!;
        change(Objects(root).First(o => o.ContainsKey(name)), name);
        return root.ToJsonString();
    }

    private static bool IsObject(string text, string name) => Objects(JsonNode.Parse(text)!).First(o => o.ContainsKey(name))[name] is JsonObject;

    private static IEnumerable<JsonObject> Objects(JsonNode node) => node switch
    {
        JsonObject o => [o, .. o.Where(m => m.Value is not null).SelectMany(m => Objects(m.Value!))],
        JsonArray a => a.SelectMany(n => Objects(n!)),
        _ => [],
    };

    private static IEnumerable<JsonNode> Numbers(JsonNode node) => node switch
    {
        JsonObject o => o.SelectMany(m => Numbers(m.Value!)),
        JsonArray a => a.SelectMany(n => Numbers(n!)),
        _ => node.GetValueKind() == System.Text.Json.JsonValueKind.Number ? [node] : [],
    };

    private static string[] Replaced(string[] cells, int at, string text) => [.. cells.Select((c, i) => i == at ? text : c)];

    private static string Csv(string[][] lines) => string.Concat(lines.Select(l => string.Join(',', l) + "\n"));

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static BadInput Refused(string kind, string text, params string[] said) => new(kind, Encoding.UTF8.GetBytes(text), said);

    private static BadInput Taken(string kind, string text) => new(kind, Encoding.UTF8.GetBytes(text), []);
}
