using Made.Core.Calendar;
using Made.Core.Editions;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Store.Editions;
using Made.Web.Charts;
using Made.Web.Components;
using Made.Web.Downloads;

namespace Made.Web.Dashboards;

/// <summary>Everything on the page of one indicator in one area and month.</summary>
public sealed record IndicatorView
{
    public required EditionReader Edition { get; init; }

    public required Area Area { get; init; }

    public required string Place { get; init; }

    public required IndicatorDefinition Indicator { get; init; }

    public required IReadOnlyList<string> Sentences { get; init; }

    public required Chart.Trend? Trend { get; init; }

    /// <summary>How the usual range was drawn.</summary>
    public required string Basis { get; init; }

    public required Table Layers { get; init; }

    public required Table? Wards { get; init; }

    public required IReadOnlyList<(string What, string Said)> About { get; init; }

    public Month Month => Edition.Manifest.Month;

    public string Address => $"/dashboard/{Area.Code}/{Month}/{Indicator.Id}?edition={Edition.Manifest.Number}";

    /// <summary>What the analysts say about this indicator here.</summary>
    public IReadOnlyList<EditionNote> Notes => [.. Edition.Standing.NotesOn(Area.Code).Where(n => n.Indicator == Indicator.Id)];

    public IReadOnlyList<Take> Downloads(Chart chart) =>
        Takes.Of($"/dashboard/{Area.Code}/{Month}/{Indicator.Id}/{chart.Id}", Edition.Manifest.Number, Takes.TablesAndPictures);
}
