namespace Made.Core.Disclosure.Suppression;

/// <summary>
/// One dimension of linked tables: its finest parts (atoms) and the groupings of atoms for which figures are shown. Groupings may nest
/// (ward in district), overlap (rolling 12 months) and need not cover everything. A part that is never shown alone simply has no grouping of its own.
/// </summary>
public sealed class TableAxis
{
    private readonly int[][] groupingsOfAtom;
    private readonly int[] alone;
    private readonly int[]?[] parts;

    /// <param name="name">What the dimension is called in messages.</param>
    /// <param name="atoms">How many finest parts there are.</param>
    /// <param name="groupings">The atoms of each grouping, ascending and without repeats.</param>
    public TableAxis(string name, int atoms, IReadOnlyList<int[]> groupings)
    {
        Name = name;
        Atoms = atoms;
        Groupings = groupings;
        var of = new List<int>[atoms];
        for (var a = 0; a < atoms; a++)
            of[a] = [];
        for (var g = 0; g < groupings.Count; g++)
        {
            foreach (var a in groupings[g])
                of[a].Add(g);
        }
        groupingsOfAtom = [.. of.Select(l => l.ToArray())];
        alone = [.. of.Select(l => l.FindIndex(g => groupings[g].Length == 1) is >= 0 and var i ? l[i] : -1)];
        parts = new int[]?[groupings.Count];
    }

    public string Name { get; }

    public int Atoms { get; }

    public IReadOnlyList<int[]> Groupings { get; }

    /// <summary>The groupings that hold an atom, ascending.</summary>
    public IReadOnlyList<int> GroupingsOf(int atom) => groupingsOfAtom[atom];

    /// <summary>The grouping that holds the atom alone; -1 where it is never shown alone.</summary>
    public int AloneIn(int atom) => alone[atom];

    /// <summary>Smaller groupings that together are this one, the largest possible; empty where there are none.</summary>
    public IReadOnlyList<int> PartsOf(int grouping) => parts[grouping] ??= FindParts(grouping);

    private int[] FindParts(int grouping)
    {
        var inside = new Dictionary<int, int>();
        foreach (var g in Groupings[grouping].SelectMany(a => groupingsOfAtom[a]))
            inside[g] = inside.GetValueOrDefault(g) + 1;
        var left = Groupings[grouping].ToHashSet();
        var found = new List<int>();
        foreach (var (g, _) in inside
            .Where(i => Groupings[i.Key].Length == i.Value && i.Value < Groupings[grouping].Length)
            .OrderByDescending(i => i.Value).ThenBy(i => i.Key))
        {
            if (!Groupings[g].All(left.Contains))
                continue;
            left.ExceptWith(Groupings[g]);
            found.Add(g);
        }
        return left.Count == 0 ? [.. found] : [];
    }
}
