using Made.Web.Assessment;
using Made.Web.Composition;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Assessment;

/// <summary>The rankings of all partnerships put together, and what was chosen.</summary>
public sealed class IndexModel(Partnership partnership) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Cycle { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public CountyAssessment View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await CountyAssessment.OfAsync(partnership, Cycle) is not { } view)
            return NotFound();
        View = view;
        return Page();
    }
}
