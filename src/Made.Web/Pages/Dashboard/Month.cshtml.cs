using Made.Core.Calendar;
using Made.Core.Editions;
using Made.Core.Register;
using Made.Web.Access;
using Made.Web.Accounts;
using Made.Web.Composition;
using Made.Web.Dashboards;
using Made.Web.Editions;
using Made.Web.Products;
using Made.Web.Sharing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Dashboard;

/// <summary>One CSP's month: the page partners open first.</summary>
public sealed class MonthModel(Partnership partnership, AddressedObjects objects) : PageModel
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

    /// <summary>Every edition of the month; only shown with the newest, because an earlier one stays byte for byte as it was.</summary>
    public IReadOnlyList<EditionManifest> Editions { get; private set; } = [];

    /// <summary>Datasets of this page that are not read today for want of an agreement; only said with the newest edition.</summary>
    public IReadOnlyList<Core.Problem> Unread { get; private set; } = [];

    public SupplyNotes Said { get; private set; } = null!;

    /// <summary>What is filed about the area; only with the newest edition.</summary>
    public ProductLinks? Products { get; private set; }

    public async Task<IActionResult> OnGetAsync(string gss, string month)
    {
        if (!Month.TryParse(month, out var wanted) || !partnership.Areas.TryFind(new AreaCode(gss), out var area))
            return NotFound();
        if (partnership.Areas.CspInstead(gss, wanted) is { } csp)
            return LocalRedirect($"/dashboard/{csp.Code}/{month}{Request.QueryString}");
        if (area.Level != AreaLevel.Csp || await partnership.Editions.Open(wanted, Edition, HttpContext.SeesDrafts()) is not { } reader)
            return NotFound();
        // A kept edition links only to what it pins, so that later months and editions leave its page alone.
        Earlier = reader.Manifest.Measures.Any(m => m.Month == wanted.Plus(-1)) ? wanted.Plus(-1) : null;
        if (Edition is null)
        {
            Later = (await partnership.Editions.Months()).Contains(wanted.Plus(1)) ? wanted.Plus(1) : null;
            Editions = await partnership.Editions.Of(wanted);
            Products = await ProductLinks.AboutAsync(partnership, objects, HttpContext.Asking().Person, area.Code);
            var shown = reader.Register.Pack.Indicators.Select(i => i.Dataset).ToHashSet(StringComparer.Ordinal);
            Unread = [.. (await SharingView.OfAsync(partnership)).Unread.Where(u => shown.Contains(u.Dataset.Id)).Select(u => u.Why)];
        }
        View = MonthViews.Of(reader, area, Where);
        Said = await SupplyNotes.OfAsync(partnership, reader);
        return Page();
    }
}
