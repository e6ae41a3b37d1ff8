namespace Made.Core.Disclosure.Suppression;

/// <summary>What is known of a figure before suppression is decided.</summary>
public enum CellStanding : byte
{
    /// <summary>Never shown: nobody learns it, nothing is lost by hiding it.</summary>
    NotOffered,

    /// <summary>To be shown unless it must be hidden.</summary>
    Offered,

    /// <summary>Shown already, in an earlier release or elsewhere: it can not be taken back.</summary>
    Known,

    /// <summary>Never shown itself, but what is shown may tell it by subtraction (records without a place, a kind without an indicator): where it is small it must stay as wide as a hidden cell.</summary>
    Remainder,
}

/// <summary>What the edition before told of a figure.</summary>
public enum CellPast : byte
{
    /// <summary>Nothing: there was no such edition, or the figure was not in it.</summary>
    None,

    /// <summary>It was hidden there.</summary>
    Hidden,

    /// <summary>It was shown there, so whoever learns by how much it changed has the new figure.</summary>
    Shown,
}

/// <summary>
/// Every figure of a release that can be reached by adding up: the product of the axes' groupings. A cell is the sum of the atoms in its grouping of each axis,
/// so tables that share parts (ward, district and county; month, quarter and rolling year; category and all) are one structure and are protected at once.
/// Shape: cells are numbered row by row, last axis fastest; atoms likewise.
/// </summary>
public sealed class LinkedTables
{
    private readonly int[] cellStride;
    private readonly int[] atomStride;

    /// <param name="axes">One or more dimensions.</param>
    /// <param name="atoms">The count of every combination of atoms; not negative.</param>
    /// <exception cref="ArgumentException">The counts do not fit the axes, or one is negative.</exception>
    public LinkedTables(IReadOnlyList<TableAxis> axes, int[] atoms)
    {
        Axes = axes;
        Atoms = atoms;
        atomStride = Strides([.. axes.Select(a => a.Atoms)], out var size);
        if (atoms.Length != size || atoms.Any(n => n < 0))
            throw new ArgumentException($"{size} counts that are not negative are needed, one for every combination of atoms.", nameof(atoms));
        cellStride = Strides([.. axes.Select(a => a.Groupings.Count)], out var cells);
        Standing = new CellStanding[cells];
        Small = new bool[cells];
        Past = new CellPast[cells];
        Change = new int[cells];
    }

    public IReadOnlyList<TableAxis> Axes { get; }

    public int[] Atoms { get; }

    public int Cells => Standing.Length;

    /// <summary>By cell; not offered until said otherwise.</summary>
    public CellStanding[] Standing { get; }

    /// <summary>By cell: to be hidden whatever its count, for a reason of its own (hidden in an earlier release, or changed by a small number since).</summary>
    public bool[] Small { get; }

    /// <summary>By cell: what the edition before told.</summary>
    public CellPast[] Past { get; }

    /// <summary>True where an edition before told of any cell.</summary>
    public bool HasPast => Array.Exists(Past, p => p != CellPast.None);

    /// <summary>By cell with a past: the count less that of the edition before. Readers are taken to know which counts changed, not by how much.</summary>
    public int[] Change { get; }

    /// <summary>How far apart two neighbours on an axis lie in the numbering of cells.</summary>
    internal ReadOnlySpan<int> CellStride => cellStride;

    internal ReadOnlySpan<int> AtomStride => atomStride;

    /// <summary>The number of a cell from its grouping on each axis.</summary>
    public int CellOf(params ReadOnlySpan<int> groupings)
    {
        var cell = 0;
        for (var d = 0; d < groupings.Length; d++)
            cell += groupings[d] * cellStride[d];
        return cell;
    }

    /// <summary>The grouping of a cell on one axis.</summary>
    public int GroupingOf(int cell, int axis) => cell / cellStride[axis] % Axes[axis].Groupings.Count;

    /// <summary>How many atoms a cell adds up.</summary>
    public int AtomsOf(int cell)
    {
        var product = 1;
        for (var d = 0; d < Axes.Count; d++)
            product *= Axes[d].Groupings[GroupingOf(cell, d)].Length;
        return product;
    }

    /// <summary>The atoms a cell adds up.</summary>
    public int[] MembersOf(int cell)
    {
        IEnumerable<int> members = [0];
        for (var d = 0; d < Axes.Count; d++)
        {
            var (atoms, stride) = (Axes[d].Groupings[GroupingOf(cell, d)], atomStride[d]);
            members = members.SelectMany(m => atoms.Select(a => m + a * stride));
        }
        return [.. members];
    }

    /// <summary>Every cell's count, summed axis by axis.</summary>
    public int[] Sums()
    {
        var sums = Atoms;
        var lengths = Axes.Select(a => a.Atoms).ToArray();
        for (var d = 0; d < Axes.Count; d++)
        {
            var groupings = Axes[d].Groupings;
            var (outer, inner) = (Product(lengths, 0, d), Product(lengths, d + 1, lengths.Length));
            var next = new int[outer * groupings.Count * inner];
            for (var o = 0; o < outer; o++)
            {
                for (var g = 0; g < groupings.Count; g++)
                {
                    var into = next.AsSpan((o * groupings.Count + g) * inner, inner);
                    foreach (var atom in groupings[g])
                    {
                        var from = sums.AsSpan((o * lengths[d] + atom) * inner, inner);
                        for (var i = 0; i < inner; i++)
                            into[i] += from[i];
                    }
                }
            }
            (sums, lengths[d]) = (next, groupings.Count);
        }
        return sums;
    }

    private static int[] Strides(int[] lengths, out int size)
    {
        var strides = new int[lengths.Length];
        size = 1;
        for (var d = lengths.Length - 1; d >= 0; d--)
        {
            strides[d] = size;
            size *= lengths[d];
        }
        return strides;
    }

    private static int Product(int[] lengths, int from, int to)
    {
        var product = 1;
        for (var d = from; d < to; d++)
            product *= lengths[d];
        return product;
    }
}
