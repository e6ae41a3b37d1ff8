using Made.Core.Register;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace Made.Core.Facts;

/// <summary>
/// Tells where a record counts. A code is resolved in the vintage it belongs to (retired codes are never reused):
/// a 2021 LSOA by its ward; a 2011 LSOA by its successors where all of them fall in one ward, else by the published point in the
/// polygon, else "ward not determined". The 2021 LSOA of a split one is told by the point, else "LSOA not determined".
/// Deterministic: the same code and point always give the same place under one reference vintage.
/// </summary>
public sealed class PlaceIndex
{
    private readonly ReferenceData reference;
    private readonly HashSet<AreaCode> districts;
    private readonly Dictionary<string, Place> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (AreaCode District, AreaCode Ward, Polygons Shapes)> split = new(StringComparer.Ordinal);
    private readonly Lazy<Polygons> wardShapes;

    public PlaceIndex(ReferenceData reference, IEnumerable<AreaCode> districts)
    {
        this.reference = reference;
        this.districts = [.. districts];
        wardShapes = new(() => Polygons.Of(reference.Boundaries.Where(b => b.Level == AreaLevel.Ward)));
        foreach (var (lsoa, district) in reference.DistrictOfLsoa)
        {
            if (!this.districts.Contains(district))
                known[lsoa] = new Place(Placement.Outside, district, default, default);
            else if (!reference.Successors.TryGetValue(lsoa, out var successors) || successors is [_])
                known[lsoa] = Whole(district, successors is [var only] ? only : lsoa);
            else
                split[lsoa] = (district, CommonWard(district, successors), ShapesOf(successors));
        }
    }

    public string Vintage => reference.Vintage;

    /// <summary>The codes for which <see cref="NeedsPoint"/> holds, in order.</summary>
    public IEnumerable<string> CodesNeedingPoint => split.Keys.Order(StringComparer.Ordinal);

    public bool Knows(string lsoa) => known.ContainsKey(lsoa) || split.ContainsKey(lsoa);

    /// <summary>True where the code alone does not tell the 2021 LSOA, so that the point has to.</summary>
    public bool NeedsPoint(string lsoa) => split.ContainsKey(lsoa);

    /// <summary>An empty or unknown code is <see cref="Placement.WithoutPlace"/>: counted for the force, never dropped.</summary>
    public Place Resolve(string lsoa, double longitude, double latitude)
    {
        if (known.TryGetValue(lsoa, out var place))
            return place;
        if (!split.TryGetValue(lsoa, out var parts))
            return new Place(Placement.WithoutPlace, default, default, default);
        var found = parts.Shapes.Find(longitude, latitude);
        if (found is not null)
        {
            var ward = parts.Ward.IsNotDetermined ? reference.WardOfLsoa.GetValueOrDefault(found, parts.Ward) : parts.Ward;
            return new Place(Placement.Inside, parts.District, ward, new AreaCode(found));
        }
        var byPoint = parts.Ward.IsNotDetermined ? WardAt(longitude, latitude, parts.District) ?? parts.Ward : parts.Ward;
        return new Place(Placement.Inside, parts.District, byPoint, AreaCode.LsoaNotDetermined(byPoint));
    }

    private Place Whole(AreaCode district, string lsoa)
    {
        var ward = reference.WardOfLsoa.GetValueOrDefault(lsoa, AreaCode.WardNotDetermined(district));
        return new Place(Placement.Inside, district, ward, new AreaCode(lsoa));
    }

    private AreaCode CommonWard(AreaCode district, IReadOnlyList<string> successors)
    {
        var wards = successors.Select(s => reference.WardOfLsoa.GetValueOrDefault(s, AreaCode.WardNotDetermined(district))).Distinct().ToList();
        return wards is [var one] ? one : AreaCode.WardNotDetermined(district);
    }

    private Polygons ShapesOf(IReadOnlyList<string> successors) =>
        Polygons.Of(reference.Boundaries.Where(b => b.Level == AreaLevel.Lsoa && b.Vintage == 2021 && successors.Contains(b.Code)));

    private AreaCode? WardAt(double longitude, double latitude, AreaCode district) =>
        wardShapes.Value.Find(longitude, latitude) is { } code
        && reference.Wards.Any(w => w.Code.Value == code && w.District == district) ? new AreaCode(code) : null;

    /// <summary>Point-in-polygon over a few shapes; a point on a shared edge goes to the first code in order, so the answer never wavers.</summary>
    private sealed class Polygons
    {
        private readonly STRtree<(string Code, IndexedPointInAreaLocator Locator)> tree = new();

        public static Polygons Of(IEnumerable<Boundary> boundaries)
        {
            var shapes = new Polygons();
            foreach (var b in boundaries)
                shapes.tree.Insert(b.Shape.EnvelopeInternal, (b.Code, new IndexedPointInAreaLocator(b.Shape)));
            shapes.tree.Build();
            return shapes;
        }

        public string? Find(double longitude, double latitude)
        {
            if (double.IsNaN(longitude) || double.IsNaN(latitude) || tree.IsEmpty)
                return null;
            var point = new Coordinate(longitude, latitude);
            return tree.Query(new Envelope(point))
                .Where(s => s.Locator.Locate(point) != Location.Exterior)
                .Select(s => s.Code)
                .Order(StringComparer.Ordinal)
                .FirstOrDefault();
        }
    }
}
