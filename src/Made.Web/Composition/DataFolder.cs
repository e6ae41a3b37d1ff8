using Made.Core.Register;

namespace Made.Web.Composition;

/// <summary>Finds the files of a data folder laid out as the README says: which folder holds which dataset.</summary>
internal static class DataFolder
{
    private static readonly string[] Endings = [".csv", ".csv.gz", ".zip", ".xlsx"];

    public static IEnumerable<(string Dataset, IReadOnlyList<string> Files)> FilesByDataset(string root, Pack pack)
    {
        var police = Path.Combine(root, "police", pack.ForceSlug);
        foreach (var (dataset, folder, pattern) in new[]
        {
            ("police-street", Path.Combine(police, "street"), "*"),
            ("police-outcomes", Path.Combine(police, "outcomes"), "*"),
            ("collisions", Path.Combine(root, "road-safety"), $"*collisions*{pack.ForceSlug}*"),
        }
            .Concat(pack.Datasets.Select(d => (d.Id, Path.Combine(root, d.Id), "*")))
            .Concat(pack.Datasets.Select(d => (d.Id, Path.Combine(root, "indicator-values"), d.Id + "-*"))))
        {
            if (!Directory.Exists(folder) || pack.Datasets.All(d => d.Id != dataset))
                continue;
            var files = Directory.EnumerateFiles(folder, pattern)
                .Where(f => Array.Exists(Endings, e => f.EndsWith(e, StringComparison.OrdinalIgnoreCase)))
                .Order(StringComparer.Ordinal)
                .ToList();
            if (files.Count > 0)
                yield return (dataset, files);
        }
    }
}
