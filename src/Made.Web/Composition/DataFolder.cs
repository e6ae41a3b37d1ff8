using Made.Core.Register;

namespace Made.Web.Composition;

/// <summary>Finds the files of a data folder laid out as the README says: which folder holds which dataset.</summary>
internal static class DataFolder
{
    private static readonly string[] Endings = [".csv", ".csv.gz", ".zip", ".xlsx"];

    public static IReadOnlyList<(string Dataset, IReadOnlyList<string> Files)> FilesByDataset(string root, Pack pack)
    {
        var police = Path.Combine(root, "police", pack.ForceSlug);
        var found = Files(Path.Combine(police, "street")).Select(f => ("police-street", f))
            .Concat(Files(Path.Combine(police, "outcomes")).Select(f => ("police-outcomes", f)))
            .Concat(Collisions(Path.Combine(root, "road-safety"), pack.ForceSlug).Select(f => ("collisions", f)))
            .Concat(Files(Path.Combine(root, "indicator-values")).Select(f => (NamedAfter(f, pack, "indicator-values"), f)))
            .Concat(Files(Path.Combine(root, "partners")).Select(f => (NamedAfter(f, pack, ""), f)));
        return
        [
            .. found.Where(f => pack.Datasets.Any(d => d.Id == f.Item1))
                .GroupBy(f => f.Item1, f => f.Item2)
                .Select(g => (g.Key, (IReadOnlyList<string>)[.. g])),
        ];
    }

    /// <summary>Those of the pack's force where a file name says so, else every file of collisions; lookups lie in the same folder.</summary>
    private static List<string> Collisions(string folder, string slug)
    {
        var all = Files(folder).Where(f => Has(f, "collision") || Has(f, "accident")).ToList();
        return all.Exists(f => Has(f, slug)) ? all.FindAll(f => Has(f, slug)) : all;
    }

    /// <summary>A partner's file belongs to the dataset that it is named after, such as <c>deliberate-fires-2026-01.csv</c>.</summary>
    private static string NamedAfter(string file, Pack pack, string otherwise) =>
        pack.Datasets.Select(d => d.Id).Where(id => Path.GetFileName(file).StartsWith(id + "-", StringComparison.Ordinal))
            .OrderByDescending(id => id.Length).FirstOrDefault(otherwise);

    private static bool Has(string file, string word) => Path.GetFileName(file).Contains(word, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Files(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder)
            .Where(f => Array.Exists(Endings, e => f.EndsWith(e, StringComparison.OrdinalIgnoreCase)))
            .Order(StringComparer.Ordinal)
        : [];
}
