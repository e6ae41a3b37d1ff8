using System.Numerics;

namespace Made.Core.Disclosure.Audit;

/// <summary>
/// Walks along the edges of { x : A x = A x0, x ≥ 0 } from a point x0 inside it towards the greatest or smallest value of a sum of variables
/// (simplex method with a dense tableau; variables off the basis may stand above 0, so no first phase is needed). Every point passed is a feasible one.
/// Shape: m equations, n variables, entries small whole numbers; meant for a few hundred of each. Cost of a step: m × n.
/// Edge cases: equations that say the same are dropped; a sum without limit is reported as such by reaching any stop.
/// </summary>
public sealed class LinearWalk
{
    /// <summary>What counts as nothing in the arithmetic.</summary>
    public const double Tiny = 1e-7;

    private readonly double[][] rows;
    private readonly int[] basicOfRow;
    private readonly int[] rowOfBasic;
    private readonly double[] x;

    /// <param name="equations">The rows of A, each as long as the start; they are worked on and not fit for further use.</param>
    /// <param name="start">A point that satisfies them, 0 or more throughout; it is moved.</param>
    public LinearWalk(IEnumerable<double[]> equations, double[] start)
    {
        x = start;
        rowOfBasic = new int[start.Length];
        Array.Fill(rowOfBasic, -1);
        var kept = new List<double[]>();
        var basics = new List<int>();
        foreach (var equation in equations)
        {
            for (var r = 0; r < kept.Count; r++)
                Subtract(equation, kept[r], equation[basics[r]]);
            var pivot = Largest(equation);
            if (pivot < 0)
                continue;
            Divide(equation, equation[pivot]);
            foreach (var row in kept)
                Subtract(row, equation, row[pivot]);
            rowOfBasic[pivot] = kept.Count;
            kept.Add(equation);
            basics.Add(pivot);
        }
        rows = [.. kept];
        basicOfRow = [.. basics];
    }

    /// <summary>Where a variable stands.</summary>
    public double Value(int variable) => x[variable];

    /// <summary>Where a sum of variables stands.</summary>
    public double Sum(ReadOnlySpan<int> variables)
    {
        var sum = 0.0;
        foreach (var v in variables)
            sum += x[v];
        return sum;
    }

    /// <summary>
    /// Raises (sign 1) or lowers (sign -1) the sum of some variables until it reaches <paramref name="stop"/> or no edge leads further; where it then stands.
    /// At most so many steps.
    /// </summary>
    public double Push(ReadOnlySpan<int> variables, int sign, double stop, int steps)
    {
        var gain = new double[x.Length];
        for (var step = 0; step < steps && sign * (stop - Sum(variables)) > Tiny; step++)
        {
            Gains(variables, sign, gain);
            var (entering, way) = Choose(gain, careful: step > steps / 2);
            if (entering < 0)
                break;
            Step(entering, way, (sign * (stop - Sum(variables))) / Math.Abs(gain[entering]));
        }
        return Sum(variables);
    }

    /// <summary>What one more of each variable off the basis adds to the sum.</summary>
    private void Gains(ReadOnlySpan<int> variables, int sign, double[] gain)
    {
        Array.Clear(gain);
        foreach (var v in variables)
        {
            if (rowOfBasic[v] < 0)
                gain[v] += sign;
            else
                Subtract(gain, rows[rowOfBasic[v]], sign);
        }
    }

    /// <summary>The variable that gains most, up or (where it stands above 0) down. Careful: the first that gains, which can not go round in circles.</summary>
    private (int Variable, int Way) Choose(double[] gain, bool careful)
    {
        var (best, most) = (-1, 1e-7);
        for (var j = 0; j < gain.Length; j++)
        {
            if (rowOfBasic[j] >= 0 || (gain[j] < 0 && x[j] <= 1e-9) || Math.Abs(gain[j]) <= most)
                continue;
            (best, most) = (j, Math.Abs(gain[j]));
            if (careful)
                break;
        }
        return (best, best >= 0 && gain[best] < 0 ? -1 : 1);
    }

    private void Step(int entering, int way, double length)
    {
        if (way < 0)
            length = Math.Min(length, x[entering]);
        var leaving = -1;
        for (var r = 0; r < rows.Length; r++)
        {
            var falls = way * rows[r][entering];
            if (falls > 1e-7 && Math.Max(0, x[basicOfRow[r]]) / falls < length)
                (length, leaving) = (Math.Max(0, x[basicOfRow[r]]) / falls, r);
        }
        x[entering] += way * length;
        for (var r = 0; r < rows.Length; r++)
            x[basicOfRow[r]] -= way * length * rows[r][entering];
        if (leaving < 0)
            return;
        x[basicOfRow[leaving]] = 0;
        var pivot = rows[leaving];
        Divide(pivot, pivot[entering]);
        for (var r = 0; r < rows.Length; r++)
        {
            if (r != leaving)
                Subtract(rows[r], pivot, rows[r][entering]);
        }
        rowOfBasic[basicOfRow[leaving]] = -1;
        (basicOfRow[leaving], rowOfBasic[entering]) = (entering, leaving);
    }

    private static int Largest(double[] row)
    {
        var (at, most) = (-1, 1e-7);
        for (var j = 0; j < row.Length; j++)
        {
            if (Math.Abs(row[j]) > most)
                (at, most) = (j, Math.Abs(row[j]));
        }
        return at;
    }

    private static void Divide(double[] row, double by)
    {
        for (var j = 0; j < row.Length; j++)
            row[j] /= by;
    }

    private static void Subtract(double[] from, double[] row, double times)
    {
        if (Math.Abs(times) < 1e-12)
            return;
        var factor = new Vector<double>(times);
        var j = 0;
        for (; j <= from.Length - Vector<double>.Count; j += Vector<double>.Count)
            (new Vector<double>(from, j) - factor * new Vector<double>(row, j)).CopyTo(from, j);
        for (; j < from.Length; j++)
            from[j] -= times * row[j];
    }
}
