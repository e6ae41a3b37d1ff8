using Made.Core.Exchange;
using Made.Core.Register;

namespace Made.Intake.Reference;

/// <summary>What the files read so far say, with the vintage of each statement, so that the newest wins in whatever order they come.</summary>
internal sealed class ReferenceBuild
{
    public Dictionary<string, (string District, int Year)> Districts { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, (string Ward, int Year)> WardOfLsoa { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, (Ward Ward, int Year)> Wards { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, (string Name, int Year)> Names { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, SortedSet<string>> Successors { get; } = new(StringComparer.Ordinal);

    public Dictionary<(string Code, int Year), PopulationFigure> Populations { get; } = [];

    public Dictionary<(AreaLevel Level, string Code, int Vintage), Boundary> Boundaries { get; } = [];

    public List<ReferenceFile> Files { get; } = [];

    public List<Finding> Findings { get; } = [];

    /// <summary>Starts from what is held already, so that several folders add up.</summary>
    public static ReferenceBuild From(ReferenceData? held)
    {
        var build = new ReferenceBuild();
        if (held is null)
            return build;
        foreach (var (lsoa, district) in held.DistrictOfLsoa)
            build.Districts[lsoa] = (district.Value, held.DistrictYearOfLsoa.GetValueOrDefault(lsoa));
        foreach (var (lsoa, ward) in held.WardOfLsoa)
            build.WardOfLsoa[lsoa] = (ward.Value, held.WardYearOfLsoa.GetValueOrDefault(lsoa));
        var years = held.WardOfLsoa.ToLookup(w => w.Value, w => held.WardYearOfLsoa.GetValueOrDefault(w.Key));
        foreach (var ward in held.Wards)
            build.Wards[ward.Code.Value] = (ward, years[ward.Code].DefaultIfEmpty().Max());
        foreach (var (code, name) in held.Names)
            build.Names[code] = (name, held.YearOfName.GetValueOrDefault(code));
        foreach (var (lsoa, successors) in held.Successors)
            build.Successors[lsoa] = new(successors, StringComparer.Ordinal);
        foreach (var figure in held.Populations)
            build.Populations[(figure.Code, figure.Year)] = figure;
        foreach (var b in held.Boundaries)
            build.Boundaries[(b.Level, b.Code, b.Vintage)] = b;
        build.Files.AddRange(held.Files);
        build.Findings.AddRange(held.Findings);
        return build;
    }

    public void AddDistrict(string lsoa, string district, int year) => Add(Districts, lsoa, district, year);

    public void AddWard(string lsoa, string ward, int year) => Add(WardOfLsoa, lsoa, ward, year);

    public void AddName(string code, string name, int year)
    {
        if (name.Length > 0)
            Add(Names, code, name, year);
    }

    /// <summary>The newest wins; of two that are equally new, the first in order, so that the result does not hang on the order of reading.</summary>
    private static void Add(Dictionary<string, (string Text, int Year)> held, string code, string text, int year)
    {
        if (!held.TryGetValue(code, out var was) || year > was.Year || (year == was.Year && string.CompareOrdinal(text, was.Text) < 0))
            held[code] = (text, year);
    }

    public void AddWard(string code, string name, string district, int year, string source)
    {
        if (!Wards.TryGetValue(code, out var held) || year > held.Year)
            Wards[code] = (new(new(code), name, new(district), source), year);
    }

    public void AddSuccessor(string old, string recent)
    {
        if (!Successors.TryGetValue(old, out var set))
            Successors[old] = set = new(StringComparer.Ordinal);
        set.Add(recent);
    }

    /// <summary>Stored once per code and year. A figure that disagrees with the one held is a finding; the first one stays.</summary>
    public void AddPopulation(string code, int year, int residents, string file, int row)
    {
        if (Populations.TryAdd((code, year), new(code, year, residents, file)) || Populations[(code, year)].Residents == residents)
            return;
        var held = Populations[(code, year)];
        Findings.Add(new(
            "population-disagrees", row, "",
            $"{file} says {residents:N0} residents of {code} in mid-{year}, {held.Source} says {held.Residents:N0}; the latter was loaded first and is kept.",
            "Find out which file is the later release and load only that one.", 1));
    }
}
