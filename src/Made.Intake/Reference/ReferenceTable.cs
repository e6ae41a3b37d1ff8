using System.Globalization;
using Made.Core;

namespace Made.Intake.Reference;

/// <summary>What a CSV file is, told from its header alone.</summary>
internal enum TableKind
{
    /// <summary>Nothing here uses it.</summary>
    NotUsed,

    /// <summary>2011 LSOA to 2021 LSOA, and often to district.</summary>
    LsoaChanges,

    /// <summary>2021 LSOA to ward, and often to district.</summary>
    LsoaToWard,

    /// <summary>LSOA of either vintage to district.</summary>
    LsoaToDistrict,

    /// <summary>Codes and names of districts.</summary>
    DistrictNames,

    Population,
}

/// <summary>The columns that matter in one publisher's table, and what that makes of the table.</summary>
internal sealed class ReferenceTable
{
    private static readonly string[] Totals = ["TOTALPOPULATION", "POPULATION", "ALLAGES", "TOTAL", "ALLPERSONS"];
    private readonly List<(ColumnName Name, string Header, int At)> places = [];
    private readonly bool hasCode;

    public ReferenceTable(IReadOnlyList<string> header)
    {
        for (var i = 0; i < header.Count; i++)
        {
            if (ColumnName.Parse(header[i]) is { } name)
                places.Add((name, header[i], i));
            var plain = header[i].Replace("_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
            hasCode |= plain.EndsWith("CODE", StringComparison.Ordinal) || plain.EndsWith("CD", StringComparison.Ordinal);
            if (Total < 0 && (Totals.Contains(plain) || IsMidYear(plain)))
                (Total, TotalHeader) = (i, header[i]);
            if (plain is "YEAR" or "MIDYEAR")
                Year = i;
        }
        Ages = header.Count(h => int.TryParse(h.TrimEnd('+'), NumberStyles.None, CultureInfo.InvariantCulture, out var age) && age <= 90);
        Kind = Tell();
    }

    public TableKind Kind { get; }

    public int Total { get; } = -1;

    public string TotalHeader { get; } = "";

    public int Year { get; } = -1;

    /// <summary>Nothing after this column is of use here.</summary>
    public int LastColumn => Math.Max(Math.Max(Total, Year), places.Count == 0 ? -1 : places.Max(p => p.At));

    private int Ages { get; }

    /// <summary>The column with the newest code of this geography, or of this vintage; null where there is none.</summary>
    public (ColumnName Name, string Header, int At)? Code(Geography geography, int year = -1) => Newest(geography, year, code: true);

    public (ColumnName Name, string Header, int At)? NameOf(Geography geography, int year = -1) => Newest(geography, year, code: false);

    /// <summary>The column that is missing although the rest of the header shows that the file needs it.</summary>
    public Problem? MissingColumn(string file)
    {
        if (Kind == TableKind.Population && PopulationCode() is null)
            return ReferenceProblems.Column(file, "the code of the area", $"'{TotalHeader}'");
        if (Kind == TableKind.NotUsed && Ages > 80 && PopulationCode() is { } code)
            return ReferenceProblems.Column(file, "the total of all ages", $"'{code.Header}'");
        if (Total < 0 && places.Select(p => p.Name.Geography).Distinct().Count() > 1)
            foreach (var name in places.Where(p => !p.Name.IsCode))
                if (Code(name.Name.Geography, name.Name.Year) is null && name.Name.Geography != Geography.County)
                    return ReferenceProblems.Column(file, $"the code of '{name.Header}'", "the name");
        return null;
    }

    public (ColumnName Name, string Header, int At)? PopulationCode() =>
        Code(Geography.Lsoa) ?? Code(Geography.District) ?? Code(Geography.County);

    private static bool IsMidYear(string plain) =>
        plain.Length == 7 && plain.StartsWith("MID", StringComparison.Ordinal) && plain[3..].All(char.IsAsciiDigit);

    private TableKind Tell()
    {
        var (old, recent) = (Code(Geography.Lsoa, 2011), Code(Geography.Lsoa, 2021));
        if (Total >= 0 && (PopulationCode() is not null || (Ages > 80 && !hasCode)))
            return TableKind.Population;
        if (old is not null && recent is not null)
            return TableKind.LsoaChanges;
        if (recent is not null && Code(Geography.Ward) is not null)
            return TableKind.LsoaToWard;
        if ((old ?? recent) is not null && Code(Geography.District) is { Name.Year: > 0 })
            return TableKind.LsoaToDistrict;
        var onlyDistricts = places.All(p => p.Name.Geography is Geography.District or Geography.County);
        return onlyDistricts && Code(Geography.District) is { Name: var district } && NameOf(Geography.District, district.Year) is not null
            ? TableKind.DistrictNames
            : TableKind.NotUsed;
    }

    private (ColumnName Name, string Header, int At)? Newest(Geography geography, int year, bool code)
    {
        (ColumnName Name, string Header, int At)? best = null;
        foreach (var place in places.Where(p => p.Name.Geography == geography && p.Name.IsCode == code && (year < 0 || p.Name.Year == year)))
            if (best is null || place.Name.Year > best.Value.Name.Year)
                best = place;
        return best;
    }
}
