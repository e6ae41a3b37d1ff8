using Made.Web.Composition;
using Made.Web.Dashboards;
using Microsoft.AspNetCore.Mvc;

namespace Made.Web.Pages.Analysis;

/// <summary>The areas of one indicator by size, with the limits that size explains.</summary>
public sealed class FunnelModel(Partnership partnership) : AnalysisModel(partnership)
{
    [BindProperty(SupportsGet = true)]
    public string? Level { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Area { get; set; }

    public FunnelView? View { get; private set; }

    /// <summary>Indicator and month stand in the path; a form sends them as parameters.</summary>
    public async Task<IActionResult> OnGetAsync(string? indicator, string? month)
    {
        await LoadMonthsAsync();
        if (Months.Count == 0 && indicator is null)
            return Page();
        if (await OpenAsync(month, newest => NewestWhole(newest, First(indicator), null)) is not { } reader)
            return NotFound();
        View = FunnelViews.Of(reader, First(indicator), Level, Area);
        return View is null ? NotFound() : Page();
    }

    private string First(string? indicator) => indicator ?? Partnership.Pack.Indicators.OrderBy(i => i.Order).First().Id;
}
