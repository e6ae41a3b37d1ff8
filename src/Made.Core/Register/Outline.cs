using NetTopologySuite.Geometries;

namespace Made.Core.Register;

/// <summary>A point of a drawing: X to the east, Y to the north.</summary>
public readonly record struct OutlinePoint(double X, double Y);

/// <summary>One area, drawn. Outer rings and holes together, to be filled by the even-odd rule; rings are not closed by a repeated point.</summary>
public sealed record OutlineShape(AreaCode Code, string Name, IReadOnlyList<IReadOnlyList<OutlinePoint>> Rings);

/// <summary>
/// Boundaries generalised for a drawing. Borders are cut where three areas meet and each piece is simplified once, whichever area it is seen
/// from, so neighbours keep one common line without gaps or overlaps. Simplification is Douglas and Peucker's (1973): a point stays where
/// leaving it out would move the line by more than the tolerance.
/// </summary>
public static class Outline
{
    private const double Grid = 10;
    private const double SmallestIsland = 2;

    /// <param name="boundaries">WGS84 longitude and latitude; their vertices coincide where areas touch, as the publishers' do.</param>
    /// <param name="size">The longer side of the drawing.</param>
    /// <param name="tolerance">In the drawing's units, widened until the drawing has no more than that many points. Coordinates are rounded to a tenth of a unit.</param>
    /// <param name="mostPoints">About eleven characters each in an SVG path.</param>
    public static IReadOnlyList<OutlineShape> Draw(IEnumerable<Boundary> boundaries, double size = 480, double tolerance = 0.8, int mostPoints = 1400)
    {
        var all = boundaries.Where(b => !b.Shape.IsEmpty).ToList();
        if (all.Count == 0)
            return [];
        var place = Projection(all, size);
        var shapes = all.Select(b => (Boundary: b, Rings: RingsOf(b.Shape).Select(r => Snap(r, place)).Where(r => r.Count > 2).ToList())).ToList();
        var arcs = new OutlineArcs(shapes.SelectMany(s => s.Rings));
        while (true)
        {
            var drawn = shapes.Select(s => new OutlineShape(new(s.Boundary.Code), s.Boundary.Name, Simplify(s.Rings, arcs, tolerance))).ToList();
            if (tolerance > size / 20 || drawn.Sum(d => d.Rings.Sum(r => r.Count)) <= mostPoints)
                return drawn;
            tolerance *= 1.25;
        }
    }

    private static List<List<OutlinePoint>> Simplify(List<List<OutlinePoint>> rings, OutlineArcs arcs, double tolerance)
    {
        var simple = rings.Select(r => arcs.Simplify(r, tolerance)).Where(r => r.Count > 2 && Size(r) >= SmallestIsland).ToList();
        // An area too small for the drawing is still there: its largest ring stays as it is.
        return simple.Count > 0 || rings.Count == 0 ? simple : [rings.MaxBy(Size)!];
    }

    /// <summary>Equirectangular around the middle latitude: true enough across a county, and the same for every machine.</summary>
    private static Func<Coordinate, OutlinePoint> Projection(List<Boundary> all, double size)
    {
        var extent = new Envelope();
        foreach (var b in all)
            extent.ExpandToInclude(b.Shape.EnvelopeInternal);
        var narrow = Math.Cos(extent.Centre.Y * Math.PI / 180);
        var scale = size / Math.Max(Math.Max(extent.Width * narrow, extent.Height), 1e-9);
        return c => new(Round((c.X - extent.MinX) * narrow * scale), Round((c.Y - extent.MinY) * scale));
    }

    private static double Round(double value) => Math.Round(value * Grid) / Grid;

    private static IEnumerable<LineString> RingsOf(Geometry shape)
    {
        for (var i = 0; i < shape.NumGeometries; i++)
            if (shape.GetGeometryN(i) is Polygon polygon)
                foreach (var ring in polygon.InteriorRings.Prepend(polygon.ExteriorRing))
                    yield return ring;
    }

    private static List<OutlinePoint> Snap(LineString ring, Func<Coordinate, OutlinePoint> place)
    {
        var points = new List<OutlinePoint>();
        foreach (var c in ring.Coordinates.SkipLast(1))
            if (place(c) is var point && (points.Count == 0 || points[^1] != point))
                points.Add(point);
        while (points.Count > 1 && points[0] == points[^1])
            points.RemoveAt(points.Count - 1);
        return points;
    }

    private static double Size(IReadOnlyList<OutlinePoint> ring)
    {
        var twice = 0.0;
        for (var i = 0; i < ring.Count; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Count]);
            twice += (a.X * b.Y) - (b.X * a.Y);
        }
        return Math.Abs(twice) / 2;
    }
}
