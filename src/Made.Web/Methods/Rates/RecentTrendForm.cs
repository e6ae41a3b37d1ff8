using System.Text.Json.Nodes;
using Made.Core;
using Made.Core.Methods;
using Made.Core.Methods.Rates;

namespace Made.Web.Methods.Rates;

/// <summary><c>recent-trend</c>: the direction of the last five years.</summary>
internal sealed class RecentTrendForm : IMethodForm
{
    public MethodDescription Description { get; } = new()
    {
        Name = "recent-trend",
        Purpose = "Recent trend over the last five annual points, as Fingertips draws its arrows.",
        Reads = "JSON {cases:[{id,count,population,value?,lowerci?,upperci?}]}, oldest first; null is a missing year; without value and limits the rate and its 95% limits are computed",
        Writes = "JSON {cases:[{id,slope,chi_square,all_slopes_same_sign,significant,marker,test}]}",
        Units = "slope: the values' unit a year",
        Source = "PHE/DHSC, Fingertips technical guidance, recent trends",
        Page = "recent-trend",
        Options =
        [
            new("multiplier", "1000", "rates are per so many, where no values are given"),
            new("test", "\"weighted\"", "weighted (least squares on the limits) or armitage (older Fingertips test for proportions, from count and population)"),
        ],
    };

    public Outcome<MethodOutput> Run(MethodInput input)
    {
        var multiplier = input.Options.Number("multiplier", NumberRule.Positive);
        var armitage = input.Options.Choice("test", "weighted", "armitage") == "armitage";
        var cases = input.Json().Entries("cases").Select((c, i) => Read(c, $"{i + 1}", multiplier, armitage)).ToList();
        if (input.Fault is { } fault)
            return fault;
        return new MethodOutput(JsonText.Of(new JsonObject { ["cases"] = new JsonArray([.. cases.Select(c => Answer(c, armitage))]) }));
    }

    private static Case Read(InputNode node, string number, double multiplier, bool armitage)
    {
        var given = node.Has("value") && !armitage;
        var population = node.Has("denominator") && !node.Has("population") ? "denominator" : "population";
        var counts = !given || node.Has("count") ? node.NumbersOrGaps("count", NumberRule.NotNegative) : [];
        var populations = !given || node.Has(population) ? node.NumbersOrGaps(population, NumberRule.Positive) : [];
        var values = given ? node.NumbersOrGaps("value") : [];
        var (lower, upper) = given ? (node.NumbersOrGaps("lowerci"), node.NumbersOrGaps("upperci")) : ([], []);
        if (counts.Length != populations.Length)
            node.Wrong("count", $"has {counts.Length} years where {population} has {populations.Length}");
        else if (given && (lower.Length != values.Length || upper.Length != values.Length || (counts.Length > 0 && counts.Length != values.Length)))
            node.Wrong("value", "count, value, lowerci and upperci have different numbers of years");
        else
            for (var i = 0; i < values.Length; i++)
                if (lower[i] > values[i] || upper[i] < values[i])
                    node.Wrong("value", $"item {i + 1} lies outside its limits");
        var points = given
            ? values.Zip(lower, upper).Select(p => new TrendPoint(p.First, new(p.Second, p.Third)))
            : counts.Zip(populations, (x, n) => Point(x, n, multiplier));
        return new(node.Label("id", number), [.. points], counts, populations);
    }

    private static TrendPoint Point(double count, double population, double multiplier) =>
        double.IsNaN(count) || double.IsNaN(population)
            ? new(double.NaN, Interval.None)
            : new(multiplier * count / population, PoissonInterval.OfRate(count, population, multiplier));

    private static JsonObject Answer(Case asked, bool armitage)
    {
        // Where everybody has it the older test divides by nothing; the rule is kept for both.
        var result = asked.Counts.Zip(asked.Populations).Any(p => p.First == p.Second) ? TrendResult.None : RecentTrend.Of(asked.Points);
        if (armitage && result.Marker != TrendMarker.CannotBeCalculated)
        {
            var chi = RecentTrend.Armitage(asked.Counts[^RecentTrend.Points..], asked.Populations[^RecentTrend.Points..]);
            result = result with { ChiSquare = chi, Marker = RecentTrend.Marker(result.Slope, result.SameSign && chi > RecentTrend.Critical) };
        }
        return new()
        {
            ["id"] = asked.Id,
            ["slope"] = JsonText.Number(result.Slope),
            ["chi_square"] = JsonText.Number(result.ChiSquare),
            ["all_slopes_same_sign"] = result.SameSign,
            ["significant"] = result.IsSignificant,
            ["marker"] = result.Marker.ToString(),
            ["test"] = armitage ? "armitage" : "weighted",
        };
    }

    private sealed record Case(string Id, TrendPoint[] Points, double[] Counts, double[] Populations);
}
