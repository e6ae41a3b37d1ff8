using Made.Core.Calendar;
using Made.Core.Register;
using Made.Store.Editions;
using Made.Web.Composition;
using Made.Web.Dashboards;
using Made.Web.Editions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Editions;

/// <summary>One released edition: what changed with it, why, and its pages.</summary>
public sealed class ChangesModel(Partnership partnership) : PageModel
{
    public EditionReader Edition { get; private set; } = null!;

    public ChangesView? View { get; private set; }

    public IReadOnlyList<(string Code, string Place)> Areas { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string month, int number)
    {
        if (!Month.TryParse(month, out var wanted) || await partnership.Editions.Open(wanted, number) is not { } reader)
            return NotFound();
        Edition = reader;
        View = await ChangesView.OfAsync(partnership, reader);
        Areas = [.. reader.Areas.At(AreaLevel.Csp, wanted).Select(a => (a.Code.Value, Wording.PlaceName(reader.Areas, a.Code, wanted))).OrderBy(a => a.Item2, StringComparer.Ordinal)];
        return Page();
    }
}
