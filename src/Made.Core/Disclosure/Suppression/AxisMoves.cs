namespace Made.Core.Disclosure.Suppression;

/// <summary>
/// The moves worth trying for a grouping: exchanges of an atom inside with one outside that disturb the fewest groupings, one atom alone
/// (nothing takes up the difference: everything that holds the atom moves), and for a sum, or where all these fail, some exchanges with every family of atoms outside (those
/// that the same other groupings hold: the wards of one district), because what is known of the nearest may leave only a far one free.
/// </summary>
internal sealed class AxisMoves(TableAxis axis)
{
    private const int InsideTried = 24;
    private const int Kept = 48;
    private const int WithEachFamily = 4;

    private readonly AxisMove[]?[] ofGrouping = new AxisMove[]?[axis.Groupings.Count];
    private readonly AxisMove[]?[] fartherOf = new AxisMove[]?[axis.Groupings.Count];
    private readonly Dictionary<(int, int), AxisMove> exchanges = [];
    private readonly AxisMove?[] alone = new AxisMove?[axis.Atoms];

    /// <summary>Moves that change the grouping's sum, those that disturb least first.</summary>
    public AxisMove[] For(int grouping) => ofGrouping[grouping] ??= Find(grouping, withEachFamily: axis.Groupings[grouping].Length > 1);

    /// <summary>The same with further ones for where those are not enough.</summary>
    public AxisMove[] Farther(int grouping) => fartherOf[grouping] ??= Find(grouping, withEachFamily: true);

    private AxisMove[] Find(int grouping, bool withEachFamily)
    {
        var atoms = axis.Groupings[grouping];
        var inside = Spread(atoms, InsideTried);
        var isInside = new bool[axis.Atoms];
        foreach (var a in atoms)
            isInside[a] = true;
        var outside = Enumerable.Range(0, axis.Atoms).Where(a => !isInside[a]).ToList();
        var each = Math.Max(4, Kept / Math.Max(1, inside.Length));
        var pairs = inside
            .SelectMany(a => outside.Select(b => (From: a, To: b, Reach: AxisMove.Reach(axis, a, b))).OrderBy(p => p.Reach).ThenBy(p => Math.Abs(p.To - p.From)).Take(each))
            .OrderBy(p => p.Reach).Take(Kept).Select(p => (p.From, p.To))
            .Concat(!withEachFamily ? [] : outside.GroupBy(FamilyOf).SelectMany(f => WithFamily(inside, [.. f])))
            .Distinct().Select(p => Exchange(p.From, p.To));
        return [.. pairs.OrderBy(m => m.Groupings.Length), .. inside.Select(Alone)];
    }

    private static IEnumerable<(int From, int To)> WithFamily(int[] inside, int[] family) =>
        Enumerable.Range(0, Math.Min(WithEachFamily, inside.Length * family.Length)).Select(i => (inside[i * inside.Length / WithEachFamily], family[i * family.Length / WithEachFamily]));

    /// <summary>The groupings that hold the atom with others.</summary>
    private string FamilyOf(int atom) => string.Join(' ', axis.GroupingsOf(atom).Where(g => g != axis.AloneIn(atom)));

    private static int[] Spread(int[] atoms, int most) =>
        atoms.Length <= most ? atoms : [.. Enumerable.Range(0, most).Select(i => atoms[i * atoms.Length / most])];

    private AxisMove Exchange(int one, int other)
    {
        var key = one < other ? (one, other) : (other, one);
        if (!exchanges.TryGetValue(key, out var move))
            exchanges[key] = move = AxisMove.Of(axis, [new(key.Item1, 1), new(key.Item2, -1)]);
        return move;
    }

    private AxisMove Alone(int atom) => alone[atom] ??= AxisMove.Of(axis, [new(atom, 1)]);
}
