namespace Made.Core.Disclosure.Suppression;

/// <summary>One way through the small cells of a table; attempt 0 takes them as they come, others in a shuffled order with costs varied by up to half.</summary>
internal sealed class Attempt
{
    private readonly LinkedTables tables;
    private readonly SuppressionRule rule;
    private readonly int[] sums;
    private readonly AxisMoves[] moves;
    private readonly int seed;

    public Attempt(LinkedTables tables, SuppressionRule rule, int[] sums, AxisMoves[] moves, int seed)
    {
        (this.tables, this.rule, this.sums, this.moves, this.seed) = (tables, rule, sums, moves, seed);
        Status = new CellStatus[tables.Cells];
        for (var cell = 0; cell < Status.Length; cell++)
        {
            Status[cell] = tables.Standing[cell] switch
            {
                CellStanding.NotOffered or CellStanding.Remainder => CellStatus.NotOffered,
                CellStanding.Offered when tables.Small[cell] || rule.IsPrimary(sums[cell]) => CellStatus.Primary,
                _ => CellStatus.Published,
            };
        }
    }

    public CellStatus[] Status { get; }

    /// <summary>What the reader loses beyond the small cells themselves.</summary>
    public double Loss => Enumerable.Range(0, Status.Length).Where(c => Status[c] == CellStatus.Secondary).Sum(Cost);

    /// <summary>Hides until every hidden cell is wide enough; the cell that can not be helped, if any.</summary>
    public int? Hide()
    {
        var guards = Guards(c => Cost(c) * (1 + 0.5 * Jitter(c)));
        var waiting = new Queue<int>(Enumerable.Range(0, Status.Length).Where(c => guards.Exists(g => g.Needs(c))).OrderBy(tables.AtomsOf).ThenBy(Jitter).ThenBy(c => c));
        while (waiting.TryDequeue(out var cell))
        {
            foreach (var guard in guards.Where(g => g.Needs(cell)))
            {
                while (!guard.Widen(cell))
                {
                    var hiding = guard.CheapestHiding(cell);
                    if (hiding.Count == 0)
                        return cell;
                    foreach (var other in hiding)
                    {
                        Status[other] = CellStatus.Secondary;
                        guards.ForEach(g => g.Hide(other));
                        waiting.Enqueue(other);
                    }
                }
            }
        }
        return null;
    }

    /// <summary>Shows again what need not be hidden, as far as a large table allows; everything stays as it was where less is lost that way.</summary>
    public void ThinLarge()
    {
        CellStatus[] before = [.. Status];
        var loss = Loss;
        if (!new Thinning(tables, Status, Guards(Cost), Cost).Run() || Loss > loss)
            before.CopyTo(Status, 0);
    }

    /// <summary>Shows again what need not be hidden, the dearest first.</summary>
    public void Thin()
    {
        foreach (var cell in Enumerable.Range(0, Status.Length).Where(c => Status[c] == CellStatus.Secondary).OrderByDescending(Cost).ToList())
        {
            Status[cell] = CellStatus.Published;
            if (!Guards(Cost).TrueForAll(g => Enumerable.Range(0, Status.Length).Where(g.Needs).All(g.Widen)))
                Status[cell] = CellStatus.Secondary;
        }
    }

    private List<Guard> Guards(Func<int, double> cost) =>
        [.. (tables.HasPast ? (bool[])[true, false] : [false]).Select(ofChanges => new Guard(tables, rule, sums, moves, Status, cost, ofChanges))];

    /// <summary>1 for a single atom, more for what sums many and for large counts.</summary>
    private double Cost(int cell) => Math.Sqrt(tables.AtomsOf(cell)) + 0.1 * Math.Log(1 + sums[cell]);

    /// <summary>From 0 to 1 by cell and seed, always the same; 0 for the first attempt.</summary>
    private double Jitter(int cell)
    {
        if (seed == 0)
            return 0;
        var bits = unchecked(((ulong)cell + 1) * 0x9E3779B97F4A7C15UL ^ (ulong)seed * 0xD1B54A32D192ED03UL);
        bits = unchecked((bits ^ (bits >> 31)) * 0xBF58476D1CE4E5B9UL);
        return (bits >> 40) / (double)(1 << 24);
    }
}
