using Made.Core.Register;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace Made.Core.Facts;

/// <summary>
/// Tells where a record counts. A code is resolved in the vintage it belongs to (retired codes are never reused):
/// a 2021 LSOA by its ward; a 2011 LSOA by its successors where all of them fall in one ward, else by the published point in the
/// polygon (of the successors first, then of the wards they belong to), else "ward not determined". The 2021 LSOA of a split one is told by the point, else "LSOA not determined".
/// Deterministic: the same code and point always give the same place under one reference vintage.
/// What a coarsening rule keeps, a ward or a district, counts there, its small area not determined.
/// </summary>
public sealed class PlaceIndex
{
    private readonly ReferenceData reference;
    private readonly Dictionary<string, Place> larger = new(StringComparer.Ordinal);
    private readonly Lazy<Polygons> small;
    private readonly Lock finding = new();
    private readonly HashSet<AreaCode> districts;
    private readonly Dictionary<string, Place> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Split> split = new(StringComparer.Ordinal);

    public PlaceIndex(ReferenceData reference, IEnumerable<AreaCode> districts)
    {
        this.reference = reference;
        this.districts = [.. districts];
        var shapes = reference.Boundaries.ToLookup(b => (b.Level, b.Code));
        foreach (var (lsoa, district) in reference.DistrictOfLsoa)
        {
            if (!this.districts.Contains(district))
                known[lsoa] = new Place(Placement.Outside, district, default, default);
            else if (!reference.Successors.TryGetValue(lsoa, out var successors) || successors is [_])
                known[lsoa] = Whole(district, successors is [var only] ? only : lsoa);
            else
                split[lsoa] = SplitOf(district, successors, shapes);
        }
        foreach (var district in reference.DistrictOfLsoa.Values.Concat(this.districts).Distinct())
            larger[district.Value] = this.districts.Contains(district)
                ? InWard(district, AreaCode.WardNotDetermined(district))
                : new Place(Placement.Outside, district, default, default);
        foreach (var ward in reference.Wards.Where(w => this.districts.Contains(w.District)))
            larger[ward.Code.Value] = InWard(ward.District, ward.Code);
        small = new(() => Polygons.Of(shapes.Where(s => s.Key.Level == AreaLevel.Lsoa).SelectMany(s => s).Where(b => b.Vintage == 2021)));
    }

    public string Vintage => reference.Vintage;

    /// <summary>True of an LSOA or a district of anybody, and of a ward of the partnership.</summary>
    public bool Knows(string area) => known.ContainsKey(area) || split.ContainsKey(area) || larger.ContainsKey(area);

    /// <summary>True where the code alone does not tell the 2021 LSOA, so that the point has to.</summary>
    public bool NeedsPoint(string lsoa) => split.ContainsKey(lsoa);

    /// <summary>The 2021 LSOA of the partnership that a point lies in; null where it lies in none whose shape is held.</summary>
    public string? Find(double longitude, double latitude)
    {
        // A shape builds an index when it is first asked, and files are read side by side.
        lock (finding)
            return small.Value.Find(longitude, latitude);
    }

    /// <summary>An empty or unknown code is <see cref="Placement.WithoutPlace"/>: counted for the force, never dropped.</summary>
    public Place Resolve(string lsoa, double longitude, double latitude)
    {
        if (known.TryGetValue(lsoa, out var place))
            return place;
        if (!split.TryGetValue(lsoa, out var parts))
            return larger.TryGetValue(lsoa, out var area) ? area : new Place(Placement.WithoutPlace, default, default, default);
        if (parts.Lsoas.Find(longitude, latitude) is { } found)
            return Part(found, parts);
        var ward = parts.CommonWard
            ?? (parts.Wards.Find(longitude, latitude) is { } at ? new AreaCode(at) : AreaCode.WardNotDetermined(parts.District));
        return new Place(Placement.Inside, parts.District, ward, AreaCode.LsoaNotDetermined(ward));
    }

    /// <summary>An irregular change can put a part of a 2011 LSOA into another district: the part the point lies in then tells.</summary>
    private Place Part(string lsoa, Split parts)
    {
        var district = reference.DistrictOfLsoa.GetValueOrDefault(lsoa, parts.District);
        return districts.Contains(district) ? Whole(district, lsoa) : new Place(Placement.Outside, district, default, default);
    }

    private static Place InWard(AreaCode district, AreaCode ward) => new(Placement.Inside, district, ward, AreaCode.LsoaNotDetermined(ward));

    private Place Whole(AreaCode district, string lsoa)
    {
        var ward = reference.WardOfLsoa.GetValueOrDefault(lsoa, AreaCode.WardNotDetermined(district));
        return new Place(Placement.Inside, district, ward, new AreaCode(lsoa));
    }

    private Split SplitOf(AreaCode district, IReadOnlyList<string> successors, ILookup<(AreaLevel, string), Boundary> shapes)
    {
        var wards = successors.Select(s => reference.WardOfLsoa.TryGetValue(s, out var ward) ? ward : (AreaCode?)null).Distinct().ToList();
        return new Split(
            district,
            wards is [{ } one] ? one : null,
            Polygons.Of(successors.SelectMany(s => shapes[(AreaLevel.Lsoa, s)]).Where(b => b.Vintage == 2021)),
            Polygons.Of(wards.OfType<AreaCode>().SelectMany(w => shapes[(AreaLevel.Ward, w.Value)]).Where(b => b.District == district)));
    }

    /// <param name="District">Where the 2011 LSOA lies as a whole.</param>
    /// <param name="CommonWard">The ward of all its successors; null where they lie in several, or one of them in none that is known.</param>
    /// <param name="Lsoas">Its successors' shapes.</param>
    /// <param name="Wards">The shapes of their wards: for a point that generalised shapes leave just outside every successor.</param>
    private sealed record Split(AreaCode District, AreaCode? CommonWard, Polygons Lsoas, Polygons Wards);

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
