using Made.Core.Assessment;
using Made.Core.GoldenThread;
using Made.Web.Accounts;
using Made.Web.Assessment;
using Made.Web.Composition;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Assessment;

/// <summary>Records what the board chose for the whole partnership, and why.</summary>
public sealed class ChoiceModel(Partnership partnership) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Cycle { get; set; }

    public CountyAssessment View { get; private set; } = null!;

    public string Wordings { get; private set; } = "";

    public string Board { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public string By { get; private set; } = "";

    public int Seen { get; private set; }

    public IReadOnlyList<(string Field, string Message)> Errors { get; private set; } = [];

    public string? ErrorOf(string field) => Errors.FirstOrDefault(e => e.Field == field).Message;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        Wordings = string.Join('\n', View.Priorities.Where(p => p.State == "agreed").Select(p => ((ThreadContent.Priority)p.Newest.Content).Wording));
        if (Held() is { Newest.Content: ThreadContent.Decision held } history)
            (Seen, Board, Reason) = (history.Stamp, held.By, held.Reason);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? wordings, string? board, string? reason, string? by, int seen)
    {
        if (!await LoadAsync())
            return NotFound();
        (Wordings, Board, Reason, By, Seen) = (wordings ?? "", (board ?? "").Trim(), (reason ?? "").Trim(), HttpContext.Asking().NameOr(by), seen);
        var lines = Wordings.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Errors =
        [
            .. lines.Length == 0 ? new[] { ("wordings", "Name at least one priority.") } : [],
            .. Board.Length == 0 ? new[] { ("board", "Say which body decided.") } : [],
            .. Reason.Length == 0 ? new[] { ("reason", "Say why, above all where the choice is not the order of the rankings.") } : [],
            .. By.Length == 0 ? new[] { ("by", "Say in which role you do this.") } : [],
        ];
        if (Errors.Count > 0)
            return Refused(StatusCodes.Status422UnprocessableEntity);
        var decision = new ThreadContent.Decision
        {
            Cycle = View.Cycle,
            By = Board,
            Decided = $"{lines.Length} {(lines.Length == 1 ? "priority" : "priorities")}: {string.Join("; ", lines)}.",
            Reason = Reason,
            Rankings = [.. View.Areas.Where(a => a.Ranking is not null).Select(a => a.Ranking!.Point.Id)],
        };
        var thread = partnership.Records.Thread;
        var problem = PriorityChoice.Whole(View.Whole, decision, lines, View.Vocabulary, await thread.All(ThreadKind.Priority), seen, partnership.Today).Succeeded(out var work, out var unknown)
            ? (await thread.Keep(work, partnership.Today, partnership.Change(HttpContext.Asking().By("assessment page", By), Reason))).Problem
            : unknown;
        if (problem is null)
            return LocalRedirect($"/assessment?cycle={View.Cycle}&done=chosen");
        var stale = problem.Code == "thread-changed-meanwhile";
        await LoadAsync();
        Seen = stale ? Held()?.Stamp ?? 0 : Seen;
        Errors = [("wordings", $"{problem.Message} {problem.Remedy}")];
        return Refused(stale ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
    }

    private PageResult Refused(int status)
    {
        Response.StatusCode = status;
        return Page();
    }

    private ThreadHistory? Held() => View.Decisions.FirstOrDefault(d => d.Point == PriorityChoice.DecisionOf(View.Whole.Code, View.Cycle));

    private async Task<bool> LoadAsync()
    {
        if (await CountyAssessment.OfAsync(partnership, Cycle) is not { Cycle.Length: > 0 } view)
            return false;
        View = view;
        return true;
    }
}
