using Made.Core.Access;
using Made.Core.Register;
using Made.Web.Access;
using Made.Web.Accounts;
using Made.Web.Assessment;
using Made.Web.Composition;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Assessment;

/// <summary>One strategic assessment as a project; the newest where none is named.</summary>
public sealed class StrategicModel(Partnership partnership, AddressedObjects objects) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>Null while none is planned.</summary>
    public StrategicAssessment? View { get; private set; }

    /// <summary>The partnerships that the reader may look at.</summary>
    public IEnumerable<(Area Area, int KeyFindings, int Open)> Readable => View!.Areas.Where(a => objects.MayRead(HttpContext.Asking().Person, Resource.Assessment, a.Area.Code));

    public async Task<IActionResult> OnGetAsync(string? id)
    {
        View = await StrategicAssessment.OfAsync(partnership, id);
        return View is null && id is not null ? NotFound() : Page();
    }
}
