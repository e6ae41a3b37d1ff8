using System.IO.Compression;
using Made.Core.Facts;
using Made.Core.Register;

namespace Made.TestKit.Intake;

/// <summary>Inside and outside of a partnership as the published lookups tell them, for checks against real files.</summary>
public static class RealPlaces
{
    /// <summary>The districts are those of the police force that the lookup names.</summary>
    public static PlaceIndex Of(string lookups, string force)
    {
        var districts = Rows(Path.Combine(lookups, "lookup_ltla24_csp24_pfa24.csv")).Where(r => r["pfa24_code"] == force).Select(r => new AreaCode(r["ltla24_code"])).ToList();
        var districtOf = new Dictionary<string, AreaCode>();
        foreach (var row in Rows(Path.Combine(lookups, "lookup_lsoa21_ward24_ltla24.csv.gz")))
            districtOf[row["lsoa21_code"]] = new AreaCode(row["ltla24_code"]);
        foreach (var row in Rows(Path.Combine(lookups, "lookup_lsoa11_lsoa21_ltla22.csv.gz")))
            districtOf.TryAdd(row["lsoa11_code"], districtOf.GetValueOrDefault(row["lsoa21_code"], new AreaCode(row["ltla22_code"])));
        return IntakeRun.Places(districtOf, districts);
    }

    private static IEnumerable<Dictionary<string, string>> Rows(string file)
    {
        using var stream = File.OpenRead(file);
        using var text = new StreamReader(file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream);
        var header = text.ReadLine()!.Split(',').Select(c => c.Trim('"')).ToArray();
        while (text.ReadLine() is { } line)
            yield return header.Zip(line.Trim('"').Split("\",\"")).ToDictionary(p => p.First, p => p.Second);
    }
}
