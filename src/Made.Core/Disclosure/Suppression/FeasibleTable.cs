namespace Made.Core.Disclosure.Suppression;

/// <summary>
/// A table that a reader could not tell from the true one: every shown figure as it is, no count negative. It starts as the true table and walks from one such
/// table to the next; the smallest and greatest value every cell has had on the way are values it can really have, so their distance is a proven width,
/// in whole numbers and without solving for the limits. Walking further, or hiding more, only widens.
/// </summary>
internal sealed class FeasibleTable
{
    private readonly LinkedTables tables;
    private readonly int[] atoms;
    private readonly int[] count;
    private readonly int[] least;
    private readonly int[] most;

    public FeasibleTable(LinkedTables tables, int[] sums, bool[] mayMove)
    {
        this.tables = tables;
        MayMove = mayMove;
        atoms = [.. tables.Atoms];
        count = [.. sums];
        least = [.. sums];
        most = [.. sums];
    }

    /// <summary>By cell: hidden or never offered, and not known to be as it was.</summary>
    public bool[] MayMove { get; }

    public int Width(int cell) => most[cell] - least[cell];

    public int AboveLeast(int cell) => count[cell] - least[cell];

    public int BelowMost(int cell) => most[cell] - count[cell];

    /// <summary>True where the move changes nothing but cells that may move.</summary>
    public bool IsFree(Move move) => IsFree(move, 0, 0);

    /// <summary>How many times the move can be made (sign 1) or taken back (sign -1) before a count would be negative; <see cref="int.MaxValue"/> where nothing falls.</summary>
    public int Room(Move move, int sign) => Room(move, sign, 0, 0, 1, int.MaxValue);

    /// <summary>Makes the move so many times; negative takes it back.</summary>
    public void Make(Move move, int times)
    {
        MoveAtoms(move, times, 0, 0);
        MoveCells(move, times, 0, 0);
    }

    /// <summary>Takes moves back, the last first, and forgets that they were made; the cells that they moved.</summary>
    public IReadOnlySet<int> Return(IReadOnlyList<(Move Move, int Times)> made)
    {
        var moved = new HashSet<int>();
        foreach (var (move, times) in made.Reverse())
        {
            Make(move, -times);
            Gather(move, 0, 0, moved);
        }
        foreach (var cell in moved)
            least[cell] = most[cell] = count[cell];
        return moved;
    }

    private void Gather(Move move, int axis, int at, HashSet<int> moved)
    {
        foreach (var g in move.Axes[axis].Groupings)
        {
            var cell = at + g * tables.CellStride[axis];
            if (axis < move.Axes.Length - 1)
                Gather(move, axis + 1, cell, moved);
            else
                moved.Add(cell);
        }
    }

    private bool IsFree(Move move, int axis, int at)
    {
        var stride = tables.CellStride[axis];
        var last = axis == move.Axes.Length - 1;
        foreach (var g in move.Axes[axis].Groupings)
        {
            var cell = at + g * stride;
            if (last ? !MayMove[cell] : !IsFree(move, axis + 1, cell))
                return false;
        }
        return true;
    }

    private int Room(Move move, int sign, int axis, int at, int shift, int room)
    {
        var along = move.Axes[axis];
        var stride = tables.AtomStride[axis];
        var last = axis == move.Axes.Length - 1;
        for (var i = 0; i < along.Atoms.Length && room > 0; i++)
        {
            var (atom, by) = (at + along.Atoms[i] * stride, shift * along.AtomShifts[i]);
            if (!last)
                room = Room(move, sign, axis + 1, atom, by, room);
            else if (sign * by < 0)
                room = Math.Min(room, atoms[atom] / Math.Abs(by));
        }
        return room;
    }

    private void MoveAtoms(Move move, int times, int axis, int at)
    {
        var along = move.Axes[axis];
        for (var i = 0; i < along.Atoms.Length; i++)
        {
            var atom = at + along.Atoms[i] * tables.AtomStride[axis];
            if (axis == move.Axes.Length - 1)
                atoms[atom] += times * along.AtomShifts[i];
            else
                MoveAtoms(move, times * along.AtomShifts[i], axis + 1, atom);
        }
    }

    private void MoveCells(Move move, int times, int axis, int at)
    {
        var along = move.Axes[axis];
        for (var i = 0; i < along.Groupings.Length; i++)
        {
            var cell = at + along.Groupings[i] * tables.CellStride[axis];
            if (axis < move.Axes.Length - 1)
            {
                MoveCells(move, times * along.GroupingShifts[i], axis + 1, cell);
                continue;
            }
            count[cell] += times * along.GroupingShifts[i];
            least[cell] = Math.Min(least[cell], count[cell]);
            most[cell] = Math.Max(most[cell], count[cell]);
        }
    }
}

/// <summary>One move per axis; together the change of a table. Made with sign 1 it adds to a cell the product of its groupings' shifts.</summary>
internal readonly record struct Move(AxisMove[] Axes)
{
    /// <summary>By how much the cell with these groupings changes.</summary>
    public int ShiftOf(ReadOnlySpan<int> groupings)
    {
        var shift = 1;
        for (var d = 0; d < Axes.Length; d++)
        {
            var i = Array.BinarySearch(Axes[d].Groupings, groupings[d]);
            shift *= i < 0 ? 0 : Axes[d].GroupingShifts[i];
        }
        return shift;
    }
}
