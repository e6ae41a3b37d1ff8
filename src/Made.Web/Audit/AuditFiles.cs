using Made.Store.Audit;
using Made.Store.Records;
using Made.Web.Accounts;
using Made.Web.Composition;
using Made.Web.Downloads;
using Made.Web.Exchange;

namespace Made.Web.Audit;

/// <summary>The rows of the page as a file. Taking it away is itself a row, written first.</summary>
internal static class AuditFiles
{
    /// <summary>More than this is for <c>made audit export</c>, which writes row by row.</summary>
    public const int Most = 100_000;

    public static void MapAuditFiles(this WebApplication app) =>
        app.MapGet("/exchange/audit.{kind:regex(^(csv|xlsx|ods)$)}", FileAsync).ExcludeFromDescription();

    private static async Task<IResult> FileAsync(HttpContext context, Partnership partnership, string kind, string? what, string? words)
    {
        var filter = new AuditFilter(what ?? "", (words ?? "").Trim());
        await partnership.Records.Audit.Keep(ChangeKinds.AuditExported, $"{kind} of the page", partnership.Change(context.Asking().By("exchange page"), "Audit rows downloaded"));
        var pack = partnership.Pack;
        var origin = new Origin($"{pack.Title}: audit of this partnership", "none, these are changes as they stand", LondonTime.Day(partnership.Today), "OFFICIAL", pack.Synthetic);
        var rows = await partnership.Records.Audit.Newest(filter, 0, Most);
        return FileAnswers.Sheet(Workbook.Of(AuditTables.File(rows), origin, $"The newest {Most:N0} changes that were asked for, newest first.", []), kind, "audit");
    }
}
