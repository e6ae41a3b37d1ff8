using Made.Core.GoldenThread;
using Made.Core.Scorecard;
using Made.Web.Accounts;
using Made.Web.Components;
using Made.Web.Composition;
using Made.Web.Dashboards;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Scorecard;

/// <summary>Proposes a status in place of the computed one, with the reason. It stands once somebody else approves it.</summary>
public sealed class StatusModel(Partnership partnership) : PageModel
{
    public OutcomesView View { get; private set; } = null!;

    public OutcomeLine Line { get; private set; } = null!;

    public string Stated { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public string By { get; private set; } = "";

    public int Seen { get; private set; }

    public IReadOnlyList<(string Field, string Message)> Errors { get; private set; } = [];

    public IReadOnlyList<Choice> Choices => [.. OutcomeStatuses.Stated.Where(s => s != Line.Judged.Status).Select(s => new Choice(s.ToString(), s.Words()))];

    public string? ErrorOf(string field) => Errors.FirstOrDefault(e => e.Field == field).Message;

    public async Task<IActionResult> OnGetAsync(string gss, string? outcome, string? indicator, string? month)
    {
        if (!await LoadAsync(gss, outcome, indicator, month))
            return NotFound();
        (Seen, Stated, Reason) = (Line.Set?.Stamp ?? 0, Line.Said?.Stated.ToString() ?? "", Line.Said?.Reason ?? "");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string gss, string? outcome, string? indicator, string? month, string? stated, string? reason, string? by, int seen)
    {
        if (!await LoadAsync(gss, outcome, indicator, month))
            return NotFound();
        (Stated, Reason, By, Seen) = (stated ?? "", (reason ?? "").Trim(), HttpContext.Asking().NameOr(by), seen);
        Errors =
        [
            .. Choices.Any(c => c.Value == Stated) ? [] : new[] { ("stated", "Choose the status that it should have.") },
            .. Reason.Length == 0 ? new[] { ("reason", "Say why the rule's status is not right.") } : [],
            .. By.Length == 0 ? new[] { ("by", "Say in which role you do this.") } : [],
        ];
        if (Errors.Count > 0)
            return Refused(StatusCodes.Status422UnprocessableEntity);
        var (point, area) = (OutcomeRules.StatusOf(Line.Outcome.Id, Line.Indicator.Id, View.Area.Code, View.Month), View.Area);
        var entry = new ThreadEntry
        {
            Point = point,
            Area = area.Code,
            IsWhole = area.Level is not (Core.Register.AreaLevel.Csp or Core.Register.AreaLevel.District),
            Title = $"Status of {Line.Indicator.Title} for '{Line.Outcome.Title}', {View.Place}, {View.Month.Name}",
            Day = partnership.Today,
            Source = "Proposed on the scorecard",
            Content = new ThreadContent.Status
            {
                Outcome = Line.Outcome.Id,
                Indicator = Line.Indicator.Id,
                Month = View.Month,
                Edition = View.Edition.Manifest.Number,
                Computed = Line.Judged.Status,
                Stated = Enum.Parse<OutcomeStatus>(Stated),
                Reason = Reason,
                Measure = ThreadPoint.OfMeasure(Line.Indicator.Id, area.Code, $"{View.Month}").Id,
                Towards = Line.Target?.Point.Id ?? "",
            },
        };
        var work = new ThreadWork
        {
            Entries = [entry],
            Acts = Line.Set is { State: not (Processes.Proposed or Processes.Approved) } ? [new(point, Processes.ProposeAgain, partnership.Today)] : [],
            Seen = new Dictionary<ThreadPoint, int> { [point] = seen },
        };
        if ((await partnership.Records.Thread.Keep(work, partnership.Today, partnership.Change(HttpContext.Asking().By("scorecard page", By), Reason))).Problem is not { } problem)
            return LocalRedirect($"{View.Address}?month={View.Month}&done=status");
        var stale = problem.Code == "thread-changed-meanwhile";
        await LoadAsync(gss, outcome, indicator, month);
        Seen = stale ? Line.Set?.Stamp ?? 0 : Seen;
        Errors = [("stated", $"{problem.Message} {problem.Remedy}")];
        return Refused(stale ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
    }

    private PageResult Refused(int status)
    {
        Response.StatusCode = status;
        return Page();
    }

    private async Task<bool> LoadAsync(string gss, string? outcome, string? indicator, string? month)
    {
        if (await OutcomesViews.OfAsync(partnership, gss, month, null) is not { } view || view.Lines.FirstOrDefault(l => l.Outcome.Id == outcome && l.Indicator.Id == indicator) is not { } line)
            return false;
        (View, Line) = (view, line);
        return true;
    }
}
