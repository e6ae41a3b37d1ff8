namespace Made.Core.Methods.Ranking;

/// <summary>How columns of different units are made comparable before TOPSIS weighs them.</summary>
public enum TopsisNormalisation
{
    /// <summary>Divided by the length of the column: x / sqrt(sum x^2). Hwang and Yoon's own.</summary>
    Vector,

    /// <summary>Stretched to 0 to 1: (x - min)/(max - min); a column without spread tells nothing and becomes 0.</summary>
    MinMax,
}

/// <summary>The score of each alternative, with the normalisation it depends on.</summary>
public sealed record TopsisResult(IReadOnlyList<double> Scores, TopsisNormalisation Normalisation);

/// <summary>
/// TOPSIS: how near each alternative lies to the best value of every criterion, and how far from the worst.
/// <para>Columns are normalised, weighted; d+ and d- are the distances to the ideal and the anti-ideal; score = d-/(d+ + d-).</para>
/// <para>Units: a share from 0 to 1. The normalisation changes the numbers and sometimes the order, so it is named with every result.
/// Shapes: one row per alternative, one column, weight and direction per criterion; weights need not sum to 1. Edges: alternatives that do not differ are refused.</para>
/// <para>Source: Hwang and Yoon 1981; Opricovic and Tzeng 2004. Worked example: docs/methods/topsis.md.</para>
/// </summary>
public static class Topsis
{
    /// <summary>The score of each alternative. Directions: 1 where more is better, -1 where less is.</summary>
    public static Outcome<TopsisResult> Scores(
        IReadOnlyList<IReadOnlyList<double>> matrix, IReadOnlyList<double> weights, IReadOnlyList<int> directions, TopsisNormalisation normalisation)
    {
        if (Fault(matrix, weights, directions) is { } problem)
            return problem;
        var columns = Enumerable.Range(0, weights.Count)
            .Select(c => Normal([.. matrix.Select(r => r[c])], normalisation).Select(v => v * weights[c] * directions[c]).ToArray()).ToArray();
        var ideal = columns.Select(c => c.Max()).ToArray();
        var worst = columns.Select(c => c.Min()).ToArray();
        if (ideal.SequenceEqual(worst))
            return Problems.NothingDiffers();
        return new TopsisResult([.. Enumerable.Range(0, matrix.Count).Select(Score)], normalisation);

        double Score(int row)
        {
            var (near, far) = (Distance(columns, row, ideal), Distance(columns, row, worst));
            return far / (near + far);
        }
    }

    private static double[] Normal(double[] column, TopsisNormalisation normalisation)
    {
        // Scaled by the largest first, so that squares of large numbers stay finite.
        var largest = column.Max(Math.Abs);
        var shift = normalisation == TopsisNormalisation.MinMax ? column.Min() : 0;
        var scale = normalisation == TopsisNormalisation.MinMax ? column.Max() - shift : largest * Math.Sqrt(column.Sum(v => largest > 0 ? v / largest * (v / largest) : 0));
        return [.. column.Select(v => scale > 0 ? (v - shift) / scale : 0)];
    }

    private static double Distance(double[][] columns, int row, double[] point)
    {
        var sum = 0.0;
        for (var c = 0; c < columns.Length; c++)
            sum += (columns[c][row] - point[c]) * (columns[c][row] - point[c]);
        return Math.Sqrt(sum);
    }

    private static Problem? Fault(IReadOnlyList<IReadOnlyList<double>> matrix, IReadOnlyList<double> weights, IReadOnlyList<int> directions)
    {
        if (matrix.Count == 0 || matrix[0].Count == 0)
            return Problems.NothingToRank();
        var criteria = matrix[0].Count;
        if (weights.Count != criteria || !weights.All(w => w >= 0 && double.IsFinite(w)) || weights.All(w => w == 0))
            return Problems.WeightsDoNotFit(weights.Count, criteria);
        if (directions.Count != criteria || !directions.All(d => d is 1 or -1))
            return Problems.WeightsDoNotFit(directions.Count, criteria);
        for (var i = 0; i < matrix.Count; i++)
        {
            if (matrix[i].Count != criteria)
                return Problems.NotRectangular(i + 1, matrix[i].Count, criteria);
            for (var j = 0; j < criteria; j++)
                if (!double.IsFinite(matrix[i][j]))
                    return Problems.BadNumber(i + 1, j + 1, matrix[i][j]);
        }
        return null;
    }
}
