using Made.Core.Coarsening;
using Made.Core.Facts;
using Made.Core.Register;
using NetTopologySuite.Geometries;

namespace Made.Tests.Unit.Coarsening;

/// <summary>
/// A district of two wards with two small areas each, squares of a tenth of a degree from 2.0 to 2.4 west in the row of 53.0 to 53.1 north. <c>E01000009</c> is of
/// somebody else; <c>E01000010</c> of 2011 was split into the two areas of the west ward.
/// </summary>
internal static class TwoWards
{
    public const string District = "E07000001";
    public const string Elsewhere = "E07000009";
    public const string West = "E05000001";
    public const string East = "E05000002";
    public const string Split = "E01000010";

    public static readonly string[] Lsoas = ["E01000001", "E01000002", "E01000003", "E01000004"];

    public static PlaceIndex Places { get; } = new(
        new ReferenceData
        {
            Vintage = "v1",
            DistrictOfLsoa = Lsoas.Append(Split).Select(l => (Lsoa: l, District)).Append((Lsoa: "E01000009", District: Elsewhere)).ToDictionary(l => l.Lsoa, l => new AreaCode(l.District)),
            Successors = new Dictionary<string, IReadOnlyList<string>> { [Split] = Lsoas[..2] },
            WardOfLsoa = Lsoas.Index().ToDictionary(l => l.Item, l => new AreaCode(l.Index < 2 ? West : East)),
            Wards = [new(new(West), "West", new(District), "made up"), new(new(East), "East", new(District), "made up")],
            Names = new Dictionary<string, string>(),
            Populations = [],
            Boundaries = [.. Lsoas.Select((l, i) => Square(l, -2.4 + (0.1 * i)))],
            Files = [],
        },
        [new(District)]);

    /// <summary>The middle of a small area, in metres of the grid.</summary>
    public static (int Easting, int Northing) Grid(int lsoa)
    {
        var (easting, northing) = NationalGrid.OfLongitudeLatitude(Longitude(lsoa), 53.05);
        return ((int)easting, (int)northing);
    }

    public static double Longitude(int lsoa) => -2.35 + (0.1 * lsoa);

    private static Boundary Square(string code, double west) => new(
        code, code, AreaLevel.Lsoa, new(District), 2021,
        new Polygon(new LinearRing([new(west, 53), new(west, 53.1), new(west + 0.1, 53.1), new(west + 0.1, 53), new(west, 53)])));
}
