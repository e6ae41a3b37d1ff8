using Made.Core;
using Made.Core.Register;

namespace Made.Intake.Reference;

/// <summary>
/// Reads the publishers' reference files under a folder: what a file is, its columns tell, never its name. Adds to what is held already, so
/// several folders can be read one after the other in any order. Files nobody uses here are listed as "not used". Formats: docs/reference.md.
/// </summary>
public static class ReferenceReader
{
    public const string NotUsed = "not used";

    public static Outcome<ReferenceData> Read(string folder, Pack pack, ReferenceData? held = null)
    {
        if (!Directory.Exists(folder))
            return ReferenceProblems.NoFolder(folder);
        var build = ReferenceBuild.From(held);
        var files = 0;
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(folder, path).Replace('\\', '/');
            if (!ReadFile(path, name, build).Succeeded(out var taken, out var problem))
                return problem;
            files++;
            var file = new ReferenceFile(name, ReferenceText.Sha256(path), taken.Kind, taken.Rows, Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)));
            build.Files.RemoveAll(f => f.Sha256 == file.Sha256);
            build.Files.Add(file);
        }
        return files == 0 ? ReferenceProblems.Nothing(folder) : ReferenceFinish.Finish(build, pack);
    }

    private static Outcome<(string Kind, int Rows)> ReadFile(string path, string name, ReferenceBuild build)
    {
        if (Is(path, ".csv"))
        {
            var csv = new CsvText(ReferenceText.Header(path));
            csv.Next();
            var table = new ReferenceTable(csv.Fields());
            if (table.MissingColumn(name) is { } missing)
                return missing;
            if (table.Kind == TableKind.NotUsed)
                return (NotUsed, 0);
            return ReferenceText.Text(path, name).Succeeded(out var text, out var damaged) ? ReferenceTables.Read(table, text, name, build) : damaged;
        }
        if (Is(path, ".json") || Is(path, ".geojson"))
            return ReferenceText.Bytes(path, name).Succeeded(out var bytes, out var damaged) ? ReferenceBoundaries.Read(bytes, name, build) : damaged;
        return (NotUsed, 0);
    }

    private static bool Is(string path, string ending) =>
        path.EndsWith(ending, StringComparison.OrdinalIgnoreCase) || path.EndsWith(ending + ".gz", StringComparison.OrdinalIgnoreCase);
}
