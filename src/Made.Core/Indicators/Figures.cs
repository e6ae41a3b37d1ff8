using Made.Core.Calendar;
using Made.Core.Disclosure.Topics;
using Made.Core.Methods;
using Made.Core.Register;

namespace Made.Core.Indicators;

/// <summary>
/// Turns counts into values. Rate: multiplier x count / residents, exact or Byar limits. Proportion: multiplier x count / records below the line, Wilson limits.
/// Records over those of another dataset: multiplier x count / records below the line, limits as a rate's, because they are no part of them.
/// Weighted: multiplier x sum of weight x count / residents, no limits (the weights are not counts). None: the count itself, with its limits.
/// Where the topic rounds, counts are rounded first and everything is made from the rounded ones. Rates are not annualised. Residents: mid-year of the calendar year in which the period ends, else the nearest earlier, else the nearest later.
/// </summary>
internal sealed class Figures(MeasureInputs inputs, History history, DisclosureRule[] rules)
{
    private readonly Dictionary<(string Parts, int Wanted), (double Residents, int Year)?> residents = [];

    /// <summary>Method and version for each way a value is made.</summary>
    public static string MethodOf(IndicatorDefinition indicator, double count) => indicator switch
    {
        { IsWeighted: true } => "severity-weights/1",
        { Denominator: DenominatorKind.Records, BaseDataset: null } => "proportion-wilson/1",
        { Denominator: DenominatorKind.None } => count < PoissonInterval.ExactBelow ? "count-exact/1" : "count-byar/1",
        { Denominator: DenominatorKind.Reported } => "reported/1",
        _ => count < PoissonInterval.ExactBelow ? "rate-exact/1" : "rate-byar/1",
    };

    public Figure Of(int indicator, Scope scope, Period period)
    {
        var definition = inputs.Indicators[indicator];
        var why = history.WhyMissing(indicator, period);
        if (why != Absence.None)
            return Figure.Absent(why, MethodOf(definition, double.NaN));
        var tally = history.Sum(indicator, scope, period).Rounded(rules[indicator]);
        var coverage = scope.IsForce ? 1 : history.Coverage(indicator, period);
        return Value(definition, scope, period, tally) with { Coverage = coverage };
    }

    /// <summary>
    /// The rest of a larger area. Where the topic rounds, it is what is shown of the larger area less what is shown of the part, so that it says nothing further.
    /// </summary>
    public Figure Rest(int indicator, Scope rest, Scope whole, Scope part, Period period)
    {
        var exact = Of(indicator, rest, period);
        if (rules[indicator].RoundTo == 0 || !exact.Count.IsNumber)
            return exact;
        return Value(inputs.Indicators[indicator], rest, period, Of(indicator, whole, period).Tally.Less(Of(indicator, part, period).Tally)) with { Coverage = exact.Coverage };
    }

    private Figure Value(IndicatorDefinition definition, Scope scope, Period period, Tally tally)
    {
        var figure = new Figure
        {
            Tally = tally,
            Count = Quantity.Of(tally.Count),
            Denominator = Quantity.Missing(Absence.NotApplicable),
            Value = Quantity.Missing(Absence.NotApplicable),
            Method = MethodOf(definition, tally.Count),
        };
        return definition.Denominator switch
        {
            DenominatorKind.None => figure with { Value = figure.Count, Limits = PoissonInterval.OfCount(tally.Count) },
            DenominatorKind.Records => Proportion(definition, figure),
            _ when scope.Code.IsNotDetermined => figure,
            _ => Rate(definition, scope, period, figure),
        };
    }

    private static Figure Proportion(IndicatorDefinition definition, Figure figure)
    {
        var (part, whole) = (figure.Tally.Count, figure.Tally.Base);
        var withBase = figure with { Denominator = Quantity.Of(whole) };
        if (definition.BaseDataset is not null && whole > 0)
            return withBase with { Value = Quantity.Of(definition.Multiplier * part / whole), Limits = PoissonInterval.OfRate(part, whole, definition.Multiplier) };
        return whole == 0 || part > whole
            ? withBase with { Value = Quantity.Missing(Absence.CannotBeCalculated) }
            : withBase with
            {
                Value = Quantity.Of(definition.Multiplier * part / whole),
                Limits = WilsonInterval.Of(part, whole).Times(definition.Multiplier),
            };
    }

    private Figure Rate(IndicatorDefinition definition, Scope scope, Period period, Figure figure)
    {
        if (Residents(scope, period) is not { Residents: > 0 } found)
        {
            var why = inputs.Population.Years.Count == 0 ? Absence.NotLoaded : Absence.CannotBeCalculated;
            return figure with { Denominator = Quantity.Missing(why), Value = Quantity.Missing(Absence.CannotBeCalculated) };
        }
        var counted = definition.IsWeighted ? figure.Tally.Weighted : figure.Tally.Count;
        return figure with
        {
            Denominator = Quantity.Of(found.Residents),
            PopulationYear = found.Year,
            Value = Quantity.Of(definition.Multiplier * counted / found.Residents),
            Limits = definition.IsWeighted ? Interval.None : PoissonInterval.OfRate(counted, found.Residents, definition.Multiplier),
        };
    }

    private (double Residents, int Year)? Residents(Scope scope, Period period)
    {
        var key = (scope.ResidentsKey, period.Last.Year);
        if (residents.TryGetValue(key, out var known))
            return known;
        return residents[key] = scope.Residents is [var own] ? inputs.Population.For(own, period) : SumOf(scope.Residents, period.Last);
    }

    private (double Residents, int Year)? SumOf(IReadOnlyList<AreaCode> parts, Month last)
    {
        var years = inputs.Population.Years;
        foreach (var year in years.Where(y => y <= last.Year).Reverse().Concat(years.Where(y => y > last.Year)))
        {
            var each = parts.Select(p => inputs.Population.At(p, year, last)).ToList();
            if (each.Count > 0 && each.TrueForAll(r => r is not null))
                return (each.Sum(r => r!.Value), year);
        }
        return null;
    }
}
