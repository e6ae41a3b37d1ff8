namespace Made.Core.Methods.Forecasting;

/// <summary>How a back-test is done.</summary>
public sealed record BackTestOptions
{
    /// <summary>Points in a season.</summary>
    public int Frequency { get; init; } = 12;

    /// <summary>Steps forecast from each origin.</summary>
    public int Ahead { get; init; } = 6;

    /// <summary>Origins, each one step after the other, the last one leaving <see cref="Ahead"/> values to compare with.</summary>
    public int Origins { get; init; } = 12;
}

/// <summary>What a back-test found.</summary>
/// <param name="Naive">MASE and sMAPE of the seasonal naive, over all origins and steps.</param>
/// <param name="Smoothing">The same of exponential smoothing.</param>
/// <param name="Comparisons">Forecasts compared, for each of the two.</param>
public sealed record BackTestResult(BackTestScore Naive, BackTestScore Smoothing, int Comparisons)
{
    /// <summary>Whether exponential smoothing is to be shown: its MASE is below that of the seasonal naive, ties going to the plainer method.</summary>
    public bool Adopts => Smoothing.Scaled < Naive.Scaled;
}

/// <summary>The score of a method: mean absolute scaled error, and symmetric mean absolute percentage error.</summary>
public sealed record BackTestScore(double Scaled, double Symmetric);

/// <summary>
/// Rolling origin: would exponential smoothing have beaten the seasonal naive on the values that are already known?
/// <para>From each origin both methods see only what came before; the smoothing model is chosen and fitted afresh. Errors are scaled by what was known at each origin
/// (<see cref="Accuracy"/>) and averaged over all origins and steps.</para>
/// <para>Units: MASE none, sMAPE per cent. Edges: before the first origin three seasons are needed; a series that repeats itself exactly has no MASE and adopts nothing;
/// where no smoothing model can be fitted at an origin the problem is returned.</para>
/// <para>Source: Tashman 2000, Int. J. Forecasting 16, 437-450. Worked example: docs/methods/back-test.md.</para>
/// </summary>
public static class BackTest
{
    /// <summary>Seasons that come before the first origin.</summary>
    public const int SeasonsNeeded = 3;

    /// <summary>Runs both methods over the origins.</summary>
    /// <param name="values">Values in order of time.</param>
    /// <param name="options">Season, steps and origins.</param>
    public static Outcome<BackTestResult> Run(IReadOnlyList<double> values, BackTestOptions options)
    {
        if (options.Origins < 1)
            return Problems.NotAbove0("origins", options.Origins);
        var needed = ((long)SeasonsNeeded * options.Frequency) + options.Origins - 1 + options.Ahead;
        if (Values.Fault(values, options.Frequency, options.Ahead, "a back-test", needed) is { } fault)
            return fault;
        // Each origin stands by itself; they are fitted side by side and averaged in order.
        var outcomes = new Outcome<(Accuracy Naive, Accuracy Smoothing)>[options.Origins];
        Parallel.For(0, options.Origins, i => outcomes[i] = From(values, values.Count - options.Ahead - options.Origins + 1 + i, options));
        var found = new List<(Accuracy Naive, Accuracy Smoothing)>();
        foreach (var outcome in outcomes)
        {
            if (!outcome.Succeeded(out var pair, out var problem))
                return problem;
            found.Add(pair);
        }
        return new BackTestResult(Score([.. found.Select(f => f.Naive)]), Score([.. found.Select(f => f.Smoothing)]), options.Origins * options.Ahead);
    }

    private static Outcome<(Accuracy Naive, Accuracy Smoothing)> From(IReadOnlyList<double> values, int origin, BackTestOptions options)
    {
        double[] known = [.. values.Take(origin)];
        double[] actual = [.. values.Skip(origin).Take(options.Ahead)];
        if (!SimpleForecasts.SeasonalNaive(known, options.Frequency, options.Ahead).Succeeded(out var plain, out var problem)
            || !EtsFit.Best(known, options.Frequency, options.Ahead).Succeeded(out var best, out problem))
            return problem;
        return (Accuracy.Of(actual, Means(plain), known, options.Frequency), Accuracy.Of(actual, Means(best.Forecast), known, options.Frequency));
    }

    private static double[] Means(Forecast forecast) => [.. forecast.Points.Select(p => p.Mean)];

    private static BackTestScore Score(List<Accuracy> found) => new(found.Average(a => a.Scaled), found.Average(a => a.Symmetric));
}
