using Made.Store.Records;
using Made.Web.Composition;
using Made.Web.Downloads;
using Made.Web.Indicators;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Indicators;

/// <summary>Every indicator in use by group, and those retired.</summary>
public sealed class IndexModel(Partnership partnership) : PageModel
{
    public IReadOnlyList<(string Group, Table Table)> Groups { get; private set; } = [];

    public IReadOnlyList<IndicatorHistory> Retired { get; private set; } = [];

    public string Summary { get; private set; } = "";

    public void OnGet()
    {
        var all = partnership.Indicators.All;
        var inUse = all.Where(i => !i.IsRetired).OrderBy(i => i.Current.Order).ThenBy(i => i.Id, StringComparer.Ordinal).ToList();
        Retired = [.. all.Where(i => i.IsRetired)];
        Groups = [.. inUse.GroupBy(i => i.Current.Group).Select(g => (g.Key, IndicatorTables.List(g.Key, g, partnership.Pack)))];
        Summary = $"{Many(inUse.Count, "indicator is", "indicators are")} in use: {inUse.Count(i => !i.IsChangedHere)} as the pack brought them, {inUse.Count(i => i.IsMadeHere)} defined here"
            + $"{(inUse.Count(i => i.IsChangedHere && !i.IsMadeHere) is > 0 and var changed ? $", {changed} changed here" : "")}."
            + (Retired.Count > 0 ? $" {Many(Retired.Count, "is", "are")} retired." : "");
    }

    private static string Many(int count, string one, string more) => count == 1 ? $"One {one}" : $"{count} {more}";
}
