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
            : "JSON gi_z_binary_excl_self, gi_p_two_sided, gi_p_bonferroni, gi_p_holm, gi_p_fdr_bh, gi_p_adjustSP_holm",
        Units = "standard scores; probabilities; null where there is none",
        Source = "Getis and Ord 1992; Ord and Getis 1995",
        Page = "gi-star",
        Options = Known,
    };

    public Outcome<MethodOutput> Run(MethodInput input)
    {
        var adjust = input.Options.Choice(Adjust, "none", "bonferroni", "holm", "fdr", "BH", "neighbourhood");
        var style = input.Options.Choice("weights", "binary", "row-standardised") == "binary" ? WeightStyle.Binary : WeightStyle.RowStandardised;
        return InputCases.Run(input, json => One(json, style, adjust));
    }

    private Outcome<JsonObject> One(InputNode json, WeightStyle style, string adjust)
    {
        if (!SpatialInput.Of(json, style).Succeeded(out var places, out var problem)
            || !(withSelf ? GetisOrd.Star(places.Values, places.Weights) : GetisOrd.Excluding(places.Values, places.Weights)).Succeeded(out var scores, out problem))
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
            [Adjust] = adjust,
        };
        if (adjust != "none")
            answer["p_adjusted"] = JsonText.Numbers(adjust switch { "bonferroni" => bonferroni, "holm" => holm, "neighbourhood" => near, _ => fdr });
        return answer;
    }
}
