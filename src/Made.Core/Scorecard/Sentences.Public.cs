using Made.Core.Disclosure;
using Made.Core.Indicators;
using Made.Core.Register;

namespace Made.Core.Scorecard;

public static partial class Sentences
{
    /// <summary>
    /// For the public area page: "672 crimes were recorded in Northfield in July 2022: 5.7 for every 1,000 people who live there. Within its usual range."
    /// </summary>
    public static string Public(AreaMonth area, IndicatorRow row)
    {
        if (row.Month is not { } month)
            return "";
        var indicator = row.Indicator;
        if (!month.Count.IsShown || indicator.IsWeighted || indicator.Denominator is DenominatorKind.Records or DenominatorKind.Reported)
            return $"{area.AreaName}. {Row(row)}";
        var counted = $"{Counted(indicator, month.Count)} {(month.Count.Number == 1 ? "was" : "were")} recorded in {area.AreaName} in {area.Month.Name}";
        var rate = month.Value.IsShown && indicator.Denominator == DenominatorKind.Population && month.Count.Number > 0
            ? $": {Value(indicator, month.Value)} who live there" : "";
        var clauses = new[] { Change(indicator, month, row.Breaks), Usual(indicator, month) }.Where(c => c.Length > 0).Select(c => $" {Start(c)}.");
        return $"{counted}{rate}.{string.Concat(clauses)}";
    }

    /// <summary>Warns where residents are counted two or more years before the period, or after it; empty elsewhere.</summary>
    public static string PopulationAge(SafeMeasure measure)
    {
        if (measure.PopulationYear == 0)
            return "";
        var years = measure.Period.Last.Year - measure.PopulationYear;
        return years >= 2
            ? $"Rates use the population of mid-{measure.PopulationYear}, {years} years before the period: read them with care."
            : years < 0 ? $"Rates use the population of mid-{measure.PopulationYear}, after the period: no earlier one is held." : "";
    }

    /// <summary>Warns where resident rates mislead: "Rates per resident mislead in Town Centre: shops and nightlife draw people from elsewhere." Empty elsewhere.</summary>
    public static string RateCaution(Area area) =>
        area.RateCaution.Length == 0 ? "" : $"Rates per resident mislead in {area.Name}: {area.RateCaution.TrimEnd('.')}.";

    /// <summary>"94% of the force's records of crimes in July 2022 could be placed." Empty where coverage is unknown or the area is the force.</summary>
    public static string Placed(IndicatorDefinition indicator, SafeMeasure measure) =>
        measure.Level == AreaLevel.Force || !measure.Coverage.IsShown
            ? ""
            : $"{Math.Floor(measure.Coverage.Number * 1000) / 10:0.0}% of the force's records of {indicator.Plural} {When(measure.Period)} could be placed; this area's own share cannot be known.";
}
