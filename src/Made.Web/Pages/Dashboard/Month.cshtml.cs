using Made.Core.Calendar;
using Made.Core.Register;
using Made.Web.Composition;
using Made.Web.Dashboards;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Dashboard;

/// <summary>One CSP's month: the page partners open first.</summary>
public sealed class MonthModel(Partnership partnership) : PageModel
{
    public MonthView View { get; private set; } = null!;

    /// <summary>The edition the address asks for; the newest otherwise.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Edition { get; set; }

    /// <summary>The indicator that map and ranked wards show.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Where { get; set; }

    public Month? Earlier { get; private set; }

    public Month? Later { get; private set; }

    public int? NewerEdition { get; private set; }

    public async Task<IActionResult> OnGetAsync(string gss, string month)
    {
        if (!Month.TryParse(month, out var wanted) || !partnership.Areas.TryFind(new AreaCode(gss), out var area))
            return NotFound();
        // A district's code leads to its CSP: a CSP is never taken for a district.
        if (area.Level == AreaLevel.District && partnership.Areas.CspsOf(area.Code, wanted).FirstOrDefault() is { } csp)
            return LocalRedirect($"/dashboard/{csp.Code}/{month}{Request.QueryString}");
        if (area.Level != AreaLevel.Csp || await partnership.Editions.Open(wanted, Edition) is not { } reader)
            return NotFound();
        var months = await partnership.Editions.Months();
        (Earlier, Later) = (Neighbour(months, wanted, -1), Neighbour(months, wanted, 1));
        var latest = (await partnership.Editions.Newest(wanted, wanted))[0].Number;
        NewerEdition = latest > reader.Manifest.Number ? latest : null;
        View = MonthViews.Of(reader, area, Where);
        return Page();
    }

    private static Month? Neighbour(IEnumerable<Month> months, Month month, int step) =>
        months.Contains(month.Plus(step)) ? month.Plus(step) : null;
}
