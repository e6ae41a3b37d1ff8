namespace Made.Intake.Synthetic;

/// <summary>The rings around a set of cells: sides whose other cell is outside, joined end to end.</summary>
internal static class Outline
{
    /// <summary>Outer rings first, each followed by the holes in it; rings run anticlockwise, holes clockwise (RFC 7946).</summary>
    public static IReadOnlyList<IReadOnlyList<int[]>> Of(Honeycomb comb, IReadOnlySet<int> cells)
    {
        var next = new SortedDictionary<int, int>();
        foreach (var cell in cells)
            for (var side = 0; side < 6; side++)
                if (!cells.Contains(comb.Neighbour(cell, side)))
                    next.Add(comb.CornerOf(cell, (side + 1) % 6), comb.CornerOf(cell, side));

        var outer = new List<List<int[]>>();
        var holes = new List<int[]>();
        while (next.Count > 0)
        {
            var ring = Take(next);
            if (TwiceArea(comb, ring) > 0)
                outer.Add([ring]);
            else
                holes.Add(ring);
        }
        foreach (var hole in holes)
            outer.First(o => Holds(comb, o[0], hole[0])).Add(hole);
        return outer;
    }

    /// <summary>Positive for anticlockwise, in square millionths of a degree.</summary>
    public static long TwiceArea(Honeycomb comb, int[] ring)
    {
        var sum = 0L;
        for (var i = 0; i < ring.Length; i++)
        {
            var (ax, ay) = comb.Corner(ring[i]);
            var (bx, by) = comb.Corner(ring[(i + 1) % ring.Length]);
            sum += ((long)ax * by) - ((long)bx * ay);
        }
        return sum;
    }

    private static int[] Take(SortedDictionary<int, int> next)
    {
        var ring = new List<int>();
        for (var at = next.First().Key; next.Remove(at, out var following); at = following)
            ring.Add(at);
        return [.. ring];
    }

    private static bool Holds(Honeycomb comb, int[] ring, int corner)
    {
        var (x, y) = comb.Corner(corner);
        var inside = false;
        for (var i = 0; i < ring.Length; i++)
        {
            var (ax, ay) = comb.Corner(ring[i]);
            var (bx, by) = comb.Corner(ring[(i + 1) % ring.Length]);
            if (ay > y != by > y && x < ((double)(bx - ax) * (y - ay) / (by - ay)) + ax)
                inside = !inside;
        }
        return inside;
    }
}
