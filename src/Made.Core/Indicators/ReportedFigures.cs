using Made.Core.Calendar;
using Made.Core.Disclosure.Topics;
using Made.Core.Facts;
using Made.Core.Methods;
using Made.Core.Register;

namespace Made.Core.Indicators;

/// <summary>
/// Figures that somebody else counted, by exact area and period. A grouping without a figure of its own takes the sum of its districts where each of them
/// has a numerator and a denominator; a CSP of one district takes that district's figure. A return that says nothing about a figure is "not reported".
/// </summary>
internal sealed class ReportedFigures
{
    private readonly MeasureInputs inputs;
    private readonly Dictionary<(string Indicator, AreaCode Area, DateOnly Start, DateOnly End), ReportedValue> values = [];
    private readonly HashSet<(string Indicator, AreaCode Area)> reportedFor = [];
    private readonly Dictionary<string, DisclosureRule> roundOf = new(StringComparer.Ordinal);

    /// <param name="inputs">The figures, and why others are missing.</param>
    /// <param name="rules">The rule of each indicator, where figures are wanted as they are shown; none for the figures as they were sent.</param>
    public ReportedFigures(MeasureInputs inputs, DisclosureRule[]? rules = null)
    {
        this.inputs = inputs;
        for (var i = 0; i < rules?.Length; i++)
            roundOf[inputs.Indicators[i].Id] = rules[i];
        foreach (var value in inputs.Reported)
        {
            values[(value.Indicator, new AreaCode(value.Area), value.Start, value.End)] = value;
            reportedFor.Add((value.Indicator, new AreaCode(value.Area)));
        }
    }

    /// <summary>True where this area, or each district of it, has ever been reported for.</summary>
    public bool Has(IndicatorDefinition indicator, Scope scope) =>
        reportedFor.Contains((indicator.Id, scope.Code))
        || (scope.Level > AreaLevel.District && scope.Residents.Count > 0 && scope.Residents.All(d => reportedFor.Contains((indicator.Id, d))));

    public Figure Of(IndicatorDefinition indicator, Scope scope, Period period)
    {
        if (Find(indicator, scope.Code, period) is { } own)
            return Made(indicator, own.Numerator, own.Denominator, own.Value);
        if (!reportedFor.Contains((indicator.Id, scope.Code)) && scope.Level > AreaLevel.District)
        {
            var parts = scope.Residents.Select(d => Find(indicator, d, period)).ToList();
            if (parts is [{ } only])
                return Made(indicator, only.Numerator, only.Denominator, only.Value);
            if (parts.Count > 0 && parts.TrueForAll(p => p is { Numerator.IsNumber: true, Denominator.IsNumber: true }))
                return Made(
                    indicator,
                    Quantity.Of(parts.Sum(p => p!.Numerator.Number)),
                    Quantity.Of(parts.Sum(p => p!.Denominator.Number)),
                    Quantity.Missing(Absence.NotReported));
            // Nil returns tell no base: nothing in each part is nothing in the whole.
            if (parts.Count > 0 && parts.TrueForAll(p => p is { Numerator: { IsNumber: true, Number: 0 }, Value: { IsNumber: true, Number: 0 } }))
                return Made(indicator, Quantity.Of(0), Quantity.Missing(Absence.NotReported), Quantity.Of(0));
        }
        return Figure.Absent(WhyMissing(indicator, period), "reported/1");
    }

    private ReportedValue? Find(IndicatorDefinition indicator, AreaCode area, Period period) =>
        values.GetValueOrDefault((indicator.Id, area, period.Start, period.End));

    private Absence WhyMissing(IndicatorDefinition indicator, Period period)
    {
        var why = period.Each().Select(m => inputs.WhyMissing(indicator.Dataset, m)).Aggregate(Absence.None, History.Worse);
        return why == Absence.None ? Absence.NotReported : why;
    }

    /// <summary>A value that was not given is computed where both its parts were; limits need both parts.</summary>
    private Figure Made(IndicatorDefinition indicator, Quantity part, Quantity whole, Quantity value)
    {
        if (roundOf.TryGetValue(indicator.Id, out var rule) && rule.RoundTo > 0 && part.IsNumber)
        {
            // A value sent beside the count is made from the exact one.
            (part, value) = (Quantity.Of(rule.Rounded(part.Number)), Quantity.Missing(whole.IsNumber ? Absence.CannotBeCalculated : whole.Absence));
            whole = whole.IsNumber && indicator.Multiplier == 100 ? Quantity.Of(rule.Rounded(whole.Number)) : whole;
        }
        var both = part.IsNumber && whole is { IsNumber: true, Number: > 0 } && part.Number >= 0;
        var percent = indicator.Multiplier == 100 && both && part.Number <= whole.Number;
        var limits = !both ? Interval.None
            : percent ? WilsonInterval.Of(part.Number, whole.Number).Times(100)
            : PoissonInterval.OfRate(part.Number, whole.Number, indicator.Multiplier);
        return new Figure
        {
            Tally = new(part.IsNumber ? part.Number : 0, whole.IsNumber ? whole.Number : 0, 0),
            Count = part,
            Denominator = whole,
            Value = value.IsNumber || !both ? value : Quantity.Of(indicator.Multiplier * part.Number / whole.Number),
            Limits = limits,
            Method = "reported/1",
        };
    }
}
