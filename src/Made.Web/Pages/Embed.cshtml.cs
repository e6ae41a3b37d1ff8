using Made.Core.Calendar;
using Made.Core.Register;
using Made.Store.Editions;
using Made.Web.Charts;
using Made.Web.Composition;
using Made.Web.Dashboards;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages;

/// <summary>One chart for another site's page: it carries its table, its source, its edition and what is suppressed. Of the newest released edition, unless month and edition are named.</summary>
public sealed class EmbedModel(Partnership partnership) : PageModel
{
    public EditionReader Edition { get; private set; } = null!;

    public Chart.Trend Trend { get; private set; } = null!;

    public string Area { get; private set; } = "";

    public string Source { get; private set; } = "";

    public IReadOnlyList<string> Protected { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string gss, string indicator, string? month, int? edition)
    {
        var wanted = Month.TryParse(month, out var asked) ? asked : await partnership.LatestMonthAsync();
        if (wanted is not { } at || !partnership.Areas.TryFind(new AreaCode(gss), out var area) || area.Level is not (AreaLevel.Csp or AreaLevel.District)
            || await partnership.Editions.Open(at, edition) is not { } reader
            || reader.Register.Pack.Indicators.FirstOrDefault(i => i.Id == indicator) is not { } definition
            || IndicatorViews.Of(reader, area, definition) is not { Trend: { } trend } view)
            return NotFound();
        (Edition, Trend, Area, Source) = (reader, trend, gss, definition.Source);
        Protected = [.. ProtectionNotes.Of(reader.Register.Pack, [view.Indicator])];
        return Page();
    }
}
