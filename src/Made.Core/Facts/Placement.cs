using Made.Core.Register;

namespace Made.Core.Facts;

public enum Placement : byte
{
    /// <summary>In one of the partnership's districts.</summary>
    Inside,

    /// <summary>No usable place: counts for the force, not for a district.</summary>
    WithoutPlace,

    /// <summary>In a district of somebody else: kept apart.</summary>
    Outside,
}

/// <summary>Where a record counts, in 2021 LSOAs. Codes that could not be told carry the "not determined" code of their parent.</summary>
public readonly record struct Place(Placement Placement, AreaCode District, AreaCode Ward, AreaCode Lsoa)
{
    /// <summary>Of the lowest code alone, which seldom two places share: places are looked up for every code of every file.</summary>
    public override int GetHashCode() => string.GetHashCode(Lsoa.Value ?? Ward.Value ?? District.Value, StringComparison.Ordinal);
}
