namespace Made.Core.Register;

/// <summary>The pieces of border between points where areas meet; each is simplified in one direction only, so both its sides agree.</summary>
internal sealed class OutlineArcs
{
    private readonly HashSet<OutlinePoint> junctions;

    public OutlineArcs(IEnumerable<IReadOnlyList<OutlinePoint>> rings)
    {
        var neighbours = new Dictionary<OutlinePoint, HashSet<OutlinePoint>>();
        foreach (var ring in rings)
            for (var i = 0; i < ring.Count; i++)
            {
                var (a, b) = (ring[i], ring[(i + 1) % ring.Count]);
                Of(a).Add(b);
                Of(b).Add(a);
            }
        junctions = [.. neighbours.Where(n => n.Value.Count != 2).Select(n => n.Key)];

        HashSet<OutlinePoint> Of(OutlinePoint point) => neighbours.TryGetValue(point, out var set) ? set : neighbours[point] = [];
    }

    public List<OutlinePoint> Simplify(List<OutlinePoint> ring, double tolerance)
    {
        var start = ring.FindIndex(junctions.Contains);
        if (start < 0)
            start = ring.IndexOf(ring.OrderBy(p => p.X).ThenBy(p => p.Y).First());
        var result = new List<OutlinePoint>();
        var arc = new List<OutlinePoint> { ring[start] };
        for (var i = 1; i <= ring.Count; i++)
        {
            var point = ring[(start + i) % ring.Count];
            arc.Add(point);
            if (i < ring.Count && !junctions.Contains(point))
                continue;
            result.AddRange(SimplifyArc(arc, tolerance).SkipLast(1));
            arc = [point];
        }
        return result;
    }

    private static List<OutlinePoint> SimplifyArc(List<OutlinePoint> arc, double tolerance)
    {
        var backwards = Compare(arc[0], arc[^1]) is var order && (order > 0 || (order == 0 && Compare(arc[1], arc[^2]) > 0));
        if (backwards)
            arc.Reverse();
        var keep = new bool[arc.Count];
        keep[0] = keep[^1] = true;
        Keep(arc, 0, arc.Count - 1, tolerance, keep);
        var simple = arc.Where((_, i) => keep[i]).ToList();
        if (backwards)
            simple.Reverse();
        return simple;
    }

    private static void Keep(List<OutlinePoint> arc, int first, int last, double tolerance, bool[] keep)
    {
        var (farthest, distance) = (-1, tolerance);
        for (var i = first + 1; i < last; i++)
            if (Distance(arc[i], arc[first], arc[last]) is var d && d > distance)
                (farthest, distance) = (i, d);
        if (farthest < 0)
            return;
        keep[farthest] = true;
        Keep(arc, first, farthest, tolerance, keep);
        Keep(arc, farthest, last, tolerance, keep);
    }

    private static double Distance(OutlinePoint p, OutlinePoint a, OutlinePoint b)
    {
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var length = (dx * dx) + (dy * dy);
        var along = length == 0 ? 0 : Math.Clamp((((p.X - a.X) * dx) + ((p.Y - a.Y) * dy)) / length, 0, 1);
        return Math.Sqrt(Math.Pow(p.X - a.X - (along * dx), 2) + Math.Pow(p.Y - a.Y - (along * dy), 2));
    }

    private static int Compare(OutlinePoint a, OutlinePoint b) => a.X != b.X ? a.X.CompareTo(b.X) : a.Y.CompareTo(b.Y);
}
