using System.Globalization;
using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Indicators;

namespace Made.Core.Scorecard;

public static partial class Sentences
{
    /// <summary>
    /// A clause on the change: "12% higher than July 2021 (600 then)", "similar to July 2021 (650 then)", "not comparable with July 2021: placement changed",
    /// "no comparison with July 2021: not loaded here". Empty where the measure itself is absent.
    /// </summary>
    public static string Change(IndicatorDefinition indicator, SafeMeasure measure, IReadOnlyList<RecordingBreak> breaks)
    {
        if (!measure.Value.IsShown)
            return "";
        return measure.Comparable switch
        {
            Comparable.PlacementChanged => $"not comparable with {Before(measure)}: placement changed",
            Comparable.RecordingChanged => $"not comparable with {Before(measure)}: recording changed{Reason(measure.Period, breaks)}",
            Comparable.NoBase => $"no comparison with {Before(measure)}: {NoBase(measure)}",
            _ when measure.ChangeYear.Absence == Absence.Suppressed => $"the change on {Before(measure)} is {measure.ChangeYear.TextWithReason()}",
            _ => Compared(indicator, measure),
        };
    }

    private static string Compared(IndicatorDefinition indicator, SafeMeasure measure)
    {
        var then = measure.CountYearBefore.IsShown && indicator is { IsWeighted: false, Denominator: not DenominatorKind.Records } ? $" ({Then(measure.CountYearBefore)})" : "";
        if (!measure.ChangeYear.IsShown)
            return (measure.ChangeVerdict, measure.Value.Number > 0) switch
            {
                (ChangeVerdict.Higher, _) => $"higher than {Before(measure)} (none then)",
                (_, true) => $"none in {Before(measure)}; the difference is within chance",
                _ => $"none in {Before(measure)} either",
            };
        var size = Percent(measure.ChangeYear);
        return measure.ChangeVerdict switch
        {
            ChangeVerdict.Higher => $"{size} higher than {Before(measure)}{then}",
            ChangeVerdict.Lower => $"{size} lower than {Before(measure)}{then}",
            ChangeVerdict.Similar => $"similar to {Before(measure)}{then}",
            _ when measure.ChangeYear.Number == 0 => $"the same as {Before(measure)}",
            _ => $"{size} {(measure.ChangeYear.Number > 0 ? "higher" : "lower")} than {Before(measure)}, not tested for chance",
        };
    }

    /// <summary>The size of a change, without sign: whole per cent, one decimal below 1.</summary>
    public static string Percent(SafeNumber change)
    {
        var size = Math.Abs(change.Number);
        return size.ToString(size < 0.95 ? "0.0" : "N0", CultureInfo.InvariantCulture) + "%";
    }

    private static string Then(SafeNumber count) => count.Number == 0 ? "none then" : $"{count.Text()} then";

    private static string NoBase(SafeMeasure measure) =>
        measure.CountYearBefore.IsShown ? "no rate for it" : measure.CountYearBefore.Absence.Words();

    private static string Before(SafeMeasure measure) => measure.Period.Kind switch
    {
        PeriodKind.Rolling12 => $"the {measure.Period.YearBefore.Name}",
        _ => measure.Period.YearBefore.Name,
    };

    private static string Reason(Period period, IReadOnlyList<RecordingBreak> breaks) =>
        breaks.LastOrDefault(b => b.Month > period.YearBefore.First && b.Month <= period.Last) is { } found ? $" from {found.Month.Name} ({found.Reason})" : "";
}
