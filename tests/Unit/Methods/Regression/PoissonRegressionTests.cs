using Made.Core.Methods.Regression;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Methods.Regression;

public sealed class PoissonRegressionTests
{
    [Fact]
    public void A_level_alone_is_the_mean()
    {
        var fit = PoissonRegression.Fit(Level(4), [2, 4, 6, 8]);
        fit.Convergence.ShouldBe(Convergence.Converged);
        fit.HasConverged.ShouldBeTrue();
        fit.Coefficients[0].ShouldBe(Math.Log(5), 1e-9);
        fit.Means.ShouldBeClose(5, 5, 5, 5);
        fit.Residuals.ShouldBeClose(-0.6, -0.2, 0.2, 0.6);
        fit.DegreesOfFreedom.ShouldBe(3);
        fit.Dispersion.ShouldBe(4.0 / 3, 1e-4);
        fit.Leverages.Sum().ShouldBe(1, 1e-12);
        fit.Leverages[0].ShouldBe(0.25, 1e-4);
        fit.Covariance[0, 0].ShouldBe(1.0 / 20, 1e-5);
        fit.PredictorOf(Row(1)).ShouldBe(Math.Log(5), 1e-9);
        fit.ErrorOf(Row(1), 4).ShouldBe(Math.Sqrt(4.0 / 20), 1e-4);
        fit.ErrorOf(Row(2), 1).ShouldBe(2 * Math.Sqrt(1.0 / 20), 1e-4);
        fit.DispersionWith(Row(1, 1, 1, 2)).ShouldBe((0.36 + 0.04 + 0.04 + 0.72) / 3, 1e-7);
    }

    [Fact]
    public void A_straight_line_of_logarithms_is_found_again()
    {
        var fit = PoissonRegression.Fit(Line(5), [2, 4, 8, 16, 32]);
        fit.Coefficients.ShouldBeClose(Math.Log(2), Math.Log(2));
        fit.Dispersion.ShouldBe(0, 1e-12);
        Math.Exp(fit.PredictorOf(Row(1, 5))).ShouldBe(64, 1e-6);
    }

    [Fact]
    public void Two_groups_have_their_means_and_a_ratio_with_its_error()
    {
        var design = Matrix<double>.Build.DenseOfRowArrays([1, 0], [1, 0], [1, 1], [1, 1]);
        var fit = PoissonRegression.Fit(design, [9, 11, 18, 22]);
        fit.Means.ShouldBeClose(10, 10, 20, 20);
        fit.Dispersion.ShouldBe(((1 + 1) / 10.0 + ((4 + 4) / 20.0)) / 2, 1e-9);
        fit.Covariance[1, 1].ShouldBe((1 / 20.0) + (1 / 40.0), 1e-9);
        fit.Covariance[0, 1].ShouldBe(-1 / 20.0, 1e-9);
        var score = Math.Log(2) / Math.Sqrt(0.3 * 0.075);
        fit.PValueOf(1, 0.3).ShouldBe(2 * (1 - StudentT.CDF(0, 1, 2, score)), 1e-9);
    }

    [Fact]
    public void A_falling_line_is_as_significant_as_a_rising_one()
    {
        var up = PoissonRegression.Fit(Line(6), [3, 5, 4, 7, 8, 12]);
        var down = PoissonRegression.Fit(Line(6), [12, 8, 7, 4, 5, 3]);
        down.Coefficients[1].ShouldBe(-up.Coefficients[1], 1e-8);
        down.PValueOf(1, 1).ShouldBe(up.PValueOf(1, 1), 1e-8);
        up.PValueOf(1, 1).ShouldBe(0.05890951932884053, 1e-6);
    }

    [Fact]
    public void Weights_repeat_a_count_and_a_weight_of_0_leaves_it_out()
    {
        var fit = PoissonRegression.Fit(Level(3), [2, 8, 100], [3, 1, 0]);
        fit.Coefficients[0].ShouldBe(Math.Log(3.5), 1e-10);
        fit.DegreesOfFreedom.ShouldBe(1);
        fit.Weights[0].ShouldBe(10.5, 1e-5);
        fit.Weights[1].ShouldBe(3.5, 1e-5);
        fit.Weights[2].ShouldBe(0);
        fit.Dispersion.ShouldBe(((3 * 2.25) + 20.25) / 3.5, 1e-6);
    }

    [Fact]
    public void Zeros_alone_settle_near_0_while_they_are_few_and_are_said_not_to_where_they_are_many()
    {
        var few = PoissonRegression.Fit(Level(12), OwnSeries.Constant(12, 0));
        few.Convergence.ShouldBe(Convergence.Converged);
        few.Means[0].ShouldBeInRange(1e-12, 1e-9);
        PoissonRegression.Fit(Level(1000), OwnSeries.Constant(1000, 0)).Convergence.ShouldBe(Convergence.StillMoving);
        PoissonRegression.Fit(Level(1000), OwnSeries.Constant(1000, 0)).HasConverged.ShouldBeFalse();
    }

    [Fact]
    public void Columns_that_say_the_same_are_named()
    {
        var twice = Matrix<double>.Build.DenseOfRowArrays([1, 2], [1, 2], [1, 2]);
        var fit = PoissonRegression.Fit(twice, [1, 2, 3]);
        fit.Convergence.ShouldBe(Convergence.NotIdentified);
        fit.HasConverged.ShouldBeFalse();
        fit.Coefficients.ShouldBeClose(double.NaN, double.NaN);
        fit.Dispersion.ShouldBe(double.NaN);
        fit.PValueOf(0, 1).ShouldBe(double.NaN);
        PoissonRegression.Fit(Line(1), [3]).Convergence.ShouldBe(Convergence.NotIdentified);
        PoissonRegression.Fit(Level(2), [3, 4], [0, 0]).Convergence.ShouldBe(Convergence.NotIdentified);
    }

    [Fact]
    public void As_many_columns_as_rows_leave_no_dispersion()
    {
        var fit = PoissonRegression.Fit(Line(2), [3, 5]);
        fit.HasConverged.ShouldBeTrue();
        fit.DegreesOfFreedom.ShouldBe(0);
        fit.Dispersion.ShouldBe(double.NaN);
        fit.Leverages.ShouldBeClose(1, 1);
    }

    [Fact]
    public void A_sum_beyond_all_numbers_is_named() =>
        PoissonRegression.Fit(Level(2), [double.MaxValue, 1]).Convergence.ShouldNotBe(Convergence.Converged);

    [Fact]
    public void Each_count_needs_its_row_and_its_weight()
    {
        Should.Throw<ArgumentException>(() => PoissonRegression.Fit(Level(2), [1, 2, 3]));
        Should.Throw<ArgumentException>(() => PoissonRegression.Fit(Level(2), [1, 2], [1]));
    }

    private static Vector<double> Row(params double[] values) => Vector<double>.Build.DenseOfArray(values);

    private static Matrix<double> Level(int rows) => Matrix<double>.Build.Dense(rows, 1, 1);

    private static Matrix<double> Line(int rows) => Matrix<double>.Build.Dense(rows, 2, (i, j) => j == 0 ? 1 : i);
}
