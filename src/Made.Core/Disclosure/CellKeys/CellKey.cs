using Made.Core.Disclosure.Keys;

namespace Made.Core.Disclosure.CellKeys;

/// <summary>How record keys make a cell key.</summary>
public enum CellKeyKind
{
    /// <summary>Fractions from 0 to below 1; the cell key is what stands behind the point of their sum (Destatis).</summary>
    Fraction,

    /// <summary>Whole numbers from 0 to 255; the cell key is their sum modulo 256 (ABS, ONS).</summary>
    Modulo256,
}

/// <summary>One figure with its noise.</summary>
/// <param name="Keys">Its key in each dimension, "Total" for a margin.</param>
/// <param name="Count">Records in it.</param>
/// <param name="Key">Its cell key; 0 without records.</param>
/// <param name="Change">What was added.</param>
public sealed record NoisyCell(IReadOnlyList<string> Keys, long Count, decimal Key, int Change)
{
    /// <summary>What is shown.</summary>
    public long Shown => Count + Change;
}

/// <summary>A table with its noise.</summary>
/// <param name="Dimensions">The finest column of each dimension.</param>
/// <param name="Cells">Every crossing, totals first.</param>
public sealed record NoisyTable(IReadOnlyList<string> Dimensions, IReadOnlyList<NoisyCell> Cells);

/// <summary>
/// The cell key method: every figure is moved a little, and the same records give the same figure wherever they are counted.
/// <para>Each record has a key drawn once and kept for ever. A cell's key is made of its records' keys (<see cref="CellKeyKind"/>) and picks the change in the row of its count.</para>
/// <para>Units: counts. Edges: a cell without records stays 0 and is listed; totals are moved by their own key, so cells do not add up to them, which has to be said beside the table.
/// Sums are exact decimals: a cell key on the edge of an interval belongs to the upper one.</para>
/// <para>Source: Fraser and Wooton 2005; Destatis, cellKey. Worked example: docs/methods/cell-key.md.</para>
/// </summary>
public static class CellKey
{
    /// <summary>Every key range begins at 0 and ends below this.</summary>
    public static decimal Range(this CellKeyKind kind) => kind == CellKeyKind.Fraction ? 1 : 256;

    /// <summary>True where a record may have this key.</summary>
    public static bool Holds(this CellKeyKind kind, decimal key) => key >= 0 && key < kind.Range() && (kind == CellKeyKind.Fraction || decimal.IsInteger(key));

    /// <summary>The key of a cell from the keys of its records.</summary>
    public static decimal Of(CellKeyKind kind, IEnumerable<decimal> records) => records.Aggregate(0m, (sum, key) => (sum + key) % kind.Range());

    /// <summary>Every crossing of the table with its margins, totals first, each with its noise.</summary>
    /// <param name="columns">The key columns; one whose values nest in another is a level of it.</param>
    /// <param name="records">One per record: its key in each column and its record key.</param>
    /// <param name="kind">How record keys make a cell key.</param>
    /// <param name="table">What each count is moved by.</param>
    public static Outcome<NoisyTable> Table(
        IReadOnlyList<string> columns, IReadOnlyList<(IReadOnlyList<string> Keys, decimal Key)> records, CellKeyKind kind, PerturbationTable table)
    {
        for (var i = 0; i < records.Count; i++)
            if (!kind.Holds(records[i].Key))
                return CellKeys.Problems.BadRecordKey(i + 1, records[i].Key);
        if (!KeyedTable.Of(columns, [.. records.Select(r => r.Keys)], [.. records.Select(_ => 1L)]).Succeeded(out var keyed, out var problem))
            return problem;
        // Equal keys are one row of the table, in order of first appearance.
        var keys = records.GroupBy(r => string.Concat(r.Keys.Select(k => $"{k.Length}:{k}"))).Select(g => Of(kind, g.Select(r => r.Key))).ToArray();
        var held = keyed.Published(PublishedMargins.All).ToDictionary(c => string.Join('\u0001', c.Keys));
        return new NoisyTable(keyed.Dimensions, [.. keyed.Crossings().Select(crossing => held.TryGetValue(string.Join('\u0001', crossing), out var cell)
            ? Noisy(crossing, cell.Members.Sum(m => keyed.Counts[m]), Of(kind, cell.Members.Select(m => keys[m])), table)
            : new NoisyCell(crossing, 0, 0, 0))]);
    }

    private static NoisyCell Noisy(IReadOnlyList<string> keys, long count, decimal key, PerturbationTable table) => new(keys, count, key, table.Change(count, key));
}
