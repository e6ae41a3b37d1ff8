using System.Globalization;
using Made.Core.GoldenThread;
using Made.Web.Accounts;
using Made.Web.Agreement;
using Made.Web.Components;
using Made.Web.Composition;
using Made.Web.GoldenThread;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Agreement;

/// <summary>An activity of an agreement: what is done, what it serves, who leads it.</summary>
public sealed class ActivityModel(Partnership partnership) : PageModel
{
    public AgreementView View { get; private set; } = null!;

    public int Number { get; private set; }

    public string Text { get; private set; } = "";

    public IReadOnlyList<string> Priorities { get; private set; } = [];

    public IReadOnlyList<string> Terms { get; private set; } = [];

    public IReadOnlyList<string> Leads { get; private set; } = [];

    public IReadOnlyList<string> Strategies { get; private set; } = [];

    public string Why { get; private set; } = "";

    public string By { get; private set; } = "";

    public int Seen { get; private set; }

    public IReadOnlyList<(string Field, string Message)> Errors { get; private set; } = [];

    public IReadOnlyList<Choice> Bodies => [.. View.Bodies.On(partnership.Today).Where(o => o.Kind is not ("publisher" or "partnership")).OrderBy(o => o.Kind == "board" ? 0 : 1).ThenBy(o => o.Name, StringComparer.Ordinal).Select(o => new Choice(o.Id, o.Name))];

    public string? ErrorOf(string field) => Errors.FirstOrDefault(e => e.Field == field).Message;

    public async Task<IActionResult> OnGetAsync(string id, int? number)
    {
        if (!await LoadAsync(id, number))
            return NotFound();
        if (Held() is { Newest.Content: ThreadContent.Activity a } held)
            (Text, Priorities, Terms, Leads, Strategies, Seen) = (a.Text, a.Priorities, a.Terms, a.Leads, a.Strategies, held.Stamp);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, int? number, string? text, List<string>? priorities, List<string>? terms, List<string>? leads, List<string>? strategies, string? why, string? by, int seen)
    {
        if (!await LoadAsync(id, number))
            return NotFound();
        (Text, Why, By, Seen) = ((text ?? "").Trim(), (why ?? "").Trim(), HttpContext.Asking().NameOr(by), seen);
        (Priorities, Terms, Leads, Strategies) = (priorities ?? [], terms ?? [], leads ?? [], [.. (strategies ?? []).Where(s => View.Strategies.Any(v => v.Point.Id == s))]);
        Errors =
        [
            .. Text.Length == 0 ? new[] { ("text", "Say what is done.") } : [],
            .. Priorities.Count + Terms.Count == 0 ? new[] { ("priorities", "Say what it serves: a priority, a factor, a requirement or an outcome.") } : [],
            .. Why.Length == 0 ? new[] { ("why", "Say what changes, and why.") } : [],
            .. By.Length == 0 ? new[] { ("by", "Say in which role you do this.") } : [],
        ];
        if (Errors.Count > 0)
            return Refused(StatusCodes.Status422UnprocessableEntity);
        var entry = new ThreadEntry
        {
            Point = PointOf(),
            Area = View.History.Newest.Area,
            IsWhole = View.History.Newest.IsWhole,
            Title = EntryForm.Short(Text),
            Day = partnership.Today,
            Source = "Written on the agreement page",
            Content = new ThreadContent.Activity { Under = id, Number = Number, Text = Text, Priorities = Priorities, Terms = Terms, Leads = Leads, Strategies = Strategies },
        };
        var work = new ThreadWork { Entries = [entry], Seen = new Dictionary<ThreadPoint, int> { [entry.Point] = seen } };
        if ((await partnership.Records.Thread.Keep(work, partnership.Today, partnership.Change(HttpContext.Asking().By("agreement page", By), Why))).Problem is not { } problem)
            return LocalRedirect($"/agreement/{id}?done=activity");
        var stale = problem.Code == "thread-changed-meanwhile";
        await LoadAsync(id, number);
        Seen = stale ? Held()?.Stamp ?? 0 : Seen;
        Errors = [("text", $"{problem.Message} {problem.Remedy}")];
        return Refused(stale ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
    }

    private PageResult Refused(int status)
    {
        Response.StatusCode = status;
        return Page();
    }

    private ThreadPoint PointOf() => new(ThreadKind.Activity, string.Create(CultureInfo.InvariantCulture, $"{View.History.Point.Id}-{Number}"));

    private ThreadHistory? Held() => View.Activities.FirstOrDefault(a => a.Point == PointOf());

    private async Task<bool> LoadAsync(string id, int? number)
    {
        if (await AgreementView.OfAsync(partnership, id) is not { } view)
            return false;
        View = view;
        Number = number ?? view.Activities.Select(a => ((ThreadContent.Activity)a.Newest.Content).Number).DefaultIfEmpty(0).Max() + 1;
        return number is null || Held() is not null;
    }
}
