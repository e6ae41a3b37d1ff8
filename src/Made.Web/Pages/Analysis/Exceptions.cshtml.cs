using Made.Web.Composition;
using Made.Web.Dashboards;
using Microsoft.AspNetCore.Mvc;

namespace Made.Web.Pages.Analysis;

/// <summary>What stands out in a month over all partnerships and indicators, each with its reasons.</summary>
public sealed class ExceptionsModel(Partnership partnership) : AnalysisModel(partnership)
{
    [BindProperty(SupportsGet = true)]
    public string? Area { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Indicator { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Outcome { get; set; }

    public ExceptionsView? View { get; private set; }

    private protected override bool ShowsDrafts => true;

    public async Task<IActionResult> OnGetAsync(string? month)
    {
        await LoadMonthsAsync();
        if (month is null)
            return await Partnership.LatestMonthAsync() is { } latest ? Redirect($"/exceptions/{latest}{Request.QueryString}") : Page();
        if (await OpenAsync(month) is not { } reader)
            return NotFound();
        View = ExceptionViews.Of(reader, new ExceptionFilter(Area ?? "", Indicator ?? "", Outcome ?? ""));
        return View is null ? NotFound() : Page();
    }
}
