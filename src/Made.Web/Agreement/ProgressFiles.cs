using System.Globalization;
using Made.Core;
using Made.Core.GoldenThread;
using Made.Web.Accounts;
using Made.Web.Composition;
using Made.Web.Downloads;
using Made.Web.Exchange;
using Made.Web.Methods;
using Microsoft.AspNetCore.Hosting.Server;

namespace Made.Web.Agreement;

/// <summary>Progress by activity as a file, both ways; and the plan on a page as PDF.</summary>
internal static class ProgressFiles
{
    public const int MostBytes = 256 * 1024;
    private static readonly string[] Columns = ["agreement", "number", "activity", "progress", "day", "why"];

    public static void MapAgreementFiles(this WebApplication app)
    {
        app.MapGet("/agreement/{id}/progress.{kind:regex(^(csv|xlsx|ods)$)}", FileAsync).ExcludeFromDescription();
        app.MapGet("/agreement/{id}/page.pdf", PageAsync).ExcludeFromDescription();
    }

    public static Table Table(AgreementView view) => new()
    {
        Name = "progress",
        Title = $"Progress of {view.History.Newest.Title}",
        Columns = [.. Columns.Select(c => new Column(c))],
        Rows = view.Activities.Select(a => (IReadOnlyList<Cell>)
        [
            Cell.Of(view.History.Point.Id), Cell.Of(((ThreadContent.Activity)a.Newest.Content).Number.ToString(CultureInfo.InvariantCulture)), Cell.Of(((ThreadContent.Activity)a.Newest.Content).Text),
            Cell.Of(a.State), Cell.Of(a.Steps.Count == 0 ? "" : a.Steps[^1].Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), Cell.Of(a.Steps.Count == 0 ? "" : a.Steps[^1].Change.Why),
        ]),
    };

    /// <summary>The steps that a file asks for, each with its reason: rows whose progress differs from what is kept.</summary>
    public static Outcome<IReadOnlyList<ThreadAct>> Read(string file, byte[] bytes, AgreementView view, DateOnly today)
    {
        if (bytes.Length > MostBytes)
            return Methods.Problems.File(file, $"it has more than {MostBytes / 1024} KB");
        var faults = new InputFaults();
        var table = InputRows.Read(file, bytes, Columns, faults);
        if (faults.Any)
            return faults.Together();
        var (ids, numbers, progress, days, whys) = (table.TextsOrGaps("agreement"), table.TextsOrGaps("number"), table.TextsOrGaps("progress"), table.TextsOrGaps("day"), table.TextsOrGaps("why"));
        var acts = new List<ThreadAct>();
        for (var i = 0; i < table.Count; i++)
        {
            Problem Wrong(string column, string why) => Core.Agreement.Problems.ActivityRow(i + 2, column, why);
            if (ids[i] != view.History.Point.Id)
                return Wrong("agreement", $"'{ids[i]}' is not {view.History.Point.Id}");
            if (view.Activities.FirstOrDefault(a => ((ThreadContent.Activity)a.Newest.Content).Number.ToString(CultureInfo.InvariantCulture) == numbers[i]) is not { } activity)
                return Wrong("number", $"there is no activity {numbers[i]}");
            var told = activity.Steps.Count > 0 ? activity.Steps[^1] : null;
            if (progress[i] == activity.State && (told is null || (days[i] == told.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) && whys[i] == told.Change.Why)))
                continue;
            if (!Processes.Of(activity.Newest.Content).Take(activity.Newest.Title, activity.State, progress[i]).Succeeded(out _, out var refused))
                return Wrong("progress", refused.Message);
            if (!DateOnly.TryParseExact(days[i], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day > today)
                return Wrong("day", $"'{days[i]}' is not a day up to today (yyyy-MM-dd)");
            if (whys[i].Length == 0)
                return Wrong("why", "is empty: say what was done or what is in the way");
            acts.Add(new(activity.Point, progress[i], day, whys[i]));
        }
        return acts;
    }

    private static async Task<IResult> FileAsync(Partnership partnership, string id, string kind)
    {
        if (await AgreementView.OfAsync(partnership, id) is not { } view)
            return Results.NotFound();
        var origin = new Origin("progress told by the leads", view.History.Newest.Title, LondonTime.Day(partnership.Today), "OFFICIAL", partnership.Pack.Synthetic);
        return FileAnswers.Sheet(Workbook.Of(Table(view), origin, "Change progress (on-track, behind, at-risk, done), day and why, and send the CSV back on the agreement's page.", []), kind, $"progress-{id}");
    }

    private static async Task<IResult> PageAsync(Partnership partnership, HttpContext context, IServer server, PrintPasses passes, string id, CancellationToken stop) =>
        await AgreementView.OfAsync(partnership, id) is null ? Results.NotFound() : await FileAnswers.PdfAsync(server, passes, context.Asking(), $"/agreement/{id}/page", id, stop);
}
