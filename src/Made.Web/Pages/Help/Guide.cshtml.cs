using Made.Web.Help;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Help;

/// <summary>One guide, with the pictures that were made.</summary>
public sealed class GuideModel : PageModel
{
    public Guide Guide { get; private set; } = null!;

    public bool Has(GuideBlock.Picture picture) => System.IO.File.Exists(GuidePictures.PathOf(picture.Name));

    public IActionResult OnGet(string id)
    {
        if (Guide.Find(id) is not { } found)
            return NotFound();
        Guide = found;
        return Page();
    }
}
