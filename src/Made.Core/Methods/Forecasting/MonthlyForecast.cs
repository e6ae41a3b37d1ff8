namespace Made.Core.Methods.Forecasting;

/// <summary>The forecast that is shown, and why it is this one.</summary>
/// <param name="Shown">What is shown beside the values.</param>
/// <param name="Choice">Why.</param>
/// <param name="Plain">The seasonal naive, shown always.</param>
public sealed record ChosenForecast(Forecast Shown, ForecastChoice Choice, Forecast Plain);

/// <summary>Why a forecast is shown.</summary>
public abstract record ForecastChoice
{
    private ForecastChoice()
    {
    }

    /// <summary>Fewer than about 10 events a month: quantiles of a count.</summary>
    public sealed record FewEvents : ForecastChoice;

    /// <summary>Exponential smoothing beat the seasonal naive on the back-test.</summary>
    /// <param name="Test">The back-test.</param>
    public sealed record BeatsNaive(BackTestResult Test) : ForecastChoice;

    /// <summary>It did not, so the seasonal naive stands.</summary>
    /// <param name="Test">The back-test.</param>
    public sealed record NaiveStands(BackTestResult Test) : ForecastChoice;

    /// <summary>The back-test could not be done, so the seasonal naive stands.</summary>
    /// <param name="Why">What prevented it.</param>
    public sealed record NotTested(Problem Why) : ForecastChoice;
}

/// <summary>
/// Which forecast of monthly counts is shown: of few events the quantiles of a count; else exponential smoothing where it beats the seasonal naive on the back-test, and the seasonal naive itself
/// where it does not or where it cannot be tested.
/// <para>Units: events. Edges: limits are cut off at 0, since counts are. Errors: those of the seasonal naive. Source: METHODS of this project; the parts name their own. Page: docs/methods/back-test.md.</para>
/// </summary>
public static class MonthlyForecast
{
    /// <summary>Chooses and forecasts.</summary>
    /// <param name="counts">Counts in order of time.</param>
    /// <param name="ahead">Steps to forecast.</param>
    /// <param name="options">How smoothing is tested.</param>
    public static Outcome<ChosenForecast> Of(IReadOnlyList<double> counts, int ahead, BackTestOptions options)
    {
        if (!SimpleForecasts.SeasonalNaive(counts, options.Frequency, ahead).Succeeded(out var naive, out var problem))
            return problem;
        var plain = NotBelow0(naive);
        if (CountForecast.Applies(counts, options.Frequency))
            return CountForecast.Of(counts, options.Frequency, ahead).Succeeded(out var count, out problem)
                ? new ChosenForecast(count, new ForecastChoice.FewEvents(), plain)
                : problem;
        if (!BackTest.Run(counts, options).Succeeded(out var test, out problem))
            return new ChosenForecast(plain, new ForecastChoice.NotTested(problem), plain);
        if (!test.Adopts)
            return new ChosenForecast(plain, new ForecastChoice.NaiveStands(test), plain);
        return EtsFit.Best(counts, options.Frequency, ahead).Succeeded(out var best, out problem)
            ? new ChosenForecast(NotBelow0(best.Forecast), new ForecastChoice.BeatsNaive(test), plain)
            : new ChosenForecast(plain, new ForecastChoice.NotTested(problem), plain);
    }

    private static Forecast NotBelow0(Forecast forecast) => forecast with
    {
        Points = [.. forecast.Points.Select(p => p with { Mean = Math.Max(0, p.Mean), Likely = NotBelow0(p.Likely), Wide = NotBelow0(p.Wide) })],
    };

    private static Interval NotBelow0(Interval limits) => new(Math.Max(0, limits.Lower), Math.Max(0, limits.Upper));
}
