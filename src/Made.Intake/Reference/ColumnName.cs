using System.Text.RegularExpressions;

namespace Made.Intake.Reference;

internal enum Geography
{
    Lsoa,
    Ward,
    District,
    County,
}

/// <summary>
/// What a publisher's header says: <c>LSOA21CD</c>, <c>lsoa21_code</c>, <c>LAD24NM</c>, <c>ltla24_name</c>, <c>LSOA code (2011)</c>,
/// <c>Local Authority District code (2019)</c>. The year is that of the geography, 0 where the header names none.
/// </summary>
internal sealed partial record ColumnName(Geography Geography, int Year, bool IsCode)
{
    public static ColumnName? Parse(string header)
    {
        var plain = header.Trim().Replace("_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        var match = Short().Match(plain);
        if (!match.Success)
            match = Long().Match(plain);
        if (!match.Success)
            return null;
        var year = match.Groups["year"].Value;
        return new(
            match.Groups["place"].Value switch
            {
                "LSOA" => Geography.Lsoa,
                "WD" or "WARD" => Geography.Ward,
                "LAD" or "LTLA" or "LOCALAUTHORITYDISTRICT" or "LA" => Geography.District,
                _ => Geography.County,
            },
            year.Length switch { 0 => 0, 2 => 2000 + int.Parse(year), _ => int.Parse(year) },
            match.Groups["part"].Value is "CD" or "CODE");
    }

    [GeneratedRegex("^(?<place>LSOA|WD|WARD|LAD|LTLA|LA|UTLA|CTY|CTYUA)(?<year>[0-9]{2}|20[0-9]{2})?(?<part>CD|NM|CODE|NAME)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Short();

    [GeneratedRegex("^(?<place>LSOA|WARD|LOCALAUTHORITYDISTRICT)(?<part>CODE|NAME)\\((?<year>20[0-9]{2})\\)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Long();
}
