using Made.Core.Calendar;
using Made.Core.Disclosure.Release;
using Made.Core.Indicators;
using Made.Core.Methods;
using Made.Core.Register;
using Made.Store.Facts.Engine;

namespace Made.Store.Facts;

/// <summary>A measure's cells in the order of <see cref="Columns.Measures"/>.</summary>
internal static class MeasureRows
{
    internal static void Write(RowWriter table, Measure measure)
    {
        table.Text(measure.Area.Value);
        table.Text(measure.Indicator);
        table.Value((byte)measure.Level);
        table.Value((byte)measure.Period.Kind);
        table.Value(measure.Period.Last.Index);
        table.Write(measure.Count);
        table.Write(measure.Denominator);
        table.Value(measure.PopulationYear);
        table.Write(measure.Value);
        table.Value(measure.Lower95);
        table.Value(measure.Upper95);
        table.Write(measure.CountYearBefore);
        table.Write(measure.ChangeYear);
        table.Value((byte)measure.Comparable);
        table.Value(measure.ChangeLower);
        table.Value(measure.ChangeUpper);
        table.Value((byte)measure.ChangeVerdict);
        table.Value((byte)measure.Comparison);
        table.Write(measure.ComparatorValue);
        table.Value((byte)measure.Variation);
        table.Value((byte)measure.VariationCause);
        table.Value((byte)measure.VariationBasis);
        table.Value(measure.Headline ? (byte)1 : (byte)0);
        table.Value(measure.Coverage);
        table.Text(measure.Method);
        table.Value((byte)measure.Withheld);
    }

    internal static void Read(Rows rows, List<Measure> measures)
    {
        var (areas, indicators, methods) = (rows.Texts(0), rows.Texts(1), rows.Texts(30));
        for (var row = 0; row < rows.Count; row++)
            measures.Add(new Measure
            {
                Area = new AreaCode(areas[row]),
                Indicator = indicators[row],
                Level = (AreaLevel)rows.Of<byte>(2)[row],
                Period = new Period((PeriodKind)rows.Of<byte>(3)[row], Month.FromIndex(rows.Of<int>(4)[row])),
                Count = rows.Quantity(5, row),
                Denominator = rows.Quantity(7, row),
                PopulationYear = rows.Of<int>(9)[row],
                Value = rows.Quantity(10, row),
                Lower95 = rows.Of<double>(12)[row],
                Upper95 = rows.Of<double>(13)[row],
                CountYearBefore = rows.Quantity(14, row),
                ChangeYear = rows.Quantity(16, row),
                Comparable = (Comparable)rows.Of<byte>(18)[row],
                ChangeLower = rows.Of<double>(19)[row],
                ChangeUpper = rows.Of<double>(20)[row],
                ChangeVerdict = (ChangeVerdict)rows.Of<byte>(21)[row],
                Comparison = (Comparison)rows.Of<byte>(22)[row],
                ComparatorValue = rows.Quantity(23, row),
                Variation = (Variation)rows.Of<byte>(25)[row],
                VariationCause = (XmrCause)rows.Of<byte>(26)[row],
                VariationBasis = (VariationBasis)rows.Of<byte>(27)[row],
                Headline = rows.Of<byte>(28)[row] != 0,
                Coverage = rows.Of<double>(29)[row],
                Method = methods[row],
                Withheld = (Withheld)rows.Of<byte>(31)[row],
            });
    }
}
