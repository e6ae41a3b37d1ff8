using Made.Web.Composition;
using Made.Web.Editions;
using Made.Web.Workbench;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Workbench;

/// <summary>A method of the analyst's choice over figures that are held. Every selection is an address.</summary>
public sealed class IndexModel(Partnership partnership) : PageModel
{
    /// <summary>None before the first edition.</summary>
    internal HeldView? View { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var given = WorkbenchFiles.Given(Request.Query);
        View = await HeldViews.OfAsync(partnership, given, HttpContext.SeesDrafts());
        if (View is null && HeldViews.IsPinned(given))
            return NotFound();
        if (View is { Faults.Count: > 0 })
            Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
