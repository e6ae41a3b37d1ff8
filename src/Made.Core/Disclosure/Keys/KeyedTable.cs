namespace Made.Core.Disclosure.Keys;

/// <summary>Which margins of a table are published.</summary>
public enum PublishedMargins
{
    /// <summary>Every crossing of every level of every column, the cells of the input among them.</summary>
    All,

    /// <summary>The totals of each column by itself, no crossings: the cells of the input stay unpublished.</summary>
    Single,
}

/// <summary>One published cell: a key in each dimension, and the cells of the input that add up to it.</summary>
public sealed record PublishedCell(IReadOnlyList<string> Keys, IReadOnlyList<int> Members);

/// <summary>
/// A table of counts by key columns. A column whose values each lie within one value of another column is a level of the same dimension (ward in district); its codes become rows of the finer column.
/// <para>Rows with the same keys are added up. A column with one value only is a dimension of its own. Of two columns that say the same, the first is the coarser.</para>
/// </summary>
public sealed class KeyedTable
{
    /// <summary>The key of a margin.</summary>
    public const string Total = "Total";

    private const long MostCells = 2_000_000;
    private const long LargestCount = 1_000_000_000_000;

    private readonly IReadOnlyList<IReadOnlyList<string>[]> levels;

    private KeyedTable(IReadOnlyList<string> dimensions, IReadOnlyList<IReadOnlyList<string>[]> levels, IReadOnlyList<long> counts)
    {
        Dimensions = dimensions;
        this.levels = levels;
        Counts = counts;
    }

    /// <summary>The finest column of each dimension.</summary>
    public IReadOnlyList<string> Dimensions { get; }

    /// <summary>The keys of one count in one dimension: its own, those of the levels above it, and last <see cref="Total"/>.</summary>
    public IReadOnlyList<string> Keys(int row, int dimension) => levels[row][dimension];

    /// <summary>The counts of the input, equal keys added up, in order of first appearance.</summary>
    public IReadOnlyList<long> Counts { get; }

    /// <summary>True where a column is a level of another.</summary>
    public bool IsNested { get; private init; }

    /// <summary>Reads a table; each row has one key per column and a count.</summary>
    public static Outcome<KeyedTable> Of(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> keys, IReadOnlyList<long> counts)
    {
        if (Fault(columns, keys, counts) is { } problem)
            return problem;
        var rows = keys.Zip(counts).GroupBy(r => string.Concat(r.First.Select(k => $"{k.Length}:{k}"))).ToList();
        var cells = rows.Select(g => g.First().First).ToArray();
        var dimensions = KeyLevels.Of(columns, cells);
        if (dimensions.Select(d => d.Fault(columns, cells)).FirstOrDefault(p => p is not null) is { } twice)
            return twice;
        var crossings = dimensions.Aggregate(1.0, (product, d) => product * (1 + d.Columns.Sum(c => cells.Select(r => r[c]).Distinct().Count())));
        if (crossings > MostCells)
            return Problems.TooManyCells((long)Math.Min(crossings, 1e18), MostCells);
        var keysOfCells = cells.Select(r => dimensions.Select(d => (IReadOnlyList<string>)[.. d.Columns.Select(c => r[c]).Distinct(), Total]).ToArray()).ToArray();
        return new KeyedTable([.. dimensions.Select(d => columns[d.Columns[0]])], keysOfCells, [.. rows.Select(g => g.Sum(r => r.Second))])
        {
            IsNested = dimensions.Any(d => d.Columns.Count > 1),
        };
    }

    /// <summary>The cells that are published, each with the cells of the input that make it up; totals first.</summary>
    public IReadOnlyList<PublishedCell> Published(PublishedMargins margins)
    {
        var found = new Dictionary<string, (string[] Keys, List<int> Members)>();
        for (var row = 0; row < levels.Count; row++)
            foreach (var keys in Crossings(levels[row], margins))
            {
                var name = string.Concat(keys.Select(k => $"{k.Length}:{k}"));
                if (!found.TryGetValue(name, out var cell))
                    found[name] = cell = (keys, []);
                cell.Members.Add(row);
            }
        return [.. found.Values.OrderBy(c => c.Keys.Count(k => k != Total)).ThenBy(c => string.Join('\u0001', c.Keys), StringComparer.Ordinal).Select(c => new PublishedCell(c.Keys, c.Members))];
    }

    /// <summary>The keys of every crossing that there can be, those without a row of the input among them; totals first.</summary>
    public IEnumerable<IReadOnlyList<string>> Crossings()
    {
        IEnumerable<string[]> crossed = [[]];
        for (var d = 0; d < Dimensions.Count; d++)
        {
            var at = d;
            string[] codes = [.. levels.SelectMany(l => l[at].Reverse()).Distinct()];
            crossed = crossed.SelectMany(c => codes.Select(k => (string[])[.. c, k]));
        }
        return crossed.OrderBy(c => c.Count(k => k != Total));
    }

    private static IEnumerable<string[]> Crossings(IReadOnlyList<string>[] levels, PublishedMargins margins)
    {
        IEnumerable<string[]> crossed = [[]];
        foreach (var dimension in levels)
            crossed = crossed.SelectMany(c => dimension.Select(k => (string[])[.. c, k]));
        return margins == PublishedMargins.All ? crossed : crossed.Where(c => c.Count(k => k != Total) <= 1);
    }

    private static Problem? Fault(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> keys, IReadOnlyList<long> counts)
    {
        if (columns.Count == 0 || keys.Count == 0 || keys.Count != counts.Count)
            return Problems.NoCells();
        for (var i = 0; i < keys.Count; i++)
        {
            if (keys[i].Count != columns.Count)
                return Problems.WrongLength(i + 1, keys[i].Count, columns.Count);
            if (counts[i] is < 0 or > LargestCount)
                return Problems.BadCount(i + 1, counts[i]);
            for (var c = 0; c < columns.Count; c++)
                if (keys[i][c] == Total)
                    return Problems.ReservedKey(columns[c], Total);
        }
        return null;
    }
}
