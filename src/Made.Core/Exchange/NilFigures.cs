using Made.Core.Calendar;
using Made.Core.Facts;
using Made.Core.Indicators;

namespace Made.Core.Exchange;

/// <summary>
/// The figures that a nil return stands for, where a supplier sends figures and not records: 0 for each indicator and area. Of a share nothing is a part
/// of nothing, so that its value cannot be calculated; a rate is 0 whatever its base, which a nil return does not tell.
/// </summary>
public static class NilFigures
{
    public static IReadOnlyList<ReportedValue> Of(IEnumerable<IndicatorDefinition> indicators, IReadOnlyList<string> areas, Month first, Month last) =>
    [
        .. indicators.SelectMany(i => areas.Select(area => new ReportedValue
        {
            Indicator = i.Id,
            Area = area,
            Start = first.FirstDay,
            End = last.LastDay,
            Numerator = Quantity.Of(0),
            Denominator = i.Multiplier == 100 ? Quantity.Of(0) : Quantity.Missing(Absence.NotReported),
            Value = i.Multiplier == 100 ? Quantity.Missing(Absence.CannotBeCalculated) : Quantity.Of(0),
            Status = "final",
        })),
    ];
}
