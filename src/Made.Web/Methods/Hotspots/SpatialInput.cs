using System.Text.Json;
using Made.Core;
using Made.Core.Methods.Hotspots;

namespace Made.Web.Methods.Hotspots;

/// <summary>Reads <c>{values, neighbours_1based}</c>: a value for each place, and the places beside it counted from 1.</summary>
internal sealed record SpatialInput(double[] Values, SpatialWeights Weights)
{
    public const string Reads = "JSON values, neighbours_1based (a list per place, empty for an island)";

    private static readonly NumberRule Place = new(v => v >= 1 && v <= int.MaxValue && Math.Floor(v) == v, "is not the number of a place");

    public static Outcome<SpatialInput> Of(InputNode json, WeightStyle style)
    {
        var values = json.Numbers("values");
        var lists = json.Entries("neighbours_1based").Select(Neighbours).ToArray();
        if (json.Faults.Any)
            return json.Faults.Together();
        return SpatialWeights.FromOne(lists, style).Succeeded(out var weights, out var problem) ? new SpatialInput(values, weights) : problem;
    }

    /// <summary>One neighbour may stand without its list.</summary>
    private static int[] Neighbours(InputNode entry) =>
        [.. (entry.Element.ValueKind == JsonValueKind.Number ? [entry.Number("", Place)] : entry.Numbers("", Place)).Select(n => double.IsNaN(n) ? 0 : (int)n)];
}
