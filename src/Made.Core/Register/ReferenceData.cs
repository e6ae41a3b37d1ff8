using Made.Core.Exchange;
using NetTopologySuite.Geometries;

namespace Made.Core.Register;

/// <summary>What the publishers' reference files say, normalised. One immutable vintage, named by the hash of its content.</summary>
public sealed record ReferenceData
{
    public required string Vintage { get; init; }

    /// <summary>Every LSOA code of either vintage, partnership or not, with the district it lies in: tells inside from outside.</summary>
    public required IReadOnlyDictionary<string, AreaCode> DistrictOfLsoa { get; init; }

    /// <summary>The year of the lookup that says so, so that a newer one replaces it and an older one does not.</summary>
    public IReadOnlyDictionary<string, int> DistrictYearOfLsoa { get; init; } = new Dictionary<string, int>();

    /// <summary>2011 LSOA to its 2021 successors, for the partnership's districts. Unchanged codes map to themselves.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Successors { get; init; }

    /// <summary>2021 LSOA to ward (best fit), for the partnership's districts.</summary>
    public required IReadOnlyDictionary<string, AreaCode> WardOfLsoa { get; init; }

    public IReadOnlyDictionary<string, int> WardYearOfLsoa { get; init; } = new Dictionary<string, int>();

    public required IReadOnlyList<Ward> Wards { get; init; }

    /// <summary>Names of districts and LSOAs by code.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    public IReadOnlyDictionary<string, int> YearOfName { get; init; } = new Dictionary<string, int>();

    public required IReadOnlyList<PopulationFigure> Populations { get; init; }

    public required IReadOnlyList<Boundary> Boundaries { get; init; }

    /// <summary>The files read: name, SHA-256 and what was taken from each.</summary>
    public required IReadOnlyList<ReferenceFile> Files { get; init; }

    /// <summary>What two files say differently, and what was mended; nothing here stopped the files from being used.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}

public sealed record Ward(AreaCode Code, string Name, AreaCode District, string Source);

/// <summary>Residents at the middle of a year, as published for this code (2011 LSOA, 2021 LSOA, district or county).</summary>
public sealed record PopulationFigure(string Code, int Year, int Residents, string Source);

/// <summary>WGS84 longitude/latitude.</summary>
public sealed record Boundary(string Code, string Name, AreaLevel Level, AreaCode District, int Vintage, Geometry Shape);

public sealed record ReferenceFile(string Name, string Sha256, string Kind, int Rows, string Source);
