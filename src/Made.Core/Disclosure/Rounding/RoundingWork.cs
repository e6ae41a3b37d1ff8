using Made.Core.Disclosure.Keys;
namespace Made.Core.Disclosure.Rounding;

/// <summary>The rounds of small count rounding on one table.</summary>
internal sealed class RoundingWork
{
    private const int MostAtOnce = 1_000;

    private readonly IReadOnlyList<PublishedCell> cells;
    private readonly IReadOnlyList<int>[] cellsOf;
    private readonly long roundBase;
    private readonly long total;
    private readonly SeededDraws draws;

    public RoundingWork(IReadOnlyList<long> counts, IReadOnlyList<PublishedCell> cells, int roundBase, int seed)
    {
        this.cells = cells;
        this.roundBase = roundBase;
        draws = new SeededDraws(seed);
        Inner = [.. counts];
        total = counts.Sum();
        Original = [.. cells.Select(Sum)];
        Published = [.. Original];
        var lists = counts.Select(_ => new List<int>()).ToArray();
        for (var c = 0; c < cells.Count; c++)
            foreach (var member in cells[c].Members)
                lists[member].Add(c);
        cellsOf = lists;
    }

    public long[] Inner { get; }

    public long[] Original { get; }

    public long[] Published { get; }

    public void Run()
    {
        var due = BehindSmall();
        while (true)
        {
            var rows = Take([.. due.Union(BehindSmall())]);
            RoundRows(rows);
            due.ExceptWith(rows);
            if (due.Count == 0 && BehindSmall().Count == 0)
                due = GivenAway();
            if (due.Count == 0 && BehindSmall().Count == 0)
                return;
        }
    }

    private bool IsSmall(long count) => count > 0 && count < roundBase;

    private long Sum(PublishedCell cell) => cell.Members.Sum(m => Inner[m]);

    /// <summary>Small input cells that a small published count rests on.</summary>
    private HashSet<int> BehindSmall() =>
        [.. Enumerable.Range(0, Inner.Length).Where(i => IsSmall(Inner[i]) && cellsOf[i].Any(c => IsSmall(Published[c])))];

    /// <summary>Small input cells that follow from the published counts: all members of a count of 0, and the last unknown member of any.</summary>
    private HashSet<int> GivenAway()
    {
        var known = new bool[Inner.Length];
        for (var again = true; again;)
        {
            again = false;
            foreach (var cell in cells)
            {
                var unknown = cell.Members.Where(m => !known[m]).ToArray();
                if (unknown.Length != 1 && unknown.Any(m => Inner[m] > 0))
                    continue;
                again |= unknown.Length > 0;
                foreach (var member in unknown)
                    known[member] = true;
            }
        }
        return [.. Enumerable.Range(0, Inner.Length).Where(i => known[i] && IsSmall(Inner[i]))];
    }

    private int[] Take(HashSet<int> waiting)
    {
        int[] rows = [.. waiting.Order()];
        return rows.Length <= MostAtOnce ? rows : [.. draws.Sample(rows.Length, MostAtOnce).Select(i => rows[i]).Order()];
    }

    private void RoundRows(int[] rows)
    {
        var raise = Math.Clamp((int)Math.Round((double)(rows.Sum(r => Inner[r]) + total - Inner.Sum()) / roundBase), 0, rows.Length);
        var shared = rows.SelectMany((r, i) => cellsOf[r].Select(c => (Cell: c, Row: i))).GroupBy(p => p.Cell, p => p.Row)
            .Where(g => g.Count() < rows.Length).Select(g => (Cell: g.Key, Rows: g.ToArray())).ToArray();
        var raised = new bool[rows.Length];
        if (shared.Length == 0)
            foreach (var i in draws.Sample(rows.Length, raise))
                raised[i] = true;
        else if (raise > 0)
            raised = Choose(rows, shared, raise);
        for (var i = 0; i < rows.Length; i++)
        {
            var change = (raised[i] ? roundBase : 0) - Inner[rows[i]];
            Inner[rows[i]] += change;
            foreach (var cell in cellsOf[rows[i]])
                Published[cell] += change;
        }
    }

    private bool[] Choose(int[] rows, (int Cell, int[] Rows)[] shared, int raise)
    {
        var missing = new long[rows.Length];
        var overlap = new long[rows.Length, rows.Length];
        foreach (var (cell, members) in shared)
        {
            var wanted = members.Sum(m => Inner[rows[m]]) + Original[cell] - Published[cell];
            foreach (var a in members)
            {
                missing[a] += wanted;
                foreach (var b in members)
                    overlap[a, b] += roundBase;
            }
        }
        return new RoundingChoice(missing, overlap, draws.Sample(rows.Length, rows.Length)).Raise(raise);
    }
}
