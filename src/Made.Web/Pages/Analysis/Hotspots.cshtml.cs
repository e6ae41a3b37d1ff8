using Made.Core.Access;
using Made.Core.Register;
using Made.Web.Access;
using Made.Web.Accounts;
using Made.Web.Composition;
using Made.Web.Dashboards;
using Microsoft.AspNetCore.Mvc;

namespace Made.Web.Pages.Analysis;

/// <summary>Hot spots, concentration and repeats of one indicator in a district or partnership over 12 months.</summary>
public sealed class HotspotsModel(Partnership partnership, AddressedObjects objects) : AnalysisModel(partnership)
{
    [BindProperty(SupportsGet = true)]
    public string? Indicator { get; set; }

    public HotspotView? View { get; private set; }

    /// <summary>Area and month stand in the path; a form sends them as parameters.</summary>
    public async Task<IActionResult> OnGetAsync(string? gss, string? month, CancellationToken stop)
    {
        await LoadMonthsAsync();
        if (Months.Count == 0 && gss is null)
            return Page();
        if (await OpenAsync(month, newest => NewestWhole(newest, Indicator, HotspotViews.Choices(newest.Register.Pack).FirstOrDefault()?.Dataset)) is not { } reader)
            return NotFound();
        var area = gss ?? objects.FirstArea(HttpContext.Asking().Person, Resource.SmallAreas, reader.Areas.At(AreaLevel.Csp, reader.Manifest.Month)) ?? "";
        View = await HotspotViews.OfAsync(Partnership.Editions, reader, area, Indicator, stop);
        return View is null ? NotFound() : Page();
    }
}
