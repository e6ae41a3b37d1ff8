using Made.Core.Sharing;
using Made.Web.Composition;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Sharing;

/// <summary>The letter that asks a provider for everything it has overdue of one quarter, to print or copy. Sending is recorded on each return.</summary>
public sealed class LetterModel(Partnership partnership) : PageModel
{
    public IReadOnlyList<StatutoryReturn> Overdue { get; private set; } = [];

    public DateOnly Today => partnership.Today;

    public string Partnership => partnership.Pack.Title;

    public async Task<IActionResult> OnGetAsync(string quarter, string organisation)
    {
        if (!QuarterlyModel.TryParse(quarter, Today, out var found))
            return NotFound();
        Overdue = [.. StatutoryExchange.Of(partnership.Pack, found, await partnership.Records.Returns.Of(found)).Where(r => r.Provider.Id == organisation && r.IsOverdue(Today))];
        return Overdue.Count > 0 ? Page() : NotFound();
    }
}
