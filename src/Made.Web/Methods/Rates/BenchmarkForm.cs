using System.Text.Json.Nodes;
using Made.Core;
using Made.Core.Methods.Rates;

namespace Made.Web.Methods.Rates;

/// <summary><c>benchmark</c>: each value against its benchmark, by the method its group names.</summary>
internal sealed class BenchmarkForm : IMethodForm
{
    private static readonly string[] Limits = ["lower", "upper", "benchmark_lower", "benchmark_upper"];

    public MethodDescription Description { get; } = new()
    {
        Name = "benchmark",
        Purpose = "Compares values with a benchmark: single or double intervals, control limits for proportions or rates.",
        Reads = "JSON {groups:[{method,polarity?,unit?,cases:[{value,lower,upper,benchmark,benchmark_lower,benchmark_upper,denominator,polarity?}]}]}; "
            + "method holds 'single', 'double', 'proportions' or 'rates'; polarity 'low is good', 'high is good', 'no judgement' or 'not applicable', of the case, its group or in the method",
        Writes = "the same JSON with result beside each case: same, better, worse, higher, lower or none; for control limits result is result_95, and result_998 stands beside it",
        Units = "those of the values; unit says per how many control limits are (100 for per cent)",
        Source = "PHE/DHSC, Public health technical guidance (Fingertips)",
        Page = "benchmark",
    };

    public Outcome<MethodOutput> Run(MethodInput input)
    {
        var root = input.Json();
        var groups = root.Entries("groups").Select(Group).ToList();
        return input.Fault is { } fault ? fault : new MethodOutput(JsonText.Of(new JsonObject { ["groups"] = new JsonArray([.. groups]) }));
    }

    private static JsonObject Group(InputNode group)
    {
        var method = group.Text("method");
        var kind = Kind(method);
        if (kind == Comparison.Unknown && group.Has("method"))
            group.Wrong("method", "holds none of the words single, double, proportions, rates");
        var unit = kind is Comparison.Proportions or Comparison.Rates ? group.Number("unit", NumberRule.Positive) : 1;
        var answer = Copy(group);
        answer["cases"] = new JsonArray([.. group.Entries("cases").Select(c => Case(c, group, method, kind, unit))]);
        return answer;
    }

    private static JsonObject Case(InputNode node, InputNode group, string method, Comparison kind, double unit)
    {
        var polarity = PolarityOf(node) ?? PolarityOf(group) ?? Parse(method) ?? "no judgement";
        if (Parse(polarity) is null)
            node.Wrong("polarity", $"'{polarity}' is not one of low is good, high is good, no judgement, not applicable");
        var (value, benchmark) = (node.NumberOrGap("value"), node.NumberOrGap("benchmark"));
        var answer = Copy(node);
        if (kind is Comparison.Proportions or Comparison.Rates)
        {
            var denominator = node.NumberOrGap("denominator", NumberRule.Positive);
            if (kind == Comparison.Proportions && (value < 0 || value > unit))
                node.Wrong("value", $"{value} does not lie between 0 and {unit}");
            foreach (var (name, level) in new[] { ("result_95", 0.95), ("result_998", 0.998) })
                answer[name] = Word(polarity, p => kind == Comparison.Proportions
                    ? BenchmarkComparison.Proportion(value, denominator, benchmark, unit, p, level)
                    : BenchmarkComparison.Rate(value, denominator, benchmark, unit, p, level));
            answer["result"] = answer["result_95"]!.GetValue<string>();
            return answer;
        }
        var limits = Limits.Select(l => node.NumberOrGap(l)).ToArray();
        if (limits[0] > limits[1])
            node.Wrong("lower", $"{limits[0]} is above upper, {limits[1]}");
        if (limits[2] > limits[3])
            node.Wrong("benchmark_lower", $"{limits[2]} is above benchmark_upper, {limits[3]}");
        answer["result"] = Word(polarity, p => kind == Comparison.Single
            ? BenchmarkComparison.Single(value, new(limits[0], limits[1]), benchmark, p)
            : BenchmarkComparison.Double(value, new(limits[0], limits[1]), benchmark, new(limits[2], limits[3]), p));
        return answer;
    }

    private static string Word(string polarity, Func<Polarity, BenchmarkVerdict> compare) => Parse(polarity) == "not applicable" ? "none" : compare(Parse(polarity) switch
    {
        "low is good" => Polarity.LowIsGood,
        "high is good" => Polarity.HighIsGood,
        _ => Polarity.NoJudgement,
    }) switch
    {
        BenchmarkVerdict.Similar => "same",
        BenchmarkVerdict.Better => "better",
        BenchmarkVerdict.Worse => "worse",
        BenchmarkVerdict.Higher => "higher",
        BenchmarkVerdict.Lower => "lower",
        _ => "none",
    };

    private static string? PolarityOf(InputNode node) => node.Has("polarity") ? node.Text("polarity") : null;

    private static string? Parse(string text) =>
        new[] { "low is good", "high is good", "no judgement", "not applicable" }.FirstOrDefault(p => text.Contains(p, StringComparison.OrdinalIgnoreCase));

    private static Comparison Kind(string method) =>
        method.Contains("single", StringComparison.OrdinalIgnoreCase) ? Comparison.Single
        : method.Contains("double", StringComparison.OrdinalIgnoreCase) ? Comparison.Double
        : method.Contains("proportion", StringComparison.OrdinalIgnoreCase) ? Comparison.Proportions
        : method.Contains("rate", StringComparison.OrdinalIgnoreCase) ? Comparison.Rates
        : Comparison.Unknown;

    private static JsonObject Copy(InputNode node) => JsonObject.Create(node.Element) is { } copy ? (JsonObject)copy.DeepClone() : [];

    private enum Comparison
    {
        Unknown,
        Single,
        Double,
        Proportions,
        Rates,
    }
}
