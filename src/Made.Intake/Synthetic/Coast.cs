namespace Made.Intake.Synthetic;

/// <summary>Which cells are land: one piece without lakes, round by intent and ragged by chance, with a bay bitten out of the west.</summary>
internal static class Coast
{
    public static HashSet<int> Land(Honeycomb comb, MapFrame frame, Dice dice)
    {
        var broad = new Noise(7, dice);
        var fine = new Noise(26, dice);
        var wet = new HashSet<int>();
        for (var cell = 0; cell < comb.Cells; cell++)
        {
            var (x, y) = Fraction(comb, cell);
            var (dx, dy) = ((x - frame.Heart[0]) / frame.Reach[0], (y - frame.Heart[1]) / frame.Reach[1]);
            var bay = Math.Max(0, 1 - (Math.Abs(y - 0.60 + (0.08 * broad.At(x, y))) * 22)) * Math.Max(0, 1 - (x * 2.1));
            var height = 1 - (dx * dx) - (dy * dy) + (0.55 * broad.At(x, y)) + (0.20 * fine.At(x, y)) - (1.3 * bay);
            if (height < 0.12 || NearEdge(comb, cell))
                wet.Add(cell);
        }
        var sea = Reached(comb, wet.Where(c => NearEdge(comb, c)), wet);
        var dry = Enumerable.Range(0, comb.Cells).Where(c => !sea.Contains(c)).ToHashSet();
        return Reached(comb, [Nearest(comb, dry, frame.Heart)], dry);
    }

    /// <summary>The cell of a set nearest to a place given as fractions across and down.</summary>
    public static int Nearest(Honeycomb comb, IEnumerable<int> cells, double[] place) => cells.MinBy(cell =>
    {
        var (x, y) = Fraction(comb, cell);
        return (((x - place[0]) * (x - place[0])) + ((y - place[1]) * (y - place[1])), cell);
    });

    public static (double X, double Y) Fraction(Honeycomb comb, int cell)
    {
        var (x, y) = comb.Centre(cell);
        return (x / comb.Columns, y / (comb.Rows * 0.866));
    }

    private static bool NearEdge(Honeycomb comb, int cell) =>
        cell % comb.Columns is < 2 || cell % comb.Columns >= comb.Columns - 2 || cell / comb.Columns is < 2 || cell / comb.Columns >= comb.Rows - 2;

    /// <summary>All cells that can be reached from these without leaving the set.</summary>
    private static HashSet<int> Reached(Honeycomb comb, IEnumerable<int> from, HashSet<int> among)
    {
        var piece = from.ToHashSet();
        var open = new Stack<int>(piece);
        while (open.TryPop(out var cell))
            for (var side = 0; side < 6 && !comb.IsOnEdge(cell); side++)
                if (comb.Neighbour(cell, side) is var other && among.Contains(other) && piece.Add(other))
                    open.Push(other);
        return piece;
    }
}
