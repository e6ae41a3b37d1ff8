using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Made.Core.Methods.Regression;

/// <summary>
/// Log-linear regression of counts, log(mean) = X b, with the variance proportional to the mean (quasi-Poisson), by iteratively reweighted least squares.
/// <para>Start: mean = y + 0.1. Each round solves the weighted least squares of z = X b + (y - mean)/mean with weights w = prior weight x mean.
/// It ends when the deviance D = 2 sum w(y ln(y/mean) - (y - mean)) moves by less than 1e-8 (|D| + 0.1), after 25 rounds at the latest.</para>
/// <para>Shapes: n rows, k columns; y and prior weights of length n. Units: events. Edges: a row of prior weight 0 counts for nothing; all counts 0 let the mean fall towards 0
/// until the deviance is too small to move. Errors: never thrown for what the counts say; see <see cref="Convergence"/>. Weights, leverages and covariance are those of the last solved step.</para>
/// <para>Source: McCullagh and Nelder, Generalized Linear Models, 2nd ed., ch. 2.5 and 9; starting values and stopping rule as documented for R's glm.</para>
/// </summary>
public static class PoissonRegression
{
    /// <summary>Rounds permitted.</summary>
    public const int Rounds = 25;

    private const double Settled = 1e-8;
    private const double SameColumn = 1e-11;
    private const double Smallest = 2.220446049250313e-16;
    private const double Saturated = 1 - (10 * Smallest);

    /// <summary>Designs are a few hundred rows by a handful of columns: shared out over threads their products take longer, and on a busy machine many times as long.</summary>
    static PoissonRegression() => Control.UseSingleThread();

    /// <summary>Fits the regression.</summary>
    /// <param name="design">One row per count.</param>
    /// <param name="counts">Counts, 0 or more.</param>
    /// <param name="prior">Prior weights, 0 or more; all 1 where left out.</param>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public static PoissonFit Fit(Matrix<double> design, IReadOnlyList<double> counts, IReadOnlyList<double>? prior = null)
    {
        if (design.RowCount != counts.Count || (prior is not null && prior.Count != counts.Count))
            throw new ArgumentException("Each count needs its row and its weight.", nameof(counts));
        var y = Vector<double>.Build.DenseOfEnumerable(counts);
        var weight = prior is null ? Vector<double>.Build.Dense(counts.Count, 1) : Vector<double>.Build.DenseOfEnumerable(prior);
        var (mean, deviance) = (y + 0.1, Deviance(y, y + 0.1, weight));
        var predictor = mean.PointwiseLog();
        for (var round = 1; ; round++)
        {
            var working = weight.PointwiseMultiply(mean);
            if (Solve(design, working, predictor + (y - mean).PointwiseDivide(mean)) is not { } step)
                return Failed(Convergence.NotIdentified, design, y);
            predictor = design * step.Coefficients;
            mean = predictor.Map(e => Math.Max(Math.Exp(e), Smallest));
            var before = deviance;
            deviance = Deviance(y, mean, weight);
            if (!double.IsFinite(deviance))
                return Failed(Convergence.NotFinite, design, y);
            var settled = Math.Abs(deviance - before) / (Math.Abs(deviance) + 0.1) < Settled;
            if (settled || round == Rounds)
                return new()
                {
                    Convergence = settled ? Convergence.Converged : Convergence.StillMoving,
                    Coefficients = step.Coefficients,
                    Means = mean,
                    Weights = working,
                    Covariance = step.Covariance,
                    Leverages = step.Leverages,
                    DegreesOfFreedom = weight.Count(w => w > 0) - design.ColumnCount,
                    Residuals = (y - mean).PointwiseDivide(mean),
                };
        }
    }

    private static Step? Solve(Matrix<double> design, Vector<double> weights, Vector<double> target)
    {
        var root = weights.PointwiseSqrt();
        var scaled = design.MapIndexed((i, _, x) => root[i] * x);
        if (design.RowCount < design.ColumnCount)
            return null;
        var qr = scaled.QR(QRMethod.Thin);
        for (var j = 0; j < design.ColumnCount; j++)
            if (!(Math.Abs(qr.R[j, j]) > SameColumn * scaled.Column(j).L2Norm()))
                return null;
        var inverse = qr.R.Inverse();
        return new(
            inverse * qr.Q.TransposeThisAndMultiply(root.PointwiseMultiply(target)),
            inverse.TransposeAndMultiply(inverse),
            qr.Q.PointwisePower(2).RowSums().Map(h => h > Saturated ? 1 : h));
    }

    private static double Deviance(Vector<double> y, Vector<double> mean, Vector<double> weight)
    {
        double sum = 0;
        for (var i = 0; i < y.Count; i++)
            sum += weight[i] * (y[i] > 0 ? (y[i] * Math.Log(y[i] / mean[i])) - (y[i] - mean[i]) : mean[i]);
        return 2 * sum;
    }

    private static PoissonFit Failed(Convergence convergence, Matrix<double> design, Vector<double> y)
    {
        var (rows, columns) = (Vector<double>.Build.Dense(y.Count, double.NaN), Vector<double>.Build.Dense(design.ColumnCount, double.NaN));
        return new()
        {
            Convergence = convergence,
            Coefficients = columns,
            Means = rows,
            Weights = rows,
            Covariance = Matrix<double>.Build.Dense(columns.Count, columns.Count, double.NaN),
            Leverages = rows,
            DegreesOfFreedom = 0,
            Residuals = rows,
        };
    }

    private sealed record Step(Vector<double> Coefficients, Matrix<double> Covariance, Vector<double> Leverages);
}
