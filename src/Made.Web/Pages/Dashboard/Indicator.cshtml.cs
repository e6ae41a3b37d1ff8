using Made.Core.Calendar;
using Made.Core.Register;
using Made.Web.Composition;
using Made.Web.Dashboards;
using Made.Web.Editions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Dashboard;

/// <summary>One indicator of one CSP's month: chart, layers, wards and what it means.</summary>
public sealed class IndicatorModel(Partnership partnership) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Edition { get; set; }

    public IndicatorView View { get; private set; } = null!;

    /// <summary>Parts of a month that its figures rest on.</summary>
    public IReadOnlyList<string> Provisional { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string gss, string month, string indicator)
    {
        if (!Month.TryParse(month, out var wanted) || !partnership.Areas.TryFind(new AreaCode(gss), out var area)
            || await partnership.Editions.Open(wanted, Edition, HttpContext.SeesDrafts()) is not { } reader)
            return NotFound();
        if (reader.Register.Pack.Indicators.FirstOrDefault(i => i.Id == indicator) is not { } definition)
            return partnership.Indicators.Find(indicator) is { } known ? LocalRedirect($"/indicators/{known.Id}") : NotFound();
        if (IndicatorViews.Of(reader, area, definition) is not { } view)
            return NotFound();
        View = view;
        Provisional = (await SupplyNotes.OfAsync(partnership, reader)).Provisional(definition.Dataset, definition.BaseDataset ?? "");
        return Page();
    }
}
