using Made.Core.Calendar;
using Made.Core.Register;

namespace Made.Core.Indicators;

/// <summary>Draws up the run chart of one indicator and area: monthly counts, limits scaled to each month's days and season.</summary>
public static class RunCharts
{
    /// <summary>For one chart only; for many keep a <see cref="MeasureBuilder"/> and ask its Chart.</summary>
    public static RunChart? Of(MeasureInputs inputs, string indicator, AreaCode area, Month last, int months) =>
        new MeasureBuilder(inputs).Chart(indicator, area, last, months);

    internal static RunChart Of(
        IndicatorDefinition indicator, Scope scope, (IReadOnlyList<Observation> Series, Judgement[] Judged) run, Regimes? regimes, RecordingBreak[] breaks, int months)
    {
        var (series, judged) = run;
        var from = Math.Max(0, series.Count - months);
        var basis = Array.FindLast(judged, j => j.Basis != VariationBasis.None).Basis;
        return new RunChart
        {
            Indicator = indicator.Id,
            Area = scope.Code,
            Level = scope.Level,
            Unit = indicator.Denominator is DenominatorKind.Records or DenominatorKind.Reported ? indicator.Unit : $"{indicator.Plural} a month",
            Basis = basis,
            BasisText = Text(basis),
            Points = [.. Enumerable.Range(from, series.Count - from).Select(i => Point(series[i], judged[i]))],
            Breaks = [.. Breaks(series, regimes, breaks).Where(b => b.Month > series[from].Month)],
            SmallestCount = series.Where(o => o.IsHeld && o.Count > 0).Select(o => o.Count).DefaultIfEmpty(double.PositiveInfinity).Min(),
        };
    }

    private static RunPoint Point(Observation observed, Judgement judged) => new()
    {
        Month = observed.Month,
        Value = observed.Shown,
        Count = observed.Count,
        Mean = judged.Mean,
        Usual = judged.Limits,
        IsTrial = judged.IsTrial,
        State = judged.Variation,
        Cause = judged.Cause,
    };

    private static IEnumerable<RunBreak> Breaks(IReadOnlyList<Observation> series, Regimes? regimes, RecordingBreak[] breaks)
    {
        var first = series[0].Month;
        var last = series[^1].Month;
        if (regimes is null)
            return breaks.Where(b => b.Month > first && b.Month <= last).Select(b => new RunBreak(b.Month, b.Reason));
        return regimes.UpTo(last).Take(series.Count).Where(r => r > 0).Distinct().Select(regimes.At).Select(r => new RunBreak(r.From, r.Reason));
    }

    private static string Text(VariationBasis basis) => basis switch
    {
        VariationBasis.PerDay => "Limits come from the daily average and are scaled to the days of each month.",
        VariationBasis.SeasonallyAdjusted => "Limits allow for the time of year and for the days of each month.",
        VariationBasis.YearOnYear => "Each month is judged by its difference from the same month a year before, day for day; the usual range is drawn around that month.",
        _ => "No limits are drawn: too few a month, or not enough months recorded alike.",
    };
}
