using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Made.Core;
using Made.Core.Methods.Shares;

namespace Made.Web.Methods.Shares;

/// <summary><c>apportion</c>: a whole total by weights, to the last penny.</summary>
internal sealed class ApportionForm : IMethodForm
{
    private const int LongestNumber = 40;

    public MethodDescription Description { get; } = new()
    {
        Name = "apportion",
        Purpose = "Divides a whole total (pence) in proportion to weights, by largest remainders.",
        Reads = "JSON {total,areas:[{code,weight}]}, or {cases:[...]} of them; ties go to the earlier in the list",
        Writes = "JSON areas:[{code,exact_share,largest_remainder}]; exact_share to six decimals, as text",
        Units = "those of the total, which is whole: give pounds as pence",
        Source = "Hamilton's method; Balinski and Young 1982, Fair Representation",
        Page = "apportionment",
    };

    public Outcome<MethodOutput> Run(MethodInput input)
    {
        var root = input.Json();
        var answer = root.Has("cases")
            ? new JsonObject { ["cases"] = new JsonArray([.. root.Entries("cases").Select((c, i) => Named(c, Divide(c), $"{i + 1}"))]) }
            : Divide(root);
        return input.Fault is { } fault ? fault : new MethodOutput(JsonText.Of(answer));
    }

    private static JsonObject Named(InputNode node, JsonObject answer, string number)
    {
        answer.Insert(0, "id", node.Label("id", number));
        return answer;
    }

    private static JsonObject Divide(InputNode node)
    {
        var total = Exact(node, "total");
        if (total.Decimals > 0)
            node.Wrong("total", "is not whole: give it in pence");
        var areas = node.Entries("areas");
        var weights = areas.Select(a => Exact(a, "weight")).ToList();
        if (areas.Count == 0 && node.Has("areas"))
            node.Wrong("areas", "is empty");
        else if (weights.TrueForAll(w => w.Digits.IsZero) && !node.Faults.Any)
            node.Wrong("areas", "all weights are 0");
        if (node.Faults.Any)
            return [];
        var decimals = weights.Max(w => w.Decimals);
        var shares = LargestRemainder.Of(total.Digits, [.. weights.Select(w => w.Digits * BigInteger.Pow(10, decimals - w.Decimals))]);
        return new()
        {
            ["areas"] = new JsonArray([.. areas.Zip(shares, (a, s) => new JsonObject
            {
                ["code"] = a.Label("code", ""),
                ["exact_share"] = s.Text(),
                ["largest_remainder"] = JsonNode.Parse(s.Units.ToString(CultureInfo.InvariantCulture)),
            })]),
        };
    }

    /// <summary>A number as its digits stand in the file: no binary fraction comes between.</summary>
    private static (BigInteger Digits, int Decimals) Exact(InputNode node, string name)
    {
        node.Number(name, NumberRule.NotNegative);
        var text = node.Element.ValueKind == JsonValueKind.Object ? node.Label(name, "0") : "0";
        if (text.Length > LongestNumber)
            node.Wrong(name, $"has more than {LongestNumber} figures");
        else if (text.AsSpan().IndexOfAny('e', 'E') >= 0)
            node.Wrong(name, "is written with an exponent; write out its digits");
        else if (BigInteger.TryParse(text.Replace(".", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var digits))
            return Shortest(digits, text.Contains('.', StringComparison.Ordinal) ? text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1 : 0);
        return (BigInteger.Zero, 0);
    }

    /// <summary>100.00 is whole.</summary>
    private static (BigInteger Digits, int Decimals) Shortest(BigInteger digits, int decimals)
    {
        while (decimals > 0 && digits % 10 == 0)
            (digits, decimals) = (digits / 10, decimals - 1);
        return (digits, decimals);
    }
}
