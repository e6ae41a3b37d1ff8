using Made.Core.GoldenThread;
using Made.Web.Accounts;
using Made.Web.Components;
using Made.Web.Composition;
using Made.Web.GoldenThread;
using Made.Web.Sharing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.GoldenThread;

/// <summary>Records what happened to an entry: a stage of approval, progress of an activity, what becomes of a plan.</summary>
public sealed class StepModel(Partnership partnership) : PageModel
{
    public ThreadHistory History { get; private set; } = null!;

    public IReadOnlyList<Choice> Choices => [.. Processes.Of(History.Newest.Content).From(History.State).Select(m => new Choice(m.Act, m.Words))];

    public string Act { get; private set; } = "";

    public string Day { get; private set; } = "";

    public string Why { get; private set; } = "";

    public string By { get; private set; } = "";

    public int Seen { get; private set; }

    public IReadOnlyList<(string Field, string Message)> Errors { get; private set; } = [];

    public string? ErrorOf(string field) => Errors.FirstOrDefault(e => e.Field == field).Message;

    public async Task<IActionResult> OnGetAsync(string kind, string id)
    {
        if (!await LoadAsync(kind, id))
            return NotFound();
        (Seen, Day) = (History.Stamp, partnership.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string kind, string id, string? act, string? day, string? why, string? by, int seen)
    {
        if (!await LoadAsync(kind, id))
            return NotFound();
        (Act, Day, Why, By, Seen) = (act ?? "", (day ?? "").Trim(), (why ?? "").Trim(), HttpContext.Asking().NameOr(by), seen);
        var errors = new List<(string Field, string Message)>();
        if (Act.Length == 0)
            errors.Add(("act", "Choose what happened."));
        var on = SharingForm.Day("day", Day, "the day", errors);
        if (Why.Length == 0)
            errors.Add(("why", "Say why, or which meeting decided it."));
        if (By.Length == 0)
            errors.Add(("by", "Say in which role you do this."));
        if (errors.Count > 0)
            return Refused(errors, StatusCodes.Status422UnprocessableEntity);
        var change = partnership.Change(HttpContext.Asking().By("thread page", By), Why);
        var problem = await StepRules.TakeAsync(partnership, History, new(History.Point, Act, on), seen, change);
        if (problem is null)
            return LocalRedirect(ThreadWords.Home(History.Point));
        var stale = problem.Code == "thread-changed-meanwhile";
        await LoadAsync(kind, id);
        // What was written stays; sent again, it goes on from what is held now.
        Seen = stale ? History.Stamp : Seen;
        return Refused([(problem.Code == "thread-day-ahead" ? "day" : "act", $"{problem.Message} {problem.Remedy}")], stale ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
    }

    private PageResult Refused(IReadOnlyList<(string, string)> errors, int status)
    {
        (Errors, Response.StatusCode) = (errors, status);
        return Page();
    }

    private async Task<bool> LoadAsync(string kind, string id)
    {
        if (!ThreadKinds.TryParse(kind, out var of) || await partnership.Records.Thread.Find(new ThreadPoint(of, id)) is not { } held || Processes.Of(held.Newest.Content) == Process.Still)
            return false;
        History = held;
        return true;
    }
}
