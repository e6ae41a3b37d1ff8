using Made.Core.Calendar;
using Made.Core.Register;
using Made.Web.Composition;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages;

public sealed class OpenFiguresModel(Partnership partnership) : PageModel
{
    public string Origin => $"{Request.Scheme}://{Request.Host}";

    public IReadOnlyList<(string What, string Path)> Addresses { get; private set; } = [];

    /// <summary>The area whose page led here, and its month.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Area { get; set; }

    [BindProperty(SupportsGet = true, Name = "month")]
    public string? Wanted { get; set; }

    public async Task OnGetAsync()
    {
        var latest = Month.TryParse(Wanted, out var asked) ? asked : await partnership.LatestMonthAsync();
        var month = latest?.ToString() ?? "2022-07";
        var yearBefore = latest?.Plus(-11).ToString() ?? "2021-08";
        var from = partnership.Areas.TryFind(new AreaCode(Area ?? ""), out var found) ? found : null;
        Addresses =
        [
            .. from is null ? [] : new[]
            {
                ($"{from.Name}, {latest?.Name}: every indicator, the month", $"/api/v1/measures?area={from.Code}&from={month}&to={month}&format=csv"),
                ($"{from.Name}, {latest?.Name}: every indicator, 12 months", $"/api/v1/measures?area={from.Code}&period=rolling12&from={month}&to={month}&format=csv"),
            },
            ($"Every indicator, every CSP, {latest?.Name ?? "one month"}", $"/api/v1/measures?level=csp&from={month}&to={month}&format=csv"),
            ("All crime by CSP, the last twelve months", $"/api/v1/measures?indicator=all-crime&level=csp&from={yearBefore}&to={month}&format=csv"),
            ("Anti-social behaviour by ward, rolling 12 months", $"/api/v1/measures?indicator=asb&level=ward&period=rolling12&from={month}&to={month}&format=csv"),
            ("Areas and their codes", "/api/v1/areas?format=csv"),
            ("Indicators with definition, source and caveats", "/api/v1/indicators?format=csv"),
        ];
    }
}
