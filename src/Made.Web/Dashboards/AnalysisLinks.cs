using Made.Core.Calendar;

namespace Made.Web.Dashboards;

/// <summary>The pages that look at all areas of one month together.</summary>
public sealed record AnalysisLinks(string Current, Month Month)
{
    public IReadOnlyList<(string Id, string Words, string Href)> All =>
    [
        ("exceptions", "Exceptions", $"/exceptions/{Month}"),
        ("funnel", "Funnel plot", $"/funnel?month={Month}"),
        ("severity", "Severity beside volume", $"/severity/{Month}"),
        ("hotspots", "Hot spots", $"/hotspots?month={Month}"),
        ("near-repeats", "Near repeats", "/near-repeats"),
    ];
}
