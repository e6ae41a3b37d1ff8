using Made.TestKit.Site;

namespace Made.TestKit.Attack;

/// <summary>A record of the microdata for attacks: nobody but the test knows it.</summary>
public sealed record SecretRecord(string Id, string Place, string Month, string Kind);

/// <summary>The microdata beside the checkout, and the small areas it is about.</summary>
public static class SecretRecords
{
    /// <summary>Small areas with ward and district, under codes of the form that publishers use.</summary>
    public static IReadOnlyList<(string Lsoa, string Ward, string District)> Geography(string folder) =>
        [.. CsvText.Rows(File.ReadAllText(Path.Combine(folder, "geography.csv"))).Select(r => (Code("E0199", r["lsoa"]), Code("E0599", r["ward"]), Code("E0799", r["district"])))];

    /// <summary>The records of one version as they are: six months.</summary>
    public static IReadOnlyList<SecretRecord> Read(string folder, int version) => Read(folder, version, (month, _) => month);

    /// <summary>The same records over the twelve months of a financial year: by its key a record stays in its half year or goes to the next.</summary>
    public static IReadOnlyList<SecretRecord> OverAYear(string folder, int version) =>
        Read(folder, version, (month, key) => new DateOnly(2024, 3, 1).AddMonths(int.Parse(month[5..]) + (key < 0.5 ? 0 : 6)).ToString("yyyy-MM"));

    private static List<SecretRecord> Read(string folder, int version, Func<string, double, string> monthOf) =>
    [
        .. CsvText.Rows(File.ReadAllText(Path.Combine(folder, $"microdata_v{version}.csv")))
            .Select(r => new SecretRecord(r["record_id"], Code("E0199", r["lsoa"]), monthOf(r["month"], double.Parse(r["record_key"])), r["offence"])),
    ];

    private static string Code(string prefix, string name) => prefix + int.Parse(name[1..]).ToString("0000");
}
