using System.Globalization;
using System.Text.RegularExpressions;
using Made.Core;

namespace Made.Intake.Reference;

/// <summary>Takes from one publisher's CSV table what is needed. Returns what was taken and how many rows, or what is wrong.</summary>
internal static partial class ReferenceTables
{
    public static Outcome<(string Kind, int Rows)> Read(ReferenceTable table, string text, string file, ReferenceBuild build)
    {
        var csv = new CsvText(text);
        csv.Next();
        csv.Wanted = table.LastColumn + 1;
        var outcome = table.Kind switch
        {
            TableKind.Population => Population(table, csv, file, build),
            TableKind.LsoaChanges => Changes(table, csv, file, build),
            TableKind.LsoaToWard => Wards(table, csv, file, build),
            TableKind.LsoaToDistrict => Districts(table, csv, file, build),
            _ => DistrictNames(table, csv, build),
        };
        return csv.EndsInsideQuotes ? ReferenceProblems.Cell(file, csv.Row, "", "a quoted value has no closing quote") : outcome;
    }

    private static Outcome<(string Kind, int Rows)> Changes(ReferenceTable table, CsvText csv, string file, ReferenceBuild build)
    {
        var (old, recent) = (table.Code(Geography.Lsoa, 2011)!.Value, table.Code(Geography.Lsoa, 2021)!.Value);
        var (oldName, recentName) = (table.NameOf(Geography.Lsoa, 2011), table.NameOf(Geography.Lsoa, 2021));
        var district = DistrictColumns.Of(table);
        var rows = 0;
        while (csv.Next())
        {
            var (from, to) = (csv.Text(old.At), csv.Text(recent.At));
            if (BadCode(from) is { } why)
                return ReferenceProblems.Cell(file, csv.Row, old.Header, why);
            if (BadCode(to) is { } reason)
                return ReferenceProblems.Cell(file, csv.Row, recent.Header, reason);
            build.AddSuccessor(from, to);
            Take(csv, from, oldName, build);
            Take(csv, to, recentName, build);
            district?.Take(csv, from, build);
            district?.Take(csv, to, build);
            rows++;
        }
        return ("2011 LSOAs to 2021 LSOAs", rows);
    }

    private static Outcome<(string Kind, int Rows)> Wards(ReferenceTable table, CsvText csv, string file, ReferenceBuild build)
    {
        var (lsoa, ward) = (table.Code(Geography.Lsoa, 2021)!.Value, table.Code(Geography.Ward)!.Value);
        var source = $"{ward.Header}, {file}";
        var (lsoaName, wardName) = (table.NameOf(Geography.Lsoa, 2021), table.NameOf(Geography.Ward, ward.Name.Year));
        var district = DistrictColumns.Of(table);
        var rows = 0;
        while (csv.Next())
        {
            var (code, in_) = (csv.Text(lsoa.At), csv.Text(ward.At));
            if (BadCode(code) is { } why)
                return ReferenceProblems.Cell(file, csv.Row, lsoa.Header, why);
            if (BadCode(in_) is { } reason)
                return ReferenceProblems.Cell(file, csv.Row, ward.Header, reason);
            build.AddWard(code, in_, ward.Name.Year);
            Take(csv, code, lsoaName, build);
            district?.Take(csv, code, build);
            if (district is not null && wardName is { } n)
                build.AddWard(in_, csv.Text(n.At), csv.Text(district.Code), ward.Name.Year, source);
            rows++;
        }
        return ($"2021 LSOAs to wards {ward.Name.Year}", rows);
    }

    private static Outcome<(string Kind, int Rows)> Districts(ReferenceTable table, CsvText csv, string file, ReferenceBuild build)
    {
        var lsoa = table.Code(Geography.Lsoa, 2021) ?? table.Code(Geography.Lsoa, 2011)!.Value;
        var name = table.NameOf(Geography.Lsoa, lsoa.Name.Year);
        var district = DistrictColumns.Of(table);
        var rows = 0;
        while (csv.Next())
        {
            var code = csv.Text(lsoa.At);
            if (BadCode(code) is { } why)
                return ReferenceProblems.Cell(file, csv.Row, lsoa.Header, why);
            Take(csv, code, name, build);
            district?.Take(csv, code, build);
            rows++;
        }
        return ($"{lsoa.Name.Year} LSOAs to districts {table.Code(Geography.District)!.Value.Name.Year}", rows);
    }

