using System.Text.Json;
using Made.Core;

namespace Made.Intake.Synthetic;

/// <summary>
/// A fictional county drawn from a seed and written as its publishers would publish it, so that the program reads made-up
/// files through the same doors as real ones. The same pack gives the same content on every machine.
/// </summary>
public static class SyntheticCounty
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Writes the data folder of the pack; the layout is the one the program reads real data from.</summary>
    public static Outcome<SyntheticFolder> Write(string packFolder, string outDir)
    {
        var generator = Path.Combine(packFolder, "generator.json");
        if (!File.Exists(generator))
            return Problems.NothingToDraw(packFolder);
        try
        {
            using var pack = JsonDocument.Parse(File.ReadAllText(Path.Combine(packFolder, "pack.json")));
            if (!pack.RootElement.TryGetProperty("synthetic", out var mark) || mark.ValueKind != JsonValueKind.True)
                return Problems.NotSynthetic(packFolder);
            var plan = JsonSerializer.Deserialize<Parameters>(File.ReadAllText(generator), Json)!;
            return Write(plan, DistrictNames(packFolder), pack.RootElement, outDir);
        }
        catch (JsonException wrong)
        {
            return Problems.Unreadable(generator, wrong.Message);
        }
    }

    private static SyntheticFolder Write(Parameters plan, Dictionary<string, string> names, JsonElement pack, string outDir)
    {
        var slug = pack.GetProperty("forceSlug").GetString()!;
        var folder = new Folder(outDir);
        var map = new CountyMap(plan, names);
        Parallel.Invoke(
            () => BoundaryFiles.Write(folder, map),
            () => new PoliceFiles(plan, map, slug).Write(folder));
        LookupFiles.Write(folder, plan, map, plan.ForceName);
        PopulationFiles.Write(folder, plan, map);
        CollisionFiles.Write(folder, plan, map, slug);
        ReturnFiles.Write(folder, plan, map);
        RecordFiles.Write(folder, plan, map);
        folder.WriteTable("README.txt", "SYNTHETIC", Notice(plan, pack.GetProperty("title").GetString()!));
        return new SyntheticFolder(outDir, plan.First, plan.Last, map.Lsoas.Count, map.Wards.Count, map.Districts.Count);
    }

    private static string[] Notice(Parameters plan, string title) =>
    [
        "",
        $"Everything in this folder is made up: {title}, its people, places, crimes and boundaries do not exist.",
        $"It was drawn from seed {plan.Seed}. The files only borrow the formats in which real publishers publish.",
        "The county is drawn in open sea; its codes have 99 after the first three characters, which no real area has.",
    ];

    private static Dictionary<string, string> DistrictNames(string packFolder) =>
        File.ReadLines(Path.Combine(packFolder, "areas.csv")).Skip(1)
            .Select(line => line.Split(','))
            .Where(cells => cells is [_, _, "district", ..])
            .GroupBy(cells => cells[0])
            .ToDictionary(g => g.Key, g => g.Last()[1], StringComparer.Ordinal);
}
