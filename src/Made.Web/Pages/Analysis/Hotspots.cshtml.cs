using Made.Core.Calendar;
using Made.Core.Register;
using Made.Web.Composition;
using Made.Web.Dashboards;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Analysis;

/// <summary>Hot spots, concentration and repeats of one indicator in a district or partnership over 12 months.</summary>
public sealed class HotspotsModel(Partnership partnership) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Indicator { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Edition { get; set; }

    public IReadOnlyList<Month> Months { get; private set; } = [];

    public HotspotView? View { get; private set; }

    /// <summary>Area and month stand in the path; a form sends them as parameters.</summary>
    public async Task<IActionResult> OnGetAsync(string? gss, string? month, CancellationToken stop)
    {
        Months = [.. (await partnership.Editions.Months()).Reverse()];
        if (Months.Count == 0 && gss is null)
            return Page();
        if (!Month.TryParse(month ?? $"{await partnership.LatestMonthAsync()}", out var wanted) || await partnership.Editions.Open(wanted, Edition) is not { } reader)
            return NotFound();
        var area = gss ?? reader.Areas.At(AreaLevel.Csp, wanted).FirstOrDefault()?.Code.Value ?? "";
        View = await HotspotViews.OfAsync(partnership.Editions, reader, area, Indicator, stop);
        return View is null ? NotFound() : Page();
    }
}
