using Made.Core.Calendar;
using Made.Web.Composition;
using Made.Web.Dashboards;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Analysis;

/// <summary>How much harm recorded crime stands for, estimated, beside how much there is.</summary>
public sealed class SeverityModel(Partnership partnership) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Area { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Edition { get; set; }

    public IReadOnlyList<Month> Months { get; private set; } = [];

    public SeverityView? View { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? month)
    {
        Months = [.. (await partnership.Editions.Months()).Reverse()];
        if (month is null)
            return await partnership.LatestMonthAsync() is { } latest ? Redirect($"/severity/{latest}{Request.QueryString}") : Page();
        if (!Month.TryParse(month, out var wanted) || await partnership.Editions.Open(wanted, Edition) is not { } reader)
            return NotFound();
        View = SeverityViews.Of(reader, Area);
        return View is null ? NotFound() : Page();
    }
}
