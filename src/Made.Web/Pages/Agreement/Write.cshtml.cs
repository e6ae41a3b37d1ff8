using Made.Core.Assessment;
using Made.Core.GoldenThread;
using Made.Core.Register;
using Made.Web.Accounts;
using Made.Web.Agreement;
using Made.Web.Assessment;
using Made.Web.Components;
using Made.Web.Composition;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Agreement;

/// <summary>Drafts an agreement of the whole partnership or an area's own plan, or writes a further version of one.</summary>
public sealed class WriteModel(Partnership partnership) : PageModel
{
    private const string LocalChain = "Consultation closed\nApproved by the partnership *";
    private const string DefaultChain = "Scrutiny of the themes\nWritten by the editorial group\nConsultation closed\nApproved by the board *\nScrutiny of the draft\nRecommended by the cabinet *\nApproved by full council *";

    [BindProperty]
    public AgreementForm Form { get; set; } = new();

    public ThreadHistory? Held { get; private set; }

    public Area Area { get; private set; } = null!;

    public bool IsLocal { get; private set; }

    /// <summary>Agreements of the whole partnership that an area's plan may answer, newest first.</summary>
    public IReadOnlyList<ThreadHistory> Wholes { get; private set; } = [];

    /// <summary>The priorities of the one that the plan answers.</summary>
    public IReadOnlyList<ThreadHistory> WholePriorities { get; private set; } = [];

    public Dictionary<string, string> Departures { get; private set; } = new(StringComparer.Ordinal);

    public IReadOnlyList<ThreadHistory> Agreed { get; private set; } = [];

    public IReadOnlyList<Issue> Terms { get; private set; } = [];

    public IReadOnlyList<Choice> Assessments { get; private set; } = [];

    public IReadOnlyList<Choice> Bodies { get; private set; } = [];

    public Vocabulary Vocabulary => partnership.Pack.Vocabulary;

    /// <summary>The issues that need a lead: those of the priorities that are chosen, of all where none is.</summary>
    public IReadOnlyList<string> Issues => [.. Agreed.Where(p => Form.Priorities.Count == 0 || Form.Priorities.Contains(p.Point.Id)).SelectMany(p => ((ThreadContent.Priority)p.Newest.Content).Issues).Distinct()];

    public Dictionary<string, IssueLead> Leads { get; private set; } = new(StringComparer.Ordinal);

    public IReadOnlyList<(string Field, string Message)> Errors { get; private set; } = [];

    public string? ErrorOf(string field) => Errors.FirstOrDefault(e => e.Field == field).Message;

