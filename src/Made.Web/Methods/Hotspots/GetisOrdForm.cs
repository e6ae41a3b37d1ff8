using System.Text.Json.Nodes;
using Made.Core;
using Made.Core.Methods.Hotspots;

namespace Made.Web.Methods.Hotspots;

/// <summary><c>gi-star</c> and <c>gi</c>: places whose surroundings are high or low.</summary>
internal sealed class GetisOrdForm(bool withSelf) : IMethodForm
{
    private const string Adjust = "p_adjust";

    private static readonly MethodOption[] Known =
    [
        new(Adjust, "\"none\"", "which adjusted p is repeated as p_adjusted: none, bonferroni, holm, fdr (or BH), neighbourhood"),
        new("weights", "\"binary\"", "binary, or row-standardised"),
        new("variance", "\"squared-weights\"", "squared-weights (Ord and Getis; spdep) or sum-of-weights (esda): they differ for row-standardised weights only"),
    ];

    public MethodDescription Description { get; } = new()
    {
        Name = withSelf ? "gi-star" : "gi",
        Purpose = withSelf
            ? "Getis-Ord Gi*: places that lie, themselves included, among high or low values."
            : "Getis-Ord Gi: places that lie among high or low values, themselves left out.",
        Reads = SpatialInput.Reads,
        Writes = withSelf
            ? "JSON gi_star_z_binary_incl_self, gi_star_p_two_sided, gi_star_p_bonferroni, gi_star_p_holm, gi_star_p_fdr_bh, gi_star_p_adjustSP_holm"
            : "JSON gi_z_binary_excl_self, gi_p_two_sided, gi_p_bonferroni, gi_p_holm, gi_p_fdr_bh, gi_p_adjustSP_holm, global_G_binary {G, E, var, z, p_one_sided}",
        Units = "standard scores; probabilities; null where there is none",
        Source = "Getis and Ord 1992; Ord and Getis 1995",
        Page = "gi-star",
        Options = Known,
    };

    public Outcome<MethodOutput> Run(MethodInput input)
    {
        var adjust = input.Options.Choice(Adjust, "none", "bonferroni", "holm", "fdr", "BH", "neighbourhood");
        var style = input.Options.Choice("weights", "binary", "row-standardised") == "binary" ? WeightStyle.Binary : WeightStyle.RowStandardised;
        var variance = input.Options.Choice("variance", "squared-weights", "sum-of-weights");
        return InputCases.Run(input, json => One(json, style, adjust, variance));
    }

    private Outcome<JsonObject> One(InputNode json, WeightStyle style, string adjust, string variance)
    {
        if (!SpatialInput.Of(json, style).Succeeded(out var places, out var problem)
            || !Scores(places, variance == "squared-weights" ? GiVariance.SquaredWeights : GiVariance.SumOfWeights).Succeeded(out var scores, out problem))
            return problem;
        var p = GetisOrd.P(scores);
        var (bonferroni, holm, fdr, near) = (AdjustedP.Bonferroni(p), AdjustedP.Holm(p), AdjustedP.FalseDiscovery(p), AdjustedP.ByNeighbourhood(p, places.Weights));
        var (name, kind) = (withSelf ? "gi_star" : "gi", style == WeightStyle.Binary ? "binary" : "rowstd");
        var answer = new JsonObject
        {
            [$"{name}_z_{kind}_{(withSelf ? "incl" : "excl")}_self"] = JsonText.Numbers(scores),
            [$"{name}_p_two_sided"] = JsonText.Numbers(p),
            [$"{name}_p_bonferroni"] = JsonText.Numbers(bonferroni),
            [$"{name}_p_holm"] = JsonText.Numbers(holm),
            [$"{name}_p_fdr_bh"] = JsonText.Numbers(fdr),
            [$"{name}_p_adjustSP_holm"] = JsonText.Numbers(near),
            ["weights"] = style == WeightStyle.Binary ? "binary" : "row-standardised",
            ["variance"] = variance,
            [Adjust] = adjust,
        };
        if (!withSelf && GlobalG.Of(places.Values, places.Weights).Succeeded(out var all, out _))
            answer["global_G_binary"] = Global(all);
        if (adjust != "none")
            answer["p_adjusted"] = JsonText.Numbers(adjust switch { "bonferroni" => bonferroni, "holm" => holm, "neighbourhood" => near, _ => fdr });
        return answer;
    }

    private Outcome<double[]> Scores(SpatialInput places, GiVariance variance) =>
        withSelf ? GetisOrd.Star(places.Values, places.Weights, variance) : GetisOrd.Excluding(places.Values, places.Weights, variance);

    private static JsonObject Global(GlobalGResult all) => new()
    {
        ["G"] = JsonText.Number(all.G),
        ["E"] = JsonText.Number(all.Expected),
        ["var"] = JsonText.Number(all.Variance),
        ["z"] = JsonText.Number(all.Z),
        ["p_one_sided"] = JsonText.Number(all.P),
    };
}
