namespace Made.Core.Disclosure.Keys;

/// <summary>The columns of one dimension by position, the finest first.</summary>
internal sealed record KeyLevels(IReadOnlyList<int> Columns)
{
    /// <summary>Sorts columns into dimensions, in the order of their finest columns.</summary>
    public static IReadOnlyList<KeyLevels> Of(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var all = Enumerable.Range(0, columns.Count).ToArray();
        var values = all.Select(c => rows.Select(r => r[c]).Distinct().Count()).ToArray();
        var finest = all.Where(c => !all.Any(finer => IsLevel(c, finer))).ToArray();
        return [.. finest.Select(f => new KeyLevels([f, .. all.Where(c => finest.FirstOrDefault(g => IsLevel(c, g), -1) == f).OrderByDescending(c => values[c])]))];

        bool IsLevel(int coarse, int fine) =>
            coarse != fine && values[coarse] > 1 && (values[coarse] < values[fine] || (values[coarse] == values[fine] && coarse < fine))
            && rows.Select(r => (r[fine], r[coarse])).Distinct().Count() == values[fine];
    }

    /// <summary>The same code in two levels has to mean the same rows.</summary>
    public Problem? Fault(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        foreach (var fine in Columns)
            foreach (var coarse in Columns.Where(c => c != fine))
                foreach (var code in rows.Select(r => r[fine]).Distinct().Intersect(rows.Select(r => r[coarse])))
                    if (rows.Any(r => (r[fine] == code) != (r[coarse] == code)))
                        return Problems.CodeTwice(code, columns[coarse]);
        return null;
    }
}
