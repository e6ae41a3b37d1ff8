using System.Text.Json;
using Made.Core;
using Made.Core.Exchange;
using Made.Core.Register;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace Made.Intake.Reference;

/// <summary>Boundaries of 2011 and 2021 LSOAs, wards and districts from GeoJSON in longitude and latitude (RFC 7946), Polygon and MultiPolygon.</summary>
internal static class ReferenceBoundaries
{
    private static readonly GeometryFactory Shapes = new(new PrecisionModel(), 4326);

    /// <summary>What was taken, or rows 0 where the file is valid JSON that holds nothing of use here.</summary>
    public static Outcome<(string Kind, int Rows)> Read(byte[] bytes, string file, ReferenceBuild build)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(bytes.AsMemory(bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0));
        }
        catch (JsonException wrong)
        {
            return ReferenceProblems.Json(file, $"the JSON breaks off or is broken in line {wrong.LineNumber + 1}");
        }
        using (document)
        {
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("features", out var features) || features.ValueKind != JsonValueKind.Array)
                return ("not used", 0);
            var (kind, rows, number) = ("not used", 0, 0);
            foreach (var feature in features.EnumerateArray())
            {
                number++;
                if (!Keys(feature).Succeeded(out var keys, out _))
                    continue;
                if (!Shape(feature, file, number).Succeeded(out var shape, out var problem))
                    return problem;
                if (!shape.IsValid)
                {
                    shape = GeometryFixer.Fix(shape);
                    build.Findings.Add(new("boundary-mended", number, "", $"{file}: the boundary of {keys.Code} crosses itself and was mended.", "Nothing, unless it looks wrong on the map.", 1));
                }
                build.Boundaries[(keys.Level, keys.Code, keys.Vintage)] = new(keys.Code, keys.Name, keys.Level, new(keys.District), keys.Vintage, shape);
                build.AddName(keys.Code, keys.Name, keys.Vintage);
                (kind, rows) = ($"boundaries: {keys.Level.Code()} {keys.Vintage}", rows + 1);
            }
            return (kind, rows);
        }
    }

    /// <summary>Code, name and district from the properties, whatever the year in their names.</summary>
    private static Outcome<(AreaLevel Level, string Code, string Name, string District, int Vintage)> Keys(JsonElement feature)
    {
        var none = new Problem("reference-boundary-other", "Another kind of area.", "");
        if (!feature.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object)
            return none;
        var found = new List<(ColumnName Name, string Text)>();
        var active = "";
        foreach (var property in properties.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.String))
        {
            var text = property.Value.GetString()!.Trim();
            if (ColumnName.Parse(property.Name) is { Year: > 0 } name)
                found.Add((name, text));
            else if (property.Name == "LADCD_ACTIVE")
                active = text;
        }
        string? Of(Geography geography, bool code) =>
            found.Where(f => f.Name.Geography == geography && f.Name.IsCode == code).OrderByDescending(f => f.Name.Year).Select(f => f.Text).FirstOrDefault();
        foreach (var (geography, level) in new[] { (Geography.Lsoa, AreaLevel.Lsoa), (Geography.Ward, AreaLevel.Ward), (Geography.District, AreaLevel.District) })
            if (Of(geography, code: true) is { Length: > 0 } code)
            {
                var vintage = found.Where(f => f.Name.Geography == geography && f.Name.IsCode).Max(f => f.Name.Year);
                var district = level == AreaLevel.District ? code : Of(Geography.District, code: true) ?? active;
                return (level, code, Of(geography, code: false) ?? "", district, vintage);
            }
        return none;
    }

    private static Outcome<Geometry> Shape(JsonElement feature, string file, int number)
    {
        if (!feature.TryGetProperty("geometry", out var geometry) || geometry.ValueKind != JsonValueKind.Object
            || !geometry.TryGetProperty("coordinates", out var coordinates) || coordinates.ValueKind != JsonValueKind.Array)
            return ReferenceProblems.Feature(file, number, "it has no geometry");
        var type = geometry.TryGetProperty("type", out var named) ? named.GetString() : "";
        if (type is not ("Polygon" or "MultiPolygon"))
            return ReferenceProblems.Feature(file, number, $"a boundary is a Polygon or a MultiPolygon, not a '{type}'");
        var polygons = new List<Polygon>();
        foreach (var part in type == "Polygon" ? [coordinates] : coordinates.EnumerateArray().ToList())
        {
            var rings = new List<LinearRing>();
            foreach (var ring in part.EnumerateArray())
            {
                if (!Ring(ring, file, number).Succeeded(out var points, out var problem))
                    return problem;
                rings.Add(Shapes.CreateLinearRing(points));
            }
            if (rings.Count == 0)
                return ReferenceProblems.Feature(file, number, "it has no outline");
            polygons.Add(Shapes.CreatePolygon(rings[0], [.. rings.Skip(1)]));
        }
        return polygons is [var one] ? one : (Outcome<Geometry>)Shapes.CreateMultiPolygon([.. polygons]);
    }

    private static Outcome<Coordinate[]> Ring(JsonElement ring, string file, int number)
    {
        var points = new Coordinate[ring.ValueKind == JsonValueKind.Array ? ring.GetArrayLength() : 0];
        var at = 0;
        foreach (var point in ring.ValueKind == JsonValueKind.Array ? ring.EnumerateArray() : default)
        {
            if (point.ValueKind != JsonValueKind.Array || point.GetArrayLength() < 2 || !point[0].TryGetDouble(out var x) || !point[1].TryGetDouble(out var y))
                return ReferenceProblems.Feature(file, number, "a point is not a pair of numbers");
            if (Math.Abs(x) > 180 || Math.Abs(y) > 90)
                return ReferenceProblems.Feature(file, number, "its points are not longitude and latitude; fetch the file as WGS84 (EPSG:4326)");
            points[at++] = new Coordinate(x, y);
        }
        return points.Length >= 4 && points[0].Equals2D(points[^1])
            ? points
            : ReferenceProblems.Feature(file, number, "an outline has fewer than four points or is not closed");
    }
}
