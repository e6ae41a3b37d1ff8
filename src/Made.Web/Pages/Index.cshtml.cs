using Made.Core.Register;
using Made.Web.Composition;
using Made.Web.Dashboards;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages;

/// <summary>The public's way in.</summary>
public sealed class IndexModel(Partnership partnership) : PageModel
{
    public string PackTitle => partnership.Pack.Title;

    public string UpTo { get; private set; } = "";

    public IReadOnlyList<Support> Support => partnership.Pack.Support;

    public IReadOnlyList<(string Code, string Name, string Sentence)> Areas { get; private set; } = [];

    public async Task OnGetAsync()
    {
        if (await partnership.LatestMonthAsync() is not { } latest)
        {
            UpTo = "No figures have been loaded yet.";
            Areas = [.. partnership.Areas.Districts.Select(d => (d.Code.Value, d.Name, ""))];
            return;
        }
        UpTo = $"Figures go up to {latest.Name}.";
        var reader = (await partnership.Editions.Open(latest))!;
        Areas = [.. reader.Areas.Districts.Where(d => d.ExistsOn(reader.Manifest.Month.LastDay)).Select(d => (d.Code.Value, d.Name, MonthViews.FirstSentence(reader, d)))];
    }
}
