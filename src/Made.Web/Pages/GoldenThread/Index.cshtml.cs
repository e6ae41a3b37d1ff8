using Made.Core.GoldenThread;
using Made.Core.Register;
using Made.Web.Access;
using Made.Web.Accounts;
using Made.Web.Composition;
using Made.Web.GoldenThread;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.GoldenThread;

/// <summary>Where to enter the thread, and what is missing in it.</summary>
public sealed class IndexModel(Partnership partnership, WholeThread whole, AddressedObjects objects) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Area { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    public ThreadMap Map { get; private set; } = null!;

    public ThreadKind? Listed { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!string.IsNullOrEmpty(Kind))
        {
            if (!ThreadKinds.TryParse(Kind, out var kind))
                return NotFound();
            Listed = kind;
        }
        Map = await ThreadMap.OfAsync(partnership, whole, objects, HttpContext.Asking().Person, string.IsNullOrEmpty(Area) ? null : new AreaCode(Area), Listed);
        return Page();
    }
}
