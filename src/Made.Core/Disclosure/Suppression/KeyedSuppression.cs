using Made.Core.Disclosure.Keys;

namespace Made.Core.Disclosure.Suppression;

/// <summary>A figure of a protected table: its key in each dimension, with <see cref="KeyedTable.Total"/> for a margin.</summary>
public sealed record KeyedCell(IReadOnlyList<string> Keys, int Count, CellStatus Status);

/// <summary>
/// Complementary suppression of one table by keys, every margin and level of every dimension offered. A combination of keys that the table does not list counts 0.
/// Order of the result: as the keys appear, totals first. Errors: counts beyond 2,147,483,647 in all, and those of <see cref="ComplementarySuppression"/>.
/// </summary>
public static class KeyedSuppression
{
    private const int MostCells = 5_000_000;

    /// <summary>Every cell with its margins and levels, and what became of it.</summary>
    public static Outcome<IReadOnlyList<KeyedCell>> Protect(KeyedTable table, SuppressionRule rule)
    {
        if (table.Counts.Sum() > int.MaxValue)
            return Problems.TooLarge(table.Counts.Sum());
        var codes = Enumerable.Range(0, table.Dimensions.Count).Select(d => AxisCodes.Of(table, d)).ToList();
        if (codes.Aggregate(1.0, (cells, c) => cells * c.Axis.Groupings.Count) > MostCells)
            return Problems.TooManyCells(MostCells);
        var tables = new LinkedTables([.. codes.Select(c => c.Axis)], Atoms(table, codes));
        Array.Fill(tables.Standing, CellStanding.Offered);
        if (!ComplementarySuppression.Protect(tables, rule).Succeeded(out var pattern, out var problem))
            return problem;
        return Enumerable.Range(0, tables.Cells)
            .Select(cell => new KeyedCell([.. codes.Select((c, d) => c.Codes[tables.GroupingOf(cell, d)])], pattern.Counts[cell], pattern.Status[cell]))
            .ToList();
    }

    private static int[] Atoms(KeyedTable table, List<AxisCodes> codes)
    {
        var atoms = new int[codes.Aggregate(1, (size, c) => size * c.Axis.Atoms)];
        for (var row = 0; row < table.Counts.Count; row++)
        {
            var at = 0;
            for (var d = 0; d < codes.Count; d++)
                at = at * codes[d].Axis.Atoms + codes[d].AtomOf[table.Keys(row, d)[0]];
            atoms[at] += (int)table.Counts[row];
        }
        return atoms;
    }

    /// <summary>A dimension's axis, the code of each grouping and the atom of each finest code.</summary>
    private sealed record AxisCodes(TableAxis Axis, IReadOnlyList<string> Codes, Dictionary<string, int> AtomOf)
    {
        public static AxisCodes Of(KeyedTable table, int dimension)
        {
            var atomOf = new Dictionary<string, int>(StringComparer.Ordinal);
            var members = new Dictionary<string, SortedSet<int>>(StringComparer.Ordinal) { [KeyedTable.Total] = [] };
            foreach (var keys in Enumerable.Range(0, table.Counts.Count).Select(row => table.Keys(row, dimension)))
            {
                var atom = atomOf.TryGetValue(keys[0], out var known) ? known : atomOf[keys[0]] = atomOf.Count;
                foreach (var key in keys.Reverse())
                {
                    if (!members.TryGetValue(key, out var of))
                        members[key] = of = [];
                    of.Add(atom);
                }
            }
            return new(new TableAxis(table.Dimensions[dimension], atomOf.Count, [.. members.Values.Select(m => m.ToArray())]), [.. members.Keys], atomOf);
        }
    }
}
