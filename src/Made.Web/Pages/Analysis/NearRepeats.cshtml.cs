using Made.Core.Access;
using Made.Core.Register;
using Made.Web.Access;
using Made.Web.Accounts;
using Made.Web.Composition;
using Made.Web.Dashboards;
using Microsoft.AspNetCore.Mvc;

namespace Made.Web.Pages.Analysis;

/// <summary>Whether records of one indicator follow each other nearby more quickly than chance would have it.</summary>
public sealed class NearRepeatsModel(Partnership partnership, AddressedObjects objects) : AnalysisModel(partnership)
{
    [BindProperty(SupportsGet = true)]
    public string? Indicator { get; set; }

    /// <summary>How many months to look at.</summary>
    [BindProperty(SupportsGet = true, Name = "months")]
    public int? Length { get; set; }

    public NearRepeatView? View { get; private set; }

    /// <summary>Area and month stand in the path; a form sends them as parameters.</summary>
    public async Task<IActionResult> OnGetAsync(string? gss, string? month, CancellationToken stop)
    {
        await LoadMonthsAsync();
        if (Months.Count == 0 && gss is null)
            return Page();
        if (await OpenAsync(month, newest => NewestWhole(newest, Indicator, NearRepeatViews.DatasetAtFirst(newest, Length), Length ?? NearRepeatView.Lengths[0])) is not { } reader)
            return NotFound();
        var area = gss ?? objects.FirstArea(HttpContext.Asking().Person, Resource.SmallAreas, reader.Areas.At(AreaLevel.Csp, reader.Manifest.Month)) ?? "";
        View = await NearRepeatViews.OfAsync(Partnership.Editions, reader, area, Indicator, Length, stop);
        return View is null ? NotFound() : Page();
    }
}
