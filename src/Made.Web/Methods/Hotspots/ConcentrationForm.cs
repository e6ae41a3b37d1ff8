using System.Text.Json.Nodes;
using Made.Core;
using Made.Core.Methods.Hotspots;

namespace Made.Web.Methods.Hotspots;

/// <summary><c>concentration</c>: how few places hold how much.</summary>
internal sealed class ConcentrationForm : IMethodForm
{
    private static readonly NumberRule Count = new(v => v >= 0 && v <= 1e12 && Math.Floor(v) == v, "is not a whole number from 0 to 1,000,000,000,000");

    public MethodDescription Description { get; } = new()
    {
        Name = "concentration",
        Purpose = "Concentration of events on places: Gini, generalised Gini, and the smallest share of places for a share of events.",
        Reads = "JSON counts (one per place, empty places too)",
        Writes = "JSON n_places, n_crimes, gini_biased, gini_unbiased, gini_generalised_biased, gini_generalised_unbiased, share_of_places_for_25pct, share_of_places_for_50pct, share_of_places_for_80pct, share_of_crime_in_top_5pct_places, lorenz",
        Units = "shares from 0 to 1; null where a measure cannot be calculated",
        Source = "Bernasco and Steenbeek 2017",
        Page = "concentration",
    };

    public Outcome<MethodOutput> Run(MethodInput input) => InputCases.Run(input, One);

    private static Outcome<JsonObject> One(InputNode json)
    {
        var given = json.Numbers("counts", Count);
        if (json.Faults.Any)
            return json.Faults.Together();
        long[] counts = [.. given.Select(c => (long)c)];
        if (!Concentration.Of(counts).Succeeded(out var result, out var problem)
            || !Concentration.ShareOfPlaces(counts, 25).Succeeded(out var quarter, out problem)
            || !Concentration.ShareOfPlaces(counts, 50).Succeeded(out var half, out problem)
            || !Concentration.ShareOfPlaces(counts, 80).Succeeded(out var most, out problem)
            || !Concentration.ShareOfEvents(counts, 5).Succeeded(out var top, out problem)
            || !Concentration.Lorenz(counts).Succeeded(out var lorenz, out problem))
            return problem;
        return new JsonObject
        {
            ["n_places"] = result.Places,
            ["n_crimes"] = result.Events,
            ["gini_biased"] = JsonText.Number(result.Gini),
            ["gini_unbiased"] = JsonText.Number(result.GiniUnbiased),
            ["gini_generalised_biased"] = JsonText.Number(result.Generalised),
            ["gini_generalised_unbiased"] = JsonText.Number(result.GeneralisedUnbiased),
            ["share_of_places_for_25pct"] = quarter,
            ["share_of_places_for_50pct"] = half,
            ["share_of_places_for_80pct"] = most,
            ["share_of_crime_in_top_5pct_places"] = top,
            ["lorenz"] = JsonText.Rows(lorenz.Select(p => new[] { p.Places, p.Events })),
        };
    }
}
