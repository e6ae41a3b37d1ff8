using Made.Core.Calendar;
using Made.Core.Editions;
using Made.Core.Register;
using Made.Store.Editions;
using Made.Web.Accounts;
using Made.Web.Composition;
using Made.Web.Dashboards;
using Made.Web.Editions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Editions;

/// <summary>Writes a note on a draft: about the page or an indicator, on one area's page or on all of them.</summary>
public sealed class NoteModel(Partnership partnership) : PageModel
{
    public EditionReader Draft { get; private set; } = null!;

    public string Area { get; private set; } = "";

    public string Indicator { get; private set; } = "";

    public string Text { get; private set; } = "";

    public string Role { get; private set; } = "";

    public long State { get; private set; }

    /// <summary>After a stale edit, what somebody else wrote meanwhile.</summary>
    public EditionNote? Held { get; private set; }

    public IReadOnlyList<(string Field, string Message)> Errors { get; private set; } = [];

    public string Back => $"/drafts/{Draft.Manifest.Month}";

    public string About =>
        $"{(Indicator.Length == 0 ? "the page" : EditionWords.Title(Draft, Indicator))}, {(Area.Length == 0 ? "every partnership" : Wording.PlaceName(Draft.Areas, new AreaCode(Area), Draft.Manifest.Month))}";

    public string? ErrorOf(string field) => Errors.FirstOrDefault(e => e.Field == field).Message;

    public async Task<IActionResult> OnGetAsync(string month, string? area, string? indicator)
    {
        if (!await LoadAsync(month, area, indicator))
            return NotFound();
        if (await WaitingAsync() is { } waiting)
            (Text, Role, State) = (waiting.Note.Text, waiting.Note.Role, waiting.State);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string month, string? area, string? indicator, string? text, string? role, long state)
    {
        if (!await LoadAsync(month, area, indicator))
            return NotFound();
        (Text, Role, State) = (NoteText.Plain(text), NoteText.Plain(role).Replace('\n', ' '), state);
        var errors = new List<(string Field, string Message)>();
        if (NoteText.WhyNot(Text, EditionNote.LongestText, partnership.Today) is { } wrong)
            errors.Add(("text", $"{wrong.Message} {wrong.Remedy}"));
        if (Role.Length == 0 && Text.Length > 0)
            errors.Add(("role", "Say in which role you write it."));
        else if (Role.Length > EditionNote.LongestRole || NoteText.WhyNot(Role, EditionNote.LongestRole, partnership.Today) is not null)
            errors.Add(("role", "Give a role of a few words, such as Partnership analyst. Not a name."));
        if (errors.Count > 0)
            return Refused(errors, StatusCodes.Status422UnprocessableEntity);
        var note = new EditionNote { Area = Area, Indicator = Indicator, Text = Text, Role = Role, Day = partnership.Today };
        var kept = await partnership.Records.EditionNotes.Keep(Draft.Manifest.Month, note, state, partnership.Change(HttpContext.Asking().By("drafts page", Role), "Note on a draft"));
        if (kept.Succeeded(out _, out var problem))
            return LocalRedirect(Back);
        // What was written stays; sent again, it goes on from what is held now.
        if (await WaitingAsync() is { } waiting)
            (Held, State) = (waiting.Note, waiting.State);
        else
            State = 0;
        return Refused([("text", $"{problem.Message} {problem.Remedy}")], StatusCodes.Status409Conflict);
    }

    private PageResult Refused(IReadOnlyList<(string, string)> errors, int status)
    {
        (Errors, Response.StatusCode) = (errors, status);
        return Page();
    }

    private async Task<Store.Records.WaitingNote?> WaitingAsync() =>
        (await partnership.Records.EditionNotes.Of(Draft.Manifest.Month)).FirstOrDefault(n => n.Note.Area == Area && n.Note.Indicator == Indicator);

    private async Task<bool> LoadAsync(string month, string? area, string? indicator)
    {
        if (!Month.TryParse(month, out var wanted) || (await partnership.Records.Editions.Drafts()).FirstOrDefault(d => d.Month == wanted) is not { } found)
            return false;
        Draft = await partnership.Editions.Open(found);
        (Area, Indicator) = (area ?? "", indicator ?? "");
        return (Area.Length == 0 || Draft.Areas.At(AreaLevel.Csp, wanted).Any(a => a.Code.Value == Area))
            && (Indicator.Length == 0 || Draft.Register.Pack.Indicators.Any(i => i.Id == Indicator));
    }
}
