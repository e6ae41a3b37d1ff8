using Made.Store.Records;
using Made.Web.Exchange;

namespace Made.Web.Editions;

/// <summary>How far a draft is, in words.</summary>
internal static class DraftWords
{
    public static string Of(EditionStep? last) => last?.Step switch
    {
        ReleaseRecords.Scheduled => $"It is released on {LondonTime.Text(last.Due)}, as set by {last.Change.By}.",
        ReleaseRecords.Held => $"It was not released by itself. {last.Change.Why}",
        _ => "It waits to be checked and released.",
    };
}