    public async Task<IActionResult> OnGetAsync([FromRoute] string? id)
    {
        if (!await LoadAsync(id))
            return NotFound();
        Form = Held is null ? new() { Chain = IsLocal ? LocalChain : DefaultChain, Under = IsLocal && Wholes is [var newest, ..] ? newest.Point.Id : "" } : AgreementForm.Filled(Held);
        await LoadWholeAsync();
        Departures = ((Held?.Newest.Content as ThreadContent.Agreement)?.Departures ?? []).DistinctBy(d => d.Priority).ToDictionary(d => d.Priority, d => d.Reason, StringComparer.Ordinal);
        Leads = ((Held?.Newest.Content as ThreadContent.Agreement)?.Leads ?? []).DistinctBy(l => l.Issue).ToDictionary(l => l.Issue, StringComparer.Ordinal);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] string? id)
    {
        if (!await LoadAsync(id))
            return NotFound();
        Form = Form with { By = HttpContext.Asking().NameOr(Form.By) };
        Leads = Issues.Select(i => new IssueLead(i, Request.Form[$"lead-{i}"].ToString(), Request.Form[$"mechanism-{i}"].ToString().Trim())).Where(l => l.Lead.Length > 0).ToDictionary(l => l.Issue, StringComparer.Ordinal);
        await LoadWholeAsync();
        Departures = WholePriorities.Select(w => (w.Point.Id, Text: Request.Form[$"departure-{w.Point.Id}"].ToString().Trim())).Where(d => d.Text.Length > 0).ToDictionary(d => d.Id, d => d.Text, StringComparer.Ordinal);
        var (agreement, errors) = Form.Read([.. Leads.Values], [.. Departures.Select(d => new Departure(d.Key, d.Value))], Held);
        if (errors.Count > 0)
            return Refused(errors, StatusCodes.Status422UnprocessableEntity);
        var point = Held?.Point ?? new ThreadPoint(ThreadKind.Agreement, AreaRanking.Slug($"{Area.Code}-{agreement.Cycle}-{Form.Title}").ToLowerInvariant() is var slug && slug.Length > 100 ? slug[..100].Trim('-') : slug);
        var entry = new ThreadEntry { Point = point, Area = Area.Code, IsWhole = !IsLocal, Title = Form.Title!.Trim(), Day = partnership.Today, Source = "Written on the agreement page", Content = agreement };
        var work = new ThreadWork { Entries = [entry], Seen = new Dictionary<ThreadPoint, int> { [point] = Form.Seen } };
        if ((await partnership.Records.Thread.Keep(work, partnership.Today, partnership.Change(HttpContext.Asking().By("agreement page", Form.By), Form.Why!.Trim()))).Problem is not { } problem)
            return LocalRedirect($"/agreement/{point.Id}?done=written");
        var stale = problem.Code == "thread-changed-meanwhile";
        if (stale && await partnership.Records.Thread.Find(point) is { } now)
            Form = Form with { Seen = now.Stamp };
        return Refused([("title", $"{problem.Message} {problem.Remedy}")], stale ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
    }

    private PageResult Refused(IReadOnlyList<(string, string)> errors, int status)
    {
        ModelState.Clear();
        (Errors, Response.StatusCode) = (errors, status);
        return Page();
    }

    private async Task<bool> LoadAsync(string? id)
    {
        var thread = partnership.Records.Thread;
        var whole = CountyAssessment.WholeOf(partnership);
        if (id is not null && (Held = await thread.Find(new ThreadPoint(ThreadKind.Agreement, id))) is null)
            return false;
        if (!partnership.Areas.TryFind(Held?.Newest.Area ?? AreaOf(whole), out var area) || (area.Level != AreaLevel.Csp && area.Code != whole.Code))
            return false;
        (Area, IsLocal) = (area, area.Code != whole.Code);
        Wholes = IsLocal ? [.. (await thread.All(ThreadKind.Agreement, whole.Code)).OrderByDescending(a => ((ThreadContent.Agreement)a.Newest.Content).From)] : [];
        Agreed = [.. (await thread.All(ThreadKind.Priority, area.Code)).Where(p => p.State == "agreed")];
        Assessments = [new("", "None is recorded"), .. (await thread.All(ThreadKind.Assessment)).OrderByDescending(a => a.Newest.Day).Select(a => new Choice(a.Point.Id, a.Newest.Title))];
        Terms = [.. partnership.Pack.Issues.Where(i => i.Kind != IssueKind.Issue && i.From <= partnership.Today && partnership.Today <= i.To)];
        Bodies = [new("", "Nobody yet"), .. new Bodies(partnership.Pack.Organisations).On(partnership.Today).Where(o => o.Kind is not ("publisher" or "partnership")).OrderBy(o => o.Kind == "board" ? 0 : 1).ThenBy(o => o.Name, StringComparer.Ordinal).Select(o => new Choice(o.Id, o.Name))];
        return true;
    }

    // From the address alone, as access was decided by it: what a form says of an area or an id does not count.
    private AreaCode AreaOf(Area whole) => Request.Query["gss"].ToString() is { Length: > 0 } gss ? new(gss) : whole.Code;

    private async Task LoadWholeAsync() =>
        WholePriorities = Wholes.FirstOrDefault(w => w.Point.Id == Form.Under) is { } under ? await AgreementView.PrioritiesAsync(partnership.Records.Thread, under) : [];
}
