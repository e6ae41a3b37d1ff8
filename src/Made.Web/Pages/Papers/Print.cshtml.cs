using Made.Web.Access;
using Made.Web.Accounts;
using Made.Web.Composition;
using Made.Web.Papers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Papers;

/// <summary>Papers as the one long page that is printed to PDF.</summary>
public sealed class PrintModel(Partnership partnership, AddressedObjects objects) : PageModel
{
    public PaperContent Paper { get; private set; } = null!;

    /// <summary>Page by anchor, known after the first printing.</summary>
    public IReadOnlyDictionary<string, int> Numbers { get; private set; } = new Dictionary<string, int>();

    public async Task<IActionResult> OnGetAsync(string? title, string? month, int edition, string? areas, string? parts, string? numbers)
    {
        if (PaperQuery.Parse(title, month, edition, areas, parts) is not { } choice || !objects.MayRead(HttpContext.Asking().Person, choice)
            || await partnership.Editions.Open(choice.Month, choice.Edition) is not { } reader)
            return NotFound();
        (Paper, Numbers) = (PaperContent.Of(reader, choice), PaperQuery.Numbers(numbers));
        return Page();
    }
}
