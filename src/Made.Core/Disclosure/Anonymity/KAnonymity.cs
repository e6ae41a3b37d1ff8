using System.Runtime.InteropServices;

namespace Made.Core.Disclosure.Anonymity;

/// <summary>Records that agree in every quasi-identifier.</summary>
/// <param name="Values">What they agree in.</param>
/// <param name="Size">How many they are.</param>
/// <param name="First">Number of the first of them, as the caller counts.</param>
public sealed record AnonymityClass(IReadOnlyList<string> Values, int Size, long First);

/// <summary>How well records hide among each other.</summary>
/// <param name="K">Size of the smallest class: at least this many records look alike.</param>
/// <param name="Records">Records.</param>
/// <param name="Classes">All classes, smallest first and those of one size in order of their first record.</param>
public sealed record KAnonymityResult(int K, int Records, IReadOnlyList<AnonymityClass> Classes)
{
    private readonly Lazy<Dictionary<string, int>> sizes = new(() => Classes.ToDictionary(c => KAnonymity.Key(c.Values), c => c.Size, StringComparer.Ordinal));

    /// <summary>Sizes of all classes, smallest first.</summary>
    public IReadOnlyList<int> ClassSizes { get; } = [.. Classes.Select(c => c.Size)];

    /// <summary>The classes with fewer records than this: those that fail.</summary>
    public IReadOnlyList<AnonymityClass> Below(int size) => [.. Classes.TakeWhile(c => c.Size < size)];

    /// <summary>Classes with fewer records than this.</summary>
    public int ClassesBelow(int size) => Below(size).Count;

    /// <summary>Records in classes with fewer records than this.</summary>
    public int RecordsBelow(int size) => Below(size).Sum(c => c.Size);

    /// <summary>Records that agree in these values; 0 where there are none.</summary>
    public int SizeOf(IReadOnlyList<string> values) => sizes.Value.GetValueOrDefault(KAnonymity.Key(values));

    /// <summary>The same records with coarser values. The rule must give one answer for one class.</summary>
    public KAnonymityResult With(Func<IReadOnlyList<string>, IReadOnlyList<string>> coarser) =>
        KAnonymity.Joined(Classes.Select(c => c with { Values = coarser(c.Values) }));
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
        return Joined(records.Select((r, i) => new AnonymityClass(r, 1, i + 1)));
    }

    /// <summary>The same of records that were counted already: classes that agree in every value are joined.</summary>
    public static Outcome<KAnonymityResult> Of(IReadOnlyList<AnonymityClass> counted) =>
        Fault([.. counted.Select(c => c.Values)]) is { } problem ? problem : Joined(counted);

    internal static KAnonymityResult Joined(IEnumerable<AnonymityClass> classes)
    {
        var joined = new Dictionary<string, AnonymityClass>(StringComparer.Ordinal);
        foreach (var one in classes)
        {
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(joined, Key(one.Values), out _);
            known = known is null ? one : known with { Size = known.Size + one.Size, First = Math.Min(known.First, one.First) };
        }
        AnonymityClass[] ordered = [.. joined.Values.OrderBy(c => c.Size).ThenBy(c => c.First)];
        return new KAnonymityResult(ordered[0].Size, ordered.Sum(c => c.Size), ordered);
    }

    /// <summary>How the sensitive values, one per record, lie in the classes.</summary>
    public static Outcome<SensitiveSpread> Spread(IReadOnlyList<IReadOnlyList<string>> records, IReadOnlyList<string> sensitive)
    {
        if (Fault(records) is { } problem)
            return problem;
        if (sensitive.Count != records.Count)
            return Problems.WrongLength(Math.Min(sensitive.Count, records.Count) + 1);
        var classes = records.Zip(sensitive).GroupBy(r => Key(r.First)).Select(c => c.CountBy(r => r.Second).Select(v => v.Value).ToArray()).ToArray();
        return new SensitiveSpread(classes.Min(c => c.Length), classes.Max(c => (double)c.Max() / c.Sum()));
    }

    /// <summary>Lengths keep "ab" + "c" and "a" + "bc" apart.</summary>
    internal static string Key(IReadOnlyList<string> values) => string.Concat(values.Select(v => $"{v.Length}:{v}"));

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
