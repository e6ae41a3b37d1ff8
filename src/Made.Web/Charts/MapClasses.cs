using System.Globalization;
using Made.Core.Disclosure;
using Made.Core.Indicators;

namespace Made.Web.Charts;

/// <summary>One entry of a map's legend: how it is drawn, its words, and how many areas are in it.</summary>
public sealed record MapClass(string Style, string Words, int Areas);

/// <summary>Which class a value falls in, and what the classes say.</summary>
public static class MapClasses
{
    /// <summary>1 to 5.</summary>
    public static int Of(Chart.AreaMap chart, SafeNumber value) => 1 + chart.Bounds.Count(b => value.ForDrawing >= b);

    public static IReadOnlyList<MapClass> Legend(Chart.AreaMap chart)
    {
        var shown = chart.Areas.Where(a => a.Value.IsShown).ToLookup(a => Of(chart, a.Value));
        var bounds = chart.Bounds.Select(b => b.ToString("N" + chart.Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)).ToList();
        var classes = Enumerable.Range(1, bounds.Count + 1).Select(c => new MapClass(
            c.ToString(CultureInfo.InvariantCulture),
            c == 1 ? $"under {bounds[0]}" : c > bounds.Count ? $"{bounds[^1]} or more" : $"{bounds[c - 2]} to under {bounds[c - 1]}",
            shown[c].Count()));
        var absent = chart.Areas.Where(a => !a.Value.IsShown).GroupBy(a => (a.Value.Absence, a.Value.Why, Words: a.Value.TextWithReason())).OrderBy(a => a.Key.Absence).ThenBy(a => a.Key.Why)
            .Select(a => new MapClass(a.Key.Absence == Absence.Suppressed ? "dots" : "hatch", a.Key.Words, a.Count()));
        return [.. classes, .. absent];
    }

    internal static string Pattern(SafeNumber value) => value.Absence == Absence.Suppressed ? "dots" : "hatch";
}
