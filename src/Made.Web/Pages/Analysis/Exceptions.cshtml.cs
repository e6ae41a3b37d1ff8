using Made.Core.Calendar;
using Made.Web.Composition;
using Made.Web.Dashboards;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Analysis;

/// <summary>What stands out in a month over all partnerships and indicators, each with its reasons.</summary>
public sealed class ExceptionsModel(Partnership partnership) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Area { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Indicator { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Outcome { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Edition { get; set; }

    public IReadOnlyList<Month> Months { get; private set; } = [];

    public ExceptionsView? View { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? month)
    {
        Months = [.. (await partnership.Editions.Months()).Reverse()];
        if (month is null)
            return await partnership.LatestMonthAsync() is { } latest ? Redirect($"/exceptions/{latest}{Request.QueryString}") : Page();
        if (!Month.TryParse(month, out var wanted) || await partnership.Editions.Open(wanted, Edition) is not { } reader)
            return NotFound();
        View = ExceptionViews.Of(reader, new ExceptionFilter(Area ?? "", Indicator ?? "", Outcome ?? ""));
        return View is null ? NotFound() : Page();
    }
}
