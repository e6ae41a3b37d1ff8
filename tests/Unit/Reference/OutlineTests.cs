using System.Text;
using Made.Core.Register;
using NetTopologySuite.Geometries;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Made.Tests.Unit.Reference;

public sealed class OutlineTests(ITestOutputHelper output)
{
    private static readonly GeometryFactory Shapes = new(new PrecisionModel(), 4326);

    [Fact]
    public void Neighbours_keep_one_common_line()
    {
        // A wiggling border between two areas; each side lists it in its own direction and from its own start.
        var border = Enumerable.Range(0, 41).Select(i => new Coordinate(1 + (Math.Sin(i) * 0.01), i / 40.0)).ToList();
        var west = Ring([new(0, 1), new(0, 0), .. border]);
        var east = Ring([new(2, 0), new(2, 1), .. border.AsEnumerable().Reverse()]);
        var drawn = Outline.Draw([Area("W", west), Area("E", east)], 480, 3);
        var edges = drawn.Select(s => Edges(s.Rings[0]).ToHashSet()).ToList();
        var common = edges[0].Intersect(edges[1]).ToList();
        common.Count.ShouldBeGreaterThan(0);
        edges[0].Concat(edges[1]).Where(e => e.A.X is > 100 and < 400 && e.B.X is > 100 and < 400).Distinct().Count().ShouldBe(common.Count);
    }

    [Fact]
    public void Points_that_matter_less_than_the_tolerance_are_left_out()
    {
        var line = Enumerable.Range(0, 101).Select(i => new Coordinate(i / 100.0, i % 2 * 0.002)).ToList();
        var shape = Area("A", Ring([.. line, new(1, 1), new(0, 1)]));
        Outline.Draw([shape], 480, 1).Single().Rings[0].Count.ShouldBeLessThan(8);
        Outline.Draw([shape], 480, 0.001).Single().Rings[0].Count.ShouldBeGreaterThan(50);
    }

    [Fact]
    public void An_area_too_small_for_the_drawing_is_still_drawn()
    {
        var drawn = Outline.Draw([Area("Big", Square(0, 10)), Area("Small", Square(20, 0.02))]);
        drawn.ShouldAllBe(s => s.Rings.Count == 1 && s.Rings[0].Count >= 3);
    }

    [Fact]
    public void Ward_maps_of_real_districts_stay_under_20_KB_and_fit_together()
    {
        if (!RealReference.IsThere(output))
            return;
        foreach (var wards in RealReference.All.Boundaries.Where(b => b.Level == AreaLevel.Ward).GroupBy(b => b.District))
        {
            var drawn = Outline.Draw(wards);
            drawn.Count.ShouldBe(wards.Count());
            var svg = new StringBuilder();
            foreach (var ring in drawn.SelectMany(s => s.Rings))
                svg.Append('M').AppendJoin('L', ring.Select(p => $"{p.X:0.#} {480 - p.Y:0.#}")).Append('z');
            output.WriteLine($"{wards.Key}: {svg.Length:N0} bytes of path");
            svg.Length.ShouldBeLessThan(16_000, $"{wards.Key}: leaves 4 KB for names and classes");
            var polygons = drawn.Select(s => (Geometry)Shapes.CreateMultiPolygon([.. s.Rings.Select(Polygon)]).Buffer(0)).ToList();
            var union = NetTopologySuite.Operation.Union.UnaryUnionOp.Union(polygons).Area;
            (polygons.Sum(p => p.Area) - union).ShouldBeLessThan(union * 0.005, $"{wards.Key}: wards overlap");
        }
    }

    private static Polygon Polygon(IReadOnlyList<OutlinePoint> ring) =>
        Shapes.CreatePolygon([.. ring.Append(ring[0]).Select(p => new Coordinate(p.X, p.Y))]);

    private static IEnumerable<(OutlinePoint A, OutlinePoint B)> Edges(IReadOnlyList<OutlinePoint> ring) =>
        ring.Zip(ring.Skip(1).Append(ring[0])).Select(e => e.First.X < e.Second.X || (e.First.X == e.Second.X && e.First.Y < e.Second.Y) ? (e.First, e.Second) : (e.Second, e.First));

    private static Polygon Square(double at, double size) =>
        Ring([new(at, 0), new(at + size, 0), new(at + size, size), new(at, size)]);

    private static Polygon Ring(Coordinate[] points) => Shapes.CreatePolygon([.. points, points[0]]);

    private static Boundary Area(string code, Polygon shape) => new(code, code, AreaLevel.Ward, new("D"), 2025, shape);
}
