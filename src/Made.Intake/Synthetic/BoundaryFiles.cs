namespace Made.Intake.Synthetic;

/// <summary>Made-up boundaries as GeoJSON in the properties of the ONS Open Geography files, one file per district.</summary>
internal static class BoundaryFiles
{
    public static void Write(Folder folder, CountyMap map)
    {
        foreach (var district in map.Districts)
        {
            Write(folder, map, $"boundaries/lsoa21/{district.Code}.geojson", district.Code, map.Lsoas
                .Where(a => a.Ward.District == district)
                .Select(a => ($"\"LSOA21CD\": \"{a.Code}\", \"LSOA21NM\": \"{a.Name}\", \"LADCD_ACTIVE\": \"{district.Code}\"", a.Cells)));
            Write(folder, map, $"boundaries/lsoa11/{district.Code}.geojson", district.Code, map.Vintages.Old
                .Where(o => o.District == district)
                .Select(o => ($"\"LSOA11CD\": \"{o.Code}\", \"LSOA11NM\": \"{o.Name}\", \"LADCD_ACTIVE\": \"{district.Code}\"", o.Cells)));
            Write(folder, map, $"boundaries/ward25/{district.Code}.geojson", district.Code, map.Wards
                .Where(w => w.District == district)
                .Select(w => ($"\"WD25CD\": \"{w.Code}\", \"WD25NM\": \"{w.Name}\", \"LAD25CD\": \"{district.Code}\", \"LAD25NM\": \"{district.Name}\"", w.Cells)));
        }
        Write(folder, map, "boundaries/lad/synthetic_ltla24.geojson", "districts", map.Districts
            .Select(d => ($"\"LTLA24_CODE\": \"{d.Code}\", \"LTLA24_NAME\": \"{d.Name}\"", d.Cells)));
    }

    private static void Write(Folder folder, CountyMap map, string file, string name, IEnumerable<(string Properties, HashSet<int> Cells)> shapes) =>
        folder.Write(file, writer =>
        {
            writer.WriteLine("{");
            writer.WriteLine("\"type\": \"FeatureCollection\",");
            writer.WriteLine($"\"name\": \"{name} SYNTHETIC\",");
            writer.WriteLine("\"crs\": { \"type\": \"name\", \"properties\": { \"name\": \"urn:ogc:def:crs:OGC:1.3:CRS84\" } },");
            writer.WriteLine("\"features\": [");
            var between = "";
            foreach (var (properties, cells) in shapes)
            {
                writer.Write($"{between}{{ \"type\": \"Feature\", \"properties\": {{ {properties} }}, \"geometry\": ");
                WriteShape(writer, map.Comb, Outline.Of(map.Comb, cells));
                writer.Write(" }");
                between = ",\n";
            }
            writer.WriteLine("\n]\n}");
        });

    private static void WriteShape(TextWriter writer, Honeycomb comb, IReadOnlyList<IReadOnlyList<int[]>> polygons)
    {
        var texts = polygons.Select(p => $"[ {string.Join(", ", p.Select(r => Ring(comb, r)))} ]").ToArray();
        writer.Write(texts is [var one]
            ? $"{{ \"type\": \"Polygon\", \"coordinates\": {one} }}"
            : $"{{ \"type\": \"MultiPolygon\", \"coordinates\": [ {string.Join(", ", texts)} ] }}");
    }

    private static string Ring(Honeycomb comb, int[] ring) =>
        $"[ {string.Join(", ", ring.Append(ring[0]).Select(c => Position(comb.Corner(c))))} ]";

    private static string Position((int Longitude, int Latitude) at) =>
        $"[ {MapPoints.Degrees(at.Longitude)}, {MapPoints.Degrees(at.Latitude)} ]";
}
