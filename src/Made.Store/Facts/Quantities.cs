using Made.Core.Indicators;
using Made.Store.Facts.Engine;

namespace Made.Store.Facts;

/// <summary>A quantity is two columns: the number (NaN where there is none) and the absence, 0 where there is a number.</summary>
internal static class Quantities
{
    internal static void Write(this RowWriter table, Quantity quantity)
    {
        table.Value(quantity.Number);
        table.Value((byte)quantity.Absence);
    }

    /// <param name="rows">The rows.</param>
    /// <param name="column">The number's column; the absence is the next one.</param>
    /// <param name="row">The row.</param>
    internal static Quantity Quantity(this Rows rows, int column, int row)
    {
        var absence = (Absence)rows.Of<byte>(column + 1)[row];
        return absence == Absence.None
            ? Core.Indicators.Quantity.Of(rows.Of<double>(column)[row])
            : Core.Indicators.Quantity.Missing(absence);
    }
}
