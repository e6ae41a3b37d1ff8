using System.Text.Json.Nodes;
using Made.Core;
using Made.Core.Methods.Hotspots;

namespace Made.Web.Methods.Hotspots;

/// <summary><c>local-moran</c>: places like or unlike their neighbours.</summary>
internal sealed class LocalMoranForm : IMethodForm
{
    private const string Adjust = "p_adjust";

    public MethodDescription Description { get; } = new()
    {
        Name = "local-moran",
        Purpose = "Local Moran's I: places like their neighbours (clusters) and unlike them (outliers), with the global I.",
        Reads = SpatialInput.Reads,
        Writes = "JSON local_moran_rowstd {moments, Ii, E, Var, z, p_two_sided, quadrant_mean, p_bonferroni, p_holm, p_fdr_bh, p_adjustSP_holm, p_randomised}, moran_I",
        Units = "none; probabilities; null where there is none",
        Source = "Anselin 1995; Sokal, Oden and Thomson 1998",
        Page = "local-moran",
        Options =
        [
            new(Adjust, "\"none\"", "which adjusted p is repeated as p_adjusted: none, bonferroni, holm, fdr (or BH), neighbourhood"),
            new("permutations", "0", "draws of the conditional randomisation; 0 for none"),
            new("seed", "1", "the same seed gives the same p_randomised"),
        ],
    };

    public Outcome<MethodOutput> Run(MethodInput input)
    {
        var adjust = input.Options.Choice(Adjust, "none", "bonferroni", "holm", "fdr", "BH", "neighbourhood");
        var (draws, seed) = (input.Options.Whole("permutations", 0), input.Options.Whole("seed", 0));
        return InputCases.Run(input, json => One(json, adjust, draws, seed));
    }

    private static Outcome<JsonObject> One(InputNode json, string adjust, int draws, int seed)
    {
        if (!SpatialInput.Of(json, WeightStyle.RowStandardised).Succeeded(out var given, out var problem)
            || !LocalMoran.Places(given.Values, given.Weights).Succeeded(out var places, out problem))
            return problem;
        double[] p = [.. places.Select(m => m.P)];
        var (bonferroni, holm, fdr, near) = (AdjustedP.Bonferroni(p), AdjustedP.Holm(p), AdjustedP.FalseDiscovery(p), AdjustedP.ByNeighbourhood(p, given.Weights));
        var local = new JsonObject
        {
            ["moments"] = "conditional",
            ["Ii"] = JsonText.Numbers(places.Select(m => m.I)),
            ["E"] = JsonText.Numbers(places.Select(m => m.Expected)),
            ["Var"] = JsonText.Numbers(places.Select(m => m.Variance)),
            ["z"] = JsonText.Numbers(places.Select(m => m.Z)),
            ["p_two_sided"] = JsonText.Numbers(p),
            ["quadrant_mean"] = JsonText.Texts(places.Select(m => m.Quadrant)),
            ["p_bonferroni"] = JsonText.Numbers(bonferroni),
            ["p_holm"] = JsonText.Numbers(holm),
            ["p_fdr_bh"] = JsonText.Numbers(fdr),
            ["p_adjustSP_holm"] = JsonText.Numbers(near),
        };
        if (adjust != "none")
            local["p_adjusted"] = JsonText.Numbers(adjust switch { "bonferroni" => bonferroni, "holm" => holm, "neighbourhood" => near, _ => fdr });
        if (draws > 0)
        {
            if (!LocalMoran.Randomised(given.Values, given.Weights, draws, seed).Succeeded(out var randomised, out problem))
                return problem;
            local["p_randomised"] = JsonText.Numbers(randomised);
        }
        var answer = new JsonObject { ["local_moran_rowstd"] = local, [Adjust] = adjust, ["permutations"] = draws, ["seed"] = seed };
        if (GlobalMoran.Of(given.Values, given.Weights).Succeeded(out var all, out _))
            answer["moran_I"] = Global(all);
        return answer;
    }

    private static JsonObject Global(GlobalMoranResult all) => new()
    {
        ["I"] = JsonText.Number(all.I),
        ["E"] = JsonText.Number(all.Expected),
        ["var_randomisation"] = JsonText.Number(all.VarianceRandomised),
        ["z_randomisation"] = JsonText.Number(all.Z),
        ["p_two_sided"] = JsonText.Number(all.P),
        ["var_normality"] = JsonText.Number(all.VarianceNormal),
        ["z_normality"] = JsonText.Number(all.ZNormal),
    };
}
