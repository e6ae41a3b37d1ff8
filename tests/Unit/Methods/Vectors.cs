using System.Text.Json;
using Made.Tests.Unit.Indicators;

namespace Made.Tests.Unit.Methods;

/// <summary>Reads the reference vectors beside the checkout; a plain message and no rows where they are absent.</summary>
internal static class Vectors
{
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string file)
    {
        var lines = Text(file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.TrimEnd('\r')).ToArray();
        if (lines.Length == 0)
            return [];
        var names = Cells(lines[0]);
        return [.. lines.Skip(1).Select(l => (IReadOnlyDictionary<string, string>)names.Zip(Cells(l)).ToDictionary(p => p.First, p => p.Second))];
    }

    public static bool TryJson(string file, out JsonElement root)
    {
        var found = TryPath(file, out var path);
        root = found ? JsonDocument.Parse(File.ReadAllText(path)).RootElement : default;
        return found;
    }

    public static bool TryPath(string file, out string path)
    {
        path = RealMonths.Folder is null ? "" : Path.Combine(RealMonths.Folder, "../reference", file);
        if (File.Exists(path))
            return true;
        Console.WriteLine($"Not run: the reference vectors ({file}) are not beside this checkout.");
        return false;
    }

    /// <summary>The numbers of a list; NaN for null.</summary>
    public static double[] Numbers(this JsonElement list) =>
        [.. list.EnumerateArray().Select(n => n.ValueKind == JsonValueKind.Null ? double.NaN : n.GetDouble())];

    public static bool Near(IReadOnlyList<double> a, IReadOnlyList<double> b) => a.Count == b.Count && a.Zip(b).All(p => Near(p.First, p.Second));

    /// <summary>The whole file; empty, and a plain message, where it is absent.</summary>
    public static string Text(string file) => TryPath(file, out var path) ? File.ReadAllText(path).TrimStart('\uFEFF') : "";

    /// <summary>The file as JSON; nothing where it is absent.</summary>
    public static IEnumerable<JsonElement> Entries(string file, string member) =>
        Text(file) is { Length: > 0 } text ? JsonDocument.Parse(text).RootElement.GetProperty(member).EnumerateArray() : [];

    public static double Number(this IReadOnlyDictionary<string, string> row, string name) =>
        row[name].Length == 0 ? double.NaN : double.Parse(row[name]);

    public static bool Near(double a, double b, double tolerance = 1e-9) => (double.IsNaN(a) && double.IsNaN(b)) || Math.Abs(a - b) <= tolerance * Math.Max(1e-3, Math.Abs(b));

    public static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var (quoted, cell) = (false, "");
        foreach (var c in line)
        {
            if (c == '"')
                quoted = !quoted;
            else if (c == ',' && !quoted)
            {
                cells.Add(cell);
                cell = "";
            }
            else
                cell += c;
        }
        return [.. cells, cell];
    }
}
