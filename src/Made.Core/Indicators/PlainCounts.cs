using Made.Core.Calendar;
using Made.Core.Facts;
using Made.Core.Methods;
using Made.Core.Register;

namespace Made.Core.Indicators;

/// <summary>
/// Counts of records straight from the pinned cubes, for areas, periods and categories that nobody made measures of.
/// <para>The same sums as measures: an area is its districts on the period's last day, the force also what has no place or lies outside; a period without all of its months carries the name of
/// the absence. No rate and no change is made.</para>
/// <para>Units: records. Edges: an area without records counts 0; an area of no district counts 0. Unsafe: what may be shown is decided by <see cref="Disclosure.Protection"/>.</para>
/// </summary>
public static class PlainCounts
{
    /// <summary>The count of one indicator's categories in an area and period; weights are left aside.</summary>
    public static Measure Of(MeasureInputs inputs, IndicatorDefinition indicator, AreaCode area, AreaLevel level, Period period)
    {
        var why = WhyMissing(inputs, indicator, period);
        var parts = level < AreaLevel.District ? [area] : level == AreaLevel.Force ? [.. inputs.Areas.Districts.Select(d => d.Code)] : inputs.Areas.DistrictsOf(area, period.Last);
        var counted = 0L;
        if (why == Absence.None)
            foreach (var cube in period.Each().Select(m => inputs.Cube(indicator.Dataset, m)!))
                counted += parts.Sum(p => cube.Sum(p, indicator.Filter)) + (level == AreaLevel.Force ? cube.SumWithoutPlace(indicator.Filter) + cube.SumOutside(indicator.Filter) : 0);
        return One(indicator.Id, area, level, period, why == Absence.None ? Quantity.Of(counted) : Quantity.Missing(why), level == AreaLevel.Force ? 1 : double.NaN);
    }

    /// <summary>The 2021 LSOAs of some districts, and "not determined" where a cube of these months counts any. By ward, then by code.</summary>
    public static IReadOnlyList<AreaCode> Lsoas(MeasureInputs inputs, IReadOnlyList<AreaCode> districts, Month from, Month to)
    {
        var known = inputs.WardOfLsoa.ToLookup(p => p.Value, p => new AreaCode(p.Key));
        var lost = inputs.Areas.Pack.Datasets.SelectMany(d => Month.Range(from, to).Select(m => inputs.Cube(d.Id, m))).OfType<MonthCube>()
            .SelectMany(c => c.Counted).Where(c => c.IsNotDetermined).ToHashSet();
        return
        [
            .. districts.SelectMany(d => inputs.Areas.WardsOf(d).Select(w => w.Code).Append(AreaCode.WardNotDetermined(d)))
                .SelectMany(w => known[w].Order().Append(AreaCode.LsoaNotDetermined(w)))
                .Where(l => !l.IsNotDetermined || lost.Contains(l)),
        ];
    }

    /// <summary>A measure that is a count and nothing else.</summary>
    public static Measure One(string indicator, AreaCode area, AreaLevel level, Period period, Quantity count, double coverage) => new()
    {
        Indicator = indicator,
        Area = area,
        Level = level,
        Period = period,
        Count = count,
        Denominator = Quantity.Missing(Absence.NotApplicable),
        PopulationYear = 0,
        Value = Quantity.Missing(Absence.NotApplicable),
        Lower95 = double.NaN,
        Upper95 = double.NaN,
        CountYearBefore = Quantity.Missing(Absence.NotApplicable),
        ChangeYear = Quantity.Missing(Absence.CannotBeCalculated),
        Comparable = Comparable.NoBase,
        ChangeLower = double.NaN,
        ChangeUpper = double.NaN,
        ChangeVerdict = ChangeVerdict.NotJudged,
        Comparison = Comparison.NotCompared,
        ComparatorValue = Quantity.Missing(Absence.NotApplicable),
        Variation = Variation.NotJudged,
        VariationCause = XmrCause.Common,
        VariationBasis = VariationBasis.None,
        Coverage = coverage,
        Method = "count/1",
    };

    private static Absence WhyMissing(MeasureInputs inputs, IndicatorDefinition indicator, Period period)
    {
        var why = Absence.None;
        foreach (var month in period.Each())
            if (indicator.From is { } from && month < from)
                why = History.Worse(why, Absence.NotApplicable);
            else if (inputs.Cube(indicator.Dataset, month) is null)
                why = History.Worse(why, inputs.WhyMissing(indicator.Dataset, month));
        return why;
    }
}
