using System.Globalization;
using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Indicators;

namespace Made.Core.Scorecard;

/// <summary>
/// Sentences generated from safe measures. Each form says only what its measure makes true; what makes each true is stated by a test.
/// Plain, without blame; never "significant".
/// </summary>
public static partial class Sentences
{
    /// <summary>
    /// "672 crimes in July 2022, 5.7 for every 1,000 people." · "No crimes in July 2022." · "1 crime in July 2022, 0.01 for every 1,000 people." ·
    /// "Crimes in July 2022: not loaded here." · "Crimes in July 2022: suppressed (finer than offered)."
    /// </summary>
    public static string Count(IndicatorDefinition indicator, SafeMeasure measure)
    {
        var when = When(measure.Period);
        if (!measure.Count.IsShown)
            return measure.Value.IsShown ? $"{Start(indicator.Title)}: {Value(indicator, measure.Value)} {when}." : Absent(indicator, measure, when);
        var counted = Counted(indicator, measure.Count);
        if (indicator.Denominator == DenominatorKind.None || measure.Count.Number == 0 && !indicator.IsWeighted && indicator.Denominator != DenominatorKind.Records)
            return $"{counted} {when}.";
        if (!measure.Value.IsShown)
            return $"{counted} {when}; {NoValue(measure)}.";
        return indicator.Denominator is DenominatorKind.Records or DenominatorKind.Reported
            ? $"{Start(indicator.Title)}: {Value(indicator, measure.Value)} {when} ({measure.Count.Text()} of {measure.Denominator.Text()})."
            : indicator.IsWeighted
                ? $"{Start(indicator.Title)}: {Value(indicator, measure.Value)} {when}."
                : $"{counted} {when}, {Value(indicator, measure.Value)}.";
    }

    /// <summary>"5.7 for every 1,000 people", "23.1%", "4.2 per 1,000 households".</summary>
    public static string Value(IndicatorDefinition indicator, SafeNumber value) => indicator.Denominator switch
    {
        DenominatorKind.Population when indicator.IsWeighted => $"{Rate(value)} {indicator.Unit}",
        DenominatorKind.Population => $"{Rate(value)} for every {indicator.Multiplier.ToString("N0", CultureInfo.InvariantCulture)} people",
        DenominatorKind.None => value.Text(),
        _ when indicator.Multiplier == 100 => $"{Rate(value)}%",
        _ => $"{Rate(value)} {indicator.Unit}",
    };

    /// <summary>One decimal; two below 0.1, so that a small rate does not read as none.</summary>
    public static string Rate(SafeNumber value) =>
        value.IsShown && value.Number is > 0 and < 0.005 ? "less than 0.01" : value.Text(value.IsShown && value.Number is > 0 and < 0.1 ? 2 : 1);

    private static string Counted(IndicatorDefinition indicator, SafeNumber count) => count.Number switch
    {
        0 => $"No {indicator.Plural}",
        1 => $"1 {indicator.Singular}",
        _ => $"{count.Text()} {indicator.Plural}",
    };

    private static string Absent(IndicatorDefinition indicator, SafeMeasure measure, string when) =>
        $"{Start(indicator.Plural)} {when}: {measure.Count.TextWithReason()}.";

    private static string NoValue(SafeMeasure measure) => (measure.Denominator.IsShown, measure.Value.Absence) switch
    {
        (_, Absence.NotApplicable) => "no rate is made at this level",
        (false, _) => "no rate, because no population is held for this area",
        _ => "no share, because there is nothing to divide by",
    };

    private static string When(Period period) => period.Kind switch
    {
        PeriodKind.Rolling12 => $"in the {period.Name}",
        PeriodKind.Month => $"in {period.Name}",
        _ => $"from {period.Name}",
    };

    private static string Start(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
