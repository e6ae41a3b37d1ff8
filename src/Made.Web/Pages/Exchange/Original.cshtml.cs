using Made.Core.Exchange;
using Made.Web.Composition;
using Made.Web.Exchange;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Exchange;

/// <summary>One sealed original; after its day, the certificate of its destruction.</summary>
public sealed class OriginalModel(Partnership partnership) : PageModel
{
    public SealedOriginal Original { get; private set; } = null!;

    public string Title => Original.Destroyed is null ? "Sealed original" : "Certificate of destruction";

    public string Partnership => partnership.Pack.Title;

    public IReadOnlyList<(string Key, string Value)> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await partnership.Records.Originals.Find(id) is not { } found)
            return NotFound();
        Original = found;
        Lines = OriginalWords.Lines(found, partnership.Pack.Datasets.FirstOrDefault(d => d.Id == found.Dataset)?.Title ?? found.Dataset, partnership.Today);
        return Page();
    }
}
