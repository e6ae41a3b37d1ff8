using Made.Core.Calendar;
using Made.Web.Composition;
using Made.Web.Dashboards;

namespace Made.Web.Editions;

/// <summary>What changed between two released editions, as files.</summary>
internal static class EditionFiles
{
    public static void MapEditionFiles(this WebApplication app) =>
        app.MapGet("/editions/{month:length(7)}/{number:int}/changes.{kind:regex(^(csv|xlsx|ods)$)}", ChangesAsync).ExcludeFromDescription();

    private static async Task<IResult> ChangesAsync(Partnership partnership, string month, int number, string kind)
    {
        if (!Month.TryParse(month, out var wanted) || await partnership.Editions.Open(wanted, number) is not { } reader || await ChangesView.OfAsync(partnership, reader) is not { } view)
            return Results.NotFound();
        return FilesApi.Sheet(view.Table, reader, $"{view.Sentence} {string.Join(' ', view.Causes.Select(c => c.Words))}", kind, $"changes-{month}-e{number}");
    }
}
