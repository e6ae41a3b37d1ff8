namespace Made.Intake.Synthetic;

/// <summary>Divides cells among seeds by growing from all of them at once, so that every part is connected and nothing is left over.</summary>
internal sealed class Parcels
{
    private readonly Honeycomb comb;
    private readonly double[] toil;

    public Parcels(Honeycomb comb, Dice dice)
    {
        this.comb = comb;
        var hills = new Noise(11, dice);
        toil = [.. Enumerable.Range(0, comb.Cells).Select(c => Coast.Fraction(comb, c) is var (x, y) ? 1 + (0.7 * hills.At(x, y)) : 1)];
    }

    /// <summary>For each cell the position of its seed. Hills are slow to cross and every step is a little uneven, which bends the borders.</summary>
    public Dictionary<int, int> Grow(IReadOnlySet<int> cells, IReadOnlyList<int> seeds, Dice dice)
    {
        var owner = new Dictionary<int, int>(cells.Count);
        var queue = new PriorityQueue<(int Cell, int Seed), (double Cost, int Cell, int Seed)>();
        for (var i = 0; i < seeds.Count; i++)
            queue.Enqueue((seeds[i], i), (0, seeds[i], i));
        while (queue.TryDequeue(out var reached, out var at))
        {
            if (!owner.TryAdd(reached.Cell, reached.Seed))
                continue;
            for (var side = 0; side < 6; side++)
            {
                var neighbour = comb.Neighbour(reached.Cell, side);
                if (cells.Contains(neighbour) && !owner.ContainsKey(neighbour))
                    queue.Enqueue((neighbour, reached.Seed), (at.Cost + (toil[neighbour] * dice.Between(0.75, 1.25)), neighbour, reached.Seed));
            }
        }
        return owner;
    }

    /// <summary>
    /// Seeds spread over the cells, closest together near the town: of a handful of chance cells, the one farthest from those chosen
    /// for the room a place has there. The first seed is the town itself.
    /// </summary>
    public List<int> Seeds(IReadOnlySet<int> cells, int town, int wanted, double room, Dice dice)
    {
        var all = cells.Order().ToArray();
        var (tx, ty) = comb.Centre(town);
        var chosen = new List<int> { town };
        while (chosen.Count < wanted)
        {
            var (best, bestScore) = (town, -1.0);
            for (var attempt = 0; attempt < 60; attempt++)
            {
                var cell = all[dice.Below(all.Length)];
                var (x, y) = comb.Centre(cell);
                var away = Math.Sqrt(((x - tx) * (x - tx)) + ((y - ty) * (y - ty)));
                var nearest = chosen.Min(c => Distance(c, cell));
                var score = nearest < room ? nearest * 1e-6 : nearest / (3 + away);
                if (score > bestScore && !chosen.Contains(cell))
                    (best, bestScore) = (cell, score);
            }
            if (bestScore < 0)
                best = all.First(c => !chosen.Contains(c));
            chosen.Add(best);
        }
        return [town, .. chosen.Skip(1).OrderBy(c => Distance(c, town)).ThenBy(c => c)];
    }

    private double Distance(int a, int b)
    {
        var (ax, ay) = comb.Centre(a);
        var (bx, by) = comb.Centre(b);
        return Math.Sqrt(((ax - bx) * (ax - bx)) + ((ay - by) * (ay - by)));
    }
}
