using Made.Web.Charts;
using Made.Web.Downloads;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Made.Web.Components;

/// <summary>One way to take a chart or table away.</summary>
public sealed record Take(string Words, string Href);

/// <summary>A chart with all that belongs to it, in this order: sentence, picture, table, downloads.</summary>
[HtmlTargetElement("made-chart", Attributes = "chart")]
public sealed class ChartFigure : Component
{
    public required Chart Chart { get; set; }

    public int HeadingLevel { get; set; } = 3;

    /// <summary>CSV, XLSX, ODS, SVG, PNG and the like.</summary>
    public IReadOnlyList<Take> Downloads { get; set; } = [];

    /// <summary>The address of exactly this selection; with script a button copies it.</summary>
    public string? Link { get; set; }

    /// <summary>False where the same numbers already stand in a table beside it.</summary>
    public bool WithTable { get; set; } = true;

    /// <summary>False where the page says the sentence just above.</summary>
    public bool WithSentence { get; set; } = true;

    /// <summary>Only the drawing for a narrow column, at any width of the window: for small charts side by side.</summary>
    public bool Narrow { get; set; }

    private protected override void Write(Markup to, string content, (string Name, string? Value)[] others)
    {
        to.Open("figure", [("class", Markup.Classes("made-figure", Class)), ("id", Chart.Id + "-figure"), .. others]).Open("figcaption")
            .Element("h" + HeadingLevel.ToString(System.Globalization.CultureInfo.InvariantCulture), Chart.Title, ("class", "made-figure__title"));
        if (WithSentence)
            to.Element("p", Chart.Sentence, ("class", "made-figure__sentence"));
        to.Close();
        if (!Narrow)
            to.Html(Drawing.ForPage(Chart));
        if (Narrow || Chart is Chart.Trend or Chart.RankedBars or Chart.Funnel)
            to.Html(Drawing.ForPage(Chart, Layout.Narrow));
        if (Chart is Chart.AreaMap map)
            Legend(to, map);
        to.Html(content);
        if (WithTable)
            to.Html(Folded(ChartTable.Of(Chart)));
        Tools(to);
        to.Close();
    }

    private static Markup Folded(Table table)
    {
        var to = new Markup().Open("details", ("class", "govuk-details"))
            .Open("summary", ("class", "govuk-details__summary")).Element("span", "The same numbers as a table", ("class", "govuk-details__summary-text")).Close();
        new DataTable { Table = table, Tall = true }.WriteInto(to);
        return to.Close();
    }

    private static void Legend(Markup to, Chart.AreaMap map)
    {
        to.Open("ul", ("class", "made-legend"), ("aria-label", $"Classes, {map.Unit}"));
        foreach (var entry in MapClasses.Legend(map))
            to.Open("li").Html(MapLegend.Swatch(entry, map.Id))
                .Text($"{entry.Words} ").Element("span", entry.Areas == 1 ? "1 area" : $"{entry.Areas} areas", ("class", "made-small")).Close();
        to.Close();
    }

    private void Tools(Markup to)
    {
        if (Downloads.Count == 0 && Link is null or "")
            return;
        to.Open("ul", ("class", "made-figure__tools"));
        foreach (var take in Downloads)
            to.Open("li").Open("a", ("class", "govuk-link"), ("href", take.Href)).Text(take.Words).Element("span", $" of {Chart.Title}", ("class", "govuk-visually-hidden")).Close().Close();
        if (Link is { Length: > 0 } link)
            to.Open("li").Element("a", "Link to this chart", ("class", "govuk-link"), ("href", link), ("data-copy", "Copy the link")).Close();
        to.Close();
    }
}
