using Made.Core.Calendar;
using Made.Core.Disclosure.Topics;
using Made.Core.Exchange;
using Made.Core.Facts;
using Made.Core.Indicators;
using Made.Core.Register;

namespace Made.Tests.Unit.Indicators;

/// <summary>Three districts of 10,000 in one county and force; monthly crimes by formula. North and South share a CSP from 2020 on.</summary>
internal sealed class SmallWorld
{
    public static readonly Month First = new(2015, 1);
    public static readonly AreaCode North = new("N"), South = new("S"), East = new("E");
    public static readonly AreaCode Csp = new("CSP-NS"), County = new("CTY"), Force = new("PF");

    /// <summary>Crimes of each district in a month; negative: the month is not held.</summary>
    public Func<AreaCode, Month, int> Crimes { get; init; } = (_, _) => 100;

    /// <summary>Crimes in North of another category.</summary>
    public Func<Month, int> Extra { get; init; } = _ => 0;

    /// <summary>Crimes without place.</summary>
    public Func<Month, int> Lost { get; init; } = _ => 0;

    public IReadOnlyList<IndicatorDefinition> Indicators { get; init; } = [Samples.Indicator("crime", "Crime", "crimes", "crime", CategoryFilter.Everything, dataset: "crimes")];

    public IReadOnlyList<RecordingBreak> Breaks { get; init; } = [];

    public IReadOnlyList<ReportedValue> Reported { get; init; } = [];

    public Absence Why { get; init; } = Absence.NotSupplied;

    public DisclosurePolicy Policy { get; init; } = DisclosurePolicy.AlreadyPublic;

    /// <summary>The topics of the pack; none is the rule of before topics.</summary>
    public IReadOnlyList<Topic> Topics { get; init; } = [];

    /// <summary>What the partner's crimes are about.</summary>
    public string? Topic { get; init; }

    /// <summary>Categories "a" and "b" are ages.</summary>
    public bool CategoriesAreAges { get; init; }

    /// <summary>Records of each district in a dataset "open" that is already public, unless <see cref="OpenPolicy"/> says otherwise.</summary>
    public Func<AreaCode, Month, int> Open { get; init; } = (_, _) => 0;

    public DisclosurePolicy OpenPolicy { get; init; } = DisclosurePolicy.AlreadyPublic;

    /// <summary>Of each district's crimes, how many are in category "b"; the rest are in "a".</summary>
    public Func<AreaCode, Month, int> OfKindB { get; init; } = (_, _) => 0;

    public bool HasPopulation { get; init; } = true;

    public MeasureInputs Inputs()
    {
        var reference = new ReferenceData
        {
            Vintage = "test",
            DistrictOfLsoa = new Dictionary<string, AreaCode> { ["LN"] = North, ["LS"] = South, ["LE"] = East },
            Successors = new Dictionary<string, IReadOnlyList<string>>(),
            WardOfLsoa = new Dictionary<string, AreaCode> { ["LN"] = new("WN"), ["LN-empty"] = new("WN"), ["LS"] = new("WS"), ["LE"] = new("WE") },
            Wards = [new(new("WN"), "North ward", North, ""), new(new("WS"), "South ward", South, ""), new(new("WE"), "East ward", East, "")],
            Names = new Dictionary<string, string>(),
            Populations = HasPopulation ? [.. new[] { "LN", "LS", "LE" }.Select(l => new PopulationFigure(l, 2019, 10_000, ""))] : [],
            Boundaries = [],
            Files = [],
        };
        var areas = new Areas(Pack(), reference.Wards);
        var cubes = new Dictionary<Month, MonthCube?>();
        return new MeasureInputs
        {
            Areas = areas,
            Population = new Population(areas, reference),
            Indicators = Indicators,
            Breaks = Breaks,
            First = First,
            Cube = (dataset, month) => dataset == "open" ? OpenCube(month) : dataset != "crimes" ? null : cubes.TryGetValue(month, out var known) ? known : cubes[month] = Cube(month),
            WhyMissing = (dataset, _) => dataset is "crimes" or "open" ? Why : Absence.None,
            Reported = Reported,
            WardOfLsoa = reference.WardOfLsoa,
        };
    }

    private MonthCube? Cube(Month month)
    {
        var cube = new MonthCube { Dataset = "crimes", Month = month, Hash = month.ToString() };
        foreach (var (district, ward, lsoa) in new[] { (North, "WN", "LN"), (South, "WS", "LS"), (East, "WE", "LE") })
        {
            var n = Crimes(district, month);
            if (n < 0)
                return null;
            var b = OfKindB(district, month);
            cube.Add(new Place(Placement.Inside, district, new(ward), new(lsoa)), ["a", "b"], [n - b, b]);
        }
        cube.Add(new Place(Placement.Inside, North, new("WN"), new("LN")), "extra", Extra(month));
        cube.Add(new Place(Placement.WithoutPlace, default, default, default), "a", Lost(month));
        return cube;
    }

    private MonthCube OpenCube(Month month)
    {
        var cube = new MonthCube { Dataset = "open", Month = month, Hash = month.ToString() };
        foreach (var (district, ward, lsoa) in new[] { (North, "WN", "LN"), (South, "WS", "LS"), (East, "WE", "LE") })
            cube.Add(new Place(Placement.Inside, district, new(ward), new(lsoa)), "open", Open(district, month));
        return cube;
    }

    private Pack Pack() => new()
    {
        Id = "small",
        Title = "Small",
        Version = "1",
        Synthetic = true,
        Force = Force,
        ForceSlug = "small",
        Areas =
        [
            One(North, AreaLevel.District), One(South, AreaLevel.District), One(East, AreaLevel.District),
            One(Csp, AreaLevel.Csp), One(County, AreaLevel.County), One(Force, AreaLevel.Force),
        ],
        Memberships =
        [
            new(Csp, North, DateOnly.MinValue, DateOnly.MaxValue, ""), new(Csp, South, new(2020, 1, 1), DateOnly.MaxValue, ""),
            .. new[] { North, South, East }.SelectMany(d => new Membership[] { new(County, d, DateOnly.MinValue, DateOnly.MaxValue, ""), new(Force, d, DateOnly.MinValue, DateOnly.MaxValue, "") }),
        ],
        Comparators = new Dictionary<AreaCode, AreaCode> { [Csp] = County, [North] = County },
        RateCautions = new Dictionary<AreaCode, string>(),
        Organisations = [],
        Topics = Topics,
        Datasets =
        [
            Dataset("crimes", DatasetShape.Records) with { Topic = Topic, CategoriesAreAges = CategoriesAreAges },
            Dataset("returns", DatasetShape.ReportedValues) with { Topic = Topic },
            Dataset("open", DatasetShape.Records) with { Disclosure = OpenPolicy },
        ],
        Indicators = [],
        Breaks = [],
        Support = [],
    };

    private DatasetDefinition Dataset(string id, DatasetShape shape) => new()
    {
        Id = id,
        Title = id,
        Description = "",
        Supplier = "police",
        Shape = shape,
        Grain = SupplyGrain.Month,
        FrequencyMonths = 1,
        DueDays = 30,
        Open = false,
        OwedFrom = First,
        Disclosure = Policy,
        Columns = [],
        Source = "",
        Licence = "",
    };

    private static Area One(AreaCode code, AreaLevel level) => new() { Code = code, Name = code.Value, Level = level, Source = "" };
}