    private static Outcome<(string Kind, int Rows)> DistrictNames(ReferenceTable table, CsvText csv, ReferenceBuild build)
    {
        var district = table.Code(Geography.District)!.Value;
        var name = table.NameOf(Geography.District, district.Name.Year);
        var rows = 0;
        while (csv.Next())
        {
            Take(csv, csv.Text(district.At), name, build);
            rows++;
        }
        return ("names of districts", rows);
    }

    private static Outcome<(string Kind, int Rows)> Population(ReferenceTable table, CsvText csv, string file, ReferenceBuild build)
    {
        var place = table.PopulationCode()!.Value;
        var name = table.NameOf(place.Name.Geography, place.Name.Year);
        var ofFile = YearIn(table.TotalHeader) ?? YearIn(Path.GetFileName(file));
        if (table.Year < 0 && ofFile is null)
            return ReferenceProblems.Year(file);
        var rows = 0;
        while (csv.Next())
        {
            var code = csv.Text(place.At);
            if (BadCode(code) is { } why)
                return ReferenceProblems.Cell(file, csv.Row, place.Header, why);
            var year = ofFile ?? 0;
            if (table.Year >= 0 && !(int.TryParse(csv[table.Year], NumberStyles.None, CultureInfo.InvariantCulture, out year) && year is > 1980 and < 2100))
                return ReferenceProblems.Cell(file, csv.Row, "Year", $"'{csv.Text(table.Year)}' is not a year");
            if (!int.TryParse(csv[table.Total], NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var residents))
                return ReferenceProblems.Cell(file, csv.Row, table.TotalHeader, $"'{csv.Text(table.Total)}' is not a whole number");
            build.AddPopulation(code, year, residents, file, csv.Row);
            Take(csv, code, name, build);
            rows++;
        }
        return (table.Year >= 0 ? "populations of several mid-years" : $"populations of mid-{ofFile}", rows);
    }

    private static void Take(CsvText csv, string code, (ColumnName Name, string Header, int At)? name, ReferenceBuild build)
    {
        if (name is { } n)
            build.AddName(code, csv.Text(n.At), n.Name.Year);
    }

    /// <summary>A letter for the country and eight digits; Northern Ireland's small areas have two digits and six characters.</summary>
    private static string? BadCode(string code) =>
        (code.Length == 9 && code[0] is 'E' or 'W' or 'S' or 'N' && !code.AsSpan(1).ContainsAnyExceptInRange('0', '9'))
        || (code.Length == 8 && code.StartsWith("95", StringComparison.Ordinal))
        ? null
        : $"'{(code.Length > 20 ? code[..20] : code)}' is not an area code";

    private static int? YearIn(string text)
    {
        var full = FourDigits().Matches(text).Select(m => int.Parse(m.Value)).Distinct().ToList();
        if (full.Count > 0)
            return full is [var one] ? one : null;
        return TwoDigits().Match(text) is { Success: true } two ? 2000 + int.Parse(two.Groups["year"].Value) : null;
    }

    [GeneratedRegex("(?<![0-9])20[0-9]{2}(?![0-9])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FourDigits();

    [GeneratedRegex("(?:population|pop|mid|mye)[-_ ]?(?<year>[0-9]{2})(?![0-9])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex TwoDigits();

    private sealed record DistrictColumns(int Code, int Name, int Year)
    {
        public static DistrictColumns? Of(ReferenceTable table) => table.Code(Geography.District) is { } code
            ? new(code.At, table.NameOf(Geography.District, code.Name.Year)?.At ?? -1, code.Name.Year)
            : null;

        public void Take(CsvText csv, string lsoa, ReferenceBuild build)
        {
            var code = csv.Text(Code);
            if (code.Length == 0)
                return;
            build.AddDistrict(lsoa, code, Year);
            build.AddName(code, csv.Text(Name), Year);
        }
    }
}
