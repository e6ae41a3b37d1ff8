using Made.Core.Sharing;
using Made.Web.Accounts;
using Made.Web.Components;
using Made.Web.Composition;
using Made.Web.Exchange;
using Made.Web.Sharing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Sharing;

/// <summary>Adds an agreement, or a further version of one. What was written stays in the form whatever the answer.</summary>
public sealed class WriteModel(Partnership partnership) : PageModel
{
    [BindProperty]
    public SharingForm Form { get; set; } = new();

    /// <summary>The agreement that gets a further version; null for a new one.</summary>
    public SharingHistory? Held { get; private set; }

    public bool IsStale { get; private set; }

    public IReadOnlyList<(string Field, string Message)> Errors { get; private set; } = [];

    /// <summary>Those that exist today, and those of the version that is changed.</summary>
    public IReadOnlyList<Choice> Organisations =>
    [
        .. partnership.Pack.Organisations
            .Where(o => (o.From <= partnership.Today && partnership.Today <= o.To) || Held?.Newest.Parties.Any(p => p.Organisation == o.Id) == true)
            .OrderBy(o => o.Name, StringComparer.OrdinalIgnoreCase)
            .Select(o => new Choice(o.Id, o.To < partnership.Today ? $"{o.Name} (ended {LondonTime.Day(o.To)})" : o.Name)),
    ];

    public IReadOnlyList<Choice> Gateways => [.. partnership.Pack.Gateways.Select(g => new Choice(g.Id, g.Citation) { Hint = $"{g.Title}: a {g.Kind}" })];

    public IReadOnlyList<Choice> Datasets => [.. partnership.Pack.Datasets.Where(SharingCover.Needed).Select(d => new Choice(d.Id, d.Title))];

    public string? ErrorOf(string field) => Errors.FirstOrDefault(e => e.Field == field).Message;

    public async Task<IActionResult> OnGetAsync([FromRoute] string? id)
    {
        if (id is null)
            return Page();
        if (await FindAsync(id) is not { End: null } held)
            return NotFound();
        (Held, Form) = (held, SharingForm.Filled(held));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] string? id)
    {
        if (id is not null && (Held = await FindAsync(id)) is null)
            return NotFound();
        if (id is not null)
            Form = Form with { Id = id };
        Form = Form with { By = HttpContext.Asking().NameOr(Form.By) };
        var (agreement, errors) = Form.Read(partnership.Pack);
        if (errors.Count > 0)
            return Refused(errors);
        var change = partnership.Change(HttpContext.Asking().By("sharing page", Form.By), Form.Why!.Trim());
        var sharing = partnership.Records.Sharing;
        var kept = id is null ? await sharing.Add(agreement, change) : await sharing.Revise(agreement, Form.State, change);
        if (kept.Succeeded(out var saved, out var problem))
            return LocalRedirect($"/sharing/agreements/{saved.Id}?done={(id is null ? "added" : "revised")}");
        if (problem.Code == "sharing-changed-meanwhile")
        {
            // What was written stays; saved again, it goes on from what is held now.
            (Held, IsStale) = (await FindAsync(id!), true);
            Form = Form with { State = Held!.State };
            ModelState.Clear();
        }
        return Refused([(problem.Code == "sharing-agreement-exists" ? "id" : "title", $"{problem.Message} {problem.Remedy}")]);
    }

    private PageResult Refused(IReadOnlyList<(string, string)> errors)
    {
        Errors = errors;
        Response.StatusCode = IsStale ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<SharingHistory?> FindAsync(string id) => (await partnership.Records.Sharing.All()).FirstOrDefault(a => a.Id == id);
}
