using Made.Web.Access;
using Made.Web.Accounts;
using Made.Web.Composition;
using Made.Web.Downloads;
using Made.Web.Exchange;

namespace Made.Web.WorkPlan;

/// <summary>The work plan as a file: every request that may be seen, the open ones first.</summary>
internal static class WorkPlanFiles
{
    public static void MapWorkPlanFiles(this WebApplication app) => app.MapGet("/work-plan.{kind:regex(^(csv|xlsx|ods)$)}", FileAsync).ExcludeFromDescription();

    private static async Task<IResult> FileAsync(Partnership partnership, AddressedObjects objects, HttpContext context, string kind)
    {
        var view = await WorkPlanView.OfAsync(partnership, objects, context.Asking().Person);
        var origin = new Origin("requests made on this site", "none, the plan as it stands", LondonTime.Day(partnership.Today), "OFFICIAL", partnership.Pack.Synthetic);
        var table = WorkPlanView.Table(partnership, view.Open.Concat(view.Closed), "Requests to the analysts");
        return FileAnswers.Sheet(Workbook.Of(table, origin, "What the partners asked of the analysts, with owner, due day and state.", []), kind, "work-plan");
    }
}
