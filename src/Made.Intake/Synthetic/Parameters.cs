using Made.Core.Calendar;

namespace Made.Intake.Synthetic;

/// <summary><c>generator.json</c> of a synthetic pack: everything that is chosen rather than drawn.</summary>
internal sealed record Parameters
{
    public required ulong Seed { get; init; }

    /// <summary>The month in which the county is looked at; the last month supplied is two months earlier.</summary>
    public required string AsOf { get; init; }

    public required int Months { get; init; }

    public required string ForceName { get; init; }

    public required MapFrame Map { get; init; }

    public required IReadOnlyList<DistrictPlan> Districts { get; init; }

    public required NeighbourPlan Neighbour { get; init; }

    public required VintagePlan Vintages { get; init; }

    public required StreetPlan Street { get; init; }

    public required CollisionPlan Collisions { get; init; }

    public required IReadOnlyList<ReturnPlan> Returns { get; init; }

    public required IReadOnlyList<RecordPlan> Records { get; init; }

    public required StreetNames StreetNames { get; init; }

    public Month Last => Month.Parse(AsOf).Plus(-2);

    public Month First => Last.Plus(1 - Months);
}

/// <summary>The honeycomb the county is drawn on: so many cells, the width of one in metres, its north-west corner.</summary>
internal sealed record MapFrame(int Columns, int Rows, double CellMetres, double West, double North, double[] Heart, double[] Reach);

/// <summary>A district: where its main town lies (0 to 1 across and down), how many live there, its wards in order of closeness to the town.</summary>
internal sealed record DistrictPlan(string Code, double[] Town, int Residents, double Growth, double Rate, IReadOnlyList<string> Wards);

/// <summary>A district of the county next door, known to the lookups only: a few records of the force lie in it.</summary>
internal sealed record NeighbourPlan(string Code, string Name, int Lsoas, double Share);

/// <summary>What changed between the small areas of 2011 and 2021.</summary>
internal sealed record VintagePlan(string RecordsUse2021From, int SplitsWithinWard, int SplitsAcrossWards, int Merges, int PopulationFrom, int PopulationTo, int Population2021From);

internal sealed record StreetPlan
{
    public required IReadOnlyList<CategoryPlan> Categories { get; init; }

    public required IReadOnlyList<string> MissingMonths { get; init; }

    public required double WithoutPlaceLow { get; init; }

    public required double WithoutPlaceHigh { get; init; }

    public required PlacementShift PlacementShift { get; init; }

    public required IReadOnlyList<StepPlan> Steps { get; init; }

    public required IReadOnlyList<HotWard> HotWards { get; init; }

    /// <summary>Rows repeated in every column, Crime ID included, by month; other months have none.</summary>
    public required IReadOnlyDictionary<string, int> DuplicatesWithId { get; init; }

    public required int OutcomeMonths { get; init; }

    public required IReadOnlyDictionary<string, double> Outcomes { get; init; }
}

/// <summary>Records per 1,000 residents and month, twelve factors from January, change per year, and whether rows carry a Crime ID.</summary>
internal sealed record CategoryPlan(string Name, double Rate, double[] Season, double Trend = 0, double Town = 1, bool HasId = true);

internal sealed record PlacementShift(string From, string To, double Share);

/// <summary>A lasting change of level in one district; no district named means all of them.</summary>
internal sealed record StepPlan(string District, string Category, string From, double Factor);

/// <summary>A ward whose records come from people who do not live there; months as numbers, none named means all year.</summary>
internal sealed record HotWard(string Ward, double Factor, int[] Months, string[] Categories);

internal sealed record CollisionPlan(int FirstYear, int LastYear, double Rate, double Fatal, double Serious, int ForceCode, int FirstDistrictCode);

/// <summary>A partner's monthly return; the first is the late supplier's.</summary>
internal sealed record ReturnPlan(string Dataset, IReadOnlyList<ReturnedIndicator> Indicators, string From, string Last, IReadOnlyList<string> Missing, IReadOnlyList<NotReported> NotReported);

internal sealed record ReturnedIndicator(string Id, double Rate, double[] Season);

internal sealed record NotReported(string Month, string District, string Indicator);

/// <summary>A partner's records with time and place, a file a month.</summary>
/// <param name="Dataset">Its dataset, after which the files are named.</param>
/// <param name="Columns">Header: reference, kind, day, time, easting, northing and code of the area.</param>
/// <param name="Prefix">With which references begin.</param>
/// <param name="From">First month.</param>
/// <param name="Last">Last month.</param>
/// <param name="Even">True: as many for each resident everywhere. False: more in districts, towns and small areas that are busy.</param>
/// <param name="WithoutPoint">Share of records without a point; of every third of them the ward is given.</param>
/// <param name="Kinds">Records per 1,000 residents and month.</param>
/// <param name="Strays">Records of a kind that is else seldom or never seen.</param>
internal sealed record RecordPlan(
    string Dataset, string Columns, string Prefix, string From, string Last, bool Even, double WithoutPoint, IReadOnlyList<CategoryPlan> Kinds, IReadOnlyList<StrayPlan> Strays);

internal sealed record StrayPlan(string Month, string District, string Kind, int Records);

internal sealed record StreetNames(IReadOnlyList<string> First, IReadOnlyList<string> Last, IReadOnlyList<string> Places);
