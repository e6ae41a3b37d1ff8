using Made.Core.Disclosure.Audit;
using Made.Core.Disclosure.Keys;
using Made.Core.Disclosure.Suppression;

namespace Made.Tests.Unit.Disclosure;

/// <summary>The limits of every hidden cell by linear programme over the whole table: every shown figure an equation, every count from 0 up.</summary>
internal static class Attack
{
    public static double Narrowest(KeyedTable table, IReadOnlyList<KeyedCell> cells) => Widths(table, cells).DefaultIfEmpty(double.PositiveInfinity).Min();

    public static IReadOnlyList<double> Widths(KeyedTable table, IReadOnlyList<KeyedCell> cells)
    {
        var atoms = table.Counts.Count;
        var members = cells.Select(c => Enumerable.Range(0, atoms)
            .Where(row => c.Keys.Select((k, d) => table.Keys(row, d).Contains(k)).All(holds => holds)).ToArray()).ToList();
        return Widths(atoms, [.. table.Counts.Select(n => (double)n)], members, i => cells[i].Status == CellStatus.Published);
    }

    public static IReadOnlyList<double> Widths(LinkedTables tables, Func<int, bool> shown) => Widths(
        tables.Atoms.Length,
        [.. tables.Atoms.Select(n => (double)n)],
        [.. Enumerable.Range(0, tables.Cells).Select(c => Enumerable.Range(0, tables.Atoms.Length).Where(a => Holds(tables, c, a)).ToArray())],
        shown);

    private static bool Holds(LinkedTables tables, int cell, int atom)
    {
        for (var d = tables.Axes.Count - 1; d >= 0; d--)
        {
            if (!tables.Axes[d].Groupings[tables.GroupingOf(cell, d)].Contains(atom % tables.Axes[d].Atoms))
                return false;
            atom /= tables.Axes[d].Atoms;
        }
        return true;
    }

    private static List<double> Widths(int atoms, double[] truth, List<int[]> members, Func<int, bool> shown)
    {
        var equations = members.Where((_, i) => shown(i)).Select(m =>
        {
            var row = new double[atoms];
            foreach (var atom in m)
                row[atom] = 1;
            return row;
        });
        var walk = new LinearWalk(equations, [.. truth]);
        return [.. members.Where((_, i) => !shown(i)).Select(m =>
        {
            var most = walk.Push(m, 1, 1e6, 10_000);
            return most - walk.Push(m, -1, -1, 10_000);
        })];
    }
}
