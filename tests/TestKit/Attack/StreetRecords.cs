using System.IO.Compression;
using Made.TestKit.Site;

namespace Made.TestKit.Attack;

/// <summary>Real street files beside the checkout as records whose places the test resolves for itself: by the lookups alone, a split small area to its first successor.</summary>
public static class StreetRecords
{
    /// <summary>Small areas of 2021 with ward and district, of the districts in which a force's records lie.</summary>
    public static IReadOnlyList<(string Lsoa, string Ward, string District)> Geography(string folder, string force)
    {
        var districts = Rows(Path.Combine(folder, "lookups", "lookup_ltla24_csp24_pfa24.csv")).Where(r => r.Values.Any(v => v.Equals(force, StringComparison.OrdinalIgnoreCase))).Select(r => r["ltla24_code"]).ToHashSet();
        return [.. Rows(Path.Combine(folder, "lookups", "lookup_lsoa21_ward24_ltla24.csv.gz")).Where(r => districts.Contains(r["ltla24_code"])).Select(r => (r["lsoa21_code"], r["ward24_code"], r["ltla24_code"]))];
    }

    /// <summary>The records of some months of a release; without a place where the lookups know none.</summary>
    public static IReadOnlyList<SecretRecord> Read(string folder, string force, string release, IEnumerable<string> months, Func<IReadOnlyDictionary<string, string>, string> kind)
    {
        var successor = Rows(Path.Combine(folder, "lookups", "lookup_lsoa11_lsoa21_ltla22.csv.gz")).GroupBy(r => r["lsoa11_code"]).ToDictionary(g => g.Key, g => g.First()["lsoa21_code"]);
        var known = Geography(folder, force).Select(g => g.Lsoa).ToHashSet();
        var records = new List<SecretRecord>();
        foreach (var month in months)
        {
            foreach (var row in Rows(Path.Combine(folder, "police", force, release, $"{month}-{force}-street.csv.gz")))
            {
                var place = known.Contains(row["LSOA code"]) ? row["LSOA code"] : successor.GetValueOrDefault(row["LSOA code"], "");
                records.Add(new($"R{records.Count:0000000}", known.Contains(place) ? place : "", month, kind(row) is { Length: > 0 } k ? k : "None"));
            }
        }
        return records;
    }

    private static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string file)
    {
        using var bytes = File.OpenRead(file);
        using var text = new StreamReader(file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(bytes, CompressionMode.Decompress) : bytes);
        return CsvText.Rows(text.ReadToEnd());
    }
}
