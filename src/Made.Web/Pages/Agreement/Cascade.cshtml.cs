using Made.Core.Access;
using Made.Web.Access;
using Made.Web.Accounts;
using Made.Web.Agreement;
using Made.Web.Composition;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Agreement;

/// <summary>Cascade and gaps between an agreement, the areas' plans and the police and crime plan.</summary>
public sealed class CascadeModel(Partnership partnership, AddressedObjects objects) : PageModel
{
    public CascadeView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (await CascadeView.OfAsync(partnership, id, a => objects.MayRead(HttpContext.Asking().Person, Resource.Agreement, a)) is not { } view)
            return NotFound();
        View = view;
        return Page();
    }
}
