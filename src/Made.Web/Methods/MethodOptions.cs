using System.Text.Json;

namespace Made.Web.Methods;

/// <summary>The options of one run: those given, and the declared ones where none is given. An option nobody declared is a fault that names the known ones.</summary>
internal sealed class MethodOptions
{
    private const string File = "options";

    private readonly InputNode given;
    private readonly Dictionary<string, MethodOption> known;

    private MethodOptions(InputNode given, Dictionary<string, MethodOption> known)
    {
        this.given = given;
        this.known = known;
    }

    public static MethodOptions Parse(string json, MethodDescription method, InputFaults faults)
    {
        var declared = method.Options.ToDictionary(o => o.Name);
        var element = JsonText.Parse(json, why => faults.Add(Problems.OptionsText(why)));
        if (element.ValueKind is not (JsonValueKind.Object or JsonValueKind.Undefined))
            faults.Add(Problems.OptionsText($"it is {element.ValueKind.ToString().ToLowerInvariant()}"));
        var node = new InputNode(File, "", element, faults);
        foreach (var name in node.Names.Where(n => !declared.ContainsKey(n)))
            faults.Add(Problems.UnknownOption(name, method.Name, declared.Keys));
        return new(node, declared);
    }

    /// <summary>True where something in the options or the file was wrong already.</summary>
    public bool HasFaults => given.Faults.Any;

    /// <summary>True where the option is given, or has a standard value.</summary>
    public bool Has(string name) => Node(name).Has(name);

    public double Number(string name, NumberRule? rule = null) => Node(name).Number(name, rule);

    /// <summary>The number; NaN where the option is not set.</summary>
    public double NumberOrGap(string name, NumberRule? rule = null) => Node(name).NumberOrGap(name, rule);

    /// <summary>A whole number of at least this much; that much where it is a fault.</summary>
    public int Whole(string name, int least)
    {
        var value = Node(name).Number(name, NumberRule.AtLeast(least));
        if (value <= int.MaxValue)
            return (int)value;
        if (!double.IsNaN(value))
            Wrong(name, "is too large");
        return least;
    }

    public double[] Numbers(string name, NumberRule? rule = null) => Node(name).Numbers(name, rule);

    public double[][] Rows(string name) => Node(name).Rows(name);

    /// <summary>Numbers, or the text Inf.</summary>
    public double[] Limits(string name) => Node(name).Limits(name);

    public string[] Texts(string name) => Node(name).Texts(name);

    /// <summary>An option that is an object.</summary>
    public InputNode Inside(string name) => Node(name).Inside(name);

    /// <summary>Every option with what held for it, and whether it was given: what a result rests on.</summary>
    public IEnumerable<string> Used() => known.Values.Select(o =>
        given.Has(o.Name) ? $"{o.Name} = {given.Element.GetProperty(o.Name).GetRawText()}" : $"{o.Name} = {(o.Standard.Length == 0 ? "not set" : o.Standard)} (left out)");

    /// <summary>The options given, as one object.</summary>
    public InputNode All => given;

    /// <summary>A text, or the digits of a number; empty where it is neither.</summary>
    public string Label(string name) => Node(name).Label(name, "");

    public string Text(string name) => Node(name).Text(name);

    /// <summary>One of a closed list of words; the first where it is a fault.</summary>
    public string Choice(string name, params string[] words)
    {
        if (!Has(name))
        {
            Wrong(name, $"is missing; use one of {string.Join(", ", words)}");
            return words[0];
        }
        var text = Node(name).Label(name, "");
        if (words.Contains(text))
            return text;
        Wrong(name, $"'{text}' is not one of {string.Join(", ", words)}");
        return words[0];
    }

    public bool Flag(string name)
    {
        var element = Node(name).Element.GetProperty(name);
        if (element.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            Wrong(name, "is not true or false");
        return element.ValueKind == JsonValueKind.True;
    }

    /// <summary>A fault of an option.</summary>
    public void Wrong(string name, string why) => given.Faults.Add(Problems.Option(name, why));

    private InputNode Node(string name)
    {
        var option = known[name];
        if (given.Has(name) || option.Standard.Length == 0)
            return given;
        return given with { Element = JsonDocument.Parse($"{{\"{name}\":{option.Standard}}}").RootElement };
    }
}
