using System.Text;
using System.Text.Unicode;
using Made.Intake.Reading;

namespace Made.Intake.Checking;

/// <summary>What a whole record looks like, before any of its cells is read.</summary>
internal static class RecordText
{
    public static bool IsEmpty(Record record)
    {
        var cells = Math.Min(record.Count, Record.MaximumCells);
        for (var i = 0; i < cells; i++)
            if (!CellText.IsBlank(record[i]))
                return false;
        return true;
    }

    public static bool IsTotal(Record record)
    {
        var cells = Math.Min(record.Count, Record.MaximumCells);
        for (var i = 0; i < cells; i++)
            if (!CellText.IsBlank(record[i]))
                return Encoding.UTF8.GetString(CellText.Trim(record[i])).ToLowerInvariant() is "total" or "totals" or "grand total" or "sum";
        return false;
    }

    /// <summary>The first cell that is not UTF-8, or -1.</summary>
    public static int Bad(Record record)
    {
        var cells = Math.Min(record.Count, Record.MaximumCells);
        for (var i = 0; i < cells; i++)
            if (!Utf8.IsValid(record[i]))
                return i;
        return -1;
    }
}
