using Made.Core.Calendar;
using Made.Core.Exchange;
using Made.Core.Indicators;
using Made.Core.Register;

namespace Made.Core.Workbench;

/// <summary>Studies of what is held. A series of counts never leaves here: only the study does, and of a partner's own figures not even that.</summary>
public static class HeldStudies
{
    /// <summary>
    /// The study of one indicator and area from a month to a month. Refused under <see cref="DisclosurePolicy.Partner"/> whatever the numbers are: limits, sums and
    /// forecasts are computed from every month, the hidden ones too. For those there is <see cref="StandardStudy"/> over the protected run chart.
    /// </summary>
    public static Outcome<Study> Of(MeasureBuilder builder, DisclosurePolicy policy, string indicator, AreaCode area, Month from, Month to, StudyOptions options)
    {
        if (policy != DisclosurePolicy.AlreadyPublic)
            return Problems.PartnersOwn();
        if (builder.Inputs.Indicators.FirstOrDefault(i => i.Id == indicator) is not { } definition || builder.Chart(indicator, area, to, int.MaxValue) is not { } chart)
            return Problems.UnknownSeries(indicator, area.Value);
        var months = builder.MonthFigures(indicator, area, from, to).Select(f => Month(definition, f.Month, f.Figure)).SkipWhile(m => !m.IsHeld).ToList();
        if (months.Count == 0)
            return Problems.NothingHeld();
        while (months[^1] is { IsHeld: false, Why: Absence.NotLoaded or Absence.NotYetDue })
            months.RemoveAt(months.Count - 1);
        var dated = builder.Inputs.Breaks.Where(b => b.Concerns(definition)).Select(b => b.Reason).ToHashSet(StringComparer.Ordinal);
        return Studies.Of(
            new StudySeries
            {
                Plural = definition.Plural,
                Kind = definition.IsWeighted || definition.Denominator == DenominatorKind.Reported ? SeriesKind.Amounts
                    : definition.Denominator == DenominatorKind.Records ? SeriesKind.Shares : SeriesKind.Counts,
                Months = months,
                Multiplier = definition.Multiplier,
                RateUnit = definition.Unit,
                Breaks = [.. chart.Breaks.Where(b => dated.Contains(b.Reason))],
                Shifts = [.. chart.Breaks.Where(b => !dated.Contains(b.Reason))],
                IsPart = definition.Denominator == DenominatorKind.Records,
                Seasonal = definition.Seasonal,
            },
            options);
    }

    private static StudyMonth Month(IndicatorDefinition definition, Month month, Figure figure)
    {
        var value = !figure.Count.IsNumber ? double.NaN : definition.IsWeighted ? figure.Tally.Weighted : definition.Denominator == DenominatorKind.Reported ? figure.Value.Number : figure.Tally.Count;
        var whole = definition.Denominator is DenominatorKind.Population or DenominatorKind.Records && figure.Denominator is { IsNumber: true, Number: > 0 } ? figure.Denominator.Number : double.NaN;
        return new(month, value, whole, figure.Count.IsNumber ? Absence.None : figure.Count.Absence);
    }
}
