using Made.Core.Calendar;
using Made.Web.Composition;
using Made.Web.Dashboards;
using Made.Web.Editions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Scorecard;

/// <summary>All areas of a layer against all indicators; each row opens the layer below, down to wards.</summary>
public sealed class IndexModel(Partnership partnership) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "month")]
    public string? Wanted { get; set; }

    /// <summary>An edition of the month by its number; the newest released one otherwise.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Edition { get; set; }

    /// <summary>Only what lies inside this area.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Area { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Level { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Measure { get; set; }

    public IReadOnlyList<Month> Months { get; private set; } = [];

    public ScorecardView? Card { get; private set; }

    /// <summary>Parts of the month that its figures rest on.</summary>
    public IReadOnlyList<string> Provisional { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        Months = [.. (await partnership.Editions.Months()).Reverse()];
        if (Months.Count == 0)
            return Page();
        var month = Month.TryParse(Wanted, out var asked) && (Edition is not null || Months.Contains(asked)) ? asked : await partnership.LatestMonthAsync() ?? Months[0];
        if (await partnership.Editions.Open(month, Edition, HttpContext.SeesDrafts()) is not { } reader)
            return NotFound();
        // A number belongs to its month alone.
        Months = Edition is null ? Months : [month];
        Card = ScorecardViews.Of(reader, Area, Level, Measure);
        Provisional = (await SupplyNotes.OfAsync(partnership, reader)).Provisional();
        return Card is null ? NotFound() : Page();
    }
}
