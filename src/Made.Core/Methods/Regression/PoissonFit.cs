using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace Made.Core.Methods.Regression;

/// <summary>How the fitting of a regression ended. None of these is an exception: a caller says what it makes of each.</summary>
public enum Convergence
{
    /// <summary>The deviance settled.</summary>
    Converged,

    /// <summary>The deviance still moved after the last permitted round; the coefficients are those of that round.</summary>
    StillMoving,

    /// <summary>Two columns of the design say the same, or no row has a weight: there is no one solution.</summary>
    NotIdentified,

    /// <summary>A fitted value left the range of numbers.</summary>
    NotFinite,
}

/// <summary>A fitted log-linear regression of counts with a variance proportional to the mean.</summary>
public sealed record PoissonFit
{
    /// <summary>How the fitting ended; only a converged fit is to be trusted.</summary>
    public required Convergence Convergence { get; init; }

    /// <summary>One per column of the design, on the log scale.</summary>
    public required Vector<double> Coefficients { get; init; }

    /// <summary>Fitted means, in events.</summary>
    public required Vector<double> Means { get; init; }

    /// <summary>Weights of the last solved step, prior weight times mean.</summary>
    public required Vector<double> Weights { get; init; }

    /// <summary>(X'WX)^-1 of the last solved step.</summary>
    public required Matrix<double> Covariance { get; init; }

    /// <summary>Leverage of each row, 0 to 1.</summary>
    public required Vector<double> Leverages { get; init; }

    /// <summary>Rows with a weight above 0, less the columns.</summary>
    public required int DegreesOfFreedom { get; init; }

    /// <summary>Working residuals, (y - mean) / mean.</summary>
    public required Vector<double> Residuals { get; init; }

    /// <summary>True where the deviance settled.</summary>
    public bool HasConverged => Convergence == Convergence.Converged;

    /// <summary>Pearson's statistic over the degrees of freedom; NaN where none are left.</summary>
    public double Dispersion => DispersionWith(Weights);

    /// <summary>The linear predictor of a row, on the log scale.</summary>
    public double PredictorOf(Vector<double> row) => row.DotProduct(Coefficients);

    /// <summary>The standard error of the linear predictor of a row, at a dispersion.</summary>
    public double ErrorOf(Vector<double> row, double dispersion) => Math.Sqrt(dispersion * row.DotProduct(Covariance * row));

    /// <summary>The dispersion with other weights in place of those of the last step.</summary>
    public double DispersionWith(Vector<double> weights) =>
        DegreesOfFreedom > 0 ? weights.PointwiseMultiply(Residuals).DotProduct(Residuals) / DegreesOfFreedom : double.NaN;

    /// <summary>Two-sided p value of "this coefficient is 0", by Student's t at a dispersion.</summary>
    public double PValueOf(int column, double dispersion)
    {
        var score = Math.Abs(Coefficients[column]) / Math.Sqrt(dispersion * Covariance[column, column]);
        return double.IsNaN(score) ? double.NaN : 2 * StudentT.CDF(0, 1, DegreesOfFreedom, -score);
    }
}
