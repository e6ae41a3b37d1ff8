using Made.Core.Disclosure;
using Made.Core.Indicators;

namespace Made.Core.Scorecard;

public static partial class Sentences
{
    /// <summary>Stands wherever the estimate does.</summary>
    public const string SeverityIsAnEstimate =
        "This is an estimate: every record weighs as much as the average offence of its published type. It is not the ONS Crime Severity Score and cannot be compared with it, and it ranks no area.";

    /// <summary>
    /// "Westshire-14 in the 12 months to July 2022: an estimated 13.4 severity points per resident, beside 87.8 crimes for every 1,000 people. An average record weighs 152 points."
    /// Says why where a part is absent.
    /// </summary>
    public static string Severity(string place, IndicatorDefinition severity, IndicatorDefinition volume, SeverityBeside both)
    {
        var period = both.Severity.Period;
        if (!both.Severity.Value.IsShown)
            return $"{place}, {period.Name}: no severity estimate, {(both.Severity.Count.IsShown ? both.Severity.Value : both.Severity.Count).Absence.Words()}.";
        var beside = both.Volume.Value.IsShown ? $", beside {Rate(both.Volume.Value)} {volume.Plural} for every {Thousands(volume)} people" : "";
        var average = both.AverageWeight.IsShown ? $" An average record weighs {both.AverageWeight.Text()} points." : "";
        return $"{place} {When(period)}: an estimated {Rate(both.Severity.Value)} {severity.Unit}{beside}.{average}";
    }

    /// <summary>
    /// "Against the 12 months to July 2021 the estimate is 2% higher and the count 3% lower: the mix of recorded types is heavier." Neither is tested for chance. Empty where nothing is shown;
    /// why, where the two periods cannot be compared.
    /// </summary>
    public static string SeverityChange(SeverityBeside both)
    {
        var (severity, volume) = (both.Severity, both.Volume);
        if (!severity.Value.IsShown)
            return "";
        var before = Before(severity);
        if (severity.Comparable is Comparable.PlacementChanged or Comparable.RecordingChanged)
            return $"Not comparable with {before}: {(severity.Comparable == Comparable.PlacementChanged ? "placement" : "recording")} changed.";
        if (!severity.ChangeYear.IsShown || !volume.ChangeYear.IsShown)
            return $"No comparison with {before}: {(severity.CountYearBefore.IsShown ? severity.ChangeYear : severity.CountYearBefore).Absence.Words()}.";
        var difference = severity.ChangeYear.Number - volume.ChangeYear.Number;
        var mix = difference >= 0.5 ? "heavier" : difference <= -0.5 ? "lighter" : "as heavy as before";
        return $"Against {before} the estimate is {Moved(severity.ChangeYear)} and the count {Moved(volume.ChangeYear)}: the mix of recorded types is {mix}. Neither change is tested for chance here.";
    }

    /// <summary>
    /// A line of rolling 12 months: "From 13.8 to 15.7 severity points per resident; 89% of the force's records were placed at its start and 92% at its end. Each point is 12 months, so neighbours
    /// share eleven of them; no usual range is drawn." Needs two shown figures.
    /// </summary>
    public static string RollingLine(IndicatorDefinition indicator, IReadOnlyList<SafeMeasure> held)
    {
        var shown = held.Where(m => m.Value.IsShown).ToList();
        var (first, last) = (shown[0], shown[^1]);
        var placed = first.Level < Register.AreaLevel.Force && first.Coverage.IsShown && last.Coverage.IsShown
            ? $"; {100 * first.Coverage.Number:0}% of the force's records were placed at its start and {100 * last.Coverage.Number:0}% at its end" : "";
        return $"From {Rate(first.Value)} to {Rate(last.Value)} {indicator.Unit}{placed}. Each point is 12 months, so neighbours share eleven of them; no usual range is drawn.";
    }

    private static string Moved(SafeNumber change) => change.Number switch
    {
        >= 0.05 => $"{Percent(change)} higher",
        <= -0.05 => $"{Percent(change)} lower",
        _ => "the same",
    };

    private static string Thousands(IndicatorDefinition indicator) => indicator.Multiplier.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
}
