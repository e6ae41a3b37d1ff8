using System.Globalization;
using Made.Core.Agreement;
using Made.Core.GoldenThread;
using Made.Web.Agreement;
using Made.Web.Composition;
using Made.Web.GoldenThread;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Agreement;

/// <summary>Raises a comment on the text of an agreement.</summary>
public sealed class CommentModel(Partnership partnership) : PageModel
{
    public AgreementView View { get; private set; } = null!;

    public EntryForm Form { get; private set; } = EntryForm.Filled(null);

    public async Task<IActionResult> OnGetAsync(string id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (!await LoadAsync(id))
            return NotFound();
        Form = EntryForm.Sent(HttpContext);
        var text = Form.Need("text", "Say what should change, and why.");
        if (AgreementRules.WhyNoComment(View.History) is { } frozen)
            Form.Refuse("text", $"{frozen.Message} {frozen.Remedy}");
        var entry = new ThreadEntry
        {
            Point = new(ThreadKind.Comment, string.Create(CultureInfo.InvariantCulture, $"{id}-comment-{View.Comments.Count + 1}")),
            Area = View.History.Newest.Area,
            IsWhole = View.History.Newest.IsWhole,
            Title = EntryForm.Short(text),
            Day = partnership.Today,
            Source = "Raised on the agreement page",
            Content = new ThreadContent.Comment { On = id, Heading = View.Content.Sections.Any(s => s.Heading == Form.Of("heading")) ? Form.Of("heading") : "", Text = text },
        };
        return await Form.KeepAsync(this, partnership, "agreement page", entry, "text", EntryForm.Short(text), View.History) ? LocalRedirect($"/agreement/{id}?done=comment") : Page();
    }

    private async Task<bool> LoadAsync(string id)
    {
        if (await AgreementView.OfAsync(partnership, id) is not { } view)
            return false;
        View = view;
        return true;
    }
}
