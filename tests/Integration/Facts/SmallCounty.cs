using Made.Core.Facts;
using Made.Core.Register;
using NetTopologySuite.Geometries;

namespace Made.Tests.Integration.Facts;

/// <summary>
/// One district of two wards, made up. <c>WHOLE</c> lies in the west ward. <c>SPLIT</c> of 2011 became one part in each ward, <c>HALVED</c> two
/// parts in the west ward: only the point tells which. <c>FAR</c> belongs to somebody else.
/// </summary>
internal static class SmallCounty
{
    internal static readonly AreaCode District = new("D1");
    internal static readonly AreaCode West = new("W1");
    internal static readonly AreaCode East = new("W2");

    internal static PlaceIndex Places(string vintage = "v1") => new(
        new ReferenceData
        {
            Vintage = vintage,
            DistrictOfLsoa = new Dictionary<string, AreaCode>
            {
                ["WHOLE"] = District,
                ["SPLIT"] = District,
                ["HALVED"] = District,
                ["FAR"] = new("D9"),
            },
            Successors = new Dictionary<string, IReadOnlyList<string>> { ["SPLIT"] = ["S1", "S2"], ["HALVED"] = ["H1", "H2"] },
            WardOfLsoa = new Dictionary<string, AreaCode> { ["WHOLE"] = West, ["S1"] = West, ["S2"] = East, ["H1"] = West, ["H2"] = West },
            Wards = [new(West, "West", District, "made up"), new(East, "East", District, "made up")],
            Names = new Dictionary<string, string>(),
            Populations = [],
            Boundaries = [Square("S1", 0), Square("S2", 1), Square("H1", 2), Square("H2", 3)],
            Files = [],
        },
        [District]);

    private static Boundary Square(string code, double west) => new(
        code, code, AreaLevel.Lsoa, District, 2021, new Polygon(new LinearRing([new(west, 0), new(west, 1), new(west + 1, 1), new(west + 1, 0), new(west, 0)])));
}
