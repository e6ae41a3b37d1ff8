using Made.Web.Composition;
using Made.Web.Dashboards;
using Microsoft.AspNetCore.Mvc;

namespace Made.Web.Pages.Analysis;

/// <summary>How much harm recorded crime stands for, estimated, beside how much there is.</summary>
public sealed class SeverityModel(Partnership partnership) : AnalysisModel(partnership)
{
    [BindProperty(SupportsGet = true)]
    public string? Area { get; set; }

    public SeverityView? View { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? month)
    {
        await LoadMonthsAsync();
        if (month is null)
            return await Partnership.LatestMonthAsync() is { } latest ? Redirect($"/severity/{latest}{Request.QueryString}") : Page();
        if (await OpenAsync(month) is not { } reader)
            return NotFound();
        View = SeverityViews.Of(reader, Area);
        return View is null ? NotFound() : Page();
    }
}
