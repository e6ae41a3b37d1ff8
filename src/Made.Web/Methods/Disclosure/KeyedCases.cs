using Made.Core;
using Made.Core.Disclosure.Keys;

namespace Made.Web.Methods.Disclosure;

/// <summary>Counts by key columns as a file gives them: every column but <c>freq</c> and <c>case</c> is a key, and <c>case</c> names separate tables.</summary>
internal static class KeyedCases
{
    public const string Counts = "freq";
    public const string Case = "case";

    private static readonly NumberRule Count = new(v => v >= 0 && v <= 1e12 && Math.Floor(v) == v, "is not a whole number from 0 to 1,000,000,000,000");

    /// <summary>The tables of the file, in order of first appearance. Every table has the same dimensions; faults of rows are told to the input.</summary>
    public static Outcome<IReadOnlyList<(string Case, KeyedTable Table)>> Read(MethodInput input)
    {
        var table = input.Table(Counts);
        var counts = table.Numbers(Counts, Count);
        string[] columns = [.. table.Columns.Where(c => c is not (Counts or Case))];
        var keys = columns.Select(table.Texts).ToArray();
        foreach (var (column, c) in columns.Select((c, i) => (c, i)))
            for (var i = 0; i < table.Count; i++)
                if (keys[c][i] == KeyedTable.Total)
                    table.Wrong(i, column, $"'{KeyedTable.Total}' names a margin; margins are computed");
        var cases = table.Has(Case) ? table.Texts(Case) : [];
        if (input.Fault is { } fault)
            return fault;
        var tables = new List<(string Case, KeyedTable Table)>();
        foreach (var rows in Enumerable.Range(0, table.Count).GroupBy(i => cases.Length > 0 ? cases[i] : ""))
        {
            if (!KeyedTable.Of(columns, [.. rows.Select(i => keys.Select(k => k[i]).ToArray())], [.. rows.Select(i => (long)counts[i])]).Succeeded(out var keyed, out var problem))
                return problem;
            tables.Add((rows.Key, keyed));
        }
        var dimensions = tables[0].Table.Dimensions;
        return tables.FirstOrDefault(t => !t.Table.Dimensions.SequenceEqual(dimensions)) is { Table: not null } other
            ? Problems.File($"case '{other.Case}'", $"its columns nest into {string.Join(", ", other.Table.Dimensions)}, those of '{tables[0].Case}' into {string.Join(", ", dimensions)}")
            : tables;
    }

    /// <summary>The name of the table, where the file names its tables.</summary>
    public static OutputCell[] Label(string name) => name.Length > 0 ? [name] : [];
}
