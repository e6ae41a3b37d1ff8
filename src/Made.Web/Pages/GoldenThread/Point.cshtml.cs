using Made.Core.GoldenThread;
using Made.Web.Access;
using Made.Web.Accounts;
using Made.Web.Composition;
using Made.Web.GoldenThread;
using Made.Web.Products;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.GoldenThread;

/// <summary>One point of the thread with everything next to it.</summary>
public sealed class PointModel(Partnership partnership, AddressedObjects objects) : PageModel
{
    public ThreadView View { get; private set; } = null!;

    public IReadOnlyList<SummaryLine> Lines { get; private set; } = [];

    /// <summary>What is filed about an issue; null for every other point.</summary>
    public ProductLinks? Products { get; private set; }

    public async Task<IActionResult> OnGetAsync(string kind, string id)
    {
        if (!ThreadKinds.TryParse(kind, out var of) || await ThreadView.OfAsync(partnership, objects, HttpContext.Asking().Person, new ThreadPoint(of, id)) is not { } view)
            return NotFound();
        View = view;
        Lines = PointLines.Of(view, new ThreadNames(partnership), partnership.Pack.Matrices);
        Products = of == ThreadKind.Issue ? await ProductLinks.OfIssueAsync(partnership, objects, HttpContext.Asking().Person, id) : null;
        return Page();
    }
}
