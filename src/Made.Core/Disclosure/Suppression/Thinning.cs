namespace Made.Core.Disclosure.Suppression;

/// <summary>
/// Shows again what need not be hidden. Every cell that must be wide has a proof of its own, a walk from the true table; a cell can be shown where each proof that
/// moved it can be had without it. Proofs that did not move it hold as they are, so that a large table is not proved anew for every cell. Cells that few proofs rest on are
/// tried first.
/// </summary>
internal sealed class Thinning(LinkedTables tables, CellStatus[] status, IReadOnlyList<Guard> guards, Func<int, double> cost)
{
    /// <summary>Proofs looked for anew at most: what bounds the time that a large table takes. What is not tried by then stays hidden.</summary>
    private const int MostProofs = 100_000;

    private readonly Dictionary<(int Cell, Guard Guard), int[]> proofs = [];
    private readonly HashSet<(int Cell, Guard Guard)>?[] rests = new HashSet<(int, Guard)>?[status.Length];
    private int tried;

    /// <summary>False where a cell can have no proof of its own.</summary>
    public bool Run()
    {
        if (!ProveAll())
            return false;
        foreach (var cell in Secondary().OrderBy(c => rests[c]?.Count ?? 0).ThenByDescending(cost).ThenBy(c => c).ToList())
        {
            if (tried < MostProofs)
                TryWithout(cell);
        }
        return true;
    }

    private IEnumerable<int> Secondary() => Enumerable.Range(0, status.Length).Where(c => status[c] == CellStatus.Secondary);

    /// <summary>A proof of its own for every cell. Some were wide only on the way of others: what they need is hidden first.</summary>
    private bool ProveAll()
    {
        var waiting = new Queue<int>(Enumerable.Range(0, status.Length).Where(c => guards.Any(g => g.Needs(c))).OrderBy(tables.AtomsOf).ThenBy(c => c));
        while (waiting.TryDequeue(out var cell))
        {
            foreach (var guard in guards.Where(g => g.Needs(cell)))
            {
                IReadOnlySet<int>? moved;
                while ((moved = guard.Prove(cell)) is null)
                {
                    var hiding = guard.CheapestHiding(cell);
                    if (hiding.Count == 0)
                        return false;
                    foreach (var other in hiding)
                    {
                        Set(other, CellStatus.Secondary);
                        waiting.Enqueue(other);
                    }
                }
                Rest((cell, guard), moved);
            }
        }
        return true;
    }

    private void TryWithout(int cell)
    {
        Set(cell, CellStatus.Published);
        var others = new List<((int Cell, Guard Guard) Of, IReadOnlySet<int> Moved)>();
        foreach (var of in (rests[cell] ?? []).Where(r => r.Cell != cell).OrderBy(r => tables.AtomsOf(r.Cell)).ThenBy(r => r.Cell))
        {
            tried++;
            if (of.Guard.Prove(of.Cell) is not { } moved)
            {
                Set(cell, CellStatus.Secondary);
                return;
            }
            others.Add((of, moved));
        }
        foreach (var guard in guards)
            Forget((cell, guard));
        foreach (var (of, moved) in others)
        {
            Forget(of);
            Rest(of, moved);
        }
    }

    private void Set(int cell, CellStatus to)
    {
        status[cell] = to;
        foreach (var guard in guards)
        {
            if (to == CellStatus.Published)
                guard.Show(cell);
            else
                guard.Hide(cell);
        }
    }

    private void Rest((int Cell, Guard Guard) of, IReadOnlySet<int> moved)
    {
        // Only these are ever shown again.
        proofs[of] = [.. moved.Where(c => status[c] == CellStatus.Secondary)];
        foreach (var cell in proofs[of])
            (rests[cell] ??= []).Add(of);
    }

    private void Forget((int Cell, Guard Guard) of)
    {
        if (!proofs.Remove(of, out var moved))
            return;
        foreach (var cell in moved)
            rests[cell]?.Remove(of);
    }
}
