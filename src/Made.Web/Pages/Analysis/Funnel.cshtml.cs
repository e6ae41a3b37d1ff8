using Made.Core.Calendar;
using Made.Web.Composition;
using Made.Web.Dashboards;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Analysis;

/// <summary>The areas of one indicator by size, with the limits that size explains.</summary>
public sealed class FunnelModel(Partnership partnership) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Level { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Area { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Edition { get; set; }

    public IReadOnlyList<Month> Months { get; private set; } = [];

    public FunnelView? View { get; private set; }

    /// <summary>Indicator and month stand in the path; a form sends them as parameters.</summary>
    public async Task<IActionResult> OnGetAsync(string? indicator, string? month)
    {
        Months = [.. (await partnership.Editions.Months()).Reverse()];
        if (Months.Count == 0 && indicator is null)
            return Page();
        if (!Month.TryParse(month ?? $"{await partnership.LatestMonthAsync()}", out var wanted) || await partnership.Editions.Open(wanted, Edition) is not { } reader)
            return NotFound();
        View = FunnelViews.Of(reader, indicator ?? partnership.Pack.Indicators.OrderBy(i => i.Order).First().Id, Level, Area);
        return View is null ? NotFound() : Page();
    }
}
