using MathNet.Numerics.LinearAlgebra;

namespace Made.Core.Methods.Forecasting;

/// <summary>Mean and standard error of each step, by the class of the model.</summary>
internal static class EtsVariance
{
    public static IEnumerable<(double Mean, double Error)> Steps(EtsFilter last, EtsModel model, EtsParameters parameters, double variance, int ahead, EtsLimits limits)
    {
        if (model.Season == EtsPart.Multiplicative)
            return Multiplied(last, model, parameters, variance, ahead, limits == EtsLimits.Definition ? parameters.Phi : 1);
        var means = Enumerable.Range(1, ahead).Select(h => Mean(last, model, parameters, h)).ToArray();
        var carried = Enumerable.Range(1, ahead).Select(j => Carried(model, parameters, j + (limits == EtsLimits.Definition || model.HasTrend ? 0 : 1), last.Next.Count)).ToArray();
        return means.Zip(model.IsRelative ? Relative(means, carried, variance) : Additive(carried, variance), (m, v) => (m, Math.Sqrt(v)));
    }

    private static double Mean(EtsFilter last, EtsModel model, EtsParameters parameters, int h) =>
        last.Level + (model.HasTrend ? last.Slope * Faded(parameters.Phi, h) : 0) + (model.HasSeason ? last.Next[(h - 1) % last.Next.Count] : 0);

    /// <summary>What an error still moves j steps later.</summary>
    private static double Carried(EtsModel model, EtsParameters parameters, int j, int period) =>
        parameters.Alpha + (model.HasTrend ? parameters.Beta * Faded(parameters.Phi, j) : 0) + (model.HasSeason && j % period == 0 ? parameters.Gamma : 0);

    /// <summary>phi + phi^2 + ... + phi^h.</summary>
    private static double Faded(double phi, int h) => Enumerable.Range(1, h).Sum(i => Math.Pow(phi, i));

    private static IEnumerable<double> Additive(double[] carried, double variance)
    {
        var sum = 1.0;
        foreach (var c in carried)
        {
            yield return variance * sum;
            sum += c * c;
        }
    }

    /// <summary>Class 2: theta(h) = mean(h)^2 + s^2 sum over j below h of c(j)^2 theta(h - j); variance (1 + s^2) theta(h) - mean(h)^2.</summary>
    private static IEnumerable<double> Relative(double[] means, double[] carried, double variance)
    {
        var theta = new double[means.Length];
        for (var h = 0; h < means.Length; h++)
        {
            theta[h] = means[h] * means[h];
            for (var j = 1; j <= h; j++)
                theta[h] += variance * carried[j - 1] * carried[j - 1] * theta[h - j];
            yield return ((1 + variance) * theta[h]) - (means[h] * means[h]);
        }
    }

    /// <summary>Class 3: first and second moments of the product of the non-seasonal and the seasonal state.</summary>
    private static List<(double Mean, double Error)> Multiplied(EtsFilter last, EtsModel model, EtsParameters parameters, double variance, int ahead, double step)
    {
        var period = last.Next.Count;
        var trend = model.HasTrend;
        var (alpha, beta, phi) = (parameters.Alpha, parameters.Beta, parameters.Phi);
        var build = Matrix<double>.Build;
        var h1 = trend ? build.DenseOfArray(new[,] { { 1, step } }) : build.Dense(1, 1, 1);
        var f1 = trend ? build.DenseOfArray(new[,] { { 1, step }, { 0, phi } }) : build.Dense(1, 1, 1);
        var g1 = trend ? build.DenseOfArray(new[,] { { alpha, alpha * step }, { beta, beta * step } }) : build.Dense(1, 1, alpha);
        var h2 = build.Dense(1, period, (_, j) => j == period - 1 ? 1 : 0);
        var f2 = build.Dense(period, period, (i, j) => i == (j + 1) % period ? 1 : 0);
        var g2 = build.Dense(period, period, (i, j) => i == 0 && j == period - 1 ? parameters.Gamma : 0);
        var (h21, f21, g21) = (h2.KroneckerProduct(h1), f2.KroneckerProduct(f1), g2.KroneckerProduct(g1));
        var k = g2.KroneckerProduct(f1) + f2.KroneckerProduct(g1);
        var states = build.DenseOfColumnMajor(trend ? 2 : 1, 1, trend ? [last.Level, last.Slope] : [last.Level]);
        var m = states * build.DenseOfRowMajor(1, period, last.Next.Reverse());
        var v = build.Dense(m.RowCount * period, m.RowCount * period);
        var steps = new List<(double, double)>();
        for (var h = 0; h < ahead; h++)
        {
            var mean = (h1 * m * h2.Transpose())[0, 0];
            steps.Add((mean, Math.Sqrt(((1 + variance) * (h21 * v * h21.Transpose())[0, 0]) + (variance * mean * mean))));
            var column = build.DenseOfColumnMajor(v.RowCount, 1, m.ToColumnMajorArray());
            var square = column * column.Transpose();
            var cross = f21 * v * g21.Transpose();
            v = (f21 * v * f21.Transpose())
                + (variance * (cross + cross.Transpose() + (k * (v + square) * k.Transpose()) + (variance * g21 * ((3 * v) + (2 * square)) * g21.Transpose())));
            m = (f1 * m * f2.Transpose()) + (g1 * m * g2.Transpose() * variance);
        }
        return steps;
    }
}
