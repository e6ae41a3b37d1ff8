namespace Made.TestKit.Attack;

/// <summary>Unknowns that hang together, and the limits of the sums asked for. Every corner passed on the way to one limit is looked at for all of them.</summary>
internal sealed class AttackedBlock(IReadOnlyList<int[]> equations, IReadOnlyList<int> truth)
{
    private readonly List<(int Variable, int Weight)[]> targets = [];

    public double[] Least { get; private set; } = [];

    public double[] Most { get; private set; } = [];

    public int Add((int Variable, int Weight)[] sum)
    {
        targets.Add(sum);
        return targets.Count - 1;
    }

    /// <summary>Limits that are <paramref name="enough"/> apart are not followed further.</summary>
    public void Solve(double enough)
    {
        Least = [.. targets.Select(t => (double)t.Sum(s => s.Weight * truth[s.Variable]))];
        Most = [.. Least];
        var corners = new Corners(equations, truth);
        for (var t = 0; t < targets.Count; t++)
        {
            if (!Wide())
                Most[t] = Math.Max(Most[t], corners.Greatest(targets[t], Wide));
            if (!Wide())
                Least[t] = Math.Min(Least[t], -corners.Greatest([.. targets[t].Select(s => (s.Variable, -s.Weight))], Wide));

            bool Wide()
            {
                Look(corners.At);
                return Most[t] - Least[t] >= enough;
            }
        }
    }

    private void Look(ReadOnlySpan<double> at)
    {
        for (var t = 0; t < targets.Count; t++)
        {
            var sum = 0.0;
            foreach (var (v, weight) in targets[t])
                sum += weight * at[v];
            (Least[t], Most[t]) = (Math.Min(Least[t], sum), Math.Max(Most[t], sum));
        }
    }
}
