using Made.Core.Register;
using Made.Core.Sharing;
using Made.Web.Accounts;
using Made.Web.Components;
using Made.Web.Composition;
using Made.Web.Sharing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Sharing;

/// <summary>Records a signature under an agreement, or ends it.</summary>
public sealed class ActModel(Partnership partnership) : PageModel
{
    private Bodies bodies = null!;
    private IReadOnlyList<SharingHistory> all = [];

    public SharingHistory History { get; private set; } = null!;

    public bool Signs { get; private set; }

    public int State { get; private set; }

    public string Other { get; private set; } = "";

    public string Role { get; private set; } = "";

    public string Day { get; private set; } = "";

    public string Why { get; private set; } = "";

    public string By { get; private set; } = "";

    public IReadOnlyList<(string Field, string Message)> Errors { get; private set; } = [];

    /// <summary>Who may still sign, in place of an ended party those that followed it; or the agreements that can take its place.</summary>
    public IReadOnlyList<Choice> Choices => Signs
        ? [.. History.Newest.Parties.SelectMany(p => bodies.InPlaceOf(p.Organisation, partnership.Today)).DistinctBy(o => o.Id).Select(o => new Choice(o.Id, o.Name))]
        : [new("", "None"), .. all.Where(a => a.Id != History.Id).Select(a => new Choice(a.Id, a.Newest.Title))];

    public string? ErrorOf(string field) => Errors.FirstOrDefault(e => e.Field == field).Message;

    public async Task<IActionResult> OnGetAsync(string id, string act)
    {
        if (!await LoadAsync(id, act) || History.End is not null)
            return NotFound();
        State = History.State;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, string act, string? other, string? role, string? day, string? why, string? by, int state)
    {
        if (!await LoadAsync(id, act))
            return NotFound();
        (Other, Role, Day, Why, By, State) = (other ?? "", (role ?? "").Trim(), (day ?? "").Trim(), (why ?? "").Trim(), HttpContext.Asking().NameOr(by), state);
        var errors = new List<(string Field, string Message)>();
        if (Signs && Other.Length == 0)
            errors.Add(("other", "Choose the organisation that signed."));
        if (Signs && Role.Length == 0)
            errors.Add(("role", "Say in which role the signatory acts."));
        var on = SharingForm.Day("day", Day, Signs ? "the day of the signature" : "the last day", errors);
        if (Why.Length == 0)
            errors.Add(("why", Signs ? "Say how you know, for example where the signed document is kept." : "Say why it ends."));
        if (By.Length == 0)
            errors.Add(("by", "Say in which role you do this."));
        if (errors.Count > 0)
            return Refused(errors, StatusCodes.Status422UnprocessableEntity);
        var change = partnership.Change(HttpContext.Asking().By("sharing page", By), Why);
        var sharing = partnership.Records.Sharing;
        var done = Signs
            ? await sharing.Sign(id, new Signature(Other, Role, on), bodies, partnership.Today, state, change)
            : await sharing.End(id, on, Other, state, change);
        if (done.Succeeded(out _, out var problem))
            return LocalRedirect($"/sharing/agreements/{id}?done={(Signs ? "signed" : "ended")}");
        var stale = problem.Code == "sharing-changed-meanwhile";
        await LoadAsync(id, act);
        // What was written stays; sent again, it goes on from what is held now.
        State = stale ? History.State : State;
        return Refused([(problem.Code is "sharing-day-ahead" or "sharing-ends-before-it-begins" or "sharing-body-not-then" ? "day" : Signs ? "other" : "why", $"{problem.Message} {problem.Remedy}")],
            stale ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
    }

    private PageResult Refused(IReadOnlyList<(string, string)> errors, int status)
    {
        (Errors, Response.StatusCode) = (errors, status);
        return Page();
    }

    private async Task<bool> LoadAsync(string id, string act)
    {
        (Signs, bodies, all) = (act == "sign", new Bodies(partnership.Pack.Organisations), await partnership.Records.Sharing.All());
        if (all.FirstOrDefault(a => a.Id == id) is not { } held)
            return false;
        History = held;
        return true;
    }
}
