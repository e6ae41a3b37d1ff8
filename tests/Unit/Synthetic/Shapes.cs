using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Made.Tests.Unit.Synthetic;

/// <summary>One shape of a boundary file: its code, its geometry, and its sides as the file writes them.</summary>
public sealed record DrawnShape(string Code, string District, Geometry Geometry, IReadOnlyList<(string From, string To)> Sides);

public static class Shapes
{
    public static IReadOnlyList<DrawnShape> Read(DemoCounty county, string layer, string codeProperty) =>
        [.. county.Files($"boundaries/{layer}").SelectMany(f => InFile(f, codeProperty))];

    /// <summary>
    /// What is wrong with a layer as a tiling: a side that two shapes run along in the same direction means overlap, and a side that no
    /// neighbour runs along must be part of the county's own outline.
    /// </summary>
    public static string Fault(IReadOnlyList<DrawnShape> layer, HashSet<(string From, string To)> outline)
    {
        var sides = new HashSet<(string From, string To)>();
        foreach (var shape in layer)
            foreach (var side in shape.Sides)
                if (!sides.Add(side))
                    return $"{shape.Code} overlaps a neighbour at {side.From}";
        var open = Open(sides);
        return open.SetEquals(outline) ? "" : "the layer leaves a gap or sticks out at " + open.Except(outline).Concat(outline.Except(open)).First().From;
    }

    public static HashSet<(string From, string To)> Outline(IReadOnlyList<DrawnShape> layer) =>
        Open([.. layer.SelectMany(s => s.Sides)]);

    private static HashSet<(string From, string To)> Open(HashSet<(string From, string To)> sides) =>
        [.. sides.Where(s => !sides.Contains((s.To, s.From)))];

    private static IEnumerable<DrawnShape> InFile(string file, string codeProperty)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        foreach (var feature in json.RootElement.GetProperty("features").EnumerateArray())
        {
            var geometry = feature.GetProperty("geometry");
            var coordinates = geometry.GetProperty("coordinates");
            var polygons = geometry.GetProperty("type").GetString() == "Polygon" ? [coordinates] : coordinates.EnumerateArray().ToArray();
            var rings = polygons.SelectMany(p => p.EnumerateArray()).Select(r => r.EnumerateArray().Select(p => p.GetRawText()).ToArray());
            yield return new DrawnShape(
                feature.GetProperty("properties").GetProperty(codeProperty).GetString()!,
                Path.GetFileNameWithoutExtension(file),
                new MultiPolygon([.. polygons.Select(Polygon)]),
                [.. rings.SelectMany(r => r.Zip(r.Skip(1)))]);
        }
    }

    private static Polygon Polygon(JsonElement polygon)
    {
        var rings = polygon.EnumerateArray().Select(r => new LinearRing([.. r.EnumerateArray().Select(p => new Coordinate(p[0].GetDouble(), p[1].GetDouble()))])).ToArray();
        return new Polygon(rings[0], rings[1..]);
    }
}
