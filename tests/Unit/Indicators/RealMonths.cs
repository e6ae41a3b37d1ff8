using System.IO.Compression;
using Made.Core.Calendar;
using Made.Core.Exchange;
using Made.Core.Facts;
using Made.Core.Indicators;
using Made.Core.Register;

namespace Made.Tests.Unit.Indicators;

/// <summary>The 39 real monthly files of one force, counted straight from the CSVs, or null where the open data lies not beside the checkout.</summary>
internal static class RealMonths
{
    public static readonly Month First = new(2018, 11);
    public static readonly Month Last = new(2025, 6);

    private static readonly Lazy<MeasureInputs?> Loaded = new(Load);

    public static readonly AreaCode Force = new("E23000003");
    public static readonly AreaCode Twelve = new("E10000017");
    public static readonly AreaCode Fourteen = new("lancashire-14");

    public static string? Folder { get; } = FindFolder();

    public static IReadOnlyList<Month> Held { get; private set; } = [];

    private static IReadOnlyList<Ward> Wards { get; set; } = [];

    public static bool TryGet(out MeasureInputs inputs)
    {
        inputs = Loaded.Value!;
        if (inputs is null)
            Console.WriteLine("Not run: the open data (../shared/data) is not beside this checkout.");
        return inputs is not null;
    }

    private static string? FindFolder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Made.slnx")))
                return Path.GetFullPath(Path.Combine(at.FullName, "../shared/data")) is var data && Directory.Exists(data) ? data : null;
        return null;
    }

    /// <summary>The same records taken as a partner's, which are not in the open.</summary>
    public static bool TryGetAsPartners(out MeasureInputs inputs)
    {
        if (!TryGet(out inputs))
            return false;
        var pack = inputs.Areas.Pack;
        pack = pack with { Datasets = [.. pack.Datasets.Select(d => d with { Open = false, Disclosure = DisclosurePolicy.Partner })] };
        inputs = inputs with { Areas = new Areas(pack, Wards) };
        return true;
    }

    private static MeasureInputs? Load()
    {
        if (Folder is null)
            return null;
        var reference = Reference(Folder);
        Wards = reference.Wards;
        var areas = new Areas(RealPack.Of(CsvRows(Folder, "lookups/lookup_ltla24_csp24_pfa24.csv")), Wards);
        var places = new PlaceIndex(reference, areas.Districts.Select(d => d.Code));
        var cubes = Directory.GetFiles(Path.Combine(Folder, "police/lancashire/street"), "*.csv.gz")
            .Select(f => Cube(f, places)).ToDictionary(c => c.Month);
        Held = [.. cubes.Keys.Order()];
        return new MeasureInputs
        {
            Areas = areas,
            Population = new Population(areas, reference),
            Indicators = areas.Pack.Indicators,
            Breaks = areas.Pack.Breaks,
            First = First,
            Cube = (_, month) => cubes.GetValueOrDefault(month),
            WhyMissing = (_, _) => Absence.NotLoaded,
            Reported = [],
            WardOfLsoa = reference.WardOfLsoa,
        };
    }

    private static ReferenceData Reference(string folder)
    {
        var change = CsvRows(folder, "lookups/lookup_lsoa11_lsoa21_ltla22.csv.gz").ToList();
        var wards = CsvRows(folder, "lookups/lookup_lsoa21_ward24_ltla24.csv.gz").ToList();
        var names = RealPack.Names.Values.ToHashSet();
        var district = new Dictionary<string, AreaCode>();
        foreach (var r in change)
        {
            district[r[1]] = new AreaCode(r[6]);
            district[r[4]] = new AreaCode(r[6]);
        }
        return new ReferenceData
        {
            Vintage = "test",
            DistrictOfLsoa = district,
            Successors = change.Where(r => names.Contains(r[5])).GroupBy(r => r[1])
                .ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(r => r[4])]),
            WardOfLsoa = wards.Where(r => names.Contains(r[4])).ToDictionary(r => r[1], r => new AreaCode(r[3])),
            Wards = [.. wards.Where(r => names.Contains(r[4])).Select(r => new Ward(new AreaCode(r[3]), r[2], new AreaCode(r[5]), "ONS")).Distinct()],
            Names = new Dictionary<string, string>(),
            Populations = [.. CsvRows(folder, "population/lancashire_population_2014_2020.csv").Select(r => new PopulationFigure(r[1], int.Parse(r[0]), int.Parse(r[2]), "ONS"))],
            Boundaries = [],
            Files = [],
        };
    }

    private static MonthCube Cube(string file, PlaceIndex places)
    {
        var month = Month.Parse(Path.GetFileName(file)[..7]);
        var cube = new MonthCube { Dataset = "police-street", Month = month, Hash = file };
        var seen = new HashSet<string>();
        foreach (var line in Lines(file).Skip(1))
        {
            if (line[0] != ',' && !seen.Add(line))
                continue;
            var cells = line.Split(',');
            cube.Add(places.Resolve(cells[7], double.NaN, double.NaN), cells[9].ToLowerInvariant().Replace(' ', '-'), 1);
        }
        return cube;
    }

    private static IEnumerable<string[]> CsvRows(string folder, string file) =>
        Lines(Path.Combine(folder, file)).Skip(1).Select(l => l.Replace("\"", "").Split(','));

    private static IEnumerable<string> Lines(string file)
    {
        using var raw = File.OpenRead(file);
        using var plain = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(raw, CompressionMode.Decompress) : (Stream)raw;
        using var reader = new StreamReader(plain);
        while (reader.ReadLine() is { } line)
            yield return line;
    }
}
