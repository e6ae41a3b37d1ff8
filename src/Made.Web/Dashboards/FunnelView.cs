using Made.Core;
using Made.Core.Calendar;
using Made.Core.Indicators;
using Made.Store.Editions;
using Made.Web.Charts;
using Made.Web.Components;

namespace Made.Web.Dashboards;

/// <summary>The funnel plot of one indicator: all areas of a level, or the wards of one area, over 12 months.</summary>
public sealed record FunnelView
{
    public static readonly IReadOnlyList<(string Id, string Words)> Levels = [("csp", "Partnerships"), ("district", "Districts"), ("ward", "Wards")];

    public required EditionReader Edition { get; init; }

    public required IndicatorDefinition Indicator { get; init; }

    public required string Level { get; init; }

    /// <summary>The area whose wards are shown; empty for all.</summary>
    public required string Inside { get; init; }

    public required string Heading { get; init; }

    public required Chart.Funnel? Chart { get; init; }

    /// <summary>Why there is no chart; null where there is one.</summary>
    public required Problem? Why { get; init; }

    /// <summary>Dispersion, cautions, what is left out.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    public required IReadOnlyList<IndicatorDefinition> Indicators { get; init; }

    public required IReadOnlyList<(string Code, string Name)> Areas { get; init; }

    public Month Month => Edition.Manifest.Month;

    public string Address => $"/funnel/{Indicator.Id}/{Month}?edition={Edition.Manifest.Number}{Query}";

    public IReadOnlyList<Take> Downloads => Takes.Of($"/funnel/{Indicator.Id}/{Month}", Edition.Manifest.Number, Takes.TablesAndPictures, Query);

    private string Query => $"&level={Level}{(Inside.Length > 0 ? $"&area={Inside}" : "")}";
}
