namespace Made.Core.Disclosure.Suppression;

/// <summary>
/// Finds changes of the table that move one cell. A change is the product of one move per axis: exchanges on every axis give the corners of a box,
/// which is the hypercube method carried over to groupings that nest and overlap.
/// </summary>
internal sealed class MoveSearch(LinkedTables tables, FeasibleTable table, AxisMoves[] moves, Func<int, double> cost)
{
    /// <summary>Walks over cells that may move already until the cell has been <paramref name="width"/> apart; false where that can not be reached.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="width">How far apart.</param>
    /// <param name="made">Takes the moves, in order.</param>
    public bool Widen(int cell, int width, List<(Move Move, int Times)>? made = null)
    {
        var at = GroupingsOf(cell);
        return table.Width(cell) >= width || Walk(cell, width, at, Free(cell, at, For), made) || Walk(cell, width, at, Free(cell, at, Farther), made);
    }

    private bool Walk(int cell, int width, int[] at, IEnumerable<Move> free, List<(Move Move, int Times)>? made)
    {
        for (var before = -1; table.Width(cell) < width && table.Width(cell) > before;)
        {
            before = table.Width(cell);
            foreach (var sign in (ReadOnlySpan<int>)[1, -1])
            {
                foreach (var move in free)
                {
                    var missing = width - (sign > 0 ? table.AboveLeast(cell) : table.BelowMost(cell));
                    if (missing <= 0)
                        break;
                    var shift = sign * move.ShiftOf(at);
                    var times = Math.Min(table.Room(move, Math.Sign(shift)), (missing + Math.Abs(shift) - 1) / Math.Abs(shift));
                    if (times <= 0)
                        continue;
                    table.Make(move, Math.Sign(shift) * times);
                    made?.Add((move, Math.Sign(shift) * times));
                }
            }
        }
        return table.Width(cell) >= width;
    }

    /// <summary>
    /// The change that would widen the cell for the least loss of figures shown, as the cells it needs hidden besides; empty where there is none.
    /// Loss: the cost of what it hides, times the changes it would take to get wide enough.
    /// </summary>
    public IReadOnlyList<int> CheapestHiding(int cell, int width) =>
        CheapestHiding(cell, width, For) is { Count: > 0 } near ? near : CheapestHiding(cell, width, Farther);

    private List<int> CheapestHiding(int cell, int width, Func<int, int, AxisMove[]> movesOf)
    {
        var at = GroupingsOf(cell);
        var missing = width - table.Width(cell);
        var lists = at.Select((g, d) => movesOf(d, g).Select(m => (Move: m, Loss: LossAlong(d, m, cell - g * tables.CellStride[d])))
            .Where(m => double.IsFinite(m.Loss)).OrderBy(m => m.Loss).ToArray()).ToArray();
        var best = double.PositiveInfinity;
        var chosen = new AxisMove[at.Length];
        var hidden = new List<int>();
        Look(0, 0);
        return hidden;

        // The cells of one axis's move on the target's own lines are part of every change that uses it, and differ from axis to axis: their losses add up to a bound.
        void Look(int axis, double bound)
        {
            if (axis == at.Length)
            {
                Weigh(new Move(chosen));
                return;
            }
            foreach (var (move, loss) in lists[axis])
            {
                if (bound + loss >= best)
                    return;
                chosen[axis] = move;
                Look(axis + 1, bound + loss);
            }
        }

        void Weigh(Move move)
        {
            var loss = Loss(move, 0, 0, best);

            // What is free has been walked already.
            if (loss >= best || loss == 0)
                return;
            var room = ((long)table.Room(move, 1) + table.Room(move, -1)) * Math.Abs(move.ShiftOf(at));
            if (room == 0)
                return;
            loss *= Math.Max(1, (double)missing / room);
            if (loss >= best)
                return;
            best = loss;
            hidden.Clear();
            Gather(move, 0, 0, hidden);
        }
    }

    /// <summary>The changes that move the cell and otherwise only cells that may move.</summary>
    private IEnumerable<Move> Free(int cell, int[] at, Func<int, int, AxisMove[]> movesOf)
    {
        var lists = at.Select((g, d) => Array.FindAll(movesOf(d, g), m => LossAlong(d, m, cell - g * tables.CellStride[d]) == 0)).ToArray();
        return Look(0, []).Where(m => table.IsFree(m));

        IEnumerable<Move> Look(int axis, AxisMove[] chosen) =>
            axis == at.Length ? [new Move(chosen)] : lists[axis].SelectMany(m => Look(axis + 1, [.. chosen, m]));
    }

    private AxisMove[] For(int axis, int grouping) => moves[axis].For(grouping);

    private AxisMove[] Farther(int axis, int grouping) => moves[axis].Farther(grouping);

    private double LossAlong(int axis, AxisMove move, int from)
    {
        var loss = 0.0;
        foreach (var g in move.Groupings)
            loss += LossOf(from + g * tables.CellStride[axis]);
        return loss;
    }

    private double Loss(Move move, int axis, int at, double limit)
    {
        var loss = 0.0;
        foreach (var g in move.Axes[axis].Groupings)
        {
            var cell = at + g * tables.CellStride[axis];
            loss += axis < move.Axes.Length - 1 ? Loss(move, axis + 1, cell, limit - loss) : LossOf(cell);
            if (loss >= limit)
                return double.PositiveInfinity;
        }
        return loss;
    }

    private double LossOf(int cell) => table.MayMove[cell] ? 0 : tables.Standing[cell] == CellStanding.Known ? double.PositiveInfinity : cost(cell);

    private void Gather(Move move, int axis, int at, List<int> hidden)
    {
        foreach (var g in move.Axes[axis].Groupings)
        {
            var cell = at + g * tables.CellStride[axis];
            if (axis < move.Axes.Length - 1)
                Gather(move, axis + 1, cell, hidden);
            else if (!table.MayMove[cell])
                hidden.Add(cell);
        }
    }

    private int[] GroupingsOf(int cell) => [.. Enumerable.Range(0, tables.Axes.Count).Select(d => tables.GroupingOf(cell, d))];
}
