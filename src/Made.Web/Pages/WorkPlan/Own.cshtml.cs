using Made.Core.WorkPlan;
using Made.Web.Access;
using Made.Web.Accounts;
using Made.Web.Composition;
using Made.Web.Editions;
using Made.Web.Subscriptions;
using Made.Web.WorkPlan;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.WorkPlan;

/// <summary>A request as whoever made it sees it. Somebody else's is answered as what is not there.</summary>
public sealed class OwnModel(Partnership partnership, AddressedObjects objects) : PageModel
{
    public RequestView View { get; private set; } = null!;

    public bool Done { get; private set; }

    public string Words { get; private set; } = "";

    public string Error { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, string? done)
    {
        Done = done == "asked";
        return await LoadAsync(id) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? words, int seen)
    {
        if (!await LoadAsync(id))
            return NotFound();
        Words = NoteText.Plain(words);
        var step = new RequestStep(RequestRules.TakeBack, Words: Words);
        if (RequestRules.Broken(step, partnership.Today) is [var (_, missing), ..])
            return Refused(missing, StatusCodes.Status422UnprocessableEntity);
        if (NoteText.WhyNot(Words, WorkRequest.LongestText, partnership.Today) is { } personal)
            return Refused($"{personal.Message} {personal.Remedy}", StatusCodes.Status422UnprocessableEntity);
        if ((await partnership.Records.WorkRequests.Take(id, step, seen, partnership.Change(HttpContext.Asking().By("own page"), Words))).Problem is not { } problem)
            return LocalRedirect(RequestWords.Own(id));
        await LoadAsync(id);
        return Refused($"{problem.Message} {problem.Remedy}", StatusCodes.Status409Conflict);
    }

    private PageResult Refused(string why, int status)
    {
        (Error, Response.StatusCode) = (why, status);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        var asking = HttpContext.Asking();
        if (await RequestView.OfAsync(partnership, objects, asking.Person, id) is not { } view || view.Request.Newest.Reader != HomeView.ReaderOf(asking))
            return false;
        View = view;
        return true;
    }
}
