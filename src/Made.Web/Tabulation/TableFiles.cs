using Made.Web.Composition;
using Made.Web.Dashboards;
using Made.Web.Downloads;
using Made.Web.Editions;

namespace Made.Web.Tabulation;

/// <summary>A table as a file, by the same query as its page.</summary>
internal static class TableFiles
{
    public static void MapTableFiles(this WebApplication app) =>
        app.MapGet("/tables/file.{kind:regex(^(csv|xlsx|ods)$)}", FileAsync).ExcludeFromDescription();

    private static async Task<IResult> FileAsync(Partnership partnership, HttpRequest request, string kind)
    {
        if (!SelectionQuery.Read(request.QueryString.Value ?? "", partnership).Succeeded(out var selection, out var problem)
            || !(await TableViews.OfAsync(partnership, selection, request.HttpContext.SeesDrafts(), forFile: true)).Succeeded(out var view, out problem))
            return Results.Problem(detail: $"{problem.Message} {problem.Remedy}", statusCode: StatusCodes.Status400BadRequest, title: problem.Message, type: $"urn:made:problem:{problem.Code}");
        var manifest = view.Edition.Manifest;
        return FileAnswers.Sheet(Workbook.Of(view.Table, EditionWords.Origin(view.Edition), view.Sentence, view.Notes), kind, $"table-{manifest.Month}-e{manifest.Number}");
    }
}
