using Made.Core.Calendar;
using Made.Core.Disclosure.Topics;

namespace Made.Core.Indicators;

/// <summary>Observes the months of an indicator and area, and has them judged.</summary>
internal sealed class Runs(MeasureInputs inputs, History history, ReportedFigures reported, DisclosureRule[] rules, RecordingBreak[][] breaksOf)
{
    private readonly Dictionary<(int Indicator, bool ByPlacement), Regimes> regimes = [];

    public (IReadOnlyList<Observation> Series, Judgement[] Judged) Of(int indicator, Scope scope, Month last)
    {
        var definition = inputs.Indicators[indicator];
        var series = Month.Range(inputs.First, last).Select(m => Observe(indicator, definition, scope, m)).ToArray();
        if (history.IsReported(definition))
            return (series, RunSeries.Judge(series, ByBreaks(series, breaksOf[indicator], out var regime), regime, definition.Seasonal, static (_, _) => true));
        var alike = RegimesOf(indicator, scope);
        return (series, RunSeries.Judge(series, alike.UpTo(last), alike.At, definition.Seasonal, Comparable));

        bool Comparable(int a, int b) => scope.IsForce || !Changes.PlacementMoved(Share(series[a].Month), Share(series[b].Month));

        double Share(Month month)
        {
            var (all, lost) = history.Placed(indicator, month);
            return all > 0 ? 1 - (lost / all) : double.NaN;
        }
    }

    public Regimes RegimesOf(int indicator, Scope scope)
    {
        var key = (indicator, !scope.IsForce);
        if (!regimes.TryGetValue(key, out var found))
            regimes[key] = found = new Regimes(history, indicator, breaksOf[indicator], key.Item2, inputs.First);
        return found;
    }

    private Observation Observe(int indicator, IndicatorDefinition definition, Scope scope, Month month)
    {
        var period = new Period(PeriodKind.Month, month);
        if (history.IsReported(definition))
        {
            var figure = reported.Of(definition, scope, period);
            return new(month, figure.Value, figure.Count.IsNumber ? figure.Count.Number : double.PositiveInfinity, figure.Value.Number, 1);
        }
        if (!history.Holds(indicator, month))
            return new(month, Quantity.Missing(history.WhyMissing(indicator, period)), double.NaN, double.NaN, month.Days);
        var tally = history.Count(indicator, scope, month).Rounded(rules[indicator]);
        if (definition.Denominator == DenominatorKind.Records)
        {
            var share = tally.Base > 0 ? Quantity.Of(definition.Multiplier * tally.Count / tally.Base) : Quantity.Missing(Absence.CannotBeCalculated);
            return new(month, share, tally.Count, share.Number, 1);
        }
        var total = definition.IsWeighted ? tally.Weighted : tally.Count;
        return new(month, Quantity.Of(total), tally.Count, Methods.PerDay.Of(total, month), month.Days);
    }

    /// <summary>Reported values know no placement: stretches are those between breaks in recording.</summary>
    private static int[] ByBreaks(Observation[] series, RecordingBreak[] breaks, out Func<int, Regime> regime)
    {
        var of = series.Select(o => o.IsHeld ? breaks.Count(b => b.Month <= o.Month) : -1).ToArray();
        regime = number => number == 0 ? new(series[0].Month, "", IsRecording: false) : new(breaks[number - 1].Month, breaks[number - 1].Reason, IsRecording: true);
        return of;
    }
}
