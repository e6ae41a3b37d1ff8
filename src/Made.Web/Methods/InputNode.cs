using System.Globalization;
using System.Text.Json;

namespace Made.Web.Methods;

/// <summary>
/// A place in a JSON input with typed members. A member that is not what it should be is a fault that names its place, and reads as a gap.
/// <c>null</c> and an absent member are gaps: never 0.
/// </summary>
/// <param name="File">The file, for faults.</param>
/// <param name="Place">The place as a person counts: "cases, entry 4"; empty for the whole.</param>
/// <param name="Element">What stands there.</param>
/// <param name="Faults">Where faults go.</param>
internal sealed record InputNode(string File, string Place, JsonElement Element, InputFaults Faults)
{
    /// <summary>True where the member is there and not null.</summary>
    public bool Has(string name) => Member(name) is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) };

    /// <summary>The names of all members, in the order of the file.</summary>
    public IReadOnlyList<string> Names => Element.ValueKind == JsonValueKind.Object ? [.. Element.EnumerateObject().Select(p => p.Name)] : [];

    public double Number(string name, NumberRule? rule = null)
    {
        if (Has(name))
            return Number(Member(name), Says(name), rule ?? NumberRule.Any);
        Wrong(name, "is missing");
        return double.NaN;
    }

    /// <summary>The number; NaN where it is absent or null.</summary>
    public double NumberOrGap(string name, NumberRule? rule = null) => Has(name) ? Number(name, rule) : double.NaN;

    public string Text(string name)
    {
        if (Has(name) && Member(name) is { ValueKind: JsonValueKind.String } text)
            return text.GetString()!;
        Wrong(name, Has(name) ? $"{Shown(Member(name))} is not text" : "is missing");
        return "";
    }

    /// <summary>The text, or the digits of a number, as an identifier; the given one where it is absent.</summary>
    public string Label(string name, string absent) => Member(name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => absent,
    };

    /// <summary>An array of numbers, none missing.</summary>
    public double[] Numbers(string name, NumberRule? rule = null) =>
        [.. Array(name).Select((e, i) => Number(e, Item(name, i), rule ?? NumberRule.Any))];

    /// <summary>An array of numbers; null entries read as NaN.</summary>
    public double[] NumbersOrGaps(string name, NumberRule? rule = null) =>
        [.. Array(name).Select((e, i) => e.ValueKind == JsonValueKind.Null ? double.NaN : Number(e, Item(name, i), rule ?? NumberRule.Any))];

    /// <summary>An array of limits: numbers, or the text Inf for "and beyond".</summary>
    public double[] Limits(string name) =>
        [.. Array(name).Select((e, i) => e.ValueKind == JsonValueKind.String
            ? Limit(e.GetString()!) is var limit && !double.IsNaN(limit) ? limit : Refuse(Item(name, i), $"{Shown(e)} is not a number", double.NaN)
            : Number(e, Item(name, i), NumberRule.Any))];

    /// <summary>An array of texts.</summary>
    public string[] Texts(string name) =>
        [.. Array(name).Select((e, i) => e.ValueKind == JsonValueKind.String ? e.GetString()! : Refuse(Item(name, i), $"{Shown(e)} is not text", ""))];

    /// <summary>An array of arrays of numbers, not necessarily of equal length.</summary>
    public double[][] Rows(string name, NumberRule? rule = null) =>
        [.. Array(name).Select((e, i) => e.ValueKind == JsonValueKind.Array
            ? e.EnumerateArray().Select((v, k) => Number(v, $"{Item(name, i)}, item {k + 1}", rule ?? NumberRule.Any)).ToArray()
            : Refuse(Item(name, i), $"{Shown(e)} is not an array", System.Array.Empty<double>()))];

    /// <summary>The entries of an array, each a place of its own.</summary>
    public IReadOnlyList<InputNode> Entries(string name) =>
        [.. Array(name).Select((e, i) => this with { Place = $"{(Place.Length > 0 ? Place + ", " : "")}{name}, entry {i + 1}", Element = e })];

    /// <summary>A member that is an object.</summary>
    public InputNode Inside(string name)
    {
        if (!Has(name))
            Wrong(name, "is missing");
        else if (Member(name).ValueKind != JsonValueKind.Object)
            Wrong(name, $"{Shown(Member(name))} is not an object");
        return this with { Place = Says(name), Element = Member(name) };
    }

    /// <summary>A fault of a member.</summary>
    public void Wrong(string name, string why) => Refuse(Says(name), why, 0);

    /// <summary>A fault of this place as a whole.</summary>
    public void WrongHere(string why) => Refuse(Place.Length > 0 ? Place : "the whole", why, 0);

    private static double Limit(string text) => text == "Inf" ? double.PositiveInfinity
        : double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : double.NaN;

    private T Refuse<T>(string place, string why, T instead)
    {
        Faults.Add(Problems.Entry(File, place, why));
        return instead;
    }

    private double Number(JsonElement element, string place, NumberRule rule)
    {
        if (element.ValueKind != JsonValueKind.Number || !element.TryGetDouble(out var value) || !double.IsFinite(value))
            return Refuse(place, $"{Shown(element)} is not a number", double.NaN);
        if (!NumberRule.IsInRange(value))
            return Refuse(place, $"{Shown(element)} {NumberRule.OutOfRange}", double.NaN);
        return rule.Holds(value) ? value : Refuse(place, $"{Shown(element)} {rule.Words}", double.NaN);
    }

    private JsonElement.ArrayEnumerator Array(string name)
    {
        if (Has(name) && Member(name) is { ValueKind: JsonValueKind.Array } array)
            return array.EnumerateArray();
        Wrong(name, Has(name) ? $"{Shown(Member(name))} is not an array" : "is missing");
        return default;
    }

    // The empty name is the place itself: an entry that is an array, not an object.
    private JsonElement Member(string name) =>
        name.Length == 0 ? Element : Element.ValueKind == JsonValueKind.Object && Element.TryGetProperty(name, out var member) ? member : default;

    private string Says(string name) => name.Length == 0 ? Place : $"{(Place.Length > 0 ? Place + ", " : "")}'{name}'";

    private string Item(string name, int index) => $"{Says(name)}, item {index + 1}";

    private static string Shown(JsonElement element)
    {
        var raw = element.ValueKind == JsonValueKind.Undefined ? "nothing" : element.GetRawText();
        return raw.Length > 40 ? raw[..40] + "..." : raw;
    }
}
