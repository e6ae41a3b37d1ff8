using Made.Core.Access;
using Made.Core.WorkPlan;
using Made.Web.Access;
using Made.Web.Accounts;
using Made.Web.Components;
using Made.Web.Composition;
using Made.Web.Editions;
using Made.Web.Products;
using Made.Web.Sharing;
using Made.Web.WorkPlan;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.WorkPlan;

/// <summary>One request, as partners read it and analysts answer it.</summary>
public sealed class RequestModel(Partnership partnership, AddressedObjects objects) : PageModel
{
    public RequestView View { get; private set; } = null!;

    public IReadOnlyList<Choice> Acts { get; private set; } = [];

    public IReadOnlyList<Choice> Products { get; private set; } = [];

    public RequestStep Step { get; private set; } = new("");

    public string Agreed { get; private set; } = "";

    public string By { get; private set; } = "";

    public int Seen { get; private set; }

    public IReadOnlyList<(string Field, string Message)> Errors { get; private set; } = [];

    public string? ErrorOf(string field) => Errors.FirstOrDefault(e => e.Field == field).Message;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id))
            return NotFound();
        Agreed = View.Request.Newest.IsLate(partnership.Today) ? "" : ProductForm.Text(View.Request.Newest.Due);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? act, string? owner, string? agreed, Guid? product, string? link, string? words, string? by, int seen)
    {
        if (!await LoadAsync(id))
            return NotFound();
        var asking = HttpContext.Asking();
        (Agreed, By, Seen) = ((agreed ?? "").Trim(), asking.NameOr(by), seen);
        var errors = new List<(string Field, string Message)>();
        if (!Acts.Any(a => a.Value == act))
            errors.Add(("act", View.Request.Newest.IsOpen ? "Choose what you do." : "It is no longer open: see what was done."));
        Step = new(act ?? "", NoteText.Plain(owner), act == RequestRules.Accept ? SharingForm.Day("agreed", Agreed, "the day", errors) : null, product, (link ?? "").Trim(), NoteText.Plain(words));
        errors.AddRange(RequestRules.Broken(Step, partnership.Today).Where(b => !errors.Exists(e => e.Field == b.Field)));
        foreach (var (field, text) in new[] { ("words", Step.Words), ("owner", Step.Owner) })
            if (NoteText.WhyNot(text, WorkRequest.LongestText, partnership.Today) is { } personal && !errors.Exists(e => e.Field == field))
                errors.Add((field, $"{personal.Message} {personal.Remedy}"));
        if (product is { } named && !Products.Any(p => p.Value == named.ToString()))
            errors.Add(("product", "Choose a product of the list."));
        if (By.Length == 0)
            errors.Add(("by", "Say in which role you do this."));
        if (errors.Count > 0)
            return Refused(errors, View.Request.Stamp == seen ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict);
        var change = partnership.Change(asking.By("work plan page", By), Step.Words.Length > 0 ? Step.Words : "Recorded on the work plan");
        if ((await partnership.Records.WorkRequests.Take(id, Step, seen, change)).Problem is not { } problem)
            return LocalRedirect(RequestWords.Href(id));
        await LoadAsync(id);
        return Refused([("act", $"{problem.Message} {problem.Remedy}")], StatusCodes.Status409Conflict);
    }

    private PageResult Refused(IReadOnlyList<(string Field, string Message)> errors, int status)
    {
        (Errors, Response.StatusCode, Seen) = ([.. errors.DistinctBy(e => e.Field)], status, View.Request.Stamp);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        var person = HttpContext.Asking().Person;
        if (await RequestView.OfAsync(partnership, objects, person, id) is not { } view)
            return false;
        (View, Seen) = (view, view.Request.Stamp);
        Acts = objects.May(person, Deed.Change, view.Request.Newest)
            ? [.. RequestRules.Process.From(view.Request.Newest.State).Where(m => m.Act != RequestRules.TakeBack).Select(m => new Choice(m.Act, m.Words))]
            : [];
        var register = await ProductShelf.OfAsync(partnership, objects, person);
        Products = [new("", "No product"), .. register.Readable.Where(register.IsInForce).Select(p => new Choice(p.Id.ToString(), p.Newest.Title))];
        return true;
    }
}
