using Made.Core.Calendar;
using Made.Web.Composition;
using Made.Web.Dashboards;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Scorecard;

/// <summary>All areas of a layer against all indicators; each row opens the layer below, down to wards.</summary>
public sealed class IndexModel(Partnership partnership) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "month")]
    public string? Wanted { get; set; }

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
        var month = Month.TryParse(Wanted, out var asked) && Months.Contains(asked) ? asked : await partnership.LatestMonthAsync() ?? Months[0];
        var reader = (await partnership.Editions.Open(month))!;
        Card = ScorecardViews.Of(reader, Area, Level, Measure);
        Provisional = (await SupplyNotes.OfAsync(partnership, reader)).Provisional();
        return Card is null ? NotFound() : Page();
    }
}
