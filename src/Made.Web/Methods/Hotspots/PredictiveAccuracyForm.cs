using System.Text.Json.Nodes;
using Made.Core;
using Made.Core.Methods.Hotspots;

namespace Made.Web.Methods.Hotspots;

/// <summary><c>pai</c>: how much more hotspots caught than their area would by chance.</summary>
internal sealed class PredictiveAccuracyForm : IMethodForm
{
    public MethodDescription Description { get; } = new()
    {
        Name = "pai",
        Purpose = "Prediction accuracy index of hotspots: share of events caught over share of area.",
        Reads = "JSON hits, total_crimes, hotspot_area, study_area",
        Writes = "JSON pai",
        Units = "none; 1 is no better than chance",
        Source = "Chainey, Tompson and Uhlig 2008",
        Page = "pai",
    };

    public Outcome<MethodOutput> Run(MethodInput input) => InputCases.Run(input, json =>
    {
        var (hits, events) = (json.Number("hits", NumberRule.NotNegative), json.Number("total_crimes", NumberRule.Positive));
        var (hotspots, study) = (json.Number("hotspot_area", NumberRule.Positive), json.Number("study_area", NumberRule.Positive));
        if (json.Faults.Any)
            return json.Faults.Together();
        return PredictiveAccuracy.Index(hits, events, hotspots, study).Succeeded(out var index, out var problem) ? new JsonObject { ["pai"] = index } : problem;
    });
}
