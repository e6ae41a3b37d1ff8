using Made.Core.Exchange;

namespace Made.Web.Exchange;

/// <summary>What becomes of a part of a month, in words.</summary>
internal static class PartMonthWords
{
    public static string Of(DatasetDefinition dataset) => dataset.PartMonths switch
    {
        PartMonths.Refused => "Refused: a file is sent when its month is over, with the whole of it.",
        PartMonths.ProvisionalWhileOpen => "Kept and marked as provisional while the month is not over. Its records may end before the month does.",
        _ => "Kept and marked as provisional where the month is not over, or where the records end well before it does.",
    };
}
