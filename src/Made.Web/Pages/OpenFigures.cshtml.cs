using Made.Core.Calendar;
using Made.Core.Register;
using Made.Web.Composition;
using Made.Web.Dashboards;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages;

public sealed class OpenFiguresModel(Partnership partnership) : PageModel
{
    public string Origin => $"{Request.Scheme}://{Request.Host}";

    public IReadOnlyList<(string What, string Path)> Addresses { get; private set; } = [];

    /// <summary>The address of a chart that other sites may show.</summary>
    public string Frame { get; private set; } = "";

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
            .. await EditionAddressesAsync(latest),
            ("Areas and their codes", "/api/v1/areas?format=csv"),
            ("Indicators with definition, source and caveats", "/api/v1/indicators?format=csv"),
        ];
        Frame = $"{Origin}/embed/{from?.Code.Value ?? partnership.Areas.At(AreaLevel.Csp, latest ?? Month.Of(partnership.Today)).FirstOrDefault()?.Code.Value}/{partnership.Pack.Indicators.OrderBy(i => i.Order).First().Id}";
    }

    private async Task<IEnumerable<(string, string)>> EditionAddressesAsync(Month? month) =>
        month is { } at && await partnership.Editions.Open(at) is { } edition
            ? new[] { "csv", "parquet", "ods" }.Select(kind => ($"{EditionWords.Name(edition)}: every figure in one file, {kind.ToUpperInvariant()}", $"/api/v1/editions/{at}/{edition.Manifest.Number}/measures.{kind}"))
                .Append(("What the columns of that CSV mean, for programs", $"/api/v1/editions/{at}/{edition.Manifest.Number}/measures.csv-metadata.json"))
                .Append(("Every released edition, and what changed with it", "/api/v1/editions?format=csv"))
            : [];
}
