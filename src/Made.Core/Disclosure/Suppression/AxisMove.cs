namespace Made.Core.Disclosure.Suppression;

/// <summary>
/// A change along one axis and what it does to each grouping: groupings whose sum stays the same are left out. The product of one move per axis is a
/// change of the whole table that leaves every figure outside the product of the listed groupings as it is.
/// </summary>
internal sealed class AxisMove
{
    private AxisMove(int[] atoms, int[] atomShifts, int[] groupings, int[] groupingShifts)
    {
        Atoms = atoms;
        AtomShifts = atomShifts;
        Groupings = groupings;
        GroupingShifts = groupingShifts;
    }

    public int[] Atoms { get; }

    public int[] AtomShifts { get; }

    public int[] Groupings { get; }

    public int[] GroupingShifts { get; }

    public static AxisMove Of(TableAxis axis, IReadOnlyList<AtomShift> shifts)
    {
        var sums = new SortedDictionary<int, int>();
        foreach (var (atom, by) in shifts)
        {
            foreach (var g in axis.GroupingsOf(atom))
                sums[g] = sums.GetValueOrDefault(g) + by;
        }
        var moved = sums.Where(s => s.Value != 0).ToList();
        return new(
            [.. shifts.Select(s => s.Atom)], [.. shifts.Select(s => s.By)], [.. moved.Select(m => m.Key)], [.. moved.Select(m => m.Value)]);
    }

    /// <summary>How many groupings an exchange of two atoms would change: those that hold one of them only.</summary>
    public static int Reach(TableAxis axis, int one, int other)
    {
        var (a, b) = (axis.GroupingsOf(one), axis.GroupingsOf(other));
        int i = 0, j = 0, apart = 0;
        while (i < a.Count && j < b.Count)
        {
            if (a[i] == b[j])
            {
                i++;
                j++;
                continue;
            }
            apart++;
            if (a[i] < b[j])
                i++;
            else
                j++;
        }
        return apart + a.Count - i + b.Count - j;
    }
}

/// <summary>By how much one atom changes in a move.</summary>
internal readonly record struct AtomShift(int Atom, int By);
