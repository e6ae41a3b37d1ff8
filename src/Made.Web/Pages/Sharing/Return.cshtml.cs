using Made.Core.Sharing;
using Made.Web.Accounts;
using Made.Web.Components;
using Made.Web.Composition;
using Made.Web.Sharing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Sharing;

/// <summary>One return of the statutory exchange: what it is, who owes it, and recording what became of it.</summary>
public sealed class ReturnModel(Partnership partnership) : PageModel
{
    private static readonly (string Code, string Words, ReturnStepKind Kind)[] Known =
    [
        ("received", "It was received", ReturnStepKind.Received), ("chased", "The letter was sent", ReturnStepKind.Chased),
        ("not-held", "The provider says that it does not hold the information", ReturnStepKind.NotHeld), ("taken-back", "The last entry was wrong: take it back", ReturnStepKind.TakenBack),
    ];

    public StatutoryReturn Return { get; private set; } = null!;

    public DateOnly Today => partnership.Today;

    public bool Done { get; private set; }

    public string Kind { get; private set; } = "";

    public string Day { get; private set; } = "";

    public string Why { get; private set; } = "";

    public string By { get; private set; } = "";

    public IReadOnlyList<Choice> Kinds => [.. Known.Where(k => k.Kind != ReturnStepKind.TakenBack || Return.Standing.Count > 0).Select(k => new Choice(k.Code, k.Words))];

    public IReadOnlyList<(string Field, string Message)> Errors { get; private set; } = [];

    public string? ErrorOf(string field) => Errors.FirstOrDefault(e => e.Field == field).Message;

    public async Task<IActionResult> OnGetAsync(string quarter, int set, string organisation, string? done)
    {
        Done = done == "recorded";
        return await LoadAsync(quarter, set, organisation) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string quarter, int set, string organisation, string? kind, string? day, string? why, string? by, int known)
    {
        if (!await LoadAsync(quarter, set, organisation))
            return NotFound();
        (Kind, Day, Why, By) = (kind ?? "", (day ?? "").Trim(), (why ?? "").Trim(), HttpContext.Asking().NameOr(by));
        var errors = new List<(string Field, string Message)>();
        if (!Array.Exists(Known, k => k.Code == Kind))
            errors.Add(("kind", "Choose what happened."));
        var on = SharingForm.Day("day", Day, "the day", errors);
        if (Why.Length == 0)
            errors.Add(("why", "Say how you know, for example which message it was."));
        if (By.Length == 0)
            errors.Add(("by", "Say in which role you do this."));
        var status = StatusCodes.Status422UnprocessableEntity;
        if (errors.Count == 0)
        {
            var change = partnership.Change(HttpContext.Asking().By("sharing page", By), Why);
            var step = new ReturnStep(set, organisation, Return.Quarter.Last, Known.First(k => k.Code == Kind).Kind, on, change);
            if ((await partnership.Records.Returns.Record(step, partnership.Pack, known, Today, change)).Succeeded(out _, out var problem))
                return LocalRedirect($"{ReturnWords.Path(Return)}?done=recorded");
            errors.Add((problem.Code is "return-settled" or "return-nothing-to-take-back" or "return-changed-meanwhile" ? "kind" : "day", $"{problem.Message} {problem.Remedy}"));
            status = problem.Code == "return-changed-meanwhile" ? StatusCodes.Status409Conflict : status;
        }
        // What was written stays; sent again, it goes on from what is held now.
        await LoadAsync(quarter, set, organisation);
        (Errors, Response.StatusCode) = (errors, status);
        return Page();
    }

    private async Task<bool> LoadAsync(string quarter, int set, string organisation)
    {
        if (!QuarterlyModel.TryParse(quarter, Today, out var found))
            return false;
        var returns = StatutoryExchange.Of(partnership.Pack, found, await partnership.Records.Returns.Of(found));
        if (returns.FirstOrDefault(r => r.Set.Number == set && r.Provider.Id == organisation) is not { } one)
            return false;
        Return = one;
        return true;
    }
}
