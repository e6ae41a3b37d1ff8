using System.Globalization;
using System.Text.Json.Nodes;
using Made.Core;
using Made.Core.Methods.Hotspots;

namespace Made.Web.Methods.Hotspots;

/// <summary><c>near-repeat</c>: pairs of events close in space and time against chance.</summary>
internal sealed class NearRepeatForm : IMethodForm
{
    public MethodDescription Description { get; } = new()
    {
        Name = "near-repeat",
        Purpose = "Knox's test: pairs of events by distance and time between them, against their exact expectation.",
        Reads = "CSV x,y,date (a header may be missing)",
        Writes = "JSON n_events, observed, expected_exact_permutation_mean, knox_ratio_exact, p_one_sided, and the options used",
        Units = "pairs; bands [a, b) in the unit of x and y, and in days",
        Source = "Knox 1964; Johnson and others 2007",
        Page = "near-repeat",
        Options =
        [
            new("space_breaks", "", "rising limits of the space bands; \"Inf\" for and beyond"),
            new("time_breaks", "", "rising limits of the time bands in days; \"Inf\" for and beyond"),
            new("distance", "\"manhattan\"", "manhattan or euclidean"),
            new("permutations", "999", "permutations of the times for p; 0 for none"),
            new("seed", "1", "the same seed gives the same p"),
        ],
    };

    public Outcome<MethodOutput> Run(MethodInput input)
    {
        var table = input.TableOrBare(first => first.Count == 3 && double.TryParse(first[0], NumberStyles.Float, CultureInfo.InvariantCulture, out _), "x", "y", "date");
        var (x, y, times) = (table.Numbers("x"), table.Numbers("y"), table.Times("date"));
        var (space, time) = (input.Options.Limits("space_breaks"), input.Options.Limits("time_breaks"));
        var distance = input.Options.Choice("distance", "manhattan", "euclidean");
        var (permutations, seed) = (input.Options.Whole("permutations", 0), input.Options.Whole("seed", 0));
        if (input.Fault is { } fault)
            return fault;
        SpaceTimeEvent[] events = [.. x.Select((_, i) => new SpaceTimeEvent(x[i], y[i], (double)times[i].Ticks / TimeSpan.TicksPerDay))];
        var kind = distance == "manhattan" ? PlaceDistance.Manhattan : PlaceDistance.Euclidean;
        if (!NearRepeat.Table(events, space, time, kind, permutations, seed).Succeeded(out var pairs, out var problem))
            return problem;
        return new MethodOutput(JsonText.Of(new JsonObject
        {
            ["n_events"] = events.Length,
            ["distance"] = distance,
            ["interval_convention"] = "[a,b)",
            ["permutations"] = permutations,
            ["seed"] = seed,
            ["observed"] = JsonText.Rows(pairs.Observed),
            ["expected_exact_permutation_mean"] = JsonText.Rows(pairs.Expected),
            ["knox_ratio_exact"] = JsonText.Rows(pairs.Expected.Select((r, s) => r.Select((_, t) => pairs.Ratio(s, t)))),
            ["p_one_sided"] = JsonText.Rows(pairs.P),
        }));
    }
}
