using Made.Core.Methods.Forecasting;

namespace Made.Core.Workbench;

/// <summary>A forecast of monthly counts, from the last stretch without break or gap: exponential smoothing only where it beat the seasonal naive.</summary>
internal static class ForecastStudy
{
    public static Outcome<Study> Of(StudySeries whole, StudyOptions options)
    {
        var start = Stretches.LastStart(whole, Stretches.Used(whole, options), bridgesGaps: false);
        var end = Stretches.LastHeld(whole);
        double[] counts = [.. whole.Months.Skip(start).Take(end + 1 - start).Select(m => m.Value)];
        if (!MonthlyForecast.Of(counts, options.Ahead, new()).Succeeded(out var chosen, out var problem))
            return Stretches.Explained(problem, whole, options, start);
        var numbers = Numbers.For(counts);
        var last = whole.Months[end].Month;
        return new Study
        {
            Method = StudyMethod.Forecast,
            Unit = whole.Unit(StudyBasis.Total),
            Decimals = numbers.Decimals,
            Polarity = options.Polarity,
            Points = [.. whole.Months.Take(end + 1).Select((m, i) => new StudyPoint { Month = m.Month, Value = Numbers.Shown(m.Value, m.Why), Reading = i < start && m.IsHeld ? "before the last break or gap: not used" : "" })],
            Ahead = [.. chosen.Shown.Points.Zip(chosen.Plain.Points, (p, plain) => new StudyStep(
                last.Plus(p.Ahead), Numbers.Shown(p.Mean), Numbers.Shown(p.Likely.Lower), Numbers.Shown(p.Likely.Upper), Numbers.Shown(p.Wide.Lower), Numbers.Shown(p.Wide.Upper), Numbers.Shown(plain.Mean)))],
            Breaks = Stretches.Dated(whole, options),
            Shifts = Stretches.Shifts(whole),
            Verdict = [First(last.Plus(1).Name, chosen, numbers, whole.Plural), ForecastWords.Why(chosen)],
            Warnings =
            [
                .. start > 0 ? new[] { $"Only the months from {whole.Months[start].Month.Name} on are used: a break or a gap lies before them." } : [],
                .. StudyWarnings.Of(whole, options, StudyBasis.Total, seasonMatters: false),
            ],
            Assumptions =
            [
                "The coming months go on as the past ones did: nobody acts on the forecast, and recording does not change.",
                "The ranges hold what chance does, not what decisions do.",
            ],
        };
    }

    private static string First(string month, ChosenForecast chosen, Numbers numbers, string plural)
    {
        var next = chosen.Shown.Points[0];
        return $"{month}: about {numbers.Say(Math.Round(next.Mean))} {plural} expected, between {numbers.Say(Math.Floor(next.Likely.Lower))} and {numbers.Say(Math.Ceiling(next.Likely.Upper))} in four cases of five.";
    }
}

/// <summary>Which forecast is shown, and by how much it was better.</summary>
internal static class ForecastWords
{
    public static string Why(ChosenForecast chosen) => chosen.Choice switch
    {
        ForecastChoice.BeatsNaive beats =>
            $"Exponential smoothing ({chosen.Shown.Method}) is shown because it beat the seasonal naive on the back-test: {Errors(beats.Test)}, {Less(beats.Test):0}% less.",
        ForecastChoice.NaiveStands naive =>
            $"Exponential smoothing did not beat the seasonal naive on the back-test: {Errors(naive.Test)}. So the seasonal naive is shown: each month as the same month of the year before.",
        ForecastChoice.NotTested untested =>
            $"The seasonal naive is shown: each month as the same month of the year before. Nothing else could be tested against it: {untested.Why.Message}",
        _ =>
            $"Fewer than {CountForecast.Below:0} events a month: the mean of the last three years is shown with the range that a count of this size takes ({chosen.Shown.Method}). No model was tested; season and trend cannot be told from noise in so few events. The seasonal naive stands in the table.",
    };

    private static double Less(BackTestResult test) => 100 * (1 - (test.Smoothing.Scaled / test.Naive.Scaled));

    private static string Errors(BackTestResult test) => double.IsNaN(test.Naive.Scaled)
        ? "the series repeats itself exactly, so there is no error to compare"
        : $"its mean absolute scaled error was {test.Smoothing.Scaled:0.00} against {test.Naive.Scaled:0.00} over {test.Comparisons} forecasts, 1 to {new BackTestOptions().Ahead} months ahead from {new BackTestOptions().Origins} starting months";
}
