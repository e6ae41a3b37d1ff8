using Made.Core.Calendar;
using Made.Core.Register;
using Made.Web.Composition;
using Made.Web.Dashboards;
using Made.Web.Editions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Dashboard;

/// <summary>Every CSP of a month, each with its first sentence.</summary>
public sealed class IndexModel(Partnership partnership) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "month")]
    public string? Wanted { get; set; }

    public Month? Latest { get; private set; }

    public IReadOnlyList<Month> Months { get; private set; } = [];

    public IReadOnlyList<(string Code, string Place, string Sentence)> Cards { get; private set; } = [];

    /// <summary>Drafts that wait; only told to those who check them.</summary>
    public int Drafts { get; private set; }

    public async Task OnGetAsync()
    {
        Drafts = HttpContext.SeesDrafts() ? (await partnership.Records.Editions.Drafts()).Count : 0;
        Months = [.. (await partnership.Editions.Months()).Reverse()];
        if (Months.Count == 0)
            return;
        var month = Month.TryParse(Wanted, out var asked) && Months.Contains(asked) ? asked : await partnership.LatestMonthAsync() ?? Months[0];
        Latest = month;
        var reader = (await partnership.Editions.Open(month))!;
        Cards =
        [
            .. reader.Areas.At(AreaLevel.Csp, month)
                .Select(a => (a.Code.Value, Wording.PlaceName(reader.Areas, a.Code, month), MonthViews.FirstSentence(reader, a)))
                .OrderBy(c => c.Item2, StringComparer.Ordinal),
        ];
    }
}
