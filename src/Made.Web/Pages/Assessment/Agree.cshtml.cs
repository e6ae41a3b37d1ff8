using Made.Core.Assessment;
using Made.Core.GoldenThread;
using Made.Web.Accounts;
using Made.Web.Assessment;
using Made.Web.Composition;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Assessment;

/// <summary>Agrees the ranking of a partnership as its scores make it, or one of its priorities.</summary>
public sealed class AgreeModel(Partnership partnership) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Cycle { get; set; }

    public AreaAssessment View { get; private set; } = null!;

    public bool IsRanking { get; private set; }

    public string Position { get; private set; } = "";

    public string Wording { get; private set; } = "";

    public string Departure { get; private set; } = "";

    public string Why { get; private set; } = "";

    public string By { get; private set; } = "";

    public int Seen { get; private set; }

    public IReadOnlyList<(string Field, string Message)> Errors { get; private set; } = [];

    public string? ErrorOf(string field) => Errors.FirstOrDefault(e => e.Field == field).Message;

    public async Task<IActionResult> OnGetAsync(string gss, string act, int? position)
    {
        if (!await LoadAsync(gss, act))
            return NotFound();
        var place = position ?? View.Priorities.Count + 1;
        Position = $"{place}";
        if (Held(place) is { } held)
        {
            Seen = held.Stamp;
            if (held.Newest.Content is ThreadContent.Priority priority)
                (Wording, Departure) = (priority.Wording, priority.Reason);
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string gss, string act, string? position, string? wording, string? departure, string? why, string? by, int seen)
    {
        if (!await LoadAsync(gss, act))
            return NotFound();
        (Position, Wording, Departure, Why, By, Seen) = ((position ?? "").Trim(), (wording ?? "").Trim(), (departure ?? "").Trim(), (why ?? "").Trim(), HttpContext.Asking().NameOr(by), seen);
        var place = int.TryParse(Position, out var number) && number is >= 1 and <= 20 ? number : 0;
        var errors = new List<(string Field, string Message)>();
        if (!IsRanking && place == 0)
            errors.Add(("position", "Give a place from 1 to 20."));
        if (!IsRanking && Wording.Length == 0)
            errors.Add(("wording", "Say how the partnership words it."));
        if (Why.Length == 0)
            errors.Add(("why", "Say which meeting agreed it."));
        if (By.Length == 0)
            errors.Add(("by", "Say in which role you do this."));
        if (errors.Count > 0)
            return Refused(errors, StatusCodes.Status422UnprocessableEntity);
        var change = partnership.Change(HttpContext.Asking().By("assessment page", By), Why);
        if (!Work(place).Succeeded(out var work, out var problem))
            return Refused([(problem.Code == "priority-reason-missing" ? "departure" : IsRanking ? "why" : "wording", $"{problem.Message} {problem.Remedy}")], StatusCodes.Status422UnprocessableEntity);
        if ((await partnership.Records.Thread.Keep(work, partnership.Today, change)).Problem is not { } refused)
            return LocalRedirect($"/assessment/{gss}?cycle={View.Cycle}&done={(IsRanking ? "agreed" : "priority")}");
        var stale = refused.Code == "thread-changed-meanwhile";
        await LoadAsync(gss, act);
        Seen = stale ? Held(place)?.Stamp ?? 0 : Seen;
        return Refused([("why", $"{refused.Message} {refused.Remedy}")], stale ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
    }

    private Core.Outcome<ThreadWork> Work(int place)
    {
        if (!IsRanking)
            return PriorityChoice.Local(View.Area, View.Cycle, place, Wording, Departure, View.Vocabulary, View.Agreed, Held(place), Seen, partnership.Today);
        if (!View.Ranked.Any(r => r.Rank > 0))
            return Core.Assessment.Problems.NothingScored(View.Area.Name);
        var entry = AreaRanking.Entry(View.Area, View.Matrix!, View.Counting, View.Vocabulary, partnership.Today);
        return new ThreadWork { Entries = [entry], Seen = new Dictionary<ThreadPoint, int> { [entry.Point] = Seen } };
    }

    private ThreadHistory? Held(int place) => IsRanking ? View.Agreed : View.Priorities.FirstOrDefault(p => p.Point == PriorityChoice.PointOf(View.Area.Code, View.Cycle, place));

    private PageResult Refused(IReadOnlyList<(string, string)> errors, int status)
    {
        (Errors, Response.StatusCode) = (errors, status);
        return Page();
    }

    private async Task<bool> LoadAsync(string gss, string act)
    {
        IsRanking = act == "agree";
        if (await AreaAssessment.OfAsync(partnership, gss, Cycle) is not { Matrix: not null } view)
            return false;
        View = view;
        return true;
    }
}
