using System.Globalization;
using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Indicators;
using Made.Core.Register;

namespace Made.Core.Scorecard;

public static partial class Sentences
{
    /// <summary>
    /// What is unusual and against what: "Northfield: 672 crimes in July 2022, 5.7 for every 1,000 people. Above its usual range for the time of year (usually 510 to 640)."
    /// Over 12 months, where there are too few a month: "…, 40% higher than the 12 months to July 2021 (20 then)."
    /// </summary>
    public static string Exception(string place, IndicatorRow row, SafeException exception)
    {
        var measure = exception.Measure;
        var against = measure.Period.Kind == PeriodKind.Month ? Usual(row.Indicator, measure) : Change(row.Indicator, measure, row.Breaks);
        var range = exception is { UsualLower.IsShown: true, UsualUpper.IsShown: true }
            ? $" (usually {Drawn(row.Indicator, exception.UsualLower)} to {Drawn(row.Indicator, exception.UsualUpper)})" : "";
        return against.Length == 0 ? $"{place}: {Count(row.Indicator, measure)}" : $"{place}: {Count(row.Indicator, measure)} {Start(against)}{range}.";
    }

    /// <summary>
    /// "If nothing had changed, a month this far from its average would come about once in 740 times; allowing for all 262 figures tested, the probability is 0.02."
    /// Where probabilities are hidden, why.
    /// </summary>
    /// <param name="exception">The figure.</param>
    /// <param name="tested">How many were tested together; 0 for a reader who may not see all of them.</param>
    public static string HowSure(SafeException exception, int tested)
    {
        if (!exception.Alone.IsShown)
            return "How unlikely it is cannot be shown: that would give a hidden small number away.";
        var what = exception.Measure.Period.Kind == PeriodKind.Month ? "a month this far from its average" : "a change this large";
        var together = $"allowing for all {(tested > 0 ? $"{tested.ToString("N0", CultureInfo.InvariantCulture)} " : "")}figures tested, the probability is {Probability(exception.Together)}";
        return $"If nothing had changed, {what} would come {Odds(exception.Alone)}; {together}.";
    }

    /// <summary>What else could look like this: placement, recording, small numbers, trial limits, the residents a rate is made with; empty where nothing is known.</summary>
    public static IReadOnlyList<string> OtherExplanations(IndicatorRow row, SafeException exception, Area area)
    {
        var measure = exception.Measure;
        var before = Before(measure);
        return
        [
            .. new[]
            {
                measure.Comparable == Comparable.PlacementChanged ? $"Placement changed: the share of the force's records that could be placed differs by more than 3 points from {before}." : "",
                measure.Comparable == Comparable.RecordingChanged ? $"Recording changed{Reason(measure.Period, row.Breaks)}: figures before and after count different things." : "",
                exception.IsTrial ? "The limits are trial limits, from fewer than 13 months." : "",
                measure.SmallNumber ? SmallNumber(measure) : Few(measure),
                RateCaution(area),
            }.Where(s => s.Length > 0),
        ];
    }

    /// <summary>"stands out", "held back: trial limits", "not more than chance would bring".</summary>
    public static string Outcome(SafeException exception) => exception.Outcome switch
    {
        ExceptionOutcome.StandsOut => "stands out",
        ExceptionOutcome.NotMoreThanChance => "not more than chance would bring",
        _ => exception switch
        {
            { Measure.Comparable: Comparable.PlacementChanged } => "held back: placement changed",
            { Measure.Comparable: Comparable.RecordingChanged } => "held back: recording changed",
            { IsTrial: true } => "held back: trial limits",
            { Measure.Variation: Variation.Common } => "held back: inside its usual range",
            _ => "held back: not a headline of this edition",
        },
    };

    /// <summary>"262 figures were tested. If nothing had changed anywhere, about 13 of them would lie this far off by chance; 34 did."</summary>
    public static string ExceptionCount(SafeExceptions all, Month month)
    {
        if (all.Tested == 0)
            return $"No figure of {month.Name} can be tested: nothing is held, or not enough months recorded alike.";
        var expected = all.Expected < 0.95 ? "fewer than one" : $"about {all.Expected.ToString("N0", CultureInfo.InvariantCulture)}";
        return $"{Number(all.Tested, "figure")} {(all.Tested == 1 ? "was" : "were")} tested. If nothing had changed anywhere, {expected} of them would have a probability under 5% by chance; {(all.Unusual == 0 ? "none" : all.Unusual.ToString("N0", CultureInfo.InvariantCulture))} had.";
    }

    /// <summary>"about once in 740 times"; "less than once in 10,000 times": further out the normal curve promises more than it holds.</summary>
    public static string Odds(SafeNumber probability)
    {
        var p = probability.Number;
        if (p < 1e-4)
            return "less than once in 10,000 times";
        if (p > 0.5)
            return "more often than not";
        var times = 1 / p;
        var unit = Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(times)) - 1));
        return $"about once in {(Math.Round(times / unit) * unit).ToString("N0", CultureInfo.InvariantCulture)} times";
    }

    /// <summary>"0.02", "less than 0.001".</summary>
    public static string Probability(SafeNumber probability) =>
        !probability.IsShown ? probability.Text()
        : probability.Number < 0.001 ? "less than 0.001" : probability.Number.ToString(probability.Number < 0.0995 ? "0.###" : "0.##", CultureInfo.InvariantCulture);

    private static string Few(SafeMeasure measure) => measure.Count is { IsShown: true, Number: < 20 } ? "Fewer than 20 are counted: a handful more or less makes the difference." : "";

    private static string Drawn(IndicatorDefinition indicator, SafeNumber value) =>
        indicator.Denominator is DenominatorKind.Records or DenominatorKind.Reported || indicator.IsWeighted ? value.Text(1) : value.Text();
}
