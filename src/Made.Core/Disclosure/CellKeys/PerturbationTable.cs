namespace Made.Core.Disclosure.CellKeys;

/// <summary>One line of a perturbation table: counts of <paramref name="Count"/> whose cell key lies in [<paramref name="From"/>, <paramref name="Below"/>) are moved by <paramref name="Change"/>.</summary>
/// <param name="Count">The count, 0 or more; the largest of the table stands for all above it too.</param>
/// <param name="Change">What is added, negative or positive; never below 0 in sum.</param>
/// <param name="From">The first cell key it is for.</param>
/// <param name="Below">The first cell key it is no longer for.</param>
public sealed record PerturbationLine(int Count, int Change, decimal From, decimal Below);

/// <summary>
/// What a count is moved by, by its cell key: a table whose intervals cover every key of every count from 0 to its largest exactly once.
/// <para>Rule: row i = min(n, largest i), the line whose [from, below) holds the key. A count of 0 is never moved.</para>
/// <para>Units: counts; keys from 0 to 1, or from 0 to 256. Edges: gaps, overlaps, a row left out and a change that would make a count negative are refused.</para>
/// <para>Source: Thompson, Broadfoot and Elazar 2013; Destatis, ptable and cellKey. Worked example: docs/methods/cell-key.md.</para>
/// </summary>
public sealed class PerturbationTable
{
    private readonly IReadOnlyList<PerturbationLine[]> byCount;

    private PerturbationTable(IReadOnlyList<PerturbationLine[]> byCount) => this.byCount = byCount;

    /// <summary>Checks the lines of a table for keys from 0 to <paramref name="keys"/>.</summary>
    public static Outcome<PerturbationTable> Of(IReadOnlyList<PerturbationLine> lines, CellKeyKind keys)
    {
        if (lines.Count == 0)
            return Problems.NoLines();
        var most = lines.Max(l => l.Count);
        if (lines.FirstOrDefault(l => l.Count < 0) is { } negative)
            return Problems.NoRow(negative.Count);
        var rows = new List<PerturbationLine[]>();
        for (var count = 0; count <= most; count++)
        {
            var row = lines.Where(l => l.Count == count).OrderBy(l => l.From).ToArray();
            if (row.Length == 0)
                return Problems.NoRow(count);
            if (row.FirstOrDefault(l => l.Count + l.Change < 0 || (count == 0 && l.Change != 0)) is { } bad)
                return Problems.BadChange(bad.Count, bad.Change);
            var next = 0m;
            foreach (var line in row)
            {
                if (line.From != next || line.Below <= line.From)
                    return Problems.BadInterval(count, line.From, next);
                next = line.Below;
            }
            if (next != keys.Range())
                return Problems.BadInterval(count, next, keys.Range());
            rows.Add(row);
        }
        return new PerturbationTable(rows);
    }

    /// <summary>What this count with this cell key is moved by.</summary>
    public int Change(long count, decimal key) =>
        count == 0 ? 0 : Array.FindLast(byCount[(int)Math.Min(count, byCount.Count - 1)], l => l.From <= key)!.Change;
}
