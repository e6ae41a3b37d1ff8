namespace Made.Core.Methods.Ranking;

/// <summary>Weights from pairwise comparisons, and whether the comparisons hang together.</summary>
/// <param name="Weights">One per criterion, summing to 1.</param>
/// <param name="LambdaMax">Largest eigenvalue; the number of criteria where the comparisons are perfectly consistent.</param>
/// <param name="ConsistencyIndex">(lambda - n)/(n - 1).</param>
/// <param name="RandomIndex">Mean consistency index of random comparisons of this size; 0 below three criteria.</param>
/// <param name="ConsistencyRatio">The one over the other; 0 below three criteria.</param>
public sealed record AnalyticHierarchyResult(IReadOnlyList<double> Weights, double LambdaMax, double ConsistencyIndex, double RandomIndex, double ConsistencyRatio)
{
    /// <summary>True where the ratio is at most 0.1; above it the comparisons should be looked at again before anybody uses the weights.</summary>
    public bool IsConsistent => ConsistencyRatio <= 0.1;
}

/// <summary>
/// Analytic hierarchy process: the weights are the principal eigenvector of the matrix of comparisons, "row is so many times as important as column".
/// <para>CR = ((lambda - n)/(n - 1))/RI with RI 0.58 0.90 1.12 1.24 1.32 1.41 1.45 1.49 for n = 3 to 10.</para>
/// <para>Shapes: square, all above 0, a(i,j) = 1/a(j,i) within 5% (two decimals of 1/7 are enough), diagonal 1. Edges: one criterion weighs 1; more than 10 are refused.</para>
/// <para>Source: Saaty 1980, The Analytic Hierarchy Process. Worked example: docs/methods/ahp.md.</para>
/// </summary>
public static class AnalyticHierarchy
{
    private const double Rounding = 0.05;
    private static readonly double[] RandomIndex = [0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49];

    /// <summary>The weights of a matrix of comparisons given row by row.</summary>
    public static Outcome<AnalyticHierarchyResult> Weights(IReadOnlyList<IReadOnlyList<double>> matrix)
    {
        if (Fault(matrix) is { } problem)
            return problem;
        var n = matrix.Count;
        var (weights, lambda) = Principal(matrix);
        var index = n == 1 ? 0 : (lambda - n) / (n - 1);
        var random = RandomIndex[n - 1];
        return new AnalyticHierarchyResult(weights, lambda, index, random, random > 0 ? index / random : 0);
    }

    private static Problem? Fault(IReadOnlyList<IReadOnlyList<double>> matrix)
    {
        if (matrix.Count == 0)
            return Problems.NothingToRank();
        if (matrix.Count > RandomIndex.Length)
            return Problems.TooManyCriteria(matrix.Count, RandomIndex.Length);
        for (var i = 0; i < matrix.Count; i++)
        {
            if (matrix[i].Count != matrix.Count)
                return Problems.NotRectangular(i + 1, matrix[i].Count, matrix.Count);
            for (var j = 0; j <= i; j++)
            {
                if (!(matrix[i][j] > 0 && double.IsFinite(matrix[i][j])))
                    return Problems.BadNumber(i + 1, j + 1, matrix[i][j]);
                if (j < i && !(matrix[j][i] > 0 && double.IsFinite(matrix[j][i])))
                    return Problems.BadNumber(j + 1, i + 1, matrix[j][i]);
                if (!(Math.Abs((matrix[i][j] * matrix[j][i]) - 1) <= Rounding))
                    return Problems.NotReciprocal(i + 1, j + 1);
            }
        }
        return null;
    }

    /// <summary>By repeated multiplication: all entries are above 0, so one eigenvalue is the largest and its vector is above 0.</summary>
    private static (double[] Weights, double Lambda) Principal(IReadOnlyList<IReadOnlyList<double>> matrix)
    {
        var weights = Enumerable.Repeat(1.0 / matrix.Count, matrix.Count).ToArray();
        for (var round = 0; ; round++)
        {
            var next = matrix.Select(row => row.Zip(weights, (a, w) => a * w).Sum()).ToArray();
            var lambda = next.Sum();
            for (var i = 0; i < next.Length; i++)
                next[i] /= lambda;
            if (round >= 10_000 || next.Zip(weights, (a, b) => Math.Abs(a - b)).Max() <= 1e-16)
                return (next, lambda);
            weights = next;
        }
    }
}
