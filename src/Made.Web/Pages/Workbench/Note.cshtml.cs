using Made.Web.Composition;
using Made.Web.Editions;
using Made.Web.Workbench;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Workbench;

/// <summary>What was done to one series, to be printed and put beside the chart.</summary>
public sealed class NoteModel(Partnership partnership) : PageModel
{
    internal HeldView View { get; private set; } = null!;

    public Panel Panel => View.Panels[0];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await HeldViews.OfAsync(partnership, WorkbenchFiles.Given(Request.Query), HttpContext.SeesDrafts()) is not { Faults.Count: 0, Panels: [{ Note: not null }, ..] } view)
            return NotFound();
        View = view;
        return Page();
    }
}
