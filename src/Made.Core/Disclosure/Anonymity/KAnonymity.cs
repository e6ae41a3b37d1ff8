namespace Made.Core.Disclosure.Anonymity;

/// <summary>How well records hide among each other.</summary>
/// <param name="K">Size of the smallest class: at least this many records look alike.</param>
/// <param name="Records">Records.</param>
/// <param name="ClassSizes">Sizes of all classes, smallest first.</param>
public sealed record KAnonymityResult(int K, int Records, IReadOnlyList<int> ClassSizes)
{
    /// <summary>Classes with fewer records than this.</summary>
    public int ClassesBelow(int size) => ClassSizes.Count(c => c < size);

    /// <summary>Records in classes with fewer records than this.</summary>
    public int RecordsBelow(int size) => ClassSizes.Where(c => c < size).Sum();
}

/// <summary>What belonging to a class gives away.</summary>
/// <param name="L">Fewest different sensitive values in a class: 1 means a class whose every member has the same.</param>
/// <param name="Alpha">Largest share of one sensitive value in a class: 1 means certainty.</param>
public sealed record SensitiveSpread(int L, double Alpha);

/// <summary>
/// k-anonymity, distinct l-diversity and alpha of records.
/// <para>A class is all records with the same values in all quasi-identifiers. k is the size of the smallest; l the smallest number of different sensitive values in one;
/// alpha the largest share of one value in one.</para>
/// <para>Units: records; a share. Shapes: one list of values per record, all of one length. Edges: an empty value is a value of its own; case and blanks count. k = 1 means that somebody stands alone.</para>
/// <para>Source: Sweeney 2002; Machanavajjhala and others 2007; Wong and others 2006. Worked example: docs/methods/k-anonymity.md.</para>
/// </summary>
public static class KAnonymity
{
    /// <summary>Groups records by their quasi-identifiers.</summary>
    public static Outcome<KAnonymityResult> Of(IReadOnlyList<IReadOnlyList<string>> records)
    {
        if (Fault(records) is { } problem)
            return problem;
        var sizes = records.GroupBy(Class).Select(c => c.Count()).Order().ToArray();
        return new KAnonymityResult(sizes[0], records.Count, sizes);
    }

    /// <summary>How the sensitive values, one per record, lie in the classes.</summary>
    public static Outcome<SensitiveSpread> Spread(IReadOnlyList<IReadOnlyList<string>> records, IReadOnlyList<string> sensitive)
    {
        if (Fault(records) is { } problem)
            return problem;
        if (sensitive.Count != records.Count)
            return Problems.WrongLength(Math.Min(sensitive.Count, records.Count) + 1);
        var classes = records.Zip(sensitive).GroupBy(r => Class(r.First)).Select(c => c.CountBy(r => r.Second).Select(v => v.Value).ToArray()).ToArray();
        return new SensitiveSpread(classes.Min(c => c.Length), classes.Max(c => (double)c.Max() / c.Sum()));
    }

    /// <summary>Lengths keep "ab" + "c" and "a" + "bc" apart.</summary>
    private static string Class(IReadOnlyList<string> values) => string.Concat(values.Select(v => $"{v.Length}:{v}"));

    private static Problem? Fault(IReadOnlyList<IReadOnlyList<string>> records)
    {
        if (records.Count == 0)
            return Problems.NoRecords();
        if (records[0].Count == 0)
            return Problems.NoQuasiIdentifiers();
        for (var i = 0; i < records.Count; i++)
            if (records[i].Count != records[0].Count)
                return Problems.WrongLength(i + 1);
        return null;
    }
}
