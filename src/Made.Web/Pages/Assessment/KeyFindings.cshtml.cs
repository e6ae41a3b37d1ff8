using Made.Core.Calendar;
using Made.Web.Assessment;
using Made.Web.Composition;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Assessment;

/// <summary>What a strategic assessment found in one area, what people said there, and what is to be done.</summary>
public sealed class KeyFindingsModel(Partnership partnership) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Of { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public AreaEvidence View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string gss)
    {
        if (partnership.Areas.CspInstead(gss, Month.Of(partnership.Today)) is { } csp)
            return Redirect($"/assessment/{csp.Code}/findings{Request.QueryString}");
        if (await AreaEvidence.OfAsync(partnership, gss, Of) is not { } view)
            return NotFound();
        View = view;
        return Page();
    }
}
