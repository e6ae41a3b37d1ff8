using Made.Core.Access;
using Made.Core.GoldenThread;
using Made.Core.Register;
using Made.Core.WorkPlan;
using Made.Web.Access;
using Made.Web.Accounts;
using Made.Web.Components;
using Made.Web.Composition;
using Made.Web.Editions;
using Made.Web.Exchange;
using Made.Web.Products;
using Made.Web.Sharing;
using Made.Web.Subscriptions;
using Made.Web.WorkPlan;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.WorkPlan;

/// <summary>A request to the analysts, from somebody, from a product that is due for review or from a gap in what is known.</summary>
public sealed class AskModel(Partnership partnership, AddressedObjects objects) : PageModel
{
    /// <summary>The product that the request is about.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Product { get; set; }

    /// <summary>Id of the gap in what is known that the request is to close.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Gap { get; set; }

    public string Source { get; private set; } = "";

    public string Question { get; private set; } = "";

    public string Decision { get; private set; } = "";

    public string NeededBy { get; private set; } = "";

    public string Area { get; private set; } = "";

    public string Issue { get; private set; } = "";

    public string By { get; private set; } = "";

    public IReadOnlyList<(string Field, string Message)> Errors { get; private set; } = [];

    public IReadOnlyList<Choice> Areas => ProductShelf.Areas(partnership);

    public IReadOnlyList<Choice> Issues => ProductShelf.Issues(partnership);

    public string? ErrorOf(string field) => Errors.FirstOrDefault(e => e.Field == field).Message;

    public async Task OnGetAsync(string? area, string? issue)
    {
        (Area, Issue, NeededBy) = (area ?? "", issue ?? "", ProductForm.Text(partnership.Today.AddDays(28)));
        if (await GapAsync() is { } gap)
            (Question, Area) = (((ThreadContent.Recommendation)gap.Content).Text, AreaOf(gap));
        if (await AboutAsync() is not { } product)
            return;
        (Question, Area, Issue) = ($"Is “{product.Title}” still right?", product.Areas is [var only] ? only.Value : "", product.Issues.FirstOrDefault(""));
    }

    public async Task<IActionResult> OnPostAsync(string? question, string? decision, string? neededBy, string? area, string? issue, string? by)
    {
        var asking = HttpContext.Asking();
        // A gap is told to those who may read its area, whatever area the form says.
        if (await GapAsync() is { } gap)
            area = AreaOf(gap);
        await AboutAsync();
        (Question, Decision, NeededBy, Area, Issue, By) = (NoteText.Plain(question), NoteText.Plain(decision), (neededBy ?? "").Trim(), area ?? "", issue ?? "", asking.NameOr(by));
        var errors = new List<(string Field, string Message)>();
        var request = new WorkRequest
        {
            Question = Question.Replace('\n', ' '),
            Decision = Decision.Replace('\n', ' '),
            NeededBy = SharingForm.Day("neededBy", NeededBy, "the day", errors),
            Areas = Area.Length == 0 ? [] : [new AreaCode(Area)],
            Issue = Issue,
            Source = Source,
            Reader = HomeView.ReaderOf(asking),
        };
        errors.AddRange(RequestRules.Broken(request, partnership.Today).Where(b => !errors.Exists(e => e.Field == b.Field)));
        foreach (var (field, text) in new[] { ("question", request.Question), ("decision", request.Decision) })
            if (NoteText.WhyNot(text, WorkRequest.LongestText, partnership.Today) is { } personal && !errors.Exists(e => e.Field == field))
                errors.Add((field, $"{personal.Message} {personal.Remedy}"));
        if (Area.Length > 0 && !Areas.Any(a => a.Value == Area))
            errors.Add(("area", "Choose an area of the list."));
        if (Issue.Length > 0 && !Issues.Any(i => i.Value == Issue))
            errors.Add(("issue", "Choose an issue of the list."));
        if (By.Length == 0)
            errors.Add(("by", "Say in which role you do this."));
        if (errors.Count == 0 && (await partnership.Records.WorkRequests.Ask(request, partnership.Change(asking.By("work plan page", By), "Asked of the analysts"))).Succeeded(out var asked, out var problem))
            return LocalRedirect($"{RequestWords.Own(asked.Id)}?done=asked");
        (Errors, Response.StatusCode) = (errors, StatusCodes.Status422UnprocessableEntity);
        return Page();
    }

    /// <summary>The gap, where whoever asks may read its area's assessment; it becomes the request's source.</summary>
    private async Task<ThreadEntry?> GapAsync()
    {
        if (Gap is not { Length: > 0 } id || (await partnership.Records.Thread.Find(new ThreadPoint(ThreadKind.Recommendation, id)))?.Newest is not { } entry
            || !objects.MayRead(HttpContext.Asking().Person, Resource.Assessment, entry.Area))
            return null;
        Source = $"A gap in the strategic assessment: {entry.Title}";
        return entry;
    }

    private string AreaOf(ThreadEntry gap) => Areas.Any(a => a.Value == gap.Area.Value) ? gap.Area.Value : "";

    /// <summary>The product, where whoever asks may see it; it becomes the request's source.</summary>
    private async Task<Core.Products.Product?> AboutAsync()
    {
        if (Product is not { } id || (await ProductShelf.OfAsync(partnership, objects, HttpContext.Asking().Person)).Find(id) is not { } held)
            return null;
        // Requests are read more widely than products: of a marked one only its marking is told.
        Source = held.Newest.Marking == Core.Sharing.Marking.Official ? $"The product “{held.Newest.Title}”, to be reviewed by {LondonTime.Day(held.Newest.ReviewBy)}" : "A product marked OFFICIAL-SENSITIVE";
        return held.Newest.Marking == Core.Sharing.Marking.Official ? held.Newest : null;
    }
}
