using Made.Core;
using Made.Core.Calendar;
using Made.Core.Indicators;
using Made.Store.Editions;
using Made.Web.Charts;
using Made.Web.Components;
using Made.Web.Downloads;

namespace Made.Web.Dashboards;

/// <summary>Where the records of one indicator lie together, in the small areas of a district or partnership over 12 months.</summary>
public sealed record HotspotView
{
    public required EditionReader Edition { get; init; }

    public required string Area { get; init; }

    public required string Place { get; init; }

    public required IndicatorDefinition Indicator { get; init; }

    /// <summary>True where the publisher may have moved each record to the nearest of its map points.</summary>
    public required bool PointsAreMoved { get; init; }

    public required IReadOnlyList<IndicatorDefinition> Indicators { get; init; }

    public required IReadOnlyList<(string Code, string Name)> Areas { get; init; }

    /// <summary>Why there is no map; null where there is one.</summary>
    public required Problem? Why { get; init; }

    public IReadOnlyList<string> Sentences { get; init; } = [];

    public Chart.AreaMap? Map { get; init; }

    /// <summary>Every small area with its count and score, highest score first.</summary>
    public Table? Places { get; init; }

    /// <summary>How few places hold how much.</summary>
    public Table? Concentration { get; init; }

    /// <summary>Map points with records in many months.</summary>
    public Table? Repeats { get; init; }

    public string NearRepeats => $"/near-repeats/{Area}/{Month}?indicator={Indicator.Id}";

    public Month Month => Edition.Manifest.Month;

    public string Address => $"/hotspots/{Area}/{Month}?edition={Edition.Manifest.Number}&indicator={Indicator.Id}";

    public IReadOnlyList<Take> MapDownloads => Takes.Of($"/hotspots/{Area}/{Month}/map", Edition.Manifest.Number, Takes.TablesAndPictures, $"&indicator={Indicator.Id}");

    public IReadOnlyList<Take> Downloads => Takes.Of($"/hotspots/{Area}/{Month}/places", Edition.Manifest.Number, Takes.Tables, $"&indicator={Indicator.Id}");
}
