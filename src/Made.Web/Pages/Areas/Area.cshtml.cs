using Made.Core.Calendar;
using Made.Core.Register;
using Made.Store.Editions;
using Made.Web.Charts;
using Made.Web.Components;
using Made.Web.Composition;
using Made.Web.Dashboards;
using Made.Web.Downloads;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Areas;

/// <summary>One page for a resident: what happened, how it compares, where to report and find support.</summary>
public sealed class AreaModel(Partnership partnership) : PageModel
{
    public string Name { get; private set; } = "";

    public Month? Month { get; private set; }

    public string Edition { get; private set; } = "";

    /// <summary>Said where the month was released before with other figures; empty otherwise.</summary>
    public string Notice { get; private set; } = "";

    public IReadOnlyList<string> Sentences { get; private set; } = [];

    public Chart.Trend? Trend { get; private set; }

    public IReadOnlyList<Take> TrendDownloads { get; private set; } = [];

    public Table Table { get; private set; } = null!;

    public string Partnership { get; private set; } = "";

    public IReadOnlyList<Support> Support => partnership.Pack.Support;

    public async Task<IActionResult> OnGetAsync(string gss)
    {
        if (!partnership.Areas.TryFind(new AreaCode(gss), out var area))
            return NotFound();
        Name = area.Name;
        if (await partnership.LatestMonthAsync() is { } latest)
            Show((await partnership.Editions.Open(latest))!, area);
        return Page();
    }

    private void Show(EditionReader reader, Area area)
    {
        var month = reader.Manifest.Month;
        (Month, Edition, Name) = (month, EditionWords.Line(reader), Wording.PlaceName(reader.Areas, area.Code, month));
        Notice = EditionWords.Notice(reader.Standing);
        var rows = MonthViews.RowsOf(reader, area, Name);
        var spoken = MonthViews.Spoken(reader, area, Name, rows);
        Sentences = [.. spoken.Rows.Where(r => r.Indicator.PartOf.Length == 0 && r.Month is not null).Take(2).Select(r => Core.Scorecard.Sentences.Public(spoken, r))];
        if (rows.Find(r => r.Indicator.PartOf.Length == 0) is { } first && reader.RunChart(first.Indicator.Id, area.Code, TrendCharts.SparklineMonths) is { } run && run.Points.Any(p => p.Value.IsShown))
        {
            Trend = TrendCharts.Trend(run, first.Indicator, Name, IndicatorViews.SentencesOf(reader, area, first.Spoken)[0]);
            TrendDownloads = Takes.Of($"/dashboard/{area.Code}/{month}/{first.Indicator.Id}/trend", reader.Manifest.Number, Takes.TablesAndPictures);
        }
        Table = Dashboards.Tables.Public(rows, Name, month);
        var csps = area.Level == AreaLevel.District ? [.. reader.Areas.CspsOf(area.Code, month)] : new List<Area>();
        Partnership = csps.Count == 0
            ? "The police, councils, fire, probation and health services work together on crime and disorder here."
            : $"The police, councils, fire, probation and health services work together here as the {csps[0].Name}.";
    }
}
