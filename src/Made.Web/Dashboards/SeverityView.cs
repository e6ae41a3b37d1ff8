using Made.Core.Calendar;
using Made.Store.Editions;
using Made.Web.Charts;
using Made.Web.Components;
using Made.Web.Downloads;

namespace Made.Web.Dashboards;

/// <summary>The severity estimate beside the volume, for districts and larger, over 12 months; in order of layer and name, never of size.</summary>
public sealed record SeverityView
{
    public required EditionReader Edition { get; init; }

    /// <summary>The area the sentences and charts are about.</summary>
    public required string Area { get; init; }

    public required IReadOnlyList<(string Code, string Name)> Areas { get; init; }

    public required IReadOnlyList<string> Sentences { get; init; }

    /// <summary>The estimate and the count of the chosen area over the last five years, where there are two months to draw.</summary>
    public required IReadOnlyList<Chart.Trend> Charts { get; init; }

    /// <summary>Null where the pack defines no estimate.</summary>
    public required Table? Table { get; init; }

    /// <summary>What each published type weighs.</summary>
    public required Table? Weights { get; init; }

    /// <summary>Definition, weights and their version, source, what to be careful about.</summary>
    public required IReadOnlyList<(string What, string Said)> About { get; init; }

    public Month Month => Edition.Manifest.Month;

    public string Address => $"/severity/{Month}?edition={Edition.Manifest.Number}&area={Area}";

    public IReadOnlyList<Take> Downloads => Takes.Of($"/severity/{Month}", Edition.Manifest.Number, Takes.Tables);

    public IReadOnlyList<Take> DownloadsOf(Chart chart) => Takes.Of($"/severity/{Month}/{chart.Id}", Edition.Manifest.Number, Takes.TablesAndPictures, $"&area={Area}");
}
