using System.Security.Cryptography;
using System.Text;
using Made.Core.Register;
using NetTopologySuite.IO;

namespace Made.Intake.Reference;

/// <summary>The name of a vintage: a hash of what the files say, whatever the files were called and in whatever order they came.</summary>
internal static class ReferenceVintage
{
    public static string Of(ReferenceData data)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add(string line) => hash.AppendData(Encoding.UTF8.GetBytes(line + '\n'));
        foreach (var (lsoa, district) in data.DistrictOfLsoa.OrderBy(d => d.Key, StringComparer.Ordinal))
            Add($"d {lsoa} {district} {data.DistrictYearOfLsoa[lsoa]}");
        foreach (var (lsoa, successors) in data.Successors.OrderBy(s => s.Key, StringComparer.Ordinal))
            Add($"s {lsoa} {string.Join(' ', successors)}");
        foreach (var (lsoa, ward) in data.WardOfLsoa.OrderBy(w => w.Key, StringComparer.Ordinal))
            Add($"w {lsoa} {ward} {data.WardYearOfLsoa[lsoa]}");
        foreach (var ward in data.Wards)
            Add($"n {ward.Code} {ward.District} {ward.Name}");
        foreach (var (code, name) in data.Names.OrderBy(n => n.Key, StringComparer.Ordinal))
            Add($"c {code} {name} {data.YearOfName[code]}");
        foreach (var p in data.Populations)
            Add($"p {p.Code} {p.Year} {p.Residents}");
        var writer = new WKBWriter();
        foreach (var b in data.Boundaries)
        {
            Add($"b {b.Level} {b.Code} {b.District} {b.Vintage}");
            hash.AppendData(writer.Write(b.Shape));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
