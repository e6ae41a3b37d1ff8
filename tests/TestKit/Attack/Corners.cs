using System.Numerics;

namespace Made.TestKit.Attack;

/// <summary>
/// Greatest and smallest value of a sum over all points of { x : A x = A x0, x ≥ 0 }, by going from corner to corner (simplex method, dense tableau).
/// Written for the tests' own attack, so that it shares nothing with the program's audit.
/// </summary>
internal sealed class Corners
{
    private const double Nothing = 1e-9;

    private readonly double[][] rows;
    private readonly int[] basicOf;
    private readonly int[] rowOf;
    private readonly double[] x;

    /// <param name="equations">The variables that each equation adds up.</param>
    /// <param name="truth">The true point.</param>
    public Corners(IReadOnlyList<int[]> equations, IReadOnlyList<int> truth)
    {
        x = [.. truth.Select(t => (double)t)];
        rowOf = [.. Enumerable.Repeat(-1, x.Length)];
        var (kept, basics) = (new List<double[]>(), new List<int>());
        foreach (var equation in equations)
        {
            var row = new double[x.Length];
            foreach (var v in equation)
                row[v] += 1;
            for (var r = 0; r < kept.Count; r++)
                TakeAway(row, kept[r], row[basics[r]]);
            var pivot = Array.FindIndex(row, a => Math.Abs(a) > 1e-7);
            if (pivot < 0)
                continue;
            Scale(row, 1 / row[pivot]);
            foreach (var other in kept)
                TakeAway(other, row, other[pivot]);
            rowOf[pivot] = kept.Count;
            kept.Add(row);
            basics.Add(pivot);
        }
        (rows, basicOf) = ([.. kept], [.. basics]);
        GoToCorner();
    }

    /// <summary>The point where the walk stands.</summary>
    public ReadOnlySpan<double> At => x;

    /// <summary>The greatest value of a weighted sum; infinite where there is no limit. Stops early where <paramref name="enough"/> says so, asked at every corner.</summary>
    public double Greatest(IReadOnlyList<(int Variable, int Weight)> sum, Func<bool> enough)
    {
        var gain = new double[x.Length];
        var stalled = 0;
        for (var step = 0; !enough(); step++)
        {
            if (step > 200_000)
                throw new InvalidOperationException("The attack goes round in circles.");
            Array.Clear(gain);
            foreach (var (v, weight) in sum)
            {
                if (rowOf[v] < 0)
                    gain[v] += weight;
                else
                    TakeAway(gain, rows[rowOf[v]], weight);
            }
            var entering = -1;
            for (var j = 0; j < gain.Length; j++)
            {
                if (rowOf[j] >= 0 || gain[j] <= 1e-7 || (entering >= 0 && gain[j] <= gain[entering]))
                    continue;
                entering = j;

                // Bland's rule once nothing moves: the first that gains can not go round in circles.
                if (stalled > 30)
                    break;
            }
            if (entering < 0)
                break;
            var (leaving, length) = Leaving(entering);
            if (leaving < 0)
                return double.PositiveInfinity;
            stalled = length > Nothing ? 0 : stalled + 1;
            Enter(entering, leaving, length);
        }
        return sum.Sum(s => s.Weight * x[s.Variable]);
    }

    /// <summary>Lowers every variable off the basis to 0, or swaps it for one that is 0 by then.</summary>
    private void GoToCorner()
    {
        for (var j = 0; j < x.Length; j++)
        {
            if (rowOf[j] >= 0 || x[j] <= Nothing)
                continue;
            var (leaving, length) = (-1, x[j]);
            for (var r = 0; r < rows.Length; r++)
            {
                if (rows[r][j] < -1e-7 && x[basicOf[r]] / -rows[r][j] < length)
                    (leaving, length) = (r, Math.Max(0, x[basicOf[r]] / -rows[r][j]));
            }
            Move(j, -length);
            if (leaving < 0)
                x[j] = 0;
            else
                Pivot(j, leaving);
        }
    }

    private (int Row, double Length) Leaving(int entering)
    {
        var (leaving, length) = (-1, double.PositiveInfinity);
        for (var r = 0; r < rows.Length; r++)
        {
            if (rows[r][entering] <= 1e-7)
                continue;
            var room = Math.Max(0, x[basicOf[r]]) / rows[r][entering];
            if (room < length - Nothing || (room <= length + Nothing && leaving >= 0 && basicOf[r] < basicOf[leaving]))
                (leaving, length) = (r, Math.Min(room, length));
        }
        return (leaving, length);
    }

    private void Enter(int entering, int leaving, double length)
    {
        Move(entering, length);
        Pivot(entering, leaving);
    }

    private void Move(int variable, double length)
    {
        x[variable] += length;
        for (var r = 0; r < rows.Length; r++)
            x[basicOf[r]] -= length * rows[r][variable];
    }

    private void Pivot(int entering, int leaving)
    {
        x[basicOf[leaving]] = 0;
        Scale(rows[leaving], 1 / rows[leaving][entering]);
        for (var r = 0; r < rows.Length; r++)
        {
            if (r != leaving)
                TakeAway(rows[r], rows[leaving], rows[r][entering]);
        }
        rowOf[basicOf[leaving]] = -1;
        (basicOf[leaving], rowOf[entering]) = (entering, leaving);
    }

    private static void Scale(double[] row, double by)
    {
        for (var j = 0; j < row.Length; j++)
            row[j] *= by;
    }

    private static void TakeAway(double[] from, double[] row, double times)
    {
        if (Math.Abs(times) < 1e-11)
            return;
        var (factor, j) = (new Vector<double>(times), 0);
        for (; j <= from.Length - Vector<double>.Count; j += Vector<double>.Count)
            (new Vector<double>(from, j) - (factor * new Vector<double>(row, j))).CopyTo(from, j);
        for (; j < from.Length; j++)
            from[j] -= times * row[j];
    }
}
