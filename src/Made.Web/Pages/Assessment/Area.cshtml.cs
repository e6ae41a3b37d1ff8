using Made.Core.Calendar;
using Made.Web.Access;
using Made.Web.Accounts;
using Made.Web.Assessment;
using Made.Web.Composition;
using Made.Web.Products;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Assessment;

/// <summary>What one partnership scored, ranked and agreed.</summary>
public sealed class AreaModel(Partnership partnership, AddressedObjects objects) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Cycle { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public AreaAssessment View { get; private set; } = null!;

    /// <summary>What is filed about the area.</summary>
    public ProductLinks Products { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string gss)
    {
        if (partnership.Areas.CspInstead(gss, Month.Of(partnership.Today)) is { } csp)
            return Redirect($"/assessment/{csp.Code}{Request.QueryString}");
        if (await AreaAssessment.OfAsync(partnership, gss, Cycle) is not { } view)
            return NotFound();
        View = view;
        Products = await ProductLinks.AboutAsync(partnership, objects, HttpContext.Asking().Person, view.Area.Code);
        return Page();
    }
}
